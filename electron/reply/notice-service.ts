import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ContactInput } from '#shared/contacts/contact.ts';
import type { ContactId, NoticeId, RequestId } from '#shared/ids.ts';
import { noticeContact } from '#shared/locales/ar/notice-contact.ts';
import type { Notice, NoticeInput } from '#shared/reply/notice.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { insertContact, setContactClosed } from '#db/contacts/contact-rows.ts';
import { keptOf } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import { setNotReached } from '#db/outreach/outreach-writes.ts';
import {
  findNotice,
  insertNotice,
  listOpenTries,
  listTriesClosedAt,
  withdrawContact,
  withdrawNoticeRow,
} from '#db/reply/notice-rows.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { representativeToday } from './representative-today.ts';

export type NoticeService = ReturnType<typeof createNoticeService>;

/** S.5 «والرد عليه»: the decision is told by a channel, each try in the contact register as well (O.3). */
export function createNoticeService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  function requestOf(tx: WriteTransaction, id: RequestId): SupportRequest {
    const request = findRequest(tx, id);
    if (request === undefined) throw new AppError('notFound', { kind: 'request', id });
    return request;
  }

  /** The same try in the register of contacts: a next one that is due, where nobody was reached. */
  function logContact(
    tx: WriteTransaction,
    request: SupportRequest,
    kind: NonNullable<SupportRequest['decision']>['kind'],
    input: NoticeInput,
    actor: Actor,
    nowMs: number,
  ): ContactId {
    const partyId = keptOf(tx, request.partyId)?.id ?? request.partyId;
    const about = noticeContact.about[kind].replace('{{number}}', request.number ?? '');
    const reached = input.outcome === 'reached';
    const contact: ContactInput = {
      partyId,
      channel: input.channel,
      direction: 'out',
      platform: '',
      inquiry: about,
      answer: reached ? [noticeContact.told, input.note].filter((part) => part !== '').join(' ') : input.note,
      nextAction: reached ? '' : noticeContact.again.replace('{{number}}', request.number ?? ''),
      nextActionOn: reached ? null : input.againOn,
    };
    const id = insertContact(tx, contact, actor.id, nowMs);
    if (!reached) setNotReached(tx, id, partyId);
    return id;
  }

  const get = (tx: WriteTransaction, id: NoticeId) => {
    const found = findNotice(tx, id);
    if (found === undefined) throw new AppError('notFound', { kind: 'notice', id });
    return found;
  };

  return {
    /** Errors: those of `notices.record`. */
    record: (input: NoticeInput, actor: Actor): Notice =>
      db.write((tx) => {
        const { requestId, channel, outcome, note, proof, againOn } = input;
        requireAct(tx, requestId, 'notify');
        const request = requestOf(tx, requestId);
        const { decision } = request;
        if (decision === null)
          throw new AppError('requestForbids', { action: 'notify', reason: 'noDecision' });
        const nowMs = clock.nowMs();
        const today = riyadhDay(nowMs);
        const reached = outcome === 'reached';
        if (!reached && againOn !== null && againOn <= today)
          throw new AppError('dayPast', { day: againOn, today });
        if (proof !== null) requireMayHang(tx, proof, actor);
        const receiver = reached ? receiverOf(tx, request, input.receiver, today) : '';
        // Whatever was promised before: this try is the one that kept it.
        for (const open of listOpenTries(tx, decision.id)) setContactClosed(tx, open, nowMs);
        const contactId = logContact(tx, request, decision.kind, input, actor, nowMs);
        const row = { decisionId: decision.id, contactId, channel, receiver, outcome, note, proof };
        const id = insertNotice(tx, row, actor.id, nowMs);
        followAct(tx, actor, requestId, nowMs, {
          kind: reached ? 'notified' : 'notReached',
          step: 5,
          text: receiver,
          clause: 'S.5',
          subject: { kind: 'contact', id: contactId },
        });
        const details = { decisionId: decision.id, channel, outcome, contactId, proof: proof !== null };
        tx.audit(auditEntry(actor, nowMs, 'request.notified', { kind: 'request', id: requestId }, details));
        return get(tx, id).notice;
      }),

    /** Undo: the try and its contact stay on record, and count no more; what it had closed is open again. @throws AppError notFound */
    withdraw: (id: NoticeId, actor: Actor): Notice =>
      db.write((tx) => {
        const { notice, requestId } = get(tx, id);
        const nowMs = clock.nowMs();
        if (!withdrawNoticeRow(tx, id, actor.id, nowMs))
          throw new AppError('notFound', { kind: 'notice', id });
        for (const closed of listTriesClosedAt(tx, notice.decisionId, notice.atMs))
          setContactClosed(tx, closed, null);
        if (notice.contactId !== null) withdrawContact(tx, notice.contactId);
        followAct(tx, actor, requestId, nowMs, { kind: 'noticeWithdrawn', step: 5, clause: 'S.5' });
        const details = { noticeId: id, outcome: notice.outcome };
        tx.audit(
          auditEntry(actor, nowMs, 'request.noticeWithdrawn', { kind: 'request', id: requestId }, details),
        );
        return get(tx, id).notice;
      }),
  };
}

/** Who was told, by name. @throws AppError mayNotAct: nobody may be told in the applicant's stead today */
function receiverOf(
  tx: WriteTransaction,
  request: SupportRequest,
  receiver: NoticeInput['receiver'],
  today: string,
): string {
  if (receiver === 'self') return request.partyName;
  const name = representativeToday(tx, request, today);
  if (name === null) throw new AppError('mayNotAct', { id: request.representation?.id ?? 0 });
  return name;
}
