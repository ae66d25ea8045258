import { AppError } from '#shared/app-error.ts';
import type { BatchId, PartyId } from '#shared/ids.ts';
import {
  type Batch,
  type BatchProgress,
  type BatchSummary,
  type LeftOut,
  MOST_PERSONS,
  type PersonFilter,
} from '#shared/batches/batch.ts';
import { mayDiscard } from '#shared/batches/batch-rules.ts';
import {
  type BatchDraft,
  type BatchSource,
  batchSourceSchema,
  type ChosenPersons,
  isAboutRequest,
} from '#shared/batches/batch-template.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import {
  type BatchRow,
  findBatch,
  listBatches,
  listBatchPersons,
  listWaiting,
} from '#db/batches/batch-queries.ts';
import {
  type ChosenPerson,
  discardBatch,
  giveBatchLetter,
  insertBatch,
  restoreBatch,
  setLeftOut,
} from '#db/batches/batch-writes.ts';
import { choosePersons, listVillages, requestForLetter } from '#db/batches/person-choice.ts';
import { insertLetter } from '#db/letters/letter-writes.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { BatchRunner } from './batch-runner.ts';
import { stoppedOf } from './batch-stops.ts';
import { createJudge, type FillFor, type Judged } from './judge-persons.ts';

interface BatchServicePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly runner: BatchRunner;
  readonly fillFrom: (source: BatchSource) => FillFor;
  /** Null while the person who began may go on; else the word for why not. */
  readonly mayGoOn: (actor: Actor) => string | null;
}

export type BatchService = ReturnType<typeof createBatchService>;

/** Letters whose drafts are written in one transaction: few enough that the desk never waits for it. */
const CHUNK = 10;

export const subject = (id: BatchId) => ({ kind: 'batch', id });

/** @throws AppError notFound; a discarded batch is not found */
export function getBatch(reader: Reader, id: BatchId): BatchRow {
  const batch = findBatch(reader, id);
  if (batch === undefined || batch.discardedAtMs !== null)
    throw new AppError('notFound', { kind: 'batch', id });
  return batch;
}

const sourceOf = (templateJson: string): BatchSource => batchSourceSchema.parse(JSON.parse(templateJson));

const breath = (): Promise<void> => new Promise((go) => setImmediate(go));

/** Letters to each person of a selection: who is chosen, their drafts, and the whole thrown away or brought back. */
export function createBatchService(ports: BatchServicePorts) {
  const { db, clock, runner } = ports;

  function chosenIds(reader: Reader, persons: ChosenPersons): PartyId[] {
    const ids =
      persons.kind === 'ids'
        ? [...new Set(persons.ids)]
        : choosePersons(reader, persons.filter, { offset: 0, limit: 1, most: MOST_PERSONS }).ids;
    const without = new Set(persons.kind === 'ids' ? [] : persons.except);
    return ids.filter((id) => !without.has(id));
  }

  /** One after the other, with the desk's own calls let through. */
  async function judgeAll(draft: BatchDraft): Promise<Judged[]> {
    const ids = db.snapshot((reader) => chosenIds(reader, draft.persons));
    const judge = createJudge(ports.fillFrom(draft));
    const judged: Judged[] = [];
    for (const [index, id] of ids.entries()) {
      if (index % CHUNK === 0) await breath();
      judged.push(judge(db, id, requestForLetter(db, id, draft.request)));
    }
    return judged;
  }

  function batchOf(id: BatchId): Batch {
    return db.snapshot((reader) => {
      const { summary, templateJson } = getBatch(reader, id);
      return {
        ...summary,
        persons: listBatchPersons(reader, id),
        signatory: sourceOf(templateJson).signatory,
        progress: runner.progressOf(id) ?? stoppedOf(reader, id),
      };
    });
  }

  /** Writes the drafts that are not there yet. Each is written with its place in the batch, or not at all. */
  function writeDrafts(id: BatchId, actor: Actor): Promise<BatchProgress> {
    const { batch, waiting } = db.snapshot((reader) => ({
      batch: getBatch(reader, id),
      waiting: listWaiting(reader, id, MOST_PERSONS),
    }));
    const source = sourceOf(batch.templateJson);
    const judge = createJudge(ports.fillFrom(source));
    const aboutRequest = isAboutRequest(source.template);
    const chunks = Array.from({ length: Math.ceil(waiting.length / CHUNK) }, (_, n) =>
      waiting.slice(n * CHUNK, (n + 1) * CHUNK),
    );
    return runner.run({
      batchId: id,
      act: 'draft',
      actor,
      steps: chunks,
      total: waiting.length,
      mayGoOn: () => ports.mayGoOn(actor),
      step: (chunk) =>
        db.write((tx) => {
          const nowMs = clock.nowMs();
          let leftOut = 0;
          for (const { position, partyId, requestId } of chunk) {
            const judged = judge(tx, partyId, requestId);
            if (judged.content === null) {
              // Something of the person changed since they were chosen.
              setLeftOut(tx, id, position, judged.leftOut);
              tx.audit(
                auditEntry(actor, nowMs, 'batch.leftOut', subject(id), {
                  partyId,
                  code: judged.leftOut?.code ?? '',
                }),
              );
              leftOut += 1;
              continue;
            }
            const linked = aboutRequest ? requestId : null;
            const letterId = insertLetter(
              tx,
              { partyId, requestId: linked, content: judged.content },
              actor.id,
              nowMs,
            );
            giveBatchLetter(tx, id, position, letterId);
            tx.audit(
              auditEntry(
                actor,
                nowMs,
                'letter.created',
                { kind: 'letter', id: letterId },
                {
                  partyId,
                  requestId: linked,
                  batchId: id,
                },
              ),
            );
          }
          return { done: chunk.length - leftOut, leftOut };
        }),
    });
  }

  return {
    choose: (filter: PersonFilter, page: { readonly offset: number; readonly limit: number }) =>
      db.snapshot((reader) => choosePersons(reader, filter, { ...page, most: MOST_PERSONS })),

    villages: () => listVillages(db),

    get: batchOf,

    list: (limit: number): BatchSummary[] =>
      db.snapshot((reader) => listBatches(reader, limit).map((batch) => batch.summary)),

    async preview(draft: BatchDraft): Promise<{
      letters: number;
      leftOut: { partyId: PartyId; name: string; leftOut: LeftOut }[];
      first: { partyId: PartyId; name: string; content: LetterContent } | null;
    }> {
      const judged = await judgeAll(draft);
      const first = judged.find((one) => one.content !== null);
      return {
        letters: judged.filter((one) => one.content !== null).length,
        leftOut: judged.flatMap(({ partyId, name, leftOut }) =>
          leftOut === null ? [] : [{ partyId, name, leftOut }],
        ),
        first:
          first === undefined || first.content === null
            ? null
            : { partyId: first.partyId, name: first.name, content: first.content },
      };
    },

    /** @throws AppError batchEmpty, batchRunning */
    async create(draft: BatchDraft, name: string, actor: Actor): Promise<Batch> {
      runner.requireIdle();
      const judged = await judgeAll(draft);
      const source = batchSourceSchema.parse(draft);
      if (judged.every((one) => one.content === null)) throw new AppError('batchEmpty', {});
      const persons: ChosenPerson[] = judged
        .filter((one) => one.leftOut?.code !== 'notFound')
        .map(({ partyId, requestId, leftOut }) => ({ partyId, requestId, leftOut }));
      // Pressed twice: both were let in while nobody ran yet, and the second would be on record without its letters.
      runner.requireIdle();
      const id = db.write((tx) => {
        const nowMs = clock.nowMs();
        const made = insertBatch(
          tx,
          { name: name === '' ? source.template.name : name, templateJson: JSON.stringify(source), persons },
          actor.id,
          nowMs,
        );
        const leftOut = persons.filter((person) => person.leftOut !== null).length;
        tx.audit(
          auditEntry(actor, nowMs, 'batch.created', subject(made), { persons: persons.length, leftOut }),
        );
        return made;
      });
      await writeDrafts(id, actor);
      return batchOf(id);
    },

    /** Goes on with drafts that a crash, a full disk or a cancel cut off. @throws AppError notFound, batchRunning */
    writeDrafts,

    /** @throws AppError notFound, batchRunning, letterStateForbids { state, action } */
    discard(id: BatchId, actor: Actor): void {
      runner.requireIdle();
      db.write((tx) => {
        const { counts } = getBatch(tx, id).summary;
        if (!mayDiscard(counts))
          throw new AppError('letterStateForbids', { state: 'issued', action: 'discard' });
        const nowMs = clock.nowMs();
        const letters = discardBatch(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'batch.discarded', subject(id), { letters }));
      });
    },

    /** Undo of a discard; harmless on a batch that is there. @throws AppError notFound */
    restoreDiscarded(id: BatchId, actor: Actor): void {
      db.write((tx) => {
        const batch = findBatch(tx, id);
        if (batch === undefined) throw new AppError('notFound', { kind: 'batch', id });
        if (batch.discardedAtMs === null) return;
        const letters = restoreBatch(tx, id, batch.discardedAtMs);
        tx.audit(auditEntry(actor, clock.nowMs(), 'batch.discardUndone', subject(id), { letters }));
      });
    },
  };
}
