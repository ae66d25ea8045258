import { AppError } from '#shared/app-error.ts';
import type { FileRef, MediaType } from '#shared/files/stored-file.ts';
import { CASE_ROLES, DESK_ROLES, type Staff } from '#shared/staff/staff.ts';
import { type FileHolder, listFileHolders } from '#db/files/file-subjects.ts';
import { listUsesAsOfficeImage } from '#db/files/office-images.ts';
import { findStoredFile } from '#db/files/stored-files.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';

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

/**
 * A digest is no secret: the log tells it. So the file is asked for by whoever may see what it hangs on.
 * @throws AppError notAllowed: a paper of a case; a stamp's or another person's signature's picture
 */
export function requireMayOpen(reader: Reader, sha256: string, staff: Staff): void {
  const holders = listFileHolders(reader, sha256);
  if (holders.length > 0 && !holders.some((one) => maySeeHeld(one, staff)))
    throw new AppError('notAllowed', { kind: 'file' });
  if (maySeeSigningPictures(staff)) return;
  const guarded = listUsesAsOfficeImage(reader, sha256).filter(({ kind }) => kind !== 'logo');
  const all = guarded.every(({ kind, staffId }) => kind === 'signature' && staffId === staff.id);
  if (!all) throw new AppError('notAllowed', { right: 'useSigningPictures' });
}

/**
 * What hangs on nothing yet is its bringer's, and the desk's, which goes on where another left off: a scan that waits for
 * its record tells of a case as well. @throws AppError notAllowed
 */
export function requireBrought(reader: Reader, sha256: string, staff: Staff, brought: boolean): void {
  if (brought || CASE_ROLES.some((role) => staff.roles.includes(role))) return;
  const lies = findStoredFile(reader, sha256) !== undefined;
  const known = listFileHolders(reader, sha256).length + listUsesAsOfficeImage(reader, sha256).length > 0;
  if (lies && !known) throw new AppError('notAllowed', { kind: 'file' });
}

/**
 * A file that is hung on a record by its digest: who may open the record opens the file by way of it, so nobody hangs up
 * what they may not open themselves. @throws AppError fileVanished { name }, notAllowed
 */
export function requireMayHang(reader: Reader, { sha256, name }: FileRef, { id }: Actor): MediaType {
  const file = findStoredFile(reader, sha256);
  if (file === undefined) throw new AppError('fileVanished', { name });
  const staff = findStaff(reader, id);
  if (staff !== undefined) requireMayOpen(reader, sha256, staff);
  return file.mediaType;
}
