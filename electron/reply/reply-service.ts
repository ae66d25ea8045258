import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { RequestId } from '#shared/ids.ts';
import type { ReplyDecision, RequestReply } from '#shared/reply/reply-contract.ts';
import type { ReplySetting } from '#shared/reply/reply-setting.ts';
import { replyDates, replyStanding } from '#shared/requests/reply-clock.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { nextWorkingDay } from '#shared/requests/working-days.ts';
import { listDecisionsOfRequest } from '#db/committee/decision-rows.ts';
import { findLetterRow } from '#db/letters/letter-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { listAppeals } from '#db/reply/appeal-rows.ts';
import { listNotices } from '#db/reply/notice-rows.ts';
import { getReplySetting, setReplySetting } from '#db/reply/reply-setting-rows.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { findTargetDays, listStopRecords } from '#db/requests/request-stops.ts';
import { listSealedOfRequest } from '#db/sealed/sealed-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { getCommitteeSetting } from '../committee/session-state.ts';
import type { Clock } from '../ports/clock.ts';
import { representativeToday } from './representative-today.ts';
import { toldText } from './told.ts';

export type ReplyService = ReturnType<typeof createReplyService>;

/** How the waiting time of S.5 is read, and how each request stands against it. */
export function createReplyService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    setting: (): ReplySetting => db.snapshot(getReplySetting),

    saveSetting: (setting: ReplySetting, actor: Actor): ReplySetting =>
      db.write((tx) => {
        const nowMs = clock.nowMs();
        setReplySetting(tx, setting, nowMs);
        const { mode, targetDays, weekdays, holidays } = setting;
        const details = { mode, targetDays, weekdays: [...weekdays].join(' '), holidays: holidays.length };
        tx.audit(auditEntry(actor, nowMs, 'reply.settingSaved', { kind: 'setting', id: null }, details));
        return getReplySetting(tx);
      }),

    /** Errors: notFound. */
    reply: (id: RequestId): RequestReply =>
      db.snapshot((reader) => readReply(reader, id, riyadhDay(clock.nowMs()))),
  };
}

function readReply(reader: Reader, id: RequestId, today: string): RequestReply {
  const request = findRequest(reader, id);
  if (request === undefined) throw new AppError('notFound', { kind: 'request', id });
  const setting = getReplySetting(reader);
  const stops = listStopRecords(reader, id);
  return {
    requestId: id,
    clock: clockOf(reader, request, setting, stops, today),
    stops,
    slips: listSealedOfRequest(reader, id).filter(({ kind }) => kind === 'raisingSlip'),
    decisions: decisionsOf(reader, request),
    appeals: listAppeals(reader, id),
    appealLevel: getCommitteeSetting(reader).appealLevel,
    reach: [...(findParty(reader, request.partyId)?.contactPoints ?? [])],
    againOn: nextWorkingDay(addDays(today, 1), setting),
    representative: representativeToday(reader, request, today),
  };
}

function clockOf(
  reader: Reader,
  { id, raisedOn, replyMode, level }: SupportRequest,
  setting: ReplySetting,
  stops: ReturnType<typeof listStopRecords>,
  today: string,
): RequestReply['clock'] {
  if (raisedOn === null) return null;
  const mode = replyMode ?? setting.mode;
  const dates = replyDates(raisedOn, stops, today, { mode, targetDays: findTargetDays(reader, id) });
  const officeDay = nextWorkingDay(dates.notBefore, setting);
  const told = toldText({ mode, level, officeDay, notBefore: dates.notBefore, moving: dates.moving });
  const standing = replyStanding(mode, level, dates, today);
  return { mode, level, raisedOn, ...dates, officeDay, today: standing, told };
}

/** Each with how it stood against the clock on its own day: a stop that began later does not change that. */
function decisionsOf(reader: Reader, request: SupportRequest): ReplyDecision[] {
  const { id, raisedOn, replyMode, level } = request;
  const notices = Map.groupBy(listNotices(reader, id), ({ decisionId }) => decisionId);
  const targetDays = findTargetDays(reader, id);
  const stops = listStopRecords(reader, id);
  return listDecisionsOfRequest(reader, id)
    .filter(({ voided }) => voided === null)
    .map((decision) => {
      const { decidedOn, letterId } = decision;
      const before = stops.filter(({ fromDay }) => fromDay < decidedOn);
      const letter = letterId === null ? undefined : findLetterRow(reader, letterId)?.letter;
      return {
        ...decision,
        standing:
          raisedOn === null || replyMode === null
            ? null
            : replyStanding(
                replyMode,
                level,
                replyDates(raisedOn, before, decidedOn, { mode: replyMode, targetDays }),
                decidedOn,
              ),
        notices: notices.get(decision.id) ?? [],
        letter:
          letter === undefined
            ? null
            : { id: letter.id, referenceNumber: letter.referenceNumber, state: letter.state },
      };
    });
}
