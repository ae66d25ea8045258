import type { BatchId, LetterId, PartyId, RequestId } from '#shared/ids.ts';
import type { LeftOut } from '#shared/batches/batch.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{ name: string; template: string; by: number; at: number }>()((param) =>
  queries.insertInto('letter_batch').values({
    name: param('name'),
    template_json: param('template'),
    created_by: param('by'),
    created_at_ms: param('at'),
  }),
);
const insertPerson = statement<{
  batch: number;
  position: number;
  party: number;
  request: number | null;
  code: string | null;
  details: string | null;
}>()((param) =>
  queries.insertInto('letter_batch_person').values({
    batch_id: param('batch'),
    position: param('position'),
    party_id: param('party'),
    request_id: param('request'),
    left_out_code: param('code'),
    left_out_json: param('details'),
  }),
);
const leaveOut = statement<{
  batch: number;
  position: number;
  code: string | null;
  details: string | null;
}>()((param) =>
  queries
    .updateTable('letter_batch_person')
    .set({ left_out_code: param('code'), left_out_json: param('details') })
    .where('batch_id', '=', param('batch'))
    .where('position', '=', param('position')),
);
const giveLetter = statement<{ batch: number; position: number; letter: number }>()((param) =>
  queries
    .updateTable('letter_batch_person')
    .set({ letter_id: param('letter') })
    .where('batch_id', '=', param('batch'))
    .where('position', '=', param('position'))
    .where('letter_id', 'is', null),
);
const markLetter = statement<{ batch: number; letter: number }>()((param) =>
  queries
    .updateTable('letter')
    .set({ batch_id: param('batch') })
    .where('id', '=', param('letter'))
    .where('number', 'is', null),
);
const discard = statement<{ id: number; at: number | null }>()((param) =>
  queries
    .updateTable('letter_batch')
    .set({ discarded_at_ms: param('at') })
    .where('id', '=', param('id')),
);
const discardLetters = statement<{ batch: number; at: number }>()((param) =>
  queries
    .updateTable('letter')
    .set({ discarded_at_ms: param('at') })
    .where('batch_id', '=', param('batch'))
    .where('number', 'is', null)
    .where('discarded_at_ms', 'is', null),
);
const lastDiscarded = statement<{ batch: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select((eb) => eb.fn.max('discarded_at_ms').as('at'))
    .where('batch_id', '=', param('batch')),
);
const restoreLetters = statement<{ batch: number; at: number }>()((param) =>
  queries
    .updateTable('letter')
    .set({ discarded_at_ms: null })
    .where('batch_id', '=', param('batch'))
    .where('number', 'is', null)
    .where('discarded_at_ms', '=', param('at')),
);

export interface ChosenPerson {
  readonly partyId: PartyId;
  readonly requestId: RequestId | null;
  readonly leftOut: LeftOut | null;
}

const detailsOf = (leftOut: LeftOut | null) => ({
  code: leftOut?.code ?? null,
  details: leftOut === null ? null : JSON.stringify(leftOut.details),
});

/** The batch and everybody who was chosen for it, in their order; their letters come after. */
export function insertBatch(
  tx: WriteTransaction,
  batch: { readonly name: string; readonly templateJson: string; readonly persons: readonly ChosenPerson[] },
  by: number,
  atMs: number,
): BatchId {
  const { id } = tx.run(insert, { name: batch.name, template: batch.templateJson, by, at: atMs });
  for (const [index, person] of batch.persons.entries())
    tx.run(insertPerson, {
      batch: id,
      position: index + 1,
      party: person.partyId,
      request: person.requestId,
      ...detailsOf(person.leftOut),
    });
  return id as BatchId;
}

/** Why a person gets no letter; null takes a reason back, once it no longer holds. */
export const setLeftOut = (
  tx: WriteTransaction,
  batchId: BatchId,
  position: number,
  leftOut: LeftOut | null,
): void => {
  tx.run(leaveOut, { batch: batchId, position, ...detailsOf(leftOut) });
};

/** Ties a draft to its batch and its person, in the transaction that wrote it: no crash comes between. */
export function giveBatchLetter(
  tx: WriteTransaction,
  batchId: BatchId,
  position: number,
  letterId: LetterId,
): void {
  if (tx.run(giveLetter, { batch: batchId, position, letter: letterId }).changes !== 1)
    throw new Error('this person has a letter already');
  tx.run(markLetter, { batch: batchId, letter: letterId });
}

/** Takes a batch and its unnumbered letters out of sight. Gives the count of letters. */
export function discardBatch(tx: WriteTransaction, id: BatchId, nowMs: number): number {
  // The moment is what tells these letters, when they are brought back, from one that was thrown away just before.
  const before = tx.get(lastDiscarded, { batch: id })?.at ?? null;
  const at = before === null ? nowMs : Math.max(nowMs, before + 1);
  tx.run(discard, { id, at });
  return tx.run(discardLetters, { batch: id, at }).changes;
}

/** Undo of it: brings back the letters that went with it, not those that somebody had thrown away before. */
export function restoreBatch(tx: WriteTransaction, id: BatchId, discardedAtMs: number): number {
  tx.run(discard, { id, at: null });
  return tx.run(restoreLetters, { batch: id, at: discardedAtMs }).changes;
}
