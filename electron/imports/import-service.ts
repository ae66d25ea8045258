import { basename, dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import type { StaffId } from '#shared/ids.ts';
import type {
  ImportProgress,
  ImportRun,
  ImportRunId,
  ImportState,
  UndoPlan,
} from '#shared/imports/import.ts';
import { imports as words } from '#shared/locales/ar/imports.ts';
import { listRuns } from '#db/imports/import-rows.ts';
import { planUndo } from '#db/imports/import-undo.ts';
import type { Database } from '#db/open-database.ts';
import type { Actor } from '../audit/actor.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { writeFileSafely } from '../platform/node/write-file-safely.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import type { ImportCalls } from './import-thread-side.ts';
import { createImportThread, type ImportThread } from './import-thread.ts';
import { writeTemplate } from './rejected-workbook.ts';
import { TEMPLATE_COLUMNS } from './template-columns.ts';

export interface ImportServicePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  /** `import-worker`, as a source or as a bundle. */
  readonly workerFile: string | URL;
  readonly onProgress: (progress: ImportProgress) => void;
}

export type ImportService = ReturnType<typeof createImportService>;

type Held = { readonly owner: StaffId; readonly thread: ImportThread };

/** One import at a time, held in a thread of its own until it is discarded or its person goes. */
export function createImportService({ db, clock, dialogs, workerFile, onProgress }: ImportServicePorts) {
  let held: Held | null = null;
  let busy = false;
  /** The thread that reads a file now, with whose file it is. */
  let opening: Held | null = null;

  const start = (): ImportThread =>
    createImportThread({ workerFile, file: db.file, key: readDatabaseKey(dirname(db.file)), onProgress });

  const letGo = async (): Promise<void> => {
    const { thread } = held ?? {};
    held = null;
    await thread?.close();
  };

  /** One long act at a time; a second one is told so. */
  const alone = async <T>(act: () => Promise<T>): Promise<T> => {
    if (busy) throw new AppError('importBusy');
    busy = true;
    try {
      return await act();
    } finally {
      busy = false;
    }
  };

  const threadOf = ({ id }: Actor): ImportThread => {
    if (held?.owner !== id) throw new AppError('importGone');
    return held.thread;
  };
  const long = <M extends keyof ImportCalls>(actor: Actor, method: M, ...input: Parameters<ImportCalls[M]>) =>
    alone(() => threadOf(actor).call(method, ...input));

  const save = async (title: string, name: string, bytes: Uint8Array): Promise<string | null> => {
    const kind = { name: words.file.excelFiles, extensions: ['xlsx'] };
    const path = await dialogs.chooseSaveFile(title, name, kind);
    if (path !== null) writeFileSafely(path, bytes);
    return path;
  };

  return {
    /** The import of this person; another's is none of theirs. */
    state: async (actor: Actor): Promise<ImportState | null> => {
      if (held?.owner !== actor.id) return null;
      return held.thread.call('state').catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'importGone') return null;
        throw error;
      });
    },

    open: (
      input: { readonly name: string; readonly bytes: Uint8Array },
      actor: Actor,
    ): Promise<ImportState> =>
      alone(async () => {
        // Read before the one at hand is let go: a file that is refused takes nothing away.
        const thread = start();
        opening = { owner: actor.id, thread };
        try {
          const state = await thread.call('open', input);
          await letGo();
          // Whoever signed out meanwhile wants it no more.
          if (opening === null) throw new AppError('importGone');
          held = opening;
          return state;
        } catch (error) {
          await thread.close();
          throw error;
        } finally {
          opening = null;
        }
      }),

    choose: (input: Parameters<ImportCalls['choose']>[0], actor: Actor) => long(actor, 'choose', input),
    check: (input: Omit<Parameters<ImportCalls['check']>[0], 'nowMs'>, actor: Actor) =>
      long(actor, 'check', { ...input, nowMs: clock.nowMs() }),
    back: (actor: Actor) => long(actor, 'back'),
    rows: async (input: Parameters<ImportCalls['rows']>[0], actor: Actor) =>
      threadOf(actor).call('rows', input),
    decide: (input: Parameters<ImportCalls['decide']>[0], actor: Actor) => long(actor, 'decide', input),
    /** @throws AppError importGone, importUndecided, importNothing, importStale, importBusy, importCancelled */
    run: (actor: Actor) => long(actor, 'run', { actor, nowMs: clock.nowMs() }),
    cancel: (actor: Actor): void => {
      for (const one of [held, opening]) if (one?.owner === actor.id) one.thread.cancel();
    },
    discard: async (actor: Actor): Promise<void> => {
      if (held?.owner === actor.id) await letGo();
    },

    saveRejected: async (actor: Actor): Promise<string | null> => {
      const thread = threadOf(actor);
      const { fileName } = await thread.call('state');
      const bytes = await thread.call('rejected');
      const name = basename(fileName).replace(/\.[^.]*$/u, '');
      return save(words.file.saveRejected, `${name} - ${words.file.rejectedSheet}.xlsx`, bytes);
    },
    saveTemplate: async (): Promise<string | null> =>
      save(
        words.file.saveTemplate,
        `${words.file.templateSheet}.xlsx`,
        await writeTemplate(words.file.templateSheet, TEMPLATE_COLUMNS),
      ),

    runs: (limit: number): ImportRun[] => listRuns(db, limit),
    undoPlan: (id: ImportRunId): UndoPlan => db.snapshot((reader) => planUndo(reader, id)),
    /** @throws AppError notFound, importUndone, importBusy */
    undo: (id: ImportRunId, actor: Actor): Promise<UndoPlan> =>
      alone(async () => {
        const thread = start();
        try {
          return await thread.call('undo', { id, actor, nowMs: clock.nowMs() });
        } finally {
          await thread.close();
        }
      }),

    /** Whoever signs out leaves no list of people behind. */
    forget: (): void => {
      opening = null;
      void letGo();
    },
    close: (): Promise<void> => letGo(),
  };
}
