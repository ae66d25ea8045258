import { fileError } from '../data-folder/durable-files.ts';
import type { BackupProgress, CheckedArchive, OpenJob } from './backup-job.ts';
import { checkUnpacked, requireKnownSchema } from './check-unpacked.ts';
import { requireRoom } from './require-room.ts';
import { unpackArchive } from './unpack-archive.ts';

/**
 * Decrypts an archive with the printed key into an empty folder and checks all of it.
 * Errors: fileMissing, fileUnreadable, backupNotOurs, recoveryKeyWrong, backupDamaged, databaseTooNew, diskFull.
 */
export const openArchive = async (
  job: OpenJob,
  progress: (progress: BackupProgress) => void,
): Promise<CheckedArchive> => {
  try {
    const unpacked = await unpackArchive({
      archive: job.archive,
      opener: { identity: job.identity },
      into: job.into,
      check: (manifest) => {
        requireKnownSchema(manifest);
        requireRoom(
          job.into,
          manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0),
        );
      },
      onBytes: (done, total) => progress({ stage: 'restore', done, total }),
    });
    const checked = checkUnpacked(job.into, unpacked);
    const { manifest, sizeBytes, sha256 } = unpacked;
    return { manifest, sizeBytes, sha256, ...checked };
  } catch (error) {
    throw fileError(error, job.into);
  }
};
