import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fromFileError } from './write-file-safely.ts';

/** A file that grows piece by piece beside its place, and stands in it only when it is whole. */
export interface SafeFile {
  /** In the order of the calls. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Onto the disk, then into its place; what was there before stays until then. */
  readonly commit: () => Promise<void>;
  /** Nothing is left of it. Harmless after `commit`. */
  readonly discard: () => Promise<void>;
  /** The same at once, for a process that ends. */
  readonly drop: () => void;
}

/** A file that was written to within this time may be another desk's, at work. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Halves that a power cut left in the folder of this path: lists of people that nobody knows of. */
async function sweepAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  const half = new RegExp(`\\${extname(path)}\\.[0-9a-f]{8}\\.part$`, 'u');
  const names = extname(path) === '' ? [] : await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => half.test(one))) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(file, { force: true }).catch(() => {});
  }
}

/**
 * `writeFileSafely` for what is too large to be held, written off the thread of the desk. Sweeps what a
 * power cut left of earlier ones of its kind in that folder.
 * Errors: diskFull, dataFolderReadOnly, fileMissing (its folder is not there).
 */
export async function openSafeFile(path: string): Promise<SafeFile> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw fromFileError(error, path);
    }
  };
  await sweepAbandoned(path);
  const handle: FileHandle = await guarded(() => open(beside, 'wx'));
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    write: (bytes) => guarded(() => handle.writeFile(bytes)),
    commit: () =>
      guarded(async () => {
        await handle.sync();
        await close();
        await rename(beside, path);
      }),
    discard: async () => {
      await close();
      await rm(beside, { force: true });
    },
    drop: () => rmSync(beside, { force: true }),
  };
}
