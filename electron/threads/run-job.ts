import { Worker, type WorkerOptions } from 'node:worker_threads';
import { AppError, type AppErrorCode, type AppErrorDetails } from '#shared/app-error.ts';

/** What a job's thread says. Errors cross as code and details: objects lose their class on the way. */
export type JobMessage<T, P = never> =
  | { readonly kind: 'progress'; readonly progress: P }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: AppErrorCode; readonly details: AppErrorDetails }
  | { readonly kind: 'failed'; readonly error: Error };

export interface JobOptions<P> {
  /** A `…-worker` as a source or as a bundle: whoever starts the program knows which. */
  readonly workerFile: string | URL;
  readonly onProgress?: ((progress: P) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly env?: WorkerOptions['env'];
}

/** What a thread is started with: its job, and a flag that asks it to stop. */
export interface JobOrder {
  readonly job: unknown;
  /** One word; anything but 0 means: stop at the next step. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}

/** How long a thread that was asked to stop may take before it is ended from outside. */
const PATIENCE_MS = 5000;

/** Runs a job to its end, or ends it: when this settles, no thread of it is left and no file of it is open. */
export const runJob = async <T, P>(job: unknown, options: JobOptions<P>): Promise<T> => {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(options.workerFile, {
    workerData: { job, stop } satisfies JobOrder,
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  // Asked first, so that its own clean-up runs; ended from outside only when it comes to no next step.
  let impatient: NodeJS.Timeout | undefined;
  const abort = (): void => {
    Atomics.store(stop, 0, 1);
    impatient = setTimeout(() => void worker.terminate(), PATIENCE_MS);
  };
  signal?.addEventListener('abort', abort, { once: true });
  let outcome: (() => T) | undefined;
  const failed = (error: unknown): (() => never) => {
    return () => {
      throw error;
    };
  };
  worker.on('message', (message: JobMessage<T, P>) => {
    if (message.kind === 'progress') onProgress?.(message.progress);
    else if (message.kind === 'done') outcome = () => message.value;
    else if (message.kind === 'refused') outcome = failed(new AppError(message.code, message.details));
    else outcome = failed(message.error);
  });
  worker.on('error', (error) => {
    outcome = failed(error);
  });
  const exitCode = await new Promise<number>((resolve) => {
    worker.on('exit', resolve);
  });
  clearTimeout(impatient);
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  if (outcome === undefined) throw new Error(`the worker ended with ${exitCode} and no word`);
  return outcome();
};
