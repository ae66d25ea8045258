import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

/** A person is put off as a whole, whatever they stand for. */
const ALL = 'all';

const snooze = statement<{ party: number; until: string; note: string; at: number; by: number }>()((param) =>
  queries
    .insertInto('outreach_snooze')
    .values({
      party_id: param('party'),
      reason: ALL,
      until_on: param('until'),
      note: param('note'),
      at_ms: param('at'),
      staff_id: param('by'),
    })
    .onConflict((conflict) =>
      conflict.columns(['party_id', 'reason']).doUpdateSet((row) => ({
        until_on: row.ref('excluded.until_on'),
        note: row.ref('excluded.note'),
        at_ms: row.ref('excluded.at_ms'),
        staff_id: row.ref('excluded.staff_id'),
      })),
    ),
);
const wake = statement<{ party: number }>()((param) =>
  queries.deleteFrom('outreach_snooze').where('party_id', '=', param('party')),
);
const setOutcome = statement<{ id: number; party: number; from: string; to: string }>()((param) =>
  queries
    .updateTable('contact')
    .set({ outcome: param('to') })
    .where('id', '=', param('id'))
    .where('party_id', '=', param('party'))
    .where('outcome', '=', param('from')),
);

/** Puts a person off until a day (ISO). */
export const putOff = (
  tx: WriteTransaction,
  partyId: number,
  until: string,
  note: string,
  by: number,
  atMs: number,
): void => {
  tx.run(snooze, { party: partyId, until, note, at: atMs, by });
};

/** Brings a person back; false when they were not put off. */
export const bringBack = (tx: WriteTransaction, partyId: number): boolean =>
  tx.run(wake, { party: partyId }).changes > 0;

/** A contact that was logged just now reached nobody. */
export const setNotReached = (tx: WriteTransaction, contactId: number, partyId: number): boolean =>
  tx.run(setOutcome, { id: contactId, party: partyId, from: 'reached', to: 'noAnswer' }).changes === 1;

/** The call was logged by mistake: it stays on record and is shown no more. False: there is no such call. */
export const withdrawCall = (tx: WriteTransaction, contactId: number, partyId: number): boolean =>
  tx.run(setOutcome, { id: contactId, party: partyId, from: 'noAnswer', to: 'withdrawn' }).changes === 1;
