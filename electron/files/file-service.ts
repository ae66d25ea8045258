import { AppError } from '#shared/app-error.ts';
import { copyName, type MediaType, type StoredFile } from '#shared/files/stored-file.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { listFileSubjects } from '#db/files/file-subjects.ts';
import type { Database } from '#db/open-database.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { requireBrought, requireMayOpen } from './file-access.ts';
import type { FileStore, NewFile } from './file-store.ts';

interface FileServicePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly store: FileStore;
  /** Asks where to and writes there; null: the person closed the dialog. */
  readonly saveFile: (file: {
    readonly suggestedName: string;
    readonly bytes: Uint8Array;
  }) => Promise<string | null>;
}

export type FileService = ReturnType<typeof createFileService>;

/** Files as the desk handles them: kept, looked at, saved as copies; and the log of it. */
export function createFileService({ db, clock, store, saveFile }: FileServicePorts) {
  /** @throws AppError notAllowed */
  function requireMayRead(sha256: string, staff: Staff): void {
    requireMayOpen(db, sha256, staff);
    requireBrought(db, sha256, staff, store.wasBroughtBy(sha256, staff.id));
  }

  function read(
    sha256: string,
    name: string,
    staff: Staff,
  ): { bytes: Uint8Array<ArrayBuffer>; mediaType: MediaType } {
    requireMayRead(sha256, staff);
    const file = store.find(sha256);
    if (file === undefined) throw new AppError('notFound', { kind: 'file' });
    return { bytes: store.read(sha256, name), mediaType: file.mediaType };
  }

  return {
    put: (file: NewFile, staff: Staff): Promise<StoredFile> => store.put(file, actorOf(staff)),

    describe: (sha256: string) => store.find(sha256) ?? null,

    /** @throws AppError notFound, notAllowed, fileVanished { name } */
    get(
      sha256: string,
      name: string,
      staff: Staff,
    ): { bytes: Uint8Array<ArrayBuffer>; mediaType: MediaType } {
      const file = read(sha256, name, staff);
      const subjects = listFileSubjects(db, sha256);
      if (subjects.length > 0)
        db.write((tx) => {
          const nowMs = clock.nowMs();
          for (const subject of subjects)
            auditRepeated(tx, auditEntry(actorOf(staff), nowMs, 'file.viewed', subject, { sha256 }));
        });
      return file;
    },

    /** A copy to where the person chooses; null when they chose nothing. @throws AppError as `get` */
    async save(sha256: string, name: string, staff: Staff): Promise<{ path: string } | null> {
      const { bytes, mediaType } = read(sha256, name, staff);
      const path = await saveFile({ suggestedName: copyName(name, mediaType), bytes });
      if (path === null) return null;
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const subjects = listFileSubjects(tx, sha256);
        for (const subject of subjects.length > 0 ? subjects : [{ kind: 'file', id: null }])
          tx.audit(auditEntry(actorOf(staff), nowMs, 'file.saved', subject, { sha256, name }));
      });
      return { path };
    },
  };
}
