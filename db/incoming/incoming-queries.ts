import {
  incomingContentSchema,
  type IncomingAnswer,
  type IncomingEvent,
  type IncomingLetter,
  type IncomingState,
  type IncomingSummary,
} from '#shared/incoming/incoming.ts';
import { incomingIdSchema, type IncomingId, type PartyId, type StaffId } from '#shared/ids.ts';
import type { LetterState } from '#shared/letters/letter.ts';
import { listAttachments } from '../files/attachments.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** The role of a scan that was filed after the registration. */
export const LATER_SCAN = 'laterScan';

/** Rows of the list, whatever the condition. */
export const summaryRows = () =>
  queries
    .selectFrom('incoming_letter')
    .leftJoin('staff as assignee', 'assignee.id', 'incoming_letter.assigned_to')
    .select((eb) => [
      'incoming_letter.id',
      'incoming_letter.state',
      'incoming_letter.reference_number',
      'incoming_letter.day',
      'incoming_letter.sender_line',
      'incoming_letter.subject',
      'incoming_letter.their_number',
      'incoming_letter.their_day',
      'incoming_letter.assigned_to',
      'assignee.name as assignee_name',
      'incoming_letter.due_day',
      eb
        .selectFrom('letter')
        .select('letter.reference_number')
        .whereRef('letter.answers_id', '=', 'incoming_letter.id')
        .where('letter.state', '=', 'issued')
        .orderBy('letter.id', 'desc')
        .limit(1)
        .as('answered_by'),
    ]);

interface SummaryRow {
  id: number;
  state: string;
  reference_number: string;
  day: string;
  sender_line: string;
  subject: string;
  their_number: string;
  their_day: string | null;
  assigned_to: number | null;
  assignee_name: string | null;
  due_day: string | null;
  answered_by: string | null;
}

export const summaryOf = (row: SummaryRow): IncomingSummary => ({
  id: incomingIdSchema.parse(row.id),
  state: row.state as IncomingState,
  referenceNumber: row.reference_number,
  day: row.day,
  senderLine: row.sender_line,
  subject: row.subject,
  theirNumber: row.their_number,
  theirDay: row.their_day,
  assignedTo: row.assigned_to as StaffId | null,
  assignedToName: row.assignee_name,
  dueDay: row.due_day,
  answeredBy: row.answered_by,
});

const one = statement<{ id: number }>()((param) =>
  summaryRows()
    .innerJoin('staff as clerk', 'clerk.id', 'incoming_letter.registered_by')
    .leftJoin('staff as closer', 'closer.id', 'incoming_letter.closed_by')
    .leftJoin('party', 'party.id', 'incoming_letter.party_id')
    .select([
      'incoming_letter.content_json',
      'incoming_letter.party_id',
      'party.name as party_name',
      'incoming_letter.registered_at_ms',
      'clerk.name as clerk_name',
      'incoming_letter.origin',
      'incoming_letter.closed_at_ms',
      'closer.name as closer_name',
      'incoming_letter.close_note',
      'incoming_letter.void_reason',
      'incoming_letter.voided_at_ms',
    ])
    .where('incoming_letter.id', '=', param('id')),
);
const answers = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['id', 'state', 'reference_number', 'day', 'subject'])
    .where('answers_id', '=', param('id'))
    .where('discarded_at_ms', 'is', null)
    .orderBy('id', 'desc'),
);
const events = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['action', 'at_ms', 'actor_name', 'details_json'])
    .where('subject_kind', '=', 'incoming')
    .where('subject_id', '=', param('id'))
    .where('action', 'not in', ['incoming.viewed', 'file.viewed'])
    .orderBy('seq', 'desc')
    .limit(200),
);
const due = statement<{ day: string; limit: number }>()((param) =>
  summaryRows()
    .where('incoming_letter.state', '=', 'open')
    .where('incoming_letter.due_day', 'is not', null)
    .where('incoming_letter.due_day', '<=', param('day'))
    .orderBy('incoming_letter.due_day')
    .orderBy('incoming_letter.id')
    .limit(param('limit')),
);
const eventOf = (row: {
  action: string;
  at_ms: number;
  actor_name: string;
  details_json: string;
}): IncomingEvent => {
  const details = JSON.parse(row.details_json) as Record<string, unknown>;
  const text = ['toName', 'note', 'reason', 'answer', 'name', 'path']
    .map((key) => details[key])
    .find((value) => typeof value === 'string' && value !== '');
  return {
    action: row.action,
    atMs: row.at_ms,
    byName: row.actor_name,
    text: typeof text === 'string' ? text : '',
  };
};

const answerOf = (row: {
  id: number;
  state: string;
  reference_number: string | null;
  day: string | null;
  subject: string;
}): IncomingAnswer => ({
  id: row.id as IncomingAnswer['id'],
  state: row.state as LetterState,
  referenceNumber: row.reference_number,
  issuedOn: row.day,
  subject: row.subject,
});

/** A registered letter with all that became of it; undefined when there is none of that id. */
export function findIncoming(reader: Reader, id: IncomingId): IncomingLetter | undefined {
  const row = reader.get(one, { id });
  if (row === undefined) return undefined;
  return {
    ...summaryOf(row),
    content: incomingContentSchema.parse(JSON.parse(row.content_json)),
    partyId: row.party_id as PartyId | null,
    partyName: row.party_name,
    registeredAtMs: row.registered_at_ms,
    registeredByName: row.clerk_name,
    origin: row.origin === 'paper' ? 'paper' : 'desk',
    closedAtMs: row.closed_at_ms,
    closedByName: row.closer_name,
    closeNote: row.close_note,
    voidReason: row.void_reason,
    voidedAtMs: row.voided_at_ms,
    laterScans: listAttachments(reader, { kind: 'incoming', id })
      .filter(({ role }) => role === LATER_SCAN)
      .map(({ id: scanId, file, atMs, byName }) => ({ id: scanId, file, atMs, byName })),
    answers: reader.all(answers, { id }).map(answerOf),
    events: reader.all(events, { id }).map(eventOf),
  };
}

/** Open letters due by a day, the most urgent first: for the desk. */
export const listDueIncoming = (reader: Reader, day: string, limit: number): IncomingSummary[] =>
  reader.all(due, { day, limit }).map(summaryOf);
