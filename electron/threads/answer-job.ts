import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { JobMessage, JobOrder } from './run-job.ts';

/** The other end of `runJob`, in the thread: does the job and says how it ended. Does nothing outside a thread. */
export const answerJob = async (
  act: (job: never, progress: (progress: unknown) => void) => unknown,
): Promise<void> => {
  if (parentPort === null) return;
  const port = parentPort;
  const { job, stop } = workerData as JobOrder;
  const say = (message: JobMessage<unknown, unknown>): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread takes none
    port.postMessage(message);
  try {
    say({
      kind: 'done',
      value: await act(job as never, (progress) => {
        if (Atomics.load(stop, 0) !== 0) throw new Error('the job was asked to stop');
        say({ kind: 'progress', progress });
      }),
    });
  } catch (error) {
    if (error instanceof AppError) say({ kind: 'refused', code: error.code, details: error.details });
    else say({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
};
