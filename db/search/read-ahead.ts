import { closeSync, openSync, read as readBytes, statSync } from 'node:fs';
import { freemem } from 'node:os';
import { promisify } from 'node:util';

/**
 * Reading a database once from end to end, so that the system keeps it in memory. A search among a million people reads
 * some twenty pages from all over the file: each is a seek where the disk has to be asked, and next to nothing where the
 * system still has it. In order and in large pieces, the disk gives the whole file in the time of a few thousand seeks.
 */

const PIECE = 1 << 20;
const readPiece = promisify(readBytes);

/** Of the memory that nobody uses. What is kept for the desk must not push out what the rest of the machine works with. */
const MOST_OF_MEMORY = 0.5;

/**
 * How many bytes were read: none when the file is too large for the memory there is. A fault ends it and is told to
 * nobody: this is for speed alone, and whoever really reads what cannot be read says so.
 */
export async function readAhead(
  file: string,
  { signal, memory = freemem() }: { readonly signal?: AbortSignal; readonly memory?: number } = {},
): Promise<number> {
  let done = 0;
  let opened: number | undefined;
  try {
    const { size } = statSync(file);
    if (size > memory * MOST_OF_MEMORY) return 0;
    opened = openSync(file, 'r');
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, size));
    // By the threads that Node reads files in: between two pieces the desk has its turn.
    while (done < size) {
      if (signal?.aborted === true) break;
      const { bytesRead } = await readPiece(opened, buffer, 0, buffer.length, done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
  } catch {
    return done;
  } finally {
    // Elsewhere than on Windows, closing any handle of a file lets go of every lock that this process has on it, SQLite's
    // as well: there it stays open until the program ends.
    if (opened !== undefined && process.platform === 'win32') closeSync(opened);
  }
  return done;
}

/** After the start, when the desk is drawn and somebody types their password. */
const PATIENCE_MS = 3000;

/** Reads it ahead in a moment; what this gives ends that, before it begins or in its midst. */
export function readAheadSoon(file: string, read: typeof readAhead = readAhead): () => void {
  const stop = new AbortController();
  const timer = setTimeout(() => void read(file, { signal: stop.signal }), PATIENCE_MS);
  // A program that has nothing else to do ends.
  timer.unref();
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
