import { answerJob } from '../threads/answer-job.ts';
import type { BackupJob, BackupProgress, CheckedArchive } from './backup-job.ts';
import { makeArchive } from './make-archive.ts';
import { openArchive } from './open-archive.ts';

const STEPS = 200;

/** At most two hundred messages a stage: the desk must not be busy with hearing how busy we are. */
const thinned = (say: (progress: BackupProgress) => void): ((progress: BackupProgress) => void) => {
  let lastStep = '';
  return (progress) => {
    const { stage, done, total } = progress;
    const step = `${stage} ${total === 0 ? 0 : Math.floor((done / total) * STEPS)}`;
    if (step === lastStep) return;
    lastStep = step;
    say(progress);
  };
};

/** A thread of its own: a snapshot blocks for seconds, and packing keeps a core busy. */
void answerJob((job: BackupJob, say: (progress: BackupProgress) => void): Promise<CheckedArchive> => {
  const progress = thinned(say);
  return job.kind === 'make' ? makeArchive(job, progress) : openArchive(job, progress);
});
