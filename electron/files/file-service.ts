import { AppError } from '#shared/app-error.ts';
import { copyName, type MediaType, type StoredFile } from '#shared/files/stored-file.ts';
import { CASE_ROLES, DESK_ROLES, type Staff } from '#shared/staff/staff.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { type FileHolder, listFileHolders, listFileSubjects } from '#db/files/file-subjects.ts';
import { listUsesAsOfficeImage } from '#db/files/office-images.ts';
import type { Database } from '#db/open-database.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
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

/** Whether a person may see the office's pictures of stamp and signatures: whoever has them can sign a forged letter. */
const maySeeSigningPictures = (staff: Staff): boolean =>
  staff.roles.includes('administrator') ||
  staff.roles.includes('manager') ||
  staff.rights.includes('useSigningPictures');

/** Records that everybody who is signed in may open, and the files with them. */
const OPEN_RECORDS: readonly string[] = ['letter', 'incoming', 'agreement'];

/** Papers of a case are for who serves or judges it, the scan of an attestation for who holds it against the card. */
function maySeeHeld({ kind, bearsIdentity }: FileHolder, staff: Staff): boolean {
  if (OPEN_RECORDS.includes(kind)) return true;
  return (bearsIdentity ? DESK_ROLES : CASE_ROLES).some((role) => staff.roles.includes(role));
}

/** Files as the desk handles them: kept, looked at, saved as copies; and the log of it. */
export function createFileService({ db, clock, store, saveFile }: FileServicePorts) {
  /**
   * A digest is no secret: the log tells it. So the file is asked for by whoever may see what it hangs on; one that hangs on
   * nothing yet is its bringer's.
   * @throws AppError notAllowed: a paper of a case; a stamp's or another person's signature's picture
   */
  function requireMayRead(sha256: string, staff: Staff): void {
    const holders = listFileHolders(db, sha256);
    if (holders.length > 0 && !holders.some((one) => maySeeHeld(one, staff)))
      throw new AppError('notAllowed', { kind: 'file' });
    if (maySeeSigningPictures(staff)) return;
    const guarded = listUsesAsOfficeImage(db, sha256).filter(({ kind }) => kind !== 'logo');
    const all = guarded.every(({ kind, staffId }) => kind === 'signature' && staffId === staff.id);
    if (!all) throw new AppError('notAllowed', { right: 'useSigningPictures' });
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
