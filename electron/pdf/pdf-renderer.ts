import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { LetterPaper } from './documents/letter-document.ts';
import type { PaperSheet } from './documents/paper-sheets.ts';
import type { RecoverySheet } from './documents/recovery-sheet-document.ts';
import type { RenderedPdf, RenderJob } from './render-jobs.ts';
import type { RenderAnswer, RenderRequest } from './render-worker.ts';

export interface PdfRenderer {
  /** @throws AppError missingGlyph { character, codePoint, field, place }, renderFailed { reason }, the calendar's codes */
  renderLetter(paper: LetterPaper): Promise<RenderedPdf>;
  /** The sheet with the printed recovery key. The key stays in memory: nothing is written. */
  renderRecoverySheet(sheet: RecoverySheet): Promise<RenderedPdf>;
  /** An empty sheet on the letterhead of a profile that may not be saved yet. */
  renderHeadPreview(profile: OrganisationProfile, logo?: Uint8Array | null): Promise<RenderedPdf>;
  /** Every other paper of the desk. @throws as `renderLetter`, and pictureUnreadable { picture, reason } */
  renderPaper(sheet: PaperSheet): Promise<RenderedPdf>;
  /** Loads fonts and shapes the usual words, so that the first letter does not wait. Never throws. */
  warm(): Promise<void>;
  /** Ends the worker; what waits is refused with renderFailed. */
  close(): Promise<void>;
}

interface Waiting {
  readonly job: RenderJob;
  readonly resolve: (pdf: RenderedPdf) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Room for a register book of many years. Left to itself the engine lets garbage pile up to half a gigabyte over a long
 * batch; with a young generation that holds a whole letter, most of it never grows old.
 */
const MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1024 } as const;

/**
 * PDFs are set in a worker thread, one after the other, so that the desk never waits for them. A worker that dies takes
 * only its own document along: that one is refused with renderFailed, the next starts a fresh worker.
 * `workerFile` is `electron/pdf/render-worker.ts` from the sources and `render-worker.cjs` beside the built main file.
 */
export function createPdfRenderer({ workerFile }: { readonly workerFile: string | URL }): PdfRenderer {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let current: (Waiting & { readonly id: number }) | null = null;
  let closed = false;
  let lastId = 0;

  const fail = (reason: string, cause?: unknown): AppError =>
    new AppError('renderFailed', { reason }, { cause });

  function start(): Worker {
    const started = new Worker(workerFile, { resourceLimits: MEMORY });
    const lost = (reason: string, cause?: unknown): void => {
      if (worker !== started) return;
      worker = null;
      const broken = current;
      current = null;
      broken?.reject(fail(reason, cause));
      next();
    };
    started.on('message', (answer: RenderAnswer) => {
      const done = current;
      if (done === null || answer.id !== done.id) return;
      current = null;
      if (answer.ok) done.resolve({ pdf: answer.pdf, pages: answer.pages });
      else done.reject(new AppError(answer.code, answer.details));
      next();
    });
    started.on('error', (error: unknown) => {
      lost(error instanceof Error ? error.message : String(error), error);
    });
    started.on('exit', (code) => {
      lost(`worker ended with ${code}`);
    });
    // An idle worker must not keep the program alive.
    started.unref();
    return started;
  }

  function next(): void {
    if (current !== null || closed) return;
    const waiting = queue.shift();
    if (waiting === undefined) {
      worker?.unref();
      return;
    }
    try {
      worker ??= start();
    } catch (error) {
      waiting.reject(fail(error instanceof Error ? error.message : String(error), error));
      next();
      return;
    }
    lastId += 1;
    current = { ...waiting, id: lastId };
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ id: lastId, job: waiting.job } satisfies RenderRequest);
  }

  function run(job: RenderJob): Promise<RenderedPdf> {
    if (closed) return Promise.reject(fail('closed'));
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPdf>();
    queue.push({ job, resolve, reject });
    next();
    return promise;
  }

  return {
    renderLetter: (paper) => run({ kind: 'letter', paper }),
    renderRecoverySheet: (sheet) => run({ kind: 'recoverySheet', sheet }),
    renderHeadPreview: (profile, logo = null) => run({ kind: 'headPreview', profile, logo }),
    renderPaper: (sheet) => run({ kind: 'paper', sheet }),
    warm: async () => {
      // A failure shows itself, with its reason, at the first letter.
      await run({ kind: 'warm' }).catch(() => undefined);
    },
    close: async () => {
      closed = true;
      const ended = worker;
      worker = null;
      current?.reject(fail('closed'));
      current = null;
      for (const waiting of queue.splice(0)) waiting.reject(fail('closed'));
      await ended?.terminate();
    },
  };
}
