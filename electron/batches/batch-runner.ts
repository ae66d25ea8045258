import { AppError, type AppErrorDetails } from '#shared/app-error.ts';
import type { BatchId } from '#shared/ids.ts';
import type { Actor } from '../audit/actor.ts';
import type { BatchAct, BatchProgress } from '#shared/batches/batch.ts';

/** What one step of a long act did: letters that are done now, and persons who are left out. */
export interface StepDone {
  readonly done: number;
  readonly leftOut: number;
}

export interface LongAct<S> {
  readonly batchId: BatchId;
  readonly act: BatchAct;
  /** Who began it. */
  readonly actor: Actor;
  readonly steps: readonly S[];
  /** Of all letters that the steps hold. */
  readonly total: number;
  /** Before each step: null, or the word for why not to go on. */
  readonly mayGoOn: () => string | null;
  /** One letter, or a few, whole or not at all. An AppError stops the act and is told; the step has done nothing. */
  readonly step: (step: S) => StepDone | Promise<StepDone>;
}

/** What was stopped, kept beyond this start of the program: whoever opens the batch next day is told why. */
export interface StopRecord {
  /** An act begins: what stopped an earlier one no longer matters. */
  readonly begun: (batchId: BatchId, actor: Actor) => void;
  readonly stopped: (progress: BatchProgress, actor: Actor) => void;
}

interface RunnerPorts {
  readonly record?: StopRecord;
  readonly onProgress: (progress: BatchProgress) => void;
  /** What went wrong and is nobody's fault but ours. */
  readonly onFault: (error: unknown) => void;
}

export type BatchRunner = ReturnType<typeof createBatchRunner>;

/** Lets the desk's own calls through between two letters. */
const breath = (): Promise<void> => new Promise((go) => setImmediate(go));

/**
 * One long act at a time, a letter after the other: two batches at once would only make each other set their pages
 * again. What is done is on the disk before the next step begins, so an act may end at any moment and be gone on with.
 */
export function createBatchRunner({ onProgress, onFault, record }: RunnerPorts) {
  const latest = new Map<BatchId, BatchProgress>();
  let running: BatchProgress | null = null;
  let cancelled = false;
  let closed = false;

  const tell = (progress: BatchProgress): BatchProgress => {
    latest.set(progress.batchId, progress);
    if (running !== null) running = progress;
    if (!closed) onProgress(progress);
    return progress;
  };

  async function walk<S>(act: LongAct<S>, start: BatchProgress): Promise<BatchProgress> {
    let at = start;
    const stop = (why: string, details: AppErrorDetails = {}): BatchProgress => ({
      ...at,
      state: 'stopped',
      stopped: { why, details: { ...details } },
    });
    try {
      record?.begun(act.batchId, act.actor);
    } catch (error) {
      if (error instanceof AppError) return stop(error.code, error.details);
      onFault(error);
      return stop('internal');
    }
    for (const step of act.steps) {
      await breath();
      if (closed || cancelled) return stop('cancelled');
      const why = act.mayGoOn();
      if (why !== null) return stop(why);
      try {
        const { done, leftOut } = await act.step(step);
        at = { ...at, done: at.done + done, leftOut: at.leftOut + leftOut };
      } catch (error) {
        // The office was closed under the step: its transaction never began, and nobody listens any more.
        if (closed) return stop('cancelled');
        if (error instanceof AppError) return stop(error.code, error.details);
        onFault(error);
        return stop('internal');
      }
      tell({ ...at, state: cancelled ? 'stopping' : 'running' });
    }
    return { ...at, state: 'done' };
  }

  const keepStop = (end: BatchProgress, actor: Actor): void => {
    try {
      record?.stopped(end, actor);
    } catch (error) {
      // A full disk keeps nothing, this neither: it is said until the program ends.
      if (!(error instanceof AppError)) onFault(error);
    }
  };

  const requireIdle = (): void => {
    if (running !== null) throw new AppError('batchRunning', { batch: running.batchId });
  };

  return {
    /** @throws AppError batchRunning while an act runs */
    requireIdle,

    /** The latest long act on a batch since the office was opened. */
    progressOf: (batchId: BatchId): BatchProgress | null => latest.get(batchId) ?? null,

    /**
     * Runs an act to its end or to what stops it; never rejects for what a step throws.
     * @throws AppError batchRunning while another act runs
     */
    run<S>(act: LongAct<S>): Promise<BatchProgress> {
      requireIdle();
      cancelled = false;
      const { batchId, total } = act;
      const start: BatchProgress = {
        batchId,
        act: act.act,
        state: 'running',
        done: 0,
        total,
        leftOut: 0,
        stopped: null,
      };
      running = start;
      tell(start);
      return walk(act, start).then((end) => {
        running = null;
        if (end.state === 'stopped' && !closed) keepStop(end, act.actor);
        return tell(end);
      });
    },

    /** Ends the act after the letter that is being done now. False when none of this batch runs. */
    cancel(batchId: BatchId): boolean {
      if (running === null || running.batchId !== batchId) return false;
      cancelled = true;
      tell({ ...running, state: 'stopping' });
      return true;
    },

    /** With the office: nothing is told any more, no further step begins. */
    close(): void {
      closed = true;
    },
  };
}
