import { AppError } from '#shared/app-error.ts';
import type { BatchId, LetterId } from '#shared/ids.ts';
import type { BatchProgress } from '#shared/batches/batch.ts';
import { isLetterFault, MOST_RENDER_FAILURES, statesFor } from '#shared/batches/batch-rules.ts';
import type { LetterState } from '#shared/letters/letter.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findBatchLetter, listBatchPersons } from '#db/batches/batch-queries.ts';
import { setLeftOut } from '#db/batches/batch-writes.ts';
import type { Database } from '#db/open-database.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { guardClock } from '../audit/clock-guard.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { LetterService } from '../letters/letter-service.ts';
import type { Clock } from '../ports/clock.ts';
import type { BatchRunner, StepDone } from './batch-runner.ts';
import { getBatch, subject } from './batch-service.ts';

interface BatchActPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly runner: BatchRunner;
  /** Each letter's act is the single letter's own: the same checks, the same log. */
  readonly letters: Pick<LetterService, 'submitLetter' | 'approveLetter' | 'returnLetter' | 'issueLetter'>;
  /** Prints the sealed bytes of one letter and logs it. */
  readonly printLetter: (
    job: { readonly id: LetterId; readonly copies: number; readonly printer: string | null },
    actor: Actor,
  ) => Promise<unknown>;
  readonly mayGoOn: (actor: Actor) => string | null;
}

export type Seen = readonly { readonly letterId: LetterId; readonly version: number }[];

/** One letter that an act has before it. */
interface Step {
  readonly position: number;
  readonly letterId: LetterId;
  /** Of the text that is acted on: the one that is there, or that was seen. */
  readonly version: number;
}

export type BatchActs = ReturnType<typeof createBatchActs>;

const DONE: StepDone = { done: 1, leftOut: 0 };
const LEFT_OUT: StepDone = { done: 0, leftOut: 1 };

/** What is done to all letters of a batch, one after the other: each is whole or not begun when the act stops. */
export function createBatchActs({ db, clock, runner, letters, printLetter, mayGoOn }: BatchActPorts) {
  const stepsOf = (id: BatchId, states: readonly LetterState[]): Step[] =>
    db.snapshot((reader) => {
      getBatch(reader, id);
      return listBatchPersons(reader, id).flatMap(({ position, letterId, letterState, letterVersion }) =>
        letterId !== null && letterState !== null && letterVersion !== null && states.includes(letterState)
          ? [{ position, letterId, version: letterVersion }]
          : [],
      );
    });

  /** On record with the person, so that the list says it after the screen is gone. */
  function leaveOut(id: BatchId, step: Step, error: AppError, actor: Actor): StepDone {
    const { code, details } = error;
    if (!isLetterFault(code)) throw error;
    db.write((tx) => {
      setLeftOut(tx, id, step.position, {
        code,
        details: Object.fromEntries(
          Object.entries(details).map(([key, value]) => [
            key,
            typeof value === 'object' ? [...value] : value,
          ]),
        ),
      });
      tx.audit(
        auditEntry(actor, clock.nowMs(), 'batch.leftOut', subject(id), { letterId: step.letterId, code }),
      );
    });
    return LEFT_OUT;
  }

  /** A reason that no longer holds: the letter was mended and is done. */
  function takeBackReason(id: BatchId, step: Step, actor: Actor): void {
    if (findBatchLetter(db, id, step.position)?.leftOut !== true) return;
    db.write((tx) => {
      setLeftOut(tx, id, step.position, null);
      tx.audit(
        auditEntry(actor, clock.nowMs(), 'batch.leftOutUndone', subject(id), { letterId: step.letterId }),
      );
    });
  }

  /** The letters among `steps` that were seen, each with the version that was. */
  const seenOnly = (steps: readonly Step[], seen: Seen): Step[] => {
    const versions = new Map(seen.map((one) => [one.letterId, one.version]));
    return steps.flatMap((step) => {
      const version = versions.get(step.letterId);
      return version === undefined ? [] : [{ ...step, version }];
    });
  };

  /** @throws AppError conflict when the text is not the one that was seen */
  function requireSeen(id: BatchId, step: Step): void {
    const now = findBatchLetter(db, id, step.position);
    if (now?.version !== step.version) throw new AppError('conflict', { version: now?.version ?? 0 });
  }

  /** A short act on each letter, in the tick of its own check: nobody edits in between. */
  function each(
    id: BatchId,
    act: 'submit' | 'approve' | 'return',
    steps: readonly Step[],
    actor: Actor,
    run: (step: Step) => void,
  ): Promise<BatchProgress> {
    return runner.run({
      batchId: id,
      act,
      actor,
      steps,
      total: steps.length,
      mayGoOn: () => mayGoOn(actor),
      step: (step) => {
        try {
          run(step);
          return DONE;
        } catch (error) {
          if (error instanceof AppError) return leaveOut(id, step, error, actor);
          throw error;
        }
      },
    });
  }

  return {
    /** للعرض. @throws AppError notFound, batchRunning */
    submit: (id: BatchId, actor: Actor): Promise<BatchProgress> =>
      each(id, 'submit', stepsOf(id, statesFor('submit', { approve: false })), actor, (step) => {
        letters.submitLetter(step.letterId, actor);
      }),

    /** What was seen, and only as it was seen. @throws AppError notFound, batchRunning */
    approve: (id: BatchId, seen: Seen, actor: Actor): Promise<BatchProgress> =>
      each(
        id,
        'approve',
        seenOnly(stepsOf(id, statesFor('approve', { approve: true })), seen),
        actor,
        (step) => {
          requireSeen(id, step);
          letters.approveLetter(step.letterId, actor);
        },
      ),

    /** @throws AppError notFound, batchRunning */
    giveBack: (id: BatchId, remarks: string, actor: Actor): Promise<BatchProgress> =>
      each(id, 'return', stepsOf(id, statesFor('return', { approve: true })), actor, (step) => {
        letters.returnLetter(step.letterId, remarks, actor);
      }),

    /**
     * Begins, and gives the end as a promise that never rejects. Throws at once what would stop it before its first
     * letter.
     * @throws AppError notFound, batchRunning, clockWentBack and clockJumped unless confirmed
     */
    issue(
      id: BatchId,
      input: {
        readonly seen: Seen;
        readonly confirmClock: boolean;
        readonly pictures: SigningPictures;
      },
      issuer: Staff,
    ): Promise<BatchProgress> {
      const actor = actorOf(issuer);
      const steps = seenOnly(
        stepsOf(id, statesFor('issue', { approve: issuer.rights.includes('approveLetters') })),
        input.seen,
      );
      guardClock(db, clock.nowMs(), input.confirmClock, clock);
      let { confirmClock } = input;
      let renderFailures = 0;
      return runner.run({
        batchId: id,
        act: 'issue',
        actor,
        steps,
        total: steps.length,
        mayGoOn: () => {
          const staff = findStaff(db, issuer.id);
          // Rights that were taken while the batch runs count at once.
          if (staff === undefined || !staff.active || !staff.rights.includes('issueLetters'))
            return 'notAllowed';
          return mayGoOn(actor);
        },
        step: async (step) => {
          try {
            const { letterId, version } = step;
            await letters.issueLetter(
              { id: letterId, version, confirmClock, pictures: input.pictures },
              findStaff(db, issuer.id) ?? issuer,
            );
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            renderFailures = error.code === 'renderFailed' ? renderFailures + 1 : 0;
            if (renderFailures >= MOST_RENDER_FAILURES) throw error;
            return leaveOut(id, step, error, actor);
          }
          // A person confirmed the clock for now: a clock that goes back again is asked about again.
          confirmClock = false;
          renderFailures = 0;
          takeBackReason(id, step, actor);
          return DONE;
        },
      });
    },

    /** What is issued, from a letter on, until the printer refuses. @throws AppError notFound, batchRunning */
    print(
      id: BatchId,
      job: { readonly copies: number; readonly printer: string | null; readonly from: LetterId | null },
      actor: Actor,
    ): Promise<BatchProgress> {
      const issued = stepsOf(id, statesFor('print', { approve: false }));
      const first = issued.findIndex((step) => step.letterId === job.from);
      const steps = issued.slice(Math.max(0, first));
      return runner.run({
        batchId: id,
        act: 'print',
        actor,
        steps,
        total: steps.length,
        mayGoOn: () => mayGoOn(actor),
        step: async ({ letterId }) => {
          await printLetter({ id: letterId, copies: job.copies, printer: job.printer }, actor);
          return DONE;
        },
      });
    },
  };
}
