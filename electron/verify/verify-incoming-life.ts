import { isDeepStrictEqual } from 'node:util';
import { type LoggedEvent, listEventsOfActions } from '#db/audit/audit-queries.ts';
import { queries, statement } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { placeOf } from './verify-chains.ts';

const rows = statement()(() =>
  queries
    .selectFrom('incoming_letter')
    .select([
      'id',
      'hijri_year',
      'number',
      'state',
      'party_id',
      'assigned_to',
      'due_day',
      'closed_at_ms',
      'closed_by',
      'close_note',
    ])
    .orderBy('id'),
);

const ACTIONS = [
  'incoming.registered',
  'incoming.enteredFromPaper',
  'incoming.assigned',
  'incoming.closed',
  'incoming.answered',
  'incoming.reopened',
  'incoming.voided',
] as const;

/** What the log says of one letter; undefined where its events are of before they told it. */
interface Told {
  party: unknown;
  assigned: readonly [to: unknown, dueDay: unknown] | undefined;
  state: 'open' | 'closed' | 'voided';
  closing: readonly [atMs: number | null, by: number | null, note: unknown];
}

const OPEN: Told['closing'] = [null, null, ''];

/** Whose an incoming letter is, by when, whom it concerns, and whether and how it was closed: the log against the row. */
export function checkIncomingLife(reader: Reader): string | null {
  const lives = new Map<number | null, Told>();
  for (const event of listEventsOfActions(reader, 'incoming', ACTIONS)) {
    const before = lives.get(event.subjectId);
    lives.set(
      event.subjectId,
      after(before ?? { party: undefined, assigned: undefined, state: 'open', closing: OPEN }, event),
    );
  }
  for (const row of reader.all(rows, {})) {
    const place = placeOf('incoming', row.hijri_year, row.number);
    const told = lives.get(row.id);
    // A letter that the log never saw come in is named by the check of its seal.
    if (told === undefined) continue;
    if (told.party !== undefined && told.party !== row.party_id) return `incoming.about:${place}`;
    if (told.assigned !== undefined && !isDeepStrictEqual(told.assigned, [row.assigned_to, row.due_day]))
      return `incoming.assigned:${place}`;
    const closing = [row.closed_at_ms, row.closed_by, row.close_note];
    if (told.state !== row.state || !isDeepStrictEqual(told.closing, closing))
      return `incoming.closed:${place}`;
  }
  return null;
}

function after(told: Told, { action, actorId, atMs, details }: LoggedEvent): Told {
  switch (action) {
    case 'incoming.registered':
    case 'incoming.enteredFromPaper':
      return {
        ...told,
        party: details['partyId'],
        assigned: 'to' in details ? [details['to'], details['dueDay'] ?? null] : undefined,
      };
    case 'incoming.assigned':
      return { ...told, assigned: [details['to'], details['dueDay'] ?? null] };
    case 'incoming.closed':
      return { ...told, state: 'closed', closing: [atMs, actorId, details['note']] };
    case 'incoming.answered':
      return { ...told, state: 'closed', closing: [atMs, actorId, ''] };
    case 'incoming.reopened':
      return { ...told, state: 'open', closing: OPEN };
    default:
      // Of a void number the note of its closing stays.
      return { ...told, state: 'voided', closing: [null, null, told.closing[2]] };
  }
}
