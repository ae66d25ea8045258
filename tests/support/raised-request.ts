import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { ReplyMode } from '#shared/requests/reply-clock.ts';
import type { RequestLevel } from '#shared/requests/request.ts';
import { takeNextNumber, yearNumber } from '#db/registers/register-counter.ts';
import { markRaised, setRequestLevel } from '#db/requests/request-field-writes.ts';
import { followReplyDays } from '#db/requests/request-stops.ts';
import { giveRequestNumber, insertStep } from '#db/requests/request-writes.ts';
import { followAct } from '#electron/requests/request-acts.ts';
import { requestToSign, signBoth } from './attested-request.ts';
import type { TestDesk } from './office.ts';

export interface Raised {
  readonly id: RequestId;
  /** `1448-0001` */
  readonly number: string;
}

/**
 * A request that was signed and raised on the clock's day: it waits for the committee. Raised past the slip and its paper,
 * as the committee finds it.
 */
export async function raisedRequest(
  desk: TestDesk,
  partyId: PartyId,
  { mode = 'notice', level = 'ordinary' }: { readonly mode?: ReplyMode; readonly level?: RequestLevel } = {},
): Promise<Raised> {
  const id = await requestToSign(desk, partyId);
  await signBoth(desk, id);
  await desk.call('attestations.complete', { requestId: id });
  const { db, staff } = desk.office();
  const [first] = staff.listStaff();
  if (first === undefined) throw new Error('an office has somebody');
  const actor = { id: first.id, name: first.name };
  const number = db.write((tx) => {
    tx.unaudited();
    const nowMs = desk.clock.nowMs();
    const day = riyadhDay(nowMs);
    const { year } = hijriFromGregorian(day);
    const next = takeNextNumber(tx, 'requests', year, true);
    giveRequestNumber(tx, id, year, next);
    insertStep(tx, id, { step: 5, kind: 'done', note: '' }, actor.id, nowMs);
    if (level !== 'ordinary') setRequestLevel(tx, id, level, 'حاجة عاجلة');
    markRaised(tx, id, day, mode, nowMs);
    followReplyDays(tx, id, day);
    followAct(tx, actor, id, nowMs, { kind: 'stepDone', step: 5, clause: 'S.5' });
    return yearNumber(year, next);
  });
  return { id, number };
}
