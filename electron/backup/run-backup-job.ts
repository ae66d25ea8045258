import { runJob } from '../threads/run-job.ts';
import type { BackupJob, BackupProgress, CheckedArchive } from './backup-job.ts';

export interface JobPorts {
  /** `backup-worker` as a source or as a bundle: whoever starts the program knows which. */
  readonly workerFile: string | URL;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}

export const runBackupJob = (job: BackupJob, ports: JobPorts): Promise<CheckedArchive> =>
  runJob<CheckedArchive, BackupProgress>(job, ports);
