import type { IncomingContent } from '#shared/incoming/incoming.ts';
import { senderLine } from '#shared/incoming/incoming-rules.ts';
import type { IncomingId } from '#shared/ids.ts';
import type { LetterSeal } from '../letters/letter-seal.ts';
import { indexIncoming } from '../letters/letter-search.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { incomingJson } from './incoming-seal.ts';

export interface NewIncoming {
  readonly origin: 'desk' | 'paper';
  readonly hijriYear: number;
  readonly number: number;
  readonly referenceNumber: string;
  readonly day: string;
  readonly content: IncomingContent;
  readonly partyId: number | null;
  readonly seal: LetterSeal;
  readonly chainAfter: string;
  readonly auditHash: string;
  readonly assignedTo: number | null;
  readonly dueDay: string | null;
}

/**
 * The id that the next registered letter will have: the log's event names it and is hashed into the letter's own row, so
 * both must know it first. Only inside the transaction that inserts it.
 */
export const nextIncomingId = (tx: WriteTransaction): IncomingId =>
  ((tx.first(queries.selectFrom('incoming_letter').select((eb) => eb.fn.max('id').as('last')))?.last ?? 0) +
    1) as IncomingId;

/** A registered letter, findable at once. Its number was taken and its event logged in the same transaction. */
export function insertIncoming(
  tx: WriteTransaction,
  id: IncomingId,
  letter: NewIncoming,
  by: number,
  atMs: number,
): void {
  const { content } = letter;
  tx.exec(
    queries.insertInto('incoming_letter').values({
      id,
      state: 'open',
      origin: letter.origin,
      register: 'incoming',
      hijri_year: letter.hijriYear,
      number: letter.number,
      reference_number: letter.referenceNumber,
      day: letter.day,
      content_json: incomingJson(content),
      their_number: content.theirNumber,
      their_day: content.theirDay,
      sender_line: senderLine(content.sender),
      subject: content.subject,
      party_id: letter.partyId,
      registered_by: by,
      registered_at_ms: atMs,
      content_sha256: letter.seal.contentSha256,
      seal: letter.seal.seal,
      chain_before: letter.seal.chainBefore,
      chain_after: letter.chainAfter,
      audit_hash: letter.auditHash,
      assigned_to: letter.assignedTo,
      due_day: letter.dueDay,
      closed_at_ms: null,
      closed_by: null,
      close_note: '',
      voided_by: null,
      voided_at_ms: null,
      void_reason: '',
      updated_at_ms: atMs,
    }),
  );
  indexIncoming(tx, id, [
    letter.referenceNumber,
    content.theirNumber,
    senderLine(content.sender),
    content.subject,
    content.note,
  ]);
}

const assign = statement<{ id: number; to: number | null; due: string | null; at: number }>()((param) =>
  queries
    .updateTable('incoming_letter')
    .set({ assigned_to: param('to'), due_day: param('due'), updated_at_ms: param('at') })
    .where('id', '=', param('id'))
    .where('state', '=', 'open'),
);
const close = statement<{ id: number; note: string; by: number; at: number }>()((param) =>
  queries
    .updateTable('incoming_letter')
    .set({
      state: 'closed',
      closed_at_ms: param('at'),
      closed_by: param('by'),
      close_note: param('note'),
      updated_at_ms: param('at'),
    })
    .where('id', '=', param('id'))
    .where('state', '=', 'open'),
);
const reopen = statement<{ id: number; at: number }>()((param) =>
  queries
    .updateTable('incoming_letter')
    .set({ state: 'open', closed_at_ms: null, closed_by: null, close_note: '', updated_at_ms: param('at') })
    .where('id', '=', param('id'))
    .where('state', '=', 'closed'),
);
const voidIt = statement<{ id: number; reason: string; by: number; at: number }>()((param) =>
  queries
    .updateTable('incoming_letter')
    .set({
      state: 'voided',
      closed_at_ms: null,
      closed_by: null,
      voided_at_ms: param('at'),
      voided_by: param('by'),
      void_reason: param('reason'),
      updated_at_ms: param('at'),
    })
    .where('id', '=', param('id'))
    .where('state', '<>', 'voided'),
);

/** Each of these is false when the letter's state does not allow it. */
export const assignIncoming = (
  tx: WriteTransaction,
  id: IncomingId,
  to: number | null,
  due: string | null,
  at: number,
): boolean => tx.run(assign, { id, to, due, at }).changes === 1;

export const closeIncoming = (
  tx: WriteTransaction,
  id: IncomingId,
  note: string,
  by: number,
  at: number,
): boolean => tx.run(close, { id, note, by, at }).changes === 1;

export const reopenIncoming = (tx: WriteTransaction, id: IncomingId, at: number): boolean =>
  tx.run(reopen, { id, at }).changes === 1;

export const voidIncoming = (
  tx: WriteTransaction,
  id: IncomingId,
  reason: string,
  by: number,
  at: number,
): boolean => tx.run(voidIt, { id, reason, by, at }).changes === 1;
