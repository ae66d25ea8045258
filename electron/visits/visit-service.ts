import { AppError } from '#shared/app-error.ts';
import { assertNever } from '#shared/assert.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { InquiryId, PartyId, VisitId } from '#shared/ids.ts';
import {
  nextVisitState,
  type Inquiry,
  type Visit,
  type VisitAction,
  type VisitPurpose,
  type VisitState,
} from '#shared/visits/visit.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { findInquiry, findVisit, listVisits, listVisitsOfDay, nextTicket } from '#db/visits/visit-queries.ts';
import {
  insertInquiry,
  insertVisit,
  moveVisit,
  saveVisitNote,
  updateInquiry,
  type VisitMove,
} from '#db/visits/visit-writes.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { referInquiry } from '../referrals/visit-question.ts';

type InquiryText = Pick<Inquiry, 'question' | 'answer' | 'outcome'>;

export type VisitService = ReturnType<typeof createVisitService>;

export function createVisitService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: VisitId) => ({ kind: 'visit', id });

  function getVisit(reader: Pick<Database, 'all' | 'get' | 'list' | 'first'>, id: VisitId): Visit {
    const visit = findVisit(reader, id);
    if (visit === undefined) throw new AppError('notFound', { kind: 'visit', id });
    return visit;
  }

  function move(tx: WriteTransaction, visit: Visit, action: VisitAction, actor: Actor): void {
    const state = nextVisitState(visit.state, action);
    if (state === null) throw new AppError('visitStateForbids', { state: visit.state, action });
    const nowMs = clock.nowMs();
    moveVisit(tx, visit.id, moveTo(visit, state, action, actor, nowMs));
    tx.audit(auditEntry(actor, nowMs, 'visit.moved', subject(visit.id), { action, state }));
  }

  return {
    /** S.1: somebody arrived; with `serve` the interview begins at once. @throws AppError notFound */
    startVisit(
      input: { readonly partyId: PartyId; readonly purpose: VisitPurpose; readonly serve: boolean },
      actor: Actor,
    ): Visit {
      return db.write((tx) => {
        requireStanding(tx, input.partyId);
        const nowMs = clock.nowMs();
        const day = riyadhDay(nowMs);
        const id = insertVisit(tx, {
          day,
          partyId: input.partyId,
          purpose: input.purpose,
          ticket: getProfile(tx).tickets ? nextTicket(tx, day) : null,
          arrivedAtMs: nowMs,
        });
        const { partyId, purpose } = input;
        tx.audit(auditEntry(actor, nowMs, 'visit.started', subject(id), { partyId, purpose }));
        if (input.serve) move(tx, getVisit(tx, id), 'serve', actor);
        return getVisit(tx, id);
      });
    },

    getVisit: (id: VisitId): Visit => db.snapshot((reader) => getVisit(reader, id)),

    listVisits: (from: string, to: string, limit: number): Visit[] =>
      db.snapshot((reader) => listVisits(reader, from, to, limit)),

    /** «نداء التالي»: the longest waiting of today, or null. */
    callNext(actor: Actor): Visit | null {
      return db.write((tx) => {
        const next = listVisitsOfDay(tx, riyadhDay(clock.nowMs()), 'waiting', 1)[0];
        if (next === undefined) return null;
        move(tx, next, 'serve', actor);
        return getVisit(tx, next.id);
      });
    },

    /** @throws AppError notFound, visitStateForbids { state, action } */
    act(id: VisitId, action: VisitAction, actor: Actor): Visit {
      return db.write((tx) => {
        move(tx, getVisit(tx, id), action, actor);
        return getVisit(tx, id);
      });
    },

    saveNote(id: VisitId, note: string, actor: Actor): { savedAtMs: number } {
      return db.write((tx) => {
        const savedAtMs = clock.nowMs();
        if (!saveVisitNote(tx, id, note)) throw new AppError('notFound', { kind: 'visit', id });
        auditRepeated(tx, auditEntry(actor, savedAtMs, 'visit.noted', subject(id)));
        return { savedAtMs };
      });
    },

    addInquiry(visitId: VisitId, text: InquiryText, actor: Actor): Visit {
      return db.write((tx) => {
        const visit = getVisit(tx, visitId);
        const nowMs = clock.nowMs();
        const inquiryId = insertInquiry(tx, visitId, {
          ...text,
          askedAtMs: nowMs,
          answeredAtMs: text.outcome === 'answered' ? nowMs : null,
          officerId: actor.id,
        });
        const { outcome } = text;
        tx.audit(auditEntry(actor, nowMs, 'visit.inquiryAdded', subject(visitId), { inquiryId, outcome }));
        if (outcome === 'referred')
          referInquiry(tx, visit, { id: inquiryId as InquiryId, question: text.question }, actor, nowMs);
        return getVisit(tx, visitId);
      });
    },

    updateInquiry(id: InquiryId, text: InquiryText, actor: Actor): Visit {
      return db.write((tx) => {
        const before = findInquiry(tx, id);
        if (before === undefined) throw new AppError('notFound', { kind: 'inquiry', id });
        const nowMs = clock.nowMs();
        // A corrected word does not make an answer later than it was given.
        const answeredAtMs = text.outcome === 'answered' ? (before.answeredAtMs ?? nowMs) : null;
        updateInquiry(tx, id, { ...text, answeredAtMs });
        const visitId = before.visitId as VisitId;
        const { outcome } = text;
        tx.audit(
          auditEntry(actor, nowMs, 'visit.inquiryUpdated', subject(visitId), { inquiryId: id, outcome }),
        );
        if (outcome === 'referred')
          referInquiry(tx, getVisit(tx, visitId), { id, question: text.question }, actor, nowMs);
        return getVisit(tx, visitId);
      });
    },
  };
}

/** Times of a visit: an undo takes back the time that the undone act wrote, and no other. */
function moveTo(
  visit: Visit,
  state: VisitState,
  action: VisitAction,
  actor: Actor,
  nowMs: number,
): VisitMove {
  const stay = { state, servedFromMs: visit.servedFromMs, endedAtMs: null, officerId: undefined };
  switch (action) {
    case 'serve':
      return { ...stay, servedFromMs: nowMs, officerId: actor.id };
    case 'finish':
    case 'leave':
      return { ...stay, endedAtMs: nowMs };
    case 'returnToQueue':
      return { ...stay, servedFromMs: null, officerId: null };
    case 'reopen':
      // Back to the queue from «انصرف»: whoever had served them may not be there any more.
      return state === 'waiting' ? { ...stay, servedFromMs: null, officerId: null } : stay;
    default:
      return assertNever(action);
  }
}
