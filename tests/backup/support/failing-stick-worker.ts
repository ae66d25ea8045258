import { closeSync, openSync, writeSync } from 'node:fs';
import type { BackupProgress, CheckedArchive, MakeJob } from '#electron/backup/backup-job.ts';
import { makeArchive } from '#electron/backup/make-archive.ts';
import { answerJob } from '#electron/threads/answer-job.ts';

/** The backup worker on a stick that takes bytes and later gives others back: far behind where reading stands. */
void answerJob((job: MakeJob, say: (progress: BackupProgress) => void): Promise<CheckedArchive> => {
  let failed = false;
  return makeArchive(job, (progress) => {
    say(progress);
    if (progress.stage !== 'verify' || failed) return;
    failed = true;
    const fd = openSync(job.target, 'r+');
    writeSync(fd, Buffer.alloc(10), 0, 10, 2_500_000);
    closeSync(fd);
  });
});
