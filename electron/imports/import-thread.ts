import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { ImportProgress } from '#shared/imports/import.ts';
import type { ImportAnswer, ImportAsk, ImportCalls, ImportThreadData } from './import-thread-side.ts';

type Waiting = { readonly settle: (value: unknown) => void; readonly fail: (error: unknown) => void };

export interface ImportThread {
  readonly call: <M extends keyof ImportCalls>(
    method: M,
    ...input: Parameters<ImportCalls[M]>
  ) => Promise<Awaited<ReturnType<ImportCalls[M]>>>;
  /** Asks what runs to end at its next step: nothing of it stays. */
  readonly cancel: () => void;
  /** Ends the thread; what runs ends first. */
  readonly close: () => Promise<void>;
}

/** What one import may hold in memory: an office machine with 4 GB goes on. */
const MOST_MEMORY_MB = 1536;
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
const tooLarge = (cause: unknown): AppError =>
  new AppError('importFileRefused', { why: 'tooLarge' }, { cause });

/** How long a thread that was asked to end may take before it is ended from outside. */
const PATIENCE_MS = 5000;

/**
 * The thread that holds an import. Unlike a job, it lives as long as the import does: its rows stay there, and the desk
 * asks for a page of them at a time. Calls are answered one after another.
 */
export function createImportThread(options: {
  /** `import-worker`, as a source or as a bundle. */
  readonly workerFile: string | URL;
  readonly file: string;
  readonly key: Uint8Array;
  readonly onProgress: (progress: ImportProgress) => void;
}): ImportThread {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const { file, key } = options;
  const worker = new Worker(options.workerFile, {
    workerData: { file, key, stop } satisfies ImportThreadData,
    // A file that fills it ends the thread, and not the desk.
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  // It keeps no process from ending.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended = false;
  const failAll = (error: unknown): void => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  worker.on('message', (answer: ImportAnswer) => {
    if (answer.kind === 'progress') return options.onProgress(answer.progress);
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) Atomics.store(stop, 0, 0);
    if (answer.kind === 'done') one?.settle(answer.value);
    else if (answer.kind === 'refused') one?.fail(new AppError(answer.code, answer.details));
    else one?.fail(answer.error);
  });
  const exited = new Promise<void>((done) => {
    worker.on('error', (error) => failAll(isOutOfMemory(error) ? tooLarge(error) : error));
    worker.on('exit', () => {
      ended = true;
      failAll(new AppError('importGone'));
      done();
    });
  });
  const send = (message: ImportAsk | 'end'): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread takes none
    worker.postMessage(message);
  return {
    call: (method, ...[input]) =>
      new Promise((settle, fail) => {
        if (ended) return fail(new AppError('importGone'));
        last += 1;
        waiting.set(last, { settle: settle as Waiting['settle'], fail });
        send({ id: last, method, input });
      }),
    cancel: () => {
      if (waiting.size > 0) Atomics.store(stop, 0, 1);
    },
    close: async () => {
      if (ended) return;
      Atomics.store(stop, 0, 1);
      send('end');
      const impatient = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      await exited;
      clearTimeout(impatient);
    },
  };
}
