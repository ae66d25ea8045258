import { replyDates, type ReplyMode, type Stop } from '#shared/requests/reply-clock.ts';
import type { RequestId, StaffId } from '#shared/ids.ts';
import type { StopKind } from '#shared/requests/request.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { setReplyDays } from './request-field-writes.ts';

const all = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_stop')
    .select(['id', 'kind', 'from_day', 'until_day'])
    .where('request_id', '=', param('id'))
    .orderBy('id'),
);
const records = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_stop')
    .innerJoin('staff', 'staff.id', 'request_stop.staff_id')
    .selectAll('request_stop')
    .select('staff.name as staff_name')
    .where('request_id', '=', param('id'))
    .orderBy('request_stop.id'),
);
const raised = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('support_request')
    .select(['raised_on', 'target_days', 'reply_mode'])
    .where('id', '=', param('id')),
);
const insert = statement<{
  request: number;
  kind: string;
  from: string;
  reason: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('request_stop').values({
    request_id: param('request'),
    kind: param('kind'),
    from_day: param('from'),
    until_day: null,
    reason: param('reason'),
    at_ms: param('at'),
    staff_id: param('by'),
    ended_at_ms: null,
    ended_by: null,
    end_note: '',
  }),
);
const end = statement<{ request: number; until: string; note: string; at: number; by: number }>()((param) =>
  queries
    .updateTable('request_stop')
    .set({
      until_day: param('until'),
      end_note: param('note'),
      ended_at_ms: param('at'),
      ended_by: param('by'),
    })
    .where('request_id', '=', param('request'))
    .where('until_day', 'is', null),
);

/** The stops of a request's clock in the order in which they began. */
export const listStops = (
  reader: Reader,
  id: RequestId,
): (Stop & { readonly id: number; readonly kind: StopKind })[] =>
  reader.all(all, { id }).map((row) => ({
    id: row.id,
    kind: row.kind as StopKind,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }));

/** The same with who let the clock stand and why, and what was said when it went on. */
export const listStopRecords = (reader: Reader, id: RequestId) =>
  reader.all(records, { id }).map((row) => ({
    kind: row.kind as StopKind,
    fromDay: row.from_day,
    untilDay: row.until_day,
    reason: row.reason,
    endNote: row.end_note,
    officerName: row.staff_name,
  }));

/** The office's own target in days after the raising, as it stood on that day. */
export const findTargetDays = (reader: Reader, id: RequestId): number | undefined =>
  reader.get(raised, { id })?.target_days;

/** Keeps the days of the lists in step with the raising and the stops. `today` counts a running stop up to now. */
export function followReplyDays(tx: WriteTransaction, id: RequestId, today: string): void {
  const stops = listStops(tx, id);
  const row = tx.get(raised, { id });
  const raisedOn = row?.raised_on ?? null;
  // Set with the day of raising: one is not there without the other.
  const mode = (row?.reply_mode ?? 'notice') as ReplyMode;
  const dates =
    raisedOn === null ? null : replyDates(raisedOn, stops, today, { mode, targetDays: row?.target_days });
  setReplyDays(tx, id, {
    notBefore: dates?.notBefore ?? null,
    targetOn: dates?.targetOn ?? null,
    stoppedFrom: stops.find(({ untilDay }) => untilDay === null)?.fromDay ?? null,
  });
}

/** The clock stands from `fromDay` (ISO) on. One stop at a time: the machine refuses a second one. */
export function startStop(
  tx: WriteTransaction,
  id: RequestId,
  stop: { readonly kind: StopKind; readonly fromDay: string; readonly reason: string },
  by: StaffId,
  atMs: number,
): void {
  tx.run(insert, { request: id, kind: stop.kind, from: stop.fromDay, reason: stop.reason, at: atMs, by });
  followReplyDays(tx, id, stop.fromDay);
}

/**
 * `untilDay` (ISO): the day on which the clock goes on; no earlier than it stopped, though the computer's own went back
 * since. False when none was running.
 */
export function endStop(
  tx: WriteTransaction,
  id: RequestId,
  stop: { readonly untilDay: string; readonly note: string },
  by: StaffId,
  atMs: number,
): boolean {
  const running = listStops(tx, id).find(({ untilDay }) => untilDay === null);
  const until = running !== undefined && stop.untilDay < running.fromDay ? running.fromDay : stop.untilDay;
  const { changes } = tx.run(end, { request: id, until, note: stop.note, at: atMs, by });
  followReplyDays(tx, id, until);
  return changes === 1;
}
