import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';

/** Of a path of a disk, as Windows has them. */
export const MOST_PATH_CHARACTERS = 32_767;

const office = { roles: ['manager', 'administrator'] } as const;

export const backupStatusSchema = z.object({
  lastAtMs: z.int().nullable(),
  lastFile: z.string().nullable(),
  lastSizeBytes: z.int().nullable(),
  /** The last archive was opened again and its restore rehearsed. */
  lastVerifiedAtMs: z.int().nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

export const backupContract = defineContract({
  'backup.status': query('signedIn', z.void(), backupStatusSchema),
  /** Asks for the folder (a USB stick); null when the person closed the dialog. */
  'backup.chooseFolder': query(office, z.void(), z.string().nullable()),
  /**
   * Writes and verifies an archive; progress comes as `backup.progress` events. Errors: backupFolderMissing, diskFull,
   * backupVerifyFailed (the bad archive is taken away).
   */
  'backup.export': command(
    office,
    z.object({ folder: z.string().min(1).max(MOST_PATH_CHARACTERS) }),
    z.object({
      file: z.string(),
      sizeBytes: z.int(),
      verifiedAtMs: z.int(),
      /** Kept files that had vanished from the data folder before: everything else is in the archive. */
      lostFiles: z.int(),
    }),
    ['backup'],
  ),
});
