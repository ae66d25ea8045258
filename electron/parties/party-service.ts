import { AppError } from '#shared/app-error.ts';
import type { z } from 'zod';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { PartyId } from '#shared/ids.ts';
import type { PartyChoices, PartyList, partyPageInputSchema } from '#shared/parties/party-list.ts';
import { recordOf, recordOfDoor, recordWithDoor } from '#shared/parties/party-record.ts';
import type { Party, PartyHit, PartyInput } from '#shared/parties/party.ts';
import type { Database } from '#db/open-database.ts';
import { retellPairs } from '#db/duplicates/pairs.ts';
import { findParties, listParties, listPartyChoices } from '#db/parties/party-list.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { insertParty, updateParty } from '#db/parties/party-writes.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';

export type PartyService = ReturnType<typeof createPartyService>;

export function createPartyService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });

  return {
    search: (text: string, limit: number): PartyHit[] => findParties(db, text, limit),

    list: ({ after, limit, ...filter }: z.output<typeof partyPageInputSchema>): PartyList =>
      db.snapshot((reader) => listParties(reader, filter, { after, limit }, riyadhDay(clock.nowMs()))),

    choices: (): PartyChoices => db.snapshot(listPartyChoices),

    /** @throws AppError identifierTaken { id, name } */
    addParty(input: PartyInput, actor: Actor): Party {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const id = insertParty(tx, recordOfDoor(input), actor.id, nowMs);
        retellPairs(tx, id, nowMs);
        const { kind, idKind, roles } = input;
        tx.audit(auditEntry(actor, nowMs, 'party.added', subject(id), { kind, idKind, roles }));
        return findParty(tx, id)!;
      });
    },

    /** What the short form does not ask stays as it is. @throws AppError notFound, identifierTaken { id, name } */
    updateParty(id: PartyId, input: PartyInput, actor: Actor): Party {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const stands = findParty(tx, id);
        if (stands === undefined) throw new AppError('notFound', { kind: 'party', id });
        const changed = updateParty(tx, id, recordWithDoor(recordOf(stands), input), actor.id, nowMs);
        if (changed.length > 0) retellPairs(tx, id, nowMs);
        // The log tells what was touched, it is no second copy of the record.
        tx.audit(auditEntry(actor, nowMs, 'party.updated', subject(id), { changed: [...changed] }));
        return findParty(tx, id)!;
      });
    },
  };
}
