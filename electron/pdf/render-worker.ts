import { parentPort } from 'node:worker_threads';
import { AppError, type AppErrorCode, type AppErrorDetails } from '#shared/app-error.ts';
import { renderJob, type RenderedPdf, type RenderJob } from './render-jobs.ts';

/** What goes over: one job at a time is asked for, so an answer needs no more than its id. */
export interface RenderRequest {
  readonly id: number;
  readonly job: RenderJob;
}
export type RenderAnswer =
  | ({ readonly id: number; readonly ok: true } & RenderedPdf)
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: AppErrorCode;
      readonly details: AppErrorDetails;
    };

async function answer({ id, job }: RenderRequest): Promise<RenderAnswer> {
  try {
    return { id, ok: true, ...(await renderJob(job)) };
  } catch (error) {
    // An error loses its class between threads: only code and details cross.
    if (error instanceof AppError) return { id, ok: false, code: error.code, details: error.details };
    const reason = error instanceof Error ? error.message : String(error);
    return { id, ok: false, code: 'renderFailed', details: { reason } };
  }
}

parentPort?.on('message', (request: RenderRequest) => void reply(request));

async function reply(request: RenderRequest): Promise<void> {
  const message = await answer(request);
  // The bytes are handed over, not copied.
  parentPort?.postMessage(message, message.ok ? [message.pdf.buffer as ArrayBuffer] : []);
}
