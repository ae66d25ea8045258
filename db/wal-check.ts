import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/**
 * Reads a write-ahead log as SQLite's recovery does, and says what that passes over in silence: SQLite takes the first
 * frame whose checksum fails for the log's end, so that a flipped byte in it drops every later commit without a word.
 * A frame of the present log is known by its two salts; frames of an older round have neither. A write that a power cut
 * tore (never a crash alone) looks the same; it was never acknowledged, and the next opening clears it away.
 * The bytes are checked as they lie there, encrypted: no key is needed. `wal:<frame>` from 1, `wal:0` for its header,
 * or null.
 */
export function checkWal(databaseFile: string): string | null {
  const path = `${databaseFile}-wal`;
  if (!existsSync(path) || statSync(path).size === 0) return null;
  const fd = openSync(path, 'r');
  try {
    return walkFrames(fd, statSync(path).size);
  } finally {
    closeSync(fd);
  }
}

type Pair = readonly [number, number];

function walkFrames(fd: number, size: number): string | null {
  const header = readAt(fd, 0, HEADER);
  if (header.length < HEADER) return 'wal:0';
  const magic = header.readUInt32BE(0);
  const bigEndian = magic === MAGIC + 1;
  const seed = checksum(header.subarray(0, 24), [0, 0], bigEndian);
  if ((magic !== MAGIC && !bigEndian) || !equals(seed, pairAt(header, 24))) return 'wal:0';
  const pageSize = header.readUInt32BE(8);
  const salts = pairAt(header, 16);
  const frames = Math.floor((size - HEADER) / (FRAME_HEADER + pageSize));
  let running: Pair = seed;
  let ended = false;
  for (let index = 0; index < frames; index += 1) {
    const frame = readAt(fd, HEADER + index * (FRAME_HEADER + pageSize), FRAME_HEADER + pageSize);
    const own = pairAt(frame, 8);
    if (own[0] !== salts[0] && own[1] !== salts[1]) {
      ended = true; // the rest is of an older round, if it is nothing else
      continue;
    }
    if (ended || !equals(own, salts)) return `wal:${index + 1}`;
    running = checksum(
      frame.subarray(FRAME_HEADER),
      checksum(frame.subarray(0, 8), running, bigEndian),
      bigEndian,
    );
    if (!equals(running, pairAt(frame, 16))) return `wal:${index + 1}`;
  }
  return null;
}

function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
}

const pairAt = (bytes: Buffer, at: number): Pair => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const equals = (a: Pair, b: Pair): boolean => a[0] === b[0] && a[1] === b[1];

/** SQLite's running checksum over pairs of 32-bit words, in the byte order that the log's magic number names. */
function checksum(bytes: Buffer, [first, second]: Pair, bigEndian: boolean): Pair {
  let one = first;
  let two = second;
  const word = (at: number): number => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return [one, two];
}
