import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scansPath } from '../data-folder/data-folder-files.ts';
import { fileError, syncFolder, systemCode } from '../data-folder/durable-files.ts';

/** Begins with a dot: a backup never packs it. */
const TEMP_NAME = /^\.[0-9a-f]{64}\.[0-9a-f]{8}\.new$/u;
const FILE_NAME = /^[0-9a-f]{64}$/u;

/** Where a file lies in the folder of files. */
export const filePath = (folder: string, address: string): string => join(folder, address);

/**
 * Writes a file so that it is there whole or not at all: beside it, flushed, renamed, and the folder flushed, before
 * any row may speak of it. Errors: diskFull, dataFolderReadOnly, dataFolderMissing.
 */
export async function writeIntoFolder(
  dataFolder: string,
  address: string,
  parts: readonly Uint8Array[],
): Promise<void> {
  const folder = scansPath(dataFolder);
  const temp = join(folder, `.${address}.${randomBytes(4).toString('hex')}.new`);
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { mode: 0o700 });
      syncFolder(dataFolder);
    }
    const handle = await open(temp, 'wx', 0o600);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after another: they are one file
      for (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temp, filePath(folder, address));
    syncFolder(folder);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw fileError(error, folder);
  }
}

/** The bytes as they lie, or null when there is nothing to be read. Errors: those of the disk that are not absence. */
export function readFromFolder(folder: string, address: string): Buffer | null {
  try {
    return readFileSync(filePath(folder, address));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EIO'].includes(systemCode(error))) return null;
    throw fileError(error, folder);
  }
}

/** Takes one file out of the folder; harmless when there is none. */
export const dropFromFolder = (folder: string, address: string): void =>
  rmSync(filePath(folder, address), { force: true });

/**
 * Takes away what an act that was cut off left behind: half-written files, and files that no row speaks of. Names that
 * are not ours stay. Gives how many went.
 */
export function sweepFolder(dataFolder: string, isKept: (address: string) => boolean): number {
  const folder = scansPath(dataFolder);
  if (!existsSync(folder)) return 0;
  let swept = 0;
  for (const name of readdirSync(folder)) {
    if (!TEMP_NAME.test(name) && (!FILE_NAME.test(name) || isKept(name))) continue;
    rmSync(join(folder, name), { force: true });
    swept += 1;
  }
  return swept;
}
