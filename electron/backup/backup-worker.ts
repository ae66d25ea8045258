import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { BackupJob, BackupProgress, WorkerMessage } from './backup-job.ts';
import { makeArchive } from './make-archive.ts';
import { openArchive } from './open-archive.ts';

/** A thread of its own: a snapshot blocks for seconds, and packing keeps a core busy. */
const say = (message: WorkerMessage): void =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread takes none
  parentPort?.postMessage(message);

const STEPS = 200;
let lastSaid = '';

/** At most two hundred messages a stage: the desk must not be busy with hearing how busy we are. */
const progress = ({ stage, done, total }: BackupProgress): void => {
  const step = `${stage} ${total === 0 ? 0 : Math.floor((done / total) * STEPS)}`;
  if (step === lastSaid) return;
  lastSaid = step;
  say({ kind: 'progress', stage, done, total });
};

const run = async (job: BackupJob): Promise<void> => {
  try {
    const value = job.kind === 'make' ? await makeArchive(job, progress) : await openArchive(job, progress);
    say({ kind: 'done', value });
  } catch (error) {
    if (error instanceof AppError) say({ kind: 'refused', code: error.code, details: error.details });
    else say({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
};

// No top-level await: the packaged worker is CommonJS. `run` itself tells of every failure.
if (parentPort !== null) void run(workerData as BackupJob);
