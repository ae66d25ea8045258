import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Desk, PaletteHit } from '#shared/desk/desk-contract.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { listRecentSubjects } from '#db/audit/recent-views.ts';
import { findLatestBackup } from '#db/backup/backup-runs.ts';
import { listDueContacts } from '#db/contacts/contact-rows.ts';
import { listDrafts } from '#db/drafts/draft-rows.ts';
import { listDueIncoming } from '#db/incoming/incoming-queries.ts';
import { EVERY_LETTER, listLetters } from '#db/letters/letter-list.ts';
import { listUnfinishedLetters } from '#db/letters/letter-queries.ts';
import { listPrints } from '#db/letters/print-jobs.ts';
import type { Database } from '#db/open-database.ts';
import { findParties } from '#db/parties/party-list.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findRequest, findRequests } from '#db/requests/request-queries.ts';
import { listDueRequests } from '#db/requests/requests-due.ts';
import { countVisitsOfDay, listServedOfDay, listVisitsOfDay } from '#db/visits/visit-queries.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';

const IN_ROOM = 200;
const SERVED = 20;
const DUE = 50;
const UNFINISHED = 20;
const PRINTS = 8;
const RECENT = 8;
const HITS = { parties: 8, letters: 5, requests: 5 } as const;

export interface RecentPlace {
  partyId: PartyId;
  requestId: RequestId | null;
  name: string;
}

export type DeskService = ReturnType<typeof createDeskService>;

export function createDeskService({ db, clock }: { db: Database; clock: Clock }) {
  return {
    /** أعمال اليوم, all of one moment. */
    today: (actor: Actor): Desk =>
      db.snapshot((reader) => {
        const day = riyadhDay(clock.nowMs());
        return {
          day,
          serving: listVisitsOfDay(reader, day, 'serving', IN_ROOM),
          waiting: listVisitsOfDay(reader, day, 'waiting', IN_ROOM),
          served: listServedOfDay(reader, day, SERVED),
          counts: countVisitsOfDay(reader, day),
          due: listDueContacts(reader, day, DUE),
          incomingDue: listDueIncoming(reader, day, DUE),
          requestsDue: listDueRequests(reader, { staffId: actor.id, today: day }),
          drafts: listDrafts(reader, actor.id),
          letterDrafts: listUnfinishedLetters(reader, UNFINISHED),
          prints: listPrints(reader, PRINTS),
          lastBackupAtMs: findLatestBackup(reader)?.atMs ?? null,
        };
      }),

    /** Ctrl+K: people first, then letters, then requests. */
    find: (text: string): PaletteHit[] =>
      text.trim() === ''
        ? []
        : db.snapshot((reader) => [
            ...findParties(reader, text, HITS.parties).map((party) => ({ kind: 'party' as const, party })),
            ...listLetters(reader, { ...EVERY_LETTER, text, offset: 0, limit: HITS.letters }).rows.map(
              (letter) => ({
                kind: 'letter' as const,
                letter,
              }),
            ),
            ...findRequests(reader, text, HITS.requests).map((request) => ({
              kind: 'request' as const,
              request,
            })),
          ]),

    recent: (actor: Actor): RecentPlace[] =>
      db.snapshot((reader) =>
        listRecentSubjects(reader, actor.id, RECENT).flatMap(({ kind, id }): RecentPlace[] => {
          if (kind === 'party') {
            const party = findParty(reader, id);
            return party ? [{ partyId: party.id, requestId: null, name: party.name }] : [];
          }
          const request = findRequest(reader, id);
          return request
            ? [{ partyId: request.partyId, requestId: request.id, name: request.partyName }]
            : [];
        }),
      ),
  };
}
