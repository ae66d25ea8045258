import { AppError } from '#shared/app-error.ts';
import type { PartyId } from '#shared/ids.ts';
import { CASE_ROLES, type Staff } from '#shared/staff/staff.ts';
import { openCases } from '#shared/parties/current-case.ts';
import type { Party } from '#shared/parties/party.ts';
import {
  CASE_SOURCES,
  type IdentityCard,
  PAGE_ROWS,
  type PartyPage,
  type TimelineCursor,
  type TimelineFilter,
  type TimelineItem,
} from '#shared/parties/profile.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { familyOf, keptOf } from '#db/duplicates/family.ts';
import { listContactsOfParty, listOpenContactsOfParty } from '#db/contacts/contact-rows.ts';
import { listLettersOfParty } from '#db/letters/letter-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findOpenPair } from '#db/parties/profile-queries.ts';
import { listTimeline } from '#db/parties/timeline-queries.ts';
import { listRequestsOfParty } from '#db/requests/requests-of-party.ts';
import type { Reader } from '#db/transaction.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

/** How many open next actions a page shows: whoever has more is not helped by more. */
const MOST_FOLLOW_UPS = 50;

/** Household, health, income and documents are theirs to know. */
const seesCase = ({ roles }: Staff): boolean => CASE_ROLES.some((role) => roles.includes(role));

export type ProfileService = ReturnType<typeof createProfileService>;

/** The profile page (P.1, O.1): who somebody is, what is open, and one timeline of all of it. */
export function createProfileService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });

  return {
    /** The look is logged in the same transaction: one that cannot be logged is not given. @throws AppError notFound */
    page(id: PartyId, staff: Staff): PartyPage {
      return db.write((tx) => {
        const { party, forwardedFrom, family } = getKept(tx, id);
        auditRepeated(tx, auditEntry(actorOf(staff), clock.nowMs(), 'party.viewed', subject(party.id)));
        const requests = listRequestsOfParty(tx, family, PAGE_ROWS);
        return {
          party,
          forwardedFrom,
          cases: openCases(requests).map((one) => (seesCase(staff) ? one : { ...one, missing: null })),
          contacts: listContactsOfParty(tx, family, PAGE_ROWS),
          followUps: listOpenContactsOfParty(tx, family, MOST_FOLLOW_UPS),
          requests: requests.map(({ request }) => request),
          letters: listLettersOfParty(tx, family, PAGE_ROWS),
          duplicate: findOpenPair(tx, party.id),
        };
      });
    },

    /** Of who does not see the case where requests got to, and nothing of how somebody lives. @throws AppError notFound */
    timeline(
      id: PartyId,
      { filter, after, limit }: { filter: TimelineFilter; after: TimelineCursor | null; limit: number },
      staff: Staff,
    ): { items: TimelineItem[]; more: boolean } {
      return db.snapshot((reader) => {
        const { family } = getKept(reader, id);
        // One more than is shown: whether «المزيد» has anything to bring.
        const page = { family, filter, after, limit: limit + 1, nowMs: clock.nowMs() };
        const items = listTimeline(reader, page, seesCase(staff) ? [] : CASE_SOURCES);
        return { items: items.slice(0, limit), more: items.length > limit };
      });
    },

    /** The identity whole. Each look is an event of its own: no span of time covers a second one. @throws AppError notFound */
    compare(id: PartyId, actor: Actor): IdentityCard {
      return db.write((tx) => {
        const { party } = getKept(tx, id);
        tx.audit(auditEntry(actor, clock.nowMs(), 'party.compared', subject(party.id)));
        return party;
      });
    },
  };
}

/** The record that an id leads to, and the ids under which its history stands. @throws AppError notFound */
function getKept(
  reader: Reader,
  id: PartyId,
): { party: Party; forwardedFrom: PartyPage['forwardedFrom']; family: number[] } {
  const asked = findParty(reader, id);
  const kept = keptOf(reader, id);
  const party = kept === undefined || kept.id === id ? asked : findParty(reader, kept.id);
  if (asked === undefined || party === undefined) throw new AppError('notFound', { kind: 'party', id });
  return {
    party,
    forwardedFrom: party.id === id ? null : { id, name: asked.name },
    family: familyOf(reader, party.id),
  };
}
