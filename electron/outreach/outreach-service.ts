import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { Contact } from '#shared/contacts/contact.ts';
import { addMonths } from '#shared/documents/document.ts';
import type { ContactId, PartyId } from '#shared/ids.ts';
import type { OutreachCursor, OutreachReason } from '#shared/outreach/outreach.ts';
import { findContact, insertContact } from '#db/contacts/contact-rows.ts';
import { getDocumentSetting } from '#db/documents/expected-documents.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import { countOutreach, listOutreach, listSnoozed } from '#db/outreach/outreach-list.ts';
import type { OutreachDays } from '#db/outreach/outreach-sources.ts';
import { bringBack, putOff, setNotReached, withdrawCall } from '#db/outreach/outreach-writes.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

export type OutreachService = ReturnType<typeof createOutreachService>;

/** Days behind its end for which an agreement that nobody closed is still listed. */
const AGREEMENT_DAYS = 90;
/** Midnight in Riyadh is 21:00 of the day before in UTC. */
const RIYADH_MS = 3 * 3_600_000;

/** The days of the list as the settings have them. */
export function outreachDays(reader: Reader, nowMs: number): OutreachDays {
  const { expiringDays, silentMonths } = getDocumentSetting(reader);
  const today = riyadhDay(nowMs);
  return {
    today,
    soon: addDays(today, expiringDays),
    agreementsFrom: addDays(today, -AGREEMENT_DAYS),
    silentBeforeMs: Date.parse(`${addMonths(today, -silentMonths)}T00:00:00Z`) - RIYADH_MS,
  };
}

/** G.1: whom to contact without having been asked, and what came of it. */
export function createOutreachService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });

  return {
    list: (wish: {
      readonly reason: OutreachReason | null;
      readonly snoozed: boolean;
      readonly after: OutreachCursor | null;
      readonly limit: number;
    }) =>
      db.snapshot((reader) => {
        const days = outreachDays(reader, clock.nowMs());
        return wish.snoozed ? listSnoozed(reader, days, wish) : listOutreach(reader, days, wish);
      }),

    counts: () => db.snapshot((reader) => countOutreach(reader, outreachDays(reader, clock.nowMs()))),

    /** «اتصلنا ولم يرد»: logged, and put off for a few days. @throws AppError notFound, partyMerged */
    noAnswer: (partyId: PartyId, about: string, actor: Actor): { contact: Contact; until: string } =>
      db.write((tx) => {
        requireStanding(tx, partyId);
        const nowMs = clock.nowMs();
        const id = insertContact(
          tx,
          {
            partyId,
            channel: 'phoneCall',
            direction: 'out',
            platform: '',
            inquiry: about,
            answer: '',
            nextAction: '',
            nextActionOn: null,
          },
          actor.id,
          nowMs,
        );
        setNotReached(tx, id, partyId);
        const until = addDays(riyadhDay(nowMs), getDocumentSetting(tx).noAnswerDays);
        putOff(tx, partyId, until, '', actor.id, nowMs);
        const contact = findContact(tx, id);
        if (contact === undefined) throw new Error('the contact that was just logged is not there');
        tx.audit(auditEntry(actor, nowMs, 'outreach.noAnswer', subject(partyId), { contact: id, until }));
        return { contact, until };
      }),

    /** Undo of `noAnswer`. @throws AppError notFound */
    withdrawNoAnswer: (partyId: PartyId, contactId: ContactId, actor: Actor): void =>
      db.write((tx) => {
        if (!withdrawCall(tx, contactId, partyId))
          throw new AppError('notFound', { kind: 'contact', id: contactId });
        bringBack(tx, partyId);
        tx.audit(
          auditEntry(actor, clock.nowMs(), 'outreach.callWithdrawn', subject(partyId), {
            contact: contactId,
          }),
        );
      }),

    /** Until a later day, or back with null. @throws AppError notFound, partyMerged, dayPast { day, today } */
    snooze: (partyId: PartyId, until: string | null, note: string, actor: Actor): void =>
      db.write((tx) => {
        requireStanding(tx, partyId);
        const nowMs = clock.nowMs();
        if (until === null) {
          if (bringBack(tx, partyId))
            tx.audit(auditEntry(actor, nowMs, 'outreach.resumed', subject(partyId)));
          return;
        }
        const today = riyadhDay(nowMs);
        if (until <= today) throw new AppError('dayPast', { day: until, today });
        putOff(tx, partyId, until, note, actor.id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'outreach.putOff', subject(partyId), { until }));
      }),
  };
}
