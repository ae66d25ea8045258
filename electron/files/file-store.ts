import { AppError } from '#shared/app-error.ts';
import {
  cleanFileName,
  type FileAccept,
  fileKind,
  type MediaType,
  type StoredFile,
} from '#shared/files/stored-file.ts';
import {
  findStoredContent,
  findStoredFile,
  insertStoredFile,
  type StoredFileRow,
} from '#db/files/stored-files.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Database } from '#db/open-database.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { scansPath } from '../data-folder/data-folder-files.ts';
import type { Clock } from '../ports/clock.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import { countPdfPages } from './count-pdf-pages.ts';
import { decryptFile, encryptFile, fileAddress, fileKey } from './file-cipher.ts';
import { dropFromFolder, readFromFolder, sweepFolder, writeIntoFolder } from './file-folder.ts';
import { recogniseFile } from './recognise-file.ts';

/** Up to here a file is a BLOB in the (encrypted) database, and in its transaction; above, a file of the folder. */
export const MOST_BYTES_IN_DATABASE = 1024 * 1024;

export interface FileStorePorts {
  readonly db: Database;
  readonly dataFolder: string;
  readonly databaseKey: Uint8Array;
  readonly clock: Clock;
}

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly accept?: FileAccept;
}

export interface FileStore {
  /**
   * Keeps a file by its content; the same bytes are kept once. Has a transaction of its own: never call it inside one.
   * Errors: fileEmpty, fileTooLarge { maxMb }, fileTypeRefused, imageUnreadable, imageTooLarge, pdfUnreadable,
   * diskFull, dataFolderReadOnly.
   */
  readonly put: (file: NewFile, actor: Actor) => Promise<StoredFile>;
  /** The bytes, proved against their address. Errors: notFound (never kept), fileVanished { name } (gone or damaged). */
  readonly read: (sha256: string, name?: string) => Uint8Array<ArrayBuffer>;
  readonly find: (sha256: string) => StoredFileRow | undefined;
  /** Whether this person put these very bytes, as the first or again since the office was opened. */
  readonly wasBroughtBy: (sha256: string, staffId: StaffId) => boolean;
  /** Takes what no row speaks of any more out of the folder, after the transaction that forgot it. */
  readonly discard: (addresses: readonly string[]) => Promise<void>;
}

/**
 * The files of the office, by content. Making it sweeps what an act that was cut off left in the folder: the caller holds
 * the data folder's lock, and nobody else has begun to put.
 */
export function createFileStore({ db, dataFolder, databaseKey, clock }: FileStorePorts): FileStore {
  const key = fileKey(databaseKey);
  let latest: Promise<unknown> = Promise.resolve();
  const broughtAgain = new Set<string>();
  // Asked one by one: at each start there are few names in the folder, or many that a listing would have to read too.
  sweepFolder(dataFolder, (address) => findStoredFile(db, address)?.outside === true);

  /** The plain bytes, or null when they are gone or not what was kept. */
  const readOutside = (address: string): Buffer | null => {
    const stored = readFromFolder(scansPath(dataFolder), address);
    return stored && decryptFile(stored, address, key);
  };

  const keep = async (bytes: Uint8Array, mediaType: MediaType, actor: Actor): Promise<string> => {
    const address = fileAddress(bytes);
    const known = findStoredFile(db, address);
    const lies = known !== undefined && (!known.outside || readOutside(address) !== null);
    if (lies) return address;
    const inDatabase = known === undefined && bytes.length <= MOST_BYTES_IN_DATABASE;
    // Before the row: a row never speaks of a file that is not on the disk. A known file that vanished is put back.
    if (!inDatabase) await writeIntoFolder(dataFolder, address, encryptFile(bytes, address, key));
    if (known !== undefined) return address;
    const nowMs = clock.nowMs();
    db.write((tx) => {
      const content = inDatabase ? bytes : null;
      insertStoredFile(tx, { sha256: address, mediaType, sizeBytes: bytes.length, content }, actor.id, nowMs);
      tx.audit(
        auditEntry(actor, nowMs, 'file.kept', { kind: 'file', id: null }, { sha256: address, mediaType }),
      );
    });
    return address;
  };

  return {
    async put({ name, bytes, accept = 'any' }, actor) {
      const cleanName = cleanFileName(name);
      const mediaType = recogniseFile(bytes, cleanName, accept);
      // One at a time: two puts of the same bytes must not both find that there are none yet.
      const act = (): Promise<string> => keep(bytes, mediaType, actor);
      const kept = latest.then(act, act);
      latest = kept.catch(() => undefined);
      const [sha256, pages] = await Promise.all([
        kept,
        fileKind(mediaType) === 'pdf' ? countPdfPages(bytes) : null,
      ]);
      broughtAgain.add(`${sha256} ${actor.id}`);
      return { sha256, name: cleanName, mediaType, sizeBytes: bytes.length, pages };
    },

    read(sha256, name = '') {
      const content = findStoredContent(db, sha256);
      if (content === undefined) throw new AppError('notFound', { kind: 'file' });
      const bytes = content ?? readOutside(sha256);
      if (bytes === null || (content !== null && fileAddress(content) !== sha256))
        throw new AppError('fileVanished', { name: name === '' ? sha256.slice(0, 8) : name });
      return ownBytes(bytes);
    },

    find: (sha256) => findStoredFile(db, sha256),

    wasBroughtBy: (sha256, staffId) =>
      findStoredFile(db, sha256)?.createdBy === staffId || broughtAgain.has(`${sha256} ${staffId}`),

    discard(addresses) {
      // In the line of those who put: one that is putting the same bytes again has its row first.
      const act = (): void => {
        for (const address of addresses)
          if (findStoredFile(db, address) === undefined) dropFromFolder(scansPath(dataFolder), address);
      };
      const done = latest.then(act, act);
      latest = done.catch(() => undefined);
      return done;
    },
  };
}
