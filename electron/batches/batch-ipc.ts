import type { batchesContract } from '#shared/batches/batches-contract.ts';
import type { BatchId } from '#shared/ids.ts';
import type { BatchProgress } from '#shared/batches/batch.ts';
import type { Topic } from '#shared/ipc/contract.ts';
import type { Database } from '#db/open-database.ts';
import { getPrintSetting } from '#db/settings/desk-settings.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { LetterPaperService } from '../letters/letter-paper-service.ts';
import type { LetterService } from '../letters/letter-service.ts';
import type { PaperService } from '../papers/paper-service.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskSession } from '../session/desk-session.ts';
import { createBatchActs } from './batch-acts.ts';
import { createBatchRunner } from './batch-runner.ts';
import { createBatchService } from './batch-service.ts';
import { createStopRecord } from './batch-stops.ts';
import { createFillFor } from './fill-person.ts';

/** How what runs by itself is told of. */
export interface BatchListener {
  readonly onBatchProgress: (progress: BatchProgress) => void;
  /** After a long act that its command did not wait for. */
  readonly onDataChanged: (topics: readonly Topic[]) => void;
  readonly onFault: (error: unknown) => void;
}

export type Batches = ReturnType<typeof createBatches>;

export function createBatches(
  {
    db,
    clock,
    session,
    listener,
  }: {
    readonly db: Database;
    readonly clock: Clock;
    readonly session: DeskSession;
    readonly listener: BatchListener | undefined;
  },
  letters: Pick<LetterService, 'submitLetter' | 'approveLetter' | 'returnLetter' | 'issueLetter'>,
  paper: Pick<LetterPaperService, 'print'>,
  papers: Pick<PaperService, 'make' | 'print'>,
) {
  const runner = createBatchRunner({
    record: createStopRecord({ db, clock }),
    onProgress: (progress) => listener?.onBatchProgress(progress),
    onFault: (error) => listener?.onFault(error),
  });
  // A locked screen is a person who went for tea: their batch goes on. Whoever signs out, or gives the desk to another,
  // takes their hand off it.
  const mayGoOn = (actor: Actor): string | null =>
    session.current()?.staff.id === actor.id ? null : 'signedOut';
  const ports = { db, clock, runner, mayGoOn };
  return {
    runner,
    onDataChanged: (topics: readonly Topic[]): void => listener?.onDataChanged(topics),
    service: createBatchService({ ...ports, fillFrom: (source) => createFillFor(clock, source) }),
    acts: createBatchActs({
      ...ports,
      letters,
      printLetter: async ({ id, ...choice }, actor) => {
        const staff = findStaff(db, actor.id);
        if (staff === undefined || !getPrintSetting(db).preprinted.on)
          return paper.print({ id, ...choice, pageRange: null }, actor);
        // The tray holds sheets with a head: fields and body alone, as a single letter is printed at this desk.
        const { token } = await papers.make({ kind: 'preprinted', letterId: id }, staff);
        return papers.print({ token, ...choice, pageRange: null }, staff);
      },
    }),
  };
}

export function batchHandlers(batches: () => Batches): Handlers<typeof batchesContract> {
  const service = () => batches().service;
  const acts = () => batches().acts;
  /** Answers with how the act stands after its first moment; its end is told by events. */
  const begun = (id: BatchId, start: (of: Batches) => Promise<BatchProgress>): BatchProgress => {
    const of = batches();
    void start(of).then(() => of.onDataChanged(['letters', 'requests', 'registers', 'batches', 'audit']));
    return of.runner.progressOf(id)!;
  };
  return {
    'batches.choose': ({ filter, offset, limit }) => service().choose(filter, { offset, limit }),
    'batches.villages': () => service().villages(),
    'batches.preview': (draft) => service().preview(draft),
    'batches.create': ({ name, ...draft }, { signedIn }) =>
      service().create(draft, name, actorOf(signedIn().staff)),
    'batches.draft': ({ id }, { signedIn }) => service().writeDrafts(id, actorOf(signedIn().staff)),
    'batches.get': ({ id }) => service().get(id),
    'batches.list': ({ limit }) => service().list(limit),
    'batches.submit': ({ id }, { signedIn }) => acts().submit(id, actorOf(signedIn().staff)),
    'batches.approve': ({ id, seen }, { signedIn }) => acts().approve(id, seen, actorOf(signedIn().staff)),
    'batches.return': ({ id, remarks }, { signedIn }) =>
      acts().giveBack(id, remarks, actorOf(signedIn().staff)),
    'batches.issue': ({ id, ...input }, { signedIn }) =>
      begun(id, (of) => of.acts.issue(id, input, signedIn().staff)),
    'batches.cancel': ({ id }) => {
      batches().runner.cancel(id);
    },
    'batches.print': ({ id, ...job }, { signedIn }) =>
      begun(id, (of) => of.acts.print(id, job, actorOf(signedIn().staff))),
    'batches.discard': ({ id }, { signedIn }) => service().discard(id, actorOf(signedIn().staff)),
    'batches.restoreDiscarded': ({ id }, { signedIn }) =>
      service().restoreDiscarded(id, actorOf(signedIn().staff)),
  };
}
