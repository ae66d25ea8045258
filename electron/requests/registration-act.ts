import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { giveFileNumber } from '#db/parties/party-writes.ts';
import { takeNextNumber, yearNumber } from '#db/registers/register-counter.ts';
import { insertStep } from '#db/requests/request-writes.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { settleClock } from '../audit/clock-guard.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from './request-acts.ts';
import { getRequest } from '#db/requests/request-queries.ts';

/**
 * S.6 «استكمال اجراءات التسجيل مع اكتمال الطلبات»: once nothing is missing. A beneficiary who has a file keeps its number;
 * numbers restart each Hijri year, so the clock is minded.
 */
export const createRegistration =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  (
    input: { readonly id: RequestId; readonly note: string; readonly confirmClock: boolean },
    actor: Actor,
  ): SupportRequest =>
    db.write((tx) => {
      const { id, note } = input;
      requireAct(tx, id, 'completeRegistration');
      const { partyId } = getRequest(tx, id);
      const nowMs = clock.nowMs();
      const has = findParty(tx, partyId)?.fileNumber ?? null;
      let given: string | null = null;
      if (has === null) {
        settleClock(tx, actor, nowMs, input.confirmClock, clock);
        const { year } = hijriFromGregorian(riyadhDay(nowMs));
        const number = takeNextNumber(tx, 'files', year, true);
        giveFileNumber(tx, partyId, year, number);
        given = yearNumber(year, number);
      }
      insertStep(tx, id, { step: 6, kind: 'done', note }, actor.id, nowMs);
      followAct(tx, actor, id, nowMs, {
        kind: 'stepDone',
        step: 6,
        text: note,
        clause: 'S.6',
        subject: { kind: 'party', id: partyId },
      });
      tx.audit(
        auditEntry(
          actor,
          nowMs,
          'request.stepDone',
          { kind: 'request', id },
          {
            step: 6,
            ...(given === null ? {} : { fileNumber: given, partyId }),
          },
        ),
      );
      return getRequest(tx, id);
    });
