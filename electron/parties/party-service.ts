import { AppError } from '#shared/app-error.ts';
import type { PartyId } from '#shared/ids.ts';
import type { PartyPage } from '#shared/parties/parties-contract.ts';
import type { Party, PartyHit, PartyInput } from '#shared/parties/party.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { listContactsOfParty } from '#db/contacts/contact-rows.ts';
import { listLettersOfParty } from '#db/letters/letter-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findParties, findParty, listParties, type PartyFilter } from '#db/parties/party-queries.ts';
import { insertParty, updateParty } from '#db/parties/party-writes.ts';
import { listRequestsOfParty } from '#db/requests/request-queries.ts';
import { listVisitsOfParty } from '#db/visits/visit-queries.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';

/** What the person's page holds of each kind. */
const PAGE_ROWS = 100;

export type PartyService = ReturnType<typeof createPartyService>;

export function createPartyService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });

  return {
    search: (text: string, limit: number): PartyHit[] => findParties(db, text, limit),

    list: (filter: PartyFilter): { total: number; rows: PartyHit[] } =>
      db.snapshot((reader) => listParties(reader, filter)),

    /** The person's page. The look is logged in the same transaction: one that cannot be logged is not given. */
    page(id: PartyId, actor: Actor): PartyPage {
      return db.write((tx) => {
        const party = findParty(tx, id);
        if (party === undefined) throw new AppError('notFound', { kind: 'party', id });
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'party.viewed', subject(id)));
        return {
          party,
          visits: listVisitsOfParty(tx, id, PAGE_ROWS),
          contacts: listContactsOfParty(tx, id, PAGE_ROWS),
          requests: listRequestsOfParty(tx, id, PAGE_ROWS),
          letters: listLettersOfParty(tx, id, PAGE_ROWS),
        };
      });
    },

    /** @throws AppError identifierTaken { id, name } */
    addParty(input: PartyInput, actor: Actor): Party {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const id = insertParty(tx, input, actor.id, nowMs);
        const { kind, idKind, roles } = input;
        tx.audit(auditEntry(actor, nowMs, 'party.added', subject(id), { kind, idKind, roles }));
        return findParty(tx, id)!;
      });
    },

    /** @throws AppError notFound, identifierTaken { id, name } */
    updateParty(id: PartyId, input: PartyInput, actor: Actor): Party {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const before = findParty(tx, id);
        updateParty(tx, id, input, nowMs);
        const after = findParty(tx, id)!;
        tx.audit(
          auditEntry(actor, nowMs, 'party.updated', subject(id), { changed: changedFields(before, after) }),
        );
        return after;
      });
    },
  };
}

/** Names of the fields that changed: the log tells what was touched, it is no second copy of the record. */
const changedFields = (before: Party | undefined, after: Party): string[] =>
  (Object.keys(after) as (keyof Party)[]).filter(
    (field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]),
  );
