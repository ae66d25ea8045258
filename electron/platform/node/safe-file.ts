import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { fromFileError } from './write-file-safely.ts';

/** A file that grows piece by piece beside its place, and stands in it only when it is whole. */
export interface SafeFile {
  /** In the order of the calls. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Onto the disk, then into its place; what was there before stays until then. */
  readonly commit: () => Promise<void>;
  /** Nothing is left of it. Harmless after `commit`. */
  readonly discard: () => Promise<void>;
}

/**
 * `writeFileSafely` for what is too large to be held, written off the thread of the desk.
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
  };
}
