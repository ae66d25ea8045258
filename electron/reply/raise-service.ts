import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { RequestId } from '#shared/ids.ts';
import type { Raising } from '#shared/reply/reply-contract.ts';
import { replyDates } from '#shared/requests/reply-clock.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { nextWorkingDay } from '#shared/requests/working-days.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { counterOrNext, takeNextNumber, yearNumber } from '#db/registers/register-counter.ts';
import { getReplySetting } from '#db/reply/reply-setting-rows.ts';
import { markRaised } from '#db/requests/request-field-writes.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { followReplyDays, listStops } from '#db/requests/request-stops.ts';
import { giveRequestNumber, insertStep } from '#db/requests/request-writes.ts';
import { listSealedOfRequest } from '#db/sealed/sealed-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { guardClock, settleClock } from '../audit/clock-guard.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { insertSealed, prepareSeal, type ReadySeal, type SealPorts, stillSays } from '../sealed/seal.ts';
import { requireSealed } from '../sealed/sealed-service.ts';
import { type SlipFacts, slipOrder } from './raising-slip.ts';
import { toldText } from './told.ts';

interface RaisePorts extends SealPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
}

export interface RaiseInput {
  readonly id: RequestId;
  readonly note: string;
  /** ISO day that was read to the applicant. */
  readonly day: string;
  readonly confirmClock: boolean;
}

export type RaiseService = ReturnType<typeof createRaiseService>;

/** A slip is set before its number is taken: somebody else may be faster, and then it is set anew. */
const TRIES = 5;

/** S.5 «التوضيح للمستفيد بأن طلبه سيرفع»: told and raised are one act, and the slip is its record. */
export function createRaiseService(ports: RaisePorts) {
  const { db, clock, files } = ports;

  function requestOf(reader: Reader, id: RequestId): SupportRequest {
    const request = findRequest(reader, id);
    if (request === undefined) throw new AppError('notFound', { kind: 'request', id });
    return request;
  }

  /** What a raising at this moment gives. @throws AppError notFound, requestForbids, urgentWithoutReason */
  function plan(reader: Reader, id: RequestId, nowMs: number): Raising {
    requireAct(reader, id, 'raise');
    const { level, levelReason } = requestOf(reader, id);
    // Exempt from the waiting time in every mode: whoever asks later why, finds it.
    if (level === 'urgent' && levelReason === '') throw new AppError('urgentWithoutReason');
    const setting = getReplySetting(reader);
    const day = riyadhDay(nowMs);
    const { notBefore, targetOn } = replyDates(day, [], day, setting);
    const officeDay = nextWorkingDay(notBefore, setting);
    const { year } = hijriFromGregorian(day);
    const number = counterOrNext(reader, 'requests', year, true).last + 1;
    const days = { mode: setting.mode, level, notBefore, officeDay };
    return {
      ...days,
      day,
      targetOn,
      nextNumber: yearNumber(year, number),
      told: toldText({ ...days, moving: false }),
    };
  }

  function slipFacts(
    request: SupportRequest,
    reader: Reader,
    staff: Staff,
    of: Pick<SlipFacts, 'requestNumber' | 'raisedOn' | 'days' | 'replacement'>,
  ): SlipFacts {
    const isPerson = findParty(reader, request.partyId)?.kind !== 'organisation';
    return { ...of, requestId: request.id, partyName: request.partyName, isPerson, officerName: staff.name };
  }

  /** Null: somebody took the number in the meantime. */
  function write(
    tx: WriteTransaction,
    ready: ReadySeal,
    planned: Raising,
    { id, note, confirmClock }: RaiseInput,
    staff: Staff,
  ): { request: SupportRequest; slip: SealedDocument } | null {
    const actor = actorOf(staff);
    const nowMs = clock.nowMs();
    const now = plan(tx, id, nowMs);
    if (now.day !== planned.day) throw new AppError('conflict', { kind: 'request', id });
    if (now.nextNumber !== planned.nextNumber || now.told !== planned.told) return null;
    settleClock(tx, actor, nowMs, confirmClock, clock);
    const { year } = hijriFromGregorian(now.day);
    giveRequestNumber(tx, id, year, takeNextNumber(tx, 'requests', year, true));
    markRaised(tx, id, now.day, now.mode, nowMs, getReplySetting(tx).targetDays);
    followReplyDays(tx, id, now.day);
    insertStep(tx, id, { step: 5, kind: 'done', note }, actor.id, nowMs);
    const documentId = insertSealed(tx, ready, actor, nowMs);
    const { nextNumber: number, mode, level, notBefore, targetOn } = now;
    followAct(tx, actor, id, nowMs, {
      kind: 'raised',
      step: 5,
      text: number,
      clause: 'S.5',
      subject: { kind: 'sealedDocument', id: documentId },
    });
    const details = { requestNumber: number, mode, level, notBefore, targetOn, documentId };
    tx.audit(auditEntry(actor, nowMs, 'request.raised', { kind: 'request', id }, details));
    return { request: requestOf(tx, id), slip: requireSealed(tx, documentId) };
  }

  return {
    /** Errors: those of `requests.raising`. */
    raising: (id: RequestId): Raising => db.snapshot((reader) => plan(reader, id, clock.nowMs())),

    /** Errors: those of `requests.raise`. */
    async raise(input: RaiseInput, staff: Staff): Promise<{ request: SupportRequest; slip: SealedDocument }> {
      const { id, day, confirmClock } = input;
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const { planned, order } = db.snapshot((reader) => {
          const nowMs = clock.nowMs();
          guardClock(reader, nowMs, confirmClock, clock);
          const raising = plan(reader, id, nowMs);
          // Past midnight another day would be told than was read out.
          if (raising.day !== day) throw new AppError('conflict', { kind: 'request', id });
          const request = requestOf(reader, id);
          const of = {
            requestNumber: raising.nextNumber,
            raisedOn: raising.day,
            days: { ...raising, moving: false },
            replacement: null,
          };
          return {
            planned: raising,
            order: slipOrder(reader, files, slipFacts(request, reader, staff, of)),
          };
        });
        // oxlint-disable-next-line no-await-in-loop -- set anew, one try after another
        const ready = await prepareSeal(ports, order);
        const done = db.write((tx) => write(tx, ready, planned, input, staff));
        if (done !== null) return done;
      }
      throw new AppError('conflict', { kind: 'request', id });
    },

    /** «بدل فاقد». Errors: those of `requests.replaceSlip`. */
    async replaceSlip(id: RequestId, staff: Staff): Promise<SealedDocument> {
      const replacing = (reader: Reader) => {
        requireAct(reader, id, 'replaceSlip');
        const request = requestOf(reader, id);
        const { number: requestNumber, raisedOn } = request;
        if (requestNumber === null || raisedOn === null)
          throw new AppError('requestForbids', { action: 'replaceSlip', reason: 'tooEarly' });
        const setting = getReplySetting(reader);
        const today = riyadhDay(clock.nowMs());
        const mode = request.replyMode ?? setting.mode;
        const { notBefore, moving } = replyDates(raisedOn, listStops(reader, id), today, { mode });
        const slips = listSealedOfRequest(reader, id).filter(({ kind }) => kind === 'raisingSlip');
        const replacement = { number: Math.max(1, slips.length), madeOn: today };
        const days = {
          mode,
          level: request.level,
          notBefore,
          officeDay: nextWorkingDay(notBefore, setting),
          moving,
        };
        const of = { requestNumber, raisedOn, days, replacement };
        return {
          order: slipOrder(reader, files, slipFacts(request, reader, staff, of)),
          number: replacement.number,
        };
      };
      const { order, number } = db.snapshot(replacing);
      const ready = await prepareSeal(ports, order);
      return db.write((tx) => {
        // The clock was stopped, the level changed or the name mended meanwhile: nobody is given a day that holds no more.
        if (!stillSays(ready, replacing(tx).order)) throw new AppError('conflict', { kind: 'request', id });
        const actor = actorOf(staff);
        const nowMs = clock.nowMs();
        const documentId = insertSealed(tx, ready, actor, nowMs);
        followAct(tx, actor, id, nowMs, {
          kind: 'slipReplaced',
          step: 5,
          text: String(number),
          clause: 'S.5',
          subject: { kind: 'sealedDocument', id: documentId },
        });
        const details = { replacement: number, documentId };
        tx.audit(auditEntry(actor, nowMs, 'request.slipReplaced', { kind: 'request', id }, details));
        return requireSealed(tx, documentId);
      });
    },
  };
}
