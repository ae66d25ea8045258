import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import type { TimelineFilter, TimelineItem } from '#shared/parties/profile.ts';
import type { SqlValue } from '#db/statement.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

const DAY = 24 * 60 * 60_000;
let desk: TestDesk;
let id: PartyId;

beforeEach(async () => {
  desk = await openOffice();
  ({ id } = await desk.call('parties.add', person()));
});
afterEach(() => desk.close());

/** A row that no channel writes for the test's purpose: of a table of another feature. */
const put = (sql: string, ...values: SqlValue[]): number =>
  desk.office().db.write((tx) => {
    tx.unaudited();
    return tx.run({ sql, values: () => values }, {}).id;
  });
const log = async (): Promise<string[]> => (await desk.call('audit.list', {})).map((event) => event.action);
const merge = (merged: PartyId, kept: PartyId): void => {
  put('UPDATE party SET merged_into = ? WHERE id = ?', kept, merged);
  put(
    `INSERT INTO party_merge (kept_id, merged_id, reason, before_json, at_ms, staff_id) VALUES (?, ?, '', '{}', ?, 1)`,
    kept,
    merged,
    desk.clock.nowMs(),
  );
};
async function wholeTimeline(filter: TimelineFilter, limit: number): Promise<TimelineItem[]> {
  const all: TimelineItem[] = [];
  for (let last: TimelineItem | undefined, more = true; more; last = all.at(-1)) {
    const after = last === undefined ? null : { atMs: last.atMs, source: last.source, id: last.id };
    const page = await desk.call('parties.timeline', { id, filter, limit, after });
    all.push(...page.items);
    more = page.more;
  }
  return all;
}

describe('the page of a person', () => {
  it('puts the most urgent case first, then the newest, and says what each still needs', async () => {
    const open = async (service: string, level: 'ordinary' | 'urgent' | 'followUp') => {
      desk.clock.advance(60_000);
      const levelReason = level === 'urgent' ? 'علاج لا ينتظر' : '';
      return desk.call('requests.open', { partyId: id, service, level, levelReason, need: 'حاجة الأسرة' });
    };
    const old = await open('سلة غذائية', 'ordinary');
    const urgent = await open('علاج عاجل', 'urgent');
    const newest = await open('كسوة شتاء', 'followUp');
    const { cases, requests } = await desk.call('parties.page', { id });
    expect(cases.map(({ request }) => request.id)).toEqual([urgent.id, newest.id, old.id]);
    expect(requests.map((request) => request.id)).toEqual([newest.id, urgent.id, old.id]);
    const detail = await desk.call('requests.get', { id: urgent.id });
    expect(cases[0]!.missing).toEqual(
      detail.requirements.filter(({ state }) => state === 'needed').map(({ name }) => name),
    );
    expect(cases[0]!.missing!.length).toBeGreaterThan(0);
    expect(cases[0]!.request.steps).toEqual(detail.steps);
  });

  it('of a merged record answers with the one that was kept, through any number of merges, and says so', async () => {
    const second = await desk.call('parties.add', person('فاطمة علي الحربي', '1101798278'));
    const third = await desk.call('parties.add', person('فاطمة الحربي', '2000000006'));
    const contact = { channel: 'phoneCall', direction: 'in', inquiry: 'متى الموعد؟' } as const;
    await desk.call('contacts.log', { partyId: third.id, ...contact });
    merge(third.id, second.id);
    merge(second.id, id);
    const page = await desk.call('parties.page', { id: third.id });
    expect(page.party.id).toBe(id);
    expect(page.forwardedFrom).toEqual({ id: third.id, name: 'فاطمة الحربي' });
    // What was left with the merged record is read with the kept one.
    expect(page.contacts.map(({ inquiry }) => inquiry)).toEqual(['متى الموعد؟']);
    expect((await desk.call('parties.page', { id })).forwardedFrom).toBeNull();
    expect((await wholeTimeline('contact', 10)).map(({ of }) => of)).toEqual(['contact']);
    expect((await desk.call('parties.compare', { id: third.id })).name).toBe('فاطمة أحمد علي الحربي');
    expect(await codeOf(() => desk.call('parties.page', { id: 999 }))).toBe('notFound');
  });

  it('tells of an open pair of the duplicate desk, the likeliest one, and of none that was dismissed', async () => {
    const other = await desk.call('parties.add', person('فاطمة بنت أحمد الحربي', '1101798278'));
    const pair = (low: number, high: number, score: number, dismissed: number | null): number =>
      put(
        `INSERT INTO duplicate_pair (low_id, high_id, score, parts_json, found_at_ms, dismissed_at_ms, dismissed_by,
           dismiss_reason) VALUES (?, ?, ?, '[]', 1, ?, ?, '')`,
        low,
        high,
        score,
        dismissed,
        dismissed === null ? null : 1,
      );
    expect((await desk.call('parties.page', { id })).duplicate).toBeNull();
    pair(id, other.id, 82, null);
    const expected = { lowId: id, highId: other.id, score: 82 };
    expect((await desk.call('parties.page', { id })).duplicate).toEqual({
      ...expected,
      otherName: other.name,
    });
    expect((await desk.call('parties.page', { id: other.id })).duplicate).toMatchObject(expected);
    put('UPDATE duplicate_pair SET dismissed_at_ms = 5, dismissed_by = 1');
    expect((await desk.call('parties.page', { id })).duplicate).toBeNull();
  });

  it('shows every open next action, the earliest due first, however many contacts came after it', async () => {
    const inquiry = { partyId: id, channel: 'phoneCall', direction: 'in', inquiry: 'سؤال' } as const;
    await desk.call('contacts.log', { ...inquiry, nextAction: 'بلا موعد' });
    await desk.call('contacts.log', { ...inquiry, nextAction: 'بعيد', nextActionOn: '2026-12-20' });
    await desk.call('contacts.log', { ...inquiry, nextAction: 'قريب', nextActionOn: '2026-11-24' });
    for (let index = 0; index < 120; index += 1) await desk.call('contacts.log', inquiry);
    const { followUps, contacts } = await desk.call('parties.page', { id });
    expect(followUps.map(({ nextAction }) => nextAction)).toEqual(['قريب', 'بعيد', 'بلا موعد']);
    expect(contacts).toHaveLength(100);
  });
});

describe('the identity compared with the card', () => {
  it('comes whole, and each look is logged without a value', async () => {
    const card = await desk.call('parties.compare', { id });
    expect(card).toMatchObject({
      name: 'فاطمة أحمد علي الحربي',
      idNumber: '1058529940',
      idKind: 'nationalId',
    });
    await desk.call('parties.compare', { id });
    expect((await log()).filter((action) => action === 'party.compared')).toHaveLength(2);
    expect(JSON.stringify(await desk.call('audit.list', {}))).not.toContain('1058529940');
    expect((await desk.call('parties.page', { id })).party.idNumber).toBe('••••••9940');
  });

  it('is for those who sit at the desk', async () => {
    desk.become('مدقق', ['auditor']);
    expect(await codeOf(() => desk.call('parties.compare', { id }))).toBe('notAllowed');
    expect((await desk.call('parties.page', { id })).party.idNumber).toBe('••••••9940');
  });
});

describe('the timeline', () => {
  it('goes page by page over what happened at one instant, leaving nothing out and telling nothing twice', async () => {
    const at = desk.clock.nowMs();
    const officer = 1;
    for (let index = 0; index < 12; index += 1) {
      put(
        `INSERT INTO contact (party_id, channel, direction, platform, inquiry, answer, next_action, happened_at_ms, officer_id)
         VALUES (?, 'phoneCall', 'in', '', ?, '', '', ?, ?)`,
        id,
        `سؤال ${index}`,
        at - Math.floor(index / 6) * DAY,
        officer,
      );
      put(
        `INSERT INTO visit (day, party_id, purpose, state, arrived_at_ms, note)
         VALUES ('2026-11-22', ?, 'inquiry', 'served', ?, '')`,
        id,
        at - Math.floor(index / 6) * DAY,
      );
    }
    const whole = await wholeTimeline('all', 100);
    expect(whole).toHaveLength(24);
    for (const limit of [1, 2, 5, 7, 23, 24]) expect(await wholeTimeline('all', limit)).toEqual(whole);
    expect(whole.map(({ atMs }) => atMs)).toEqual(whole.map(({ atMs }) => atMs).toSorted((a, b) => b - a));
    expect((await wholeTimeline('visit', 5)).every(({ of }) => of === 'visit')).toBe(true);
    expect(await wholeTimeline('visit', 5)).toHaveLength(12);
  });
});
