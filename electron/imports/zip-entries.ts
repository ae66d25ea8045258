import { inflateRawSync } from 'node:zlib';

/** An archive that is none, or one that would fill the memory. */
export class ZipFault extends Error {
  readonly reason: 'damaged' | 'protected' | 'tooLarge';
  constructor(reason: ZipFault['reason']) {
    super(`zip: ${reason}`);
    this.reason = reason;
  }
}

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Never more than `size` bytes: an archive that packs more than it says is refused. @throws ZipFault */
  readonly bytes: () => Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 5000;
/** Twenty thousand rows of thirty columns are some 40 MB of XML. */
const MOST_UNPACKED = 400 * 1024 * 1024;

/**
 * The files of a zip by its own list. Read here and not by the workbook's library, which unpacks everything at once
 * and believes whatever size it finds.
 * @throws ZipFault
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipFault('tooLarge');
  const entries = new Map<string, ZipEntry>();
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) throw new ZipFault('damaged');
    const flags = zip.readUInt16LE(at + 8);
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const size = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const offset = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if ((flags & 1) !== 0) throw new ZipFault('protected');
    total += size;
    if (total > MOST_UNPACKED) throw new ZipFault('tooLarge');
    entries.set(name, { name, size, bytes: () => unpack(zip, { offset, packed, size, method }) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the end of the file, before a comment of at most 64 kB. */
function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === END) return at;
  throw new ZipFault('damaged');
}

interface Place {
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
}

function unpack(zip: Buffer, { offset, packed, size, method }: Place): Buffer {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== LOCAL) throw new ZipFault('damaged');
  const from = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const content = zip.subarray(from, from + packed);
  if (content.length !== packed) throw new ZipFault('damaged');
  if (method === STORED) return content;
  if (method !== DEFLATED) throw new ZipFault('damaged');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new ZipFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'damaged');
  }
}
