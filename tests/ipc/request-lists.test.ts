import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/ids.ts';
import type { RequestCursor, RequestView } from '#shared/requests/request-list.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { SqlValue } from '#db/statement.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

const TODAY = '2026-11-22';
let desk: TestDesk;
let me: Staff;
const ids: RequestId[] = [];

/** Columns that the lists filter by, as their own acts keep them. */
function put(id: RequestId, columns: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(columns);
  const sql = `UPDATE support_request SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  desk.office().db.write((tx) => {
    tx.unaudited();
    tx.run({ sql, values: () => [...Object.values(columns), id] }, {});
  });
}

/** A committee's case that was raised so many days before its fourteenth is so far from today. */
const raised = (notBefore: string) => ({
  phase: 'committee',
  current_step: 5,
  raised_on: addDays(notBefore, -14),
  not_before: notBefore,
  target_on: addDays(notBefore, 16),
  reply_mode: 'notice',
});

beforeAll(async () => {
  desk = await openOffice();
  const party = await desk.call('parties.add', person());
  for (let n = 0; n < 9; n += 1) {
    desk.clock.advance(60_000);
    ids.push((await desk.call('requests.open', { partyId: party.id, service: `خدمة ${n}` })).id);
  }
  const [matching, referral, due, ahead, late, stopped, urgent, closed, withdrawn] = ids as [
    RequestId,
    ...RequestId[],
  ];
  put(matching, { return_on: TODAY });
  put(referral!, { phase: 'referral', current_step: 3, return_on: addDays(TODAY, 2) });
  put(due!, raised(TODAY));
  put(ahead!, raised(addDays(TODAY, 1)));
  put(late!, raised(addDays(TODAY, -20)));
  put(stopped!, { ...raised(addDays(TODAY, -1)), stopped_from: addDays(TODAY, -3) });
  put(urgent!, { ...raised(addDays(TODAY, 9)), level: 'urgent' });
  put(closed!, { state: 'closed', phase: 'closed', current_step: null, closed_at_ms: 1 });
  put(withdrawn!, { state: 'withdrawn', phase: 'withdrawn', current_step: null });
  me = desk.become('نورة سعد', ['receptionist']);
  put(ahead!, { assigned_to: me.id });
});
afterAll(() => desk.close());

const places = async (view: RequestView): Promise<number[]> =>
  (await desk.call('requests.list', { view })).rows.map(({ id }) => ids.indexOf(id));

describe('the lists of requests', () => {
  it.each<[RequestView, number[]]>([
    // Urgent first, then the latest change; what is over is none of them.
    ['open', [6, 5, 4, 3, 2, 1, 0]],
    ['mine', [3]],
    ['urgent', [6]],
    ['stopped', [5]],
    // Urgent first, it waits for no day; then the earliest day. Day 14 itself is due, the day before it is not.
    ['replyDue', [6, 4, 2]],
    ['replyAhead', [3]],
    ['returning', [0, 1]],
    ['closed', [7]],
    ['refused', []],
    ['withdrawn', [8]],
  ])('%s', async (view, expected) => {
    expect(await places(view)).toEqual(expected);
  });

  it('tell a target as passed from the day after it', async () => {
    const late = ids[4]!;
    put(late, { target_on: TODAY });
    expect(await places('targetPassed')).toEqual([]);
    put(late, { target_on: addDays(TODAY, -1) });
    expect(await places('targetPassed')).toEqual([4]);
  });

  it('narrow the open ones by phase, and count them by the same rules', async () => {
    const { rows } = await desk.call('requests.list', { phase: 'committee' });
    expect(rows.map(({ id }) => ids.indexOf(id))).toEqual([6, 5, 4, 3, 2]);
    const { phases, views } = await desk.call('requests.counts');
    expect(phases).toMatchObject({ matching: 1, referral: 1, committee: 5, service: 0 });
    for (const view of Object.keys(views) as (keyof typeof views)[])
      expect([view, views[view]]).toEqual([view, (await places(view)).length]);
  });

  it('go page by page over one instant, leaving nothing out and telling nothing twice', async () => {
    for (const id of ids) put(id, { updated_at_ms: 7 });
    const seen: number[] = [];
    let after: RequestCursor | null = null;
    for (let page = 0; page < 9; page += 1) {
      const answer: { rows: readonly { id: RequestId }[]; next: RequestCursor | null; total: number } =
        await desk.call('requests.list', { after, limit: 2 });
      expect(answer.total).toBe(7);
      seen.push(...answer.rows.map(({ id }) => ids.indexOf(id)));
      if (answer.next === null) break;
      after = answer.next;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('put what is urgent first, over the border of a page too', async () => {
    for (const place of [1, 3, 6]) put(ids[place]!, { level: 'urgent' });
    const pages: number[][] = [];
    let after: RequestCursor | null = null;
    do {
      const answer: { rows: readonly { id: RequestId }[]; next: RequestCursor | null } = await desk.call(
        'requests.list',
        { after, limit: 2 },
      );
      pages.push(answer.rows.map(({ id }) => ids.indexOf(id)));
      after = answer.next;
    } while (after !== null);
    for (const place of [1, 3]) put(ids[place]!, { level: 'ordinary' });
    expect(pages).toEqual([[6, 3], [1, 5], [4, 2], [0]]);
  });

  it('bring to the desk what has its day, each once: what is urgent, then the oldest', async () => {
    const { requestsDue } = await desk.call('desk.today');
    expect(requestsDue.map(({ request, why }) => [ids.indexOf(request.id), why])).toEqual([
      [6, 'reply'],
      [4, 'target'],
      [0, 'returnDay'],
      [2, 'reply'],
    ]);
  });

  it('are searched by an index, whatever the view', () => {
    const { db } = desk.office();
    const plan = (where: string): string =>
      db
        .snapshot((reader) =>
          reader.all<unknown, { detail: string }>(
            {
              sql: `EXPLAIN QUERY PLAN SELECT id FROM support_request WHERE ${where} ORDER BY updated_at_ms DESC, id DESC LIMIT 50`,
              values: () => [],
            },
            {},
          ),
        )
        .map(({ detail }) => detail)
        .join('; ');
    expect(plan(`state = 'open'`)).toContain('support_request_open_by_change');
    expect(plan(`state = 'open' AND phase = 'committee'`)).toContain('support_request_open');
    expect(plan(`state = 'closed'`)).toContain('support_request_closed');
    expect(plan(`state = 'open' AND assigned_to = 1`)).toContain('support_request_assigned');
    for (const where of [`state = 'open'`, `state = 'open' AND phase = 'committee'`, `state = 'closed'`])
      expect(plan(where)).not.toContain('TEMP B-TREE');
  });

  it('bring what is urgent to the desk, however many had their day before it', async () => {
    const { partyId } = await desk.call('requests.get', { id: ids[0]! });
    for (let n = 0; n < 21; n += 1) {
      const { id } = await desk.call('requests.open', { partyId, service: `خدمة أخرى ${n}` });
      put(id, raised(addDays(TODAY, -2)));
    }
    const [first] = (await desk.call('desk.today')).requestsDue;
    expect(first?.request.id).toBe(ids[6]);
  });
});
