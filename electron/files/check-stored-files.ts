import { findStoredContent, listStoredFiles } from '#db/files/stored-files.ts';
import type { Reader } from '#db/transaction.ts';
import { decryptFile, fileAddress, fileKey } from './file-cipher.ts';
import { readFromFolder } from './file-folder.ts';

/**
 * Reads what lies outside the database and proves it against its address; null when it is gone or damaged. Writes
 * nothing, and needs nothing but the folder (`scansPath`) and the database's key.
 */
export function outsideReader(
  folder: string,
  databaseKey: Uint8Array,
): (sha256: string) => Uint8Array | null {
  const key = fileKey(databaseKey);
  return (sha256) => {
    const stored = readFromFolder(folder, sha256);
    return stored && decryptFile(stored, sha256, key);
  };
}

export interface LostFile {
  readonly sha256: string;
  /** `vanished`: a row speaks of it and nothing lies there; `damaged`: what lies there is not what was kept. */
  readonly what: 'vanished' | 'damaged';
}

/**
 * Reads every kept file, one at a time, and yields those that are not what was kept. For the rehearsal of a backup, for
 * a restore, and for verification.
 */
export function* checkStoredFiles(
  reader: Reader,
  folder: string,
  databaseKey: Uint8Array,
): Generator<LostFile, { readonly checked: number }> {
  const readOutside = outsideReader(folder, databaseKey);
  const files = listStoredFiles(reader);
  for (const { sha256, outside } of files) {
    const content = outside ? null : findStoredContent(reader, sha256);
    const sound =
      content === null || content === undefined
        ? readOutside(sha256) !== null
        : fileAddress(content) === sha256;
    if (sound) continue;
    const gone = outside && readFromFolder(folder, sha256) === null;
    yield { sha256, what: gone ? 'vanished' : 'damaged' };
  }
  return { checked: files.length };
}
