import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { BackupJob, BackupProgress, CheckedArchive, WorkerMessage } from './backup-job.ts';

export interface JobPorts {
  /** `backup-worker` as a source or as a bundle: whoever starts the program knows which. */
  readonly workerFile: string | URL;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}

/** Runs a job to its end, or ends it: when this settles no thread of it is left and no file of it is open. */
export const runBackupJob = async (job: BackupJob, ports: JobPorts): Promise<CheckedArchive> => {
  ports.signal?.throwIfAborted();
  const worker = new Worker(ports.workerFile, { workerData: job });
  const abort = (): void => void worker.terminate();
  ports.signal?.addEventListener('abort', abort, { once: true });
  let outcome: (() => CheckedArchive) | undefined;
  const fail = (error: unknown): (() => never) => {
    return () => {
      throw error;
    };
  };
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'progress') {
      const { stage, done, total } = message;
      ports.onProgress?.({ stage, done, total });
    } else if (message.kind === 'done') outcome = () => message.value;
    else if (message.kind === 'refused') outcome = fail(new AppError(message.code, message.details));
    else outcome = fail(message.error);
  });
  worker.on('error', (error) => {
    outcome = fail(error);
  });
  const exitCode = await new Promise<number>((resolve) => worker.on('exit', resolve));
  ports.signal?.removeEventListener('abort', abort);
  ports.signal?.throwIfAborted();
  if (outcome === undefined) throw new Error(`the backup worker ended with ${exitCode} and no word`);
  return outcome();
};
