import type { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import {
  type ComparedSide,
  type Comparison,
  type mergeWishSchema,
  type MergeSummary,
  type UndoStanding,
  type undoWishSchema,
} from '#shared/duplicates/merge-contract.ts';
import { MERGE_FIELDS, whichStays, type ChoosableRecord } from '#shared/duplicates/merge-choices.ts';
import { scoreSimilarity } from '#shared/duplicates/similarity.ts';
import { shownFieldValue } from '#shared/duplicates/shown-field.ts';
import type { PartyId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import { listCompared } from '#db/duplicates/likeness-rows.ts';
import { mergeParties } from '#db/duplicates/merge-party.ts';
import {
  countMerges,
  countRowsToMove,
  countSealed,
  findHousehold,
  findUpdatedAt,
  listMatchedData,
  listMerges,
  representEachOther,
} from '#db/duplicates/merge-queries.ts';
import { findMerge } from '#db/duplicates/merge-record.ts';
import { findPair } from '#db/duplicates/pair-queries.ts';
import { partyOfSnapshot, undoMerge } from '#db/duplicates/undo-merge.ts';
import { rowsSince, undoConflicts, undoObstacle } from '#db/duplicates/undo-standing.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

export type MergeService = ReturnType<typeof createMergeService>;

/** Two records of one person made one, and two again. Nothing merges by itself. */
export function createMergeService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: number) => ({ kind: 'party', id });

  /** A draft is about somebody else now: `verify` holds each letter against what the log tells of it. */
  const tellLetters = (
    tx: WriteTransaction,
    letters: readonly { readonly id: number; readonly partyId: number; readonly requestId: number | null }[],
    actor: Actor,
    atMs: number,
  ): void => {
    for (const { id, partyId, requestId } of letters)
      tx.audit(auditEntry(actor, atMs, 'letter.relinked', { kind: 'letter', id }, { partyId, requestId }));
  };

  return {
    /** Both whole: the look is logged on both. @throws AppError notFound, partyMerged { into, name } */
    compare(low: PartyId, high: PartyId, actor: Actor): Comparison {
      return db.write((tx) => {
        for (const id of [low, high]) {
          requireStanding(tx, id);
          auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'party.pairCompared', subject(id)));
        }
        const [one, other] = [low, high].map((id) => listCompared(tx, [id])[0]!);
        const similarity = scoreSimilarity(one!, other!);
        const sides = { low: sideOf(tx, low, high), high: sideOf(tx, high, low) };
        return {
          ...sides,
          score: similarity.score,
          parts: [...similarity.parts],
          stays: whichStays(choosable(sides.low), choosable(sides.high)),
          dismissed: findPair(tx, low, high)?.dismissed ?? null,
          representEachOther: representEachOther(tx, low, high),
        };
      });
    },

    /** @throws AppError notFound, partyMerged { into, name }, conflict { id }, mergeRefused { reason } */
    merge(wish: z.output<typeof mergeWishSchema>, actor: Actor): { mergeId: number; keptId: PartyId } {
      return db.write((tx) => {
        const atMs = clock.nowMs();
        const { keptId, mergedId } = wish;
        const done = mergeParties(tx, wish, actor.id, atMs, riyadhDay(atMs));
        tellLetters(
          tx,
          done.letters.map((letter) => ({ ...letter, partyId: keptId })),
          actor,
          atMs,
        );
        const taken = MERGE_FIELDS.filter((field) => wish.choices[field] === 'merged');
        const details = { mergeId: done.mergeId, mergedId, taken, moved: done.moved };
        tx.audit(auditEntry(actor, atMs, 'party.merged', subject(keptId), details));
        tx.audit(
          auditEntry(actor, atMs, 'party.mergedAway', subject(mergedId), {
            mergeId: done.mergeId,
            into: keptId,
          }),
        );
        return { mergeId: done.mergeId, keptId };
      });
    },

    merges: (offset: number, limit: number): { total: number; rows: MergeSummary[] } =>
      db.snapshot((reader) => ({
        total: countMerges(reader),
        rows: listMerges(reader, { limit, offset, id: null }),
      })),

    /** @throws AppError notFound */
    standing: (mergeId: number): UndoStanding =>
      db.snapshot((reader) => {
        const merge = findMerge(reader, mergeId);
        const [summary] = listMerges(reader, { limit: 1, offset: 0, id: mergeId });
        if (merge === undefined || summary === undefined)
          throw new AppError('notFound', { kind: 'merge', id: mergeId });
        const obstacle = undoObstacle(reader, merge);
        const before = recordOf(partyOfSnapshot(merge.before.kept));
        return {
          ...summary,
          obstacle,
          conflicts:
            obstacle === null
              ? undoConflicts(reader, merge, before).map((conflict) => ({
                  field: conflict.field,
                  before: shownFieldValue(conflict.before),
                  after: shownFieldValue(conflict.after),
                  now: shownFieldValue(conflict.now),
                }))
              : [],
          since: obstacle === null ? rowsSince(reader, merge) : [],
        };
      }),

    /** @throws AppError notFound, undoRefused { reason, name }, identifierTaken { id, name } */
    undo(wish: z.output<typeof undoWishSchema>, actor: Actor): { keptId: PartyId; returnedId: PartyId } {
      return db.write((tx) => {
        const atMs = clock.nowMs();
        const done = undoMerge(tx, wish, actor.id, atMs);
        tellLetters(tx, done.letters, actor, atMs);
        const details = {
          mergeId: wish.mergeId,
          returnedId: done.mergedId,
          conflicts: Object.keys(wish.conflicts),
        };
        tx.audit(auditEntry(actor, atMs, 'party.mergeUndone', subject(done.keptId), details));
        tx.audit(
          auditEntry(actor, atMs, 'party.returned', subject(done.mergedId), { mergeId: wish.mergeId }),
        );
        return { keptId: done.keptId, returnedId: done.mergedId };
      });
    },
  };
}

function sideOf(reader: Reader, id: PartyId, other: PartyId): ComparedSide {
  return {
    party: findParty(reader, id)!,
    updatedAtMs: findUpdatedAt(reader, id),
    matched: listMatchedData(reader, id),
    household: findHousehold(reader, id),
    moves: countRowsToMove(reader, other, id),
    sealed: countSealed(reader, id),
  };
}

const choosable = (side: ComparedSide): ChoosableRecord => ({
  record: recordOf(side.party),
  fileNumber: side.party.fileNumber,
  updatedAtMs: side.updatedAtMs,
  createdAtMs: side.party.createdAtMs,
  matched: side.matched,
});
