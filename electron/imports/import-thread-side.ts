import type { MessagePort } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import type { ImportProgress, ImportRunId } from '#shared/imports/import.ts';
import { undoRun } from '#db/imports/import-undo.ts';
import { type Database, openDatabase } from '#db/open-database.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { ImportSession } from './import-session.ts';

/** What the thread of imports is started with. */
export interface ImportThreadData {
  readonly file: string;
  readonly key: Uint8Array;
  /** One word; anything but 0 means: what runs ends at its next step. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}

/** What may be asked of the thread: one method a message, answered in order. */
export function createImportCalls(database: Database, progress: (progress: ImportProgress) => void) {
  const session = new ImportSession({ database, progress });
  return {
    open: (input: Parameters<ImportSession['open']>[0]) => session.open(input),
    choose: (input: Parameters<ImportSession['choose']>[0]) => session.choose(input),
    check: (input: Parameters<ImportSession['check']>[0] & { readonly nowMs: number }) =>
      session.check(input, input.nowMs),
    back: () => session.back(),
    state: () => session.state(),
    rows: (input: Parameters<ImportSession['rows']>[0]) => session.rows(input),
    decide: (input: Parameters<ImportSession['decide']>[0]) => session.decide(input),
    run: ({ actor, nowMs }: { readonly actor: Actor; readonly nowMs: number }) => session.run(actor, nowMs),
    rejected: () => session.rejected(),
    /** @throws AppError notFound, importUndone, importCancelled */
    undo: ({
      id,
      actor,
      nowMs,
    }: {
      readonly id: ImportRunId;
      readonly actor: Actor;
      readonly nowMs: number;
    }) =>
      database.write((tx) => {
        const plan = undoRun(tx, id, actor.id, nowMs, (done, total) =>
          progress({ stage: 'undoing', done, total }),
        );
        const { remove, restore, keep } = plan;
        const details = { removed: remove, restored: restore, kept: keep.length };
        tx.audit(auditEntry(actor, nowMs, 'import.undone', { kind: 'import', id }, details));
        return plan;
      }),
  };
}
export type ImportCalls = ReturnType<typeof createImportCalls>;

export interface ImportAsk {
  readonly id: number;
  readonly method: keyof ImportCalls;
  readonly input: unknown;
}
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly code: AppError['code'];
      readonly details: AppError['details'];
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };

/** The other end of `createImportThread`, in the thread. */
export function answerImports(port: MessagePort, { file, key, stop }: ImportThreadData): void {
  const say = (message: ImportAnswer): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread takes none
    port.postMessage(message);
  const database = openDatabase({ file, key: Buffer.from(key) });
  const calls = createImportCalls(database, (progress) => {
    if (Atomics.load(stop, 0) !== 0) throw new AppError('importCancelled');
    say({ kind: 'progress', progress });
  });
  const answer = async (ask: ImportAsk | 'end'): Promise<void> => {
    if (ask === 'end') {
      database.close();
      port.close();
      return;
    }
    const { id, method, input } = ask;
    try {
      const value: unknown = await (calls[method] as (given: unknown) => unknown)(input);
      say({ kind: 'done', id, value });
    } catch (error) {
      if (error instanceof AppError) say({ kind: 'refused', id, code: error.code, details: error.details });
      else say({ kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  // One after another: what was asked first is answered first.
  let last = Promise.resolve();
  port.on('message', (ask: ImportAsk | 'end') => {
    last = last.then(() => answer(ask));
  });
}
