import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { TIMELINE_SOURCES, type TimelineItem } from '#shared/parties/profile.ts';
import { listTimeline } from '#db/parties/timeline-queries.ts';
import { listRequestsOfParty } from '#db/requests/requests-of-party.ts';
import type { SqlValue } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { handedOver } from '../support/request-in-service.ts';

let desk: TestDesk;
let id: PartyId;
let atMs: number;

beforeEach(async () => {
  desk = await openOffice();
  ({ id } = await desk.call('parties.add', person()));
  atMs = desk.clock.nowMs();
});
afterEach(() => desk.close());

/** A row as it stands in the database: of a table that other features write. */
function put(table: string, row: Readonly<Record<string, SqlValue>>): number {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return desk.office().db.write((tx) => {
    tx.unaudited();
    return tx.run({ sql, values: () => Object.values(row) }, {}).id;
  });
}
const timeline = async (): Promise<TimelineItem[]> => (await desk.call('parties.timeline', { id })).items;
const one = async (source: string, of: number): Promise<TimelineItem | undefined> =>
  (await timeline()).find((item) => item.source === source && item.id === of);

const document = { kind: 'familyRecord', title: '', number: '12', note: '', legal_basis: '', created_by: 1 };
const recorded = { recorded_by: 1, withdraw_reason: '' };

describe('every kind of event', () => {
  it('stands in one timeline, newest first, and what was taken back is struck through with its reason', async () => {
    const handover = await handedOver(desk, id);
    const other = await desk.call('parties.add', person('نورة علي الحربي', '1101798278'));
    const at = (minutes: number): number => atMs - minutes * 60_000;
    put('visit', {
      day: '2026-11-22',
      party_id: id,
      purpose: 'inquiry',
      state: 'served',
      arrived_at_ms: at(1),
      note: '',
    });
    await desk.call('contacts.log', { partyId: id, channel: 'phoneCall', direction: 'in', inquiry: 'سؤال' });
    await desk.call('requests.open', { partyId: id, service: 'سلة', level: 'ordinary', need: 'حاجة' });
    const matched = put('party_document', {
      ...document,
      party_id: id,
      created_at_ms: at(9),
      matched_by: 1,
      matched_at_ms: at(3),
      remove_reason: '',
    });
    const expired = put('party_document', {
      ...document,
      party_id: id,
      created_at_ms: at(8),
      expires_on: '2026-11-20',
      remove_reason: '',
    });
    const valid = put('party_document', {
      ...document,
      party_id: id,
      created_at_ms: at(8),
      expires_on: '2026-11-22',
      remove_reason: '',
    });
    const removed = put('party_document', {
      ...document,
      party_id: id,
      created_at_ms: at(7),
      removed_at_ms: at(2),
      removed_by: 1,
      remove_reason: 'سُجّل خطأً',
    });
    const agreement = put('agreement', {
      party_id: id,
      kind: 'other',
      title: 'عقد تدريب',
      number: '',
      our_duties: '',
      their_duties: '',
      liability: '',
      ended_on: '2026-11-01',
      end_reason: 'انتهت مدته',
      version: 1,
      created_at_ms: at(60),
      created_by: 1,
      updated_at_ms: 1,
    });
    const breach = put('agreement_event', {
      agreement_id: agreement,
      kind: 'breach',
      on_day: '2026-10-01',
      by_whom: 'them',
      text: 'تأخر',
      settlement: '',
      at_ms: at(30),
      staff_id: 1,
    });
    const fact = put('party_fact', {
      ...recorded,
      party_id: id,
      kind: 'housing',
      value_json: '{}',
      known_on: '2026-11-01',
      source: '',
      recorded_at_ms: at(4),
      withdrawn_at_ms: at(1),
      withdrawn_by: 1,
      withdraw_reason: 'لغيرها',
    });
    const money = put('money_line', {
      ...recorded,
      party_id: id,
      kind: 'income',
      category: 'salary',
      detail: '',
      monthly_halalas: 1,
      since_on: '2026-11-01',
      source: '',
      recorded_at_ms: at(4),
    });
    const category = put('party_category', {
      ...recorded,
      party_id: id,
      category_id: 1,
      since_on: '2026-11-01',
      reason: '',
      recorded_at_ms: at(4),
      end_reason: '',
    });
    const need = put('party_need', {
      ...recorded,
      party_id: id,
      need: 'مكيف',
      since_on: '2026-11-01',
      outcome: '',
      recorded_at_ms: at(4),
    });
    const household = put('household', { created_at_ms: 1, created_by: 1 });
    const member = {
      household_id: household,
      birth_printed: '',
      breadwinner: 0,
      occupation: '',
      health: '',
      left_reason: '',
      left_note: '',
    };
    put('household_member', {
      ...member,
      party_id: id,
      relation: 'head',
      name: '',
      search_name: '',
      created_at_ms: at(5),
      created_by: 1,
    });
    const child = put('household_member', {
      ...member,
      relation: 'son',
      name: 'سالم',
      search_name: 'سالم',
      created_at_ms: at(5),
      created_by: 1,
    });
    const version = put('party_version', {
      party_id: id,
      before_json: '{}',
      changed_json: '["name","mobile"]',
      at_ms: at(6),
      staff_id: 1,
    });
    const undone = put('party_merge', {
      kept_id: id,
      merged_id: other.id,
      reason: '',
      before_json: '{}',
      at_ms: at(6),
      staff_id: 1,
      undone_at_ms: at(2),
      undone_by: 1,
    });
    const incoming = await desk.call('incoming.register', {
      content: {
        sender: { organisation: 'جهة' },
        subject: 'استفسار',
        attachments: { kind: 'list', items: [] },
        scans: [],
        receivedBy: 'byHand',
      },
      partyId: id,
    });
    const letter = put('letter', {
      state: 'draft',
      party_id: id,
      author_id: 1,
      version: 1,
      content_json: '{}',
      subject: 'تعريف',
      recipient_line: '',
      search_text: '',
      remarks: '',
      void_reason: '',
      created_at_ms: at(1),
      updated_at_ms: at(1),
      delivered_at_ms: at(1),
    });

    const referral = await desk.call('referrals.refer', { partyId: id, question: 'هل يلزم صك الحضانة؟' });

    const all = await timeline();
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(TIMELINE_SOURCES));
    expect(await one('handover', handover)).toMatchObject({ service: 'سلة غذائية شهرية', self: true });
    expect(await one('referral', referral.id)).toMatchObject({ state: 'open', voided: false });
    // What was asked is for who works on cases: everybody who is signed in reads the timeline.
    expect(JSON.stringify(all)).not.toContain('الحضانة');
    expect(all.map((item) => item.atMs)).toEqual(all.map((item) => item.atMs).toSorted((a, b) => b - a));
    expect(await one('documentMatched', matched)).toMatchObject({
      event: 'matched',
      officerName: 'سارة محمد المطيري',
    });
    // The last day is a whole one: at midnight after it, in Riyadh.
    expect(await one('documentExpired', expired)).toMatchObject({ atMs: Date.UTC(2026, 10, 20, 21) });
    expect(await one('documentExpired', valid)).toBeUndefined();
    expect(await one('documentAdded', removed)).toMatchObject({ voided: true, why: 'سُجّل خطأً' });
    expect(await one('agreementEnded', agreement)).toMatchObject({ event: 'ended', text: 'انتهت مدته' });
    expect(await one('agreementEvent', breach)).toMatchObject({ event: 'breach', title: 'عقد تدريب' });
    expect(await one('fact', fact)).toMatchObject({ what: 'housing', voided: true, why: 'لغيرها' });
    expect(await one('money', money)).toMatchObject({ event: 'income', what: 'salary', voided: false });
    expect(await one('category', category)).toMatchObject({ what: 'أرملة' });
    expect(await one('need', need)).toMatchObject({ what: 'مكيف' });
    expect(await one('member', child)).toMatchObject({ event: 'member', what: 'سالم' });
    expect(await one('identity', version)).toMatchObject({ changed: ['name', 'mobile'] });
    expect(await one('merge', undone)).toMatchObject({ name: 'نورة علي الحربي', voided: true });
    expect(await one('incoming', incoming.id)).toMatchObject({ subject: 'استفسار', voided: false });
    expect(await one('letterDelivered', letter)).toMatchObject({ event: 'delivered' });
    // Of somebody else's file nothing is told.
    expect((await desk.call('parties.timeline', { id: other.id })).items).toEqual([]);
  });
});

describe('a request that was served', () => {
  it('tells its close, and not what was noted at it', async () => {
    await handedOver(desk, id);
    const { id: request } = (await desk.call('parties.page', { id })).requests[0]!;
    await desk.call('requests.close', { id: request, note: 'سُلّمت السلة لجارتها' });
    const events = await timeline();
    expect(events.filter((item) => item.of === 'request').map((item) => item.event)).toEqual(
      expect.arrayContaining(['opened', 'closed']),
    );
    expect(JSON.stringify(events)).not.toContain('لجارتها');
    await desk.call('requests.reopen', { id: request, reason: 'أُغلق خطأ' });
    const after = await timeline();
    expect(after.filter((item) => item.of === 'request').map((item) => item.event)).toContain('reopened');
    expect(JSON.stringify(after)).not.toContain('أُغلق خطأ');
  });
});

describe('a long history', () => {
  it('costs as many statements as a short one', async () => {
    const { db } = desk.office();
    const count = (read: (reader: Reader) => unknown): number => {
      let calls = 0;
      const counted: Reader = {
        all: (statement, params) => ((calls += 1), db.all(statement, params)),
        get: (statement, params) => ((calls += 1), db.get(statement, params)),
        list: (query) => ((calls += 1), db.list(query)),
        first: (query) => ((calls += 1), db.first(query)),
      };
      read(counted);
      return calls;
    };
    const page = { family: [id], filter: 'all', after: null, limit: 101, nowMs: atMs } as const;
    const reads = (): number =>
      count((reader) => {
        listTimeline(reader, page);
        listRequestsOfParty(reader, [id], 100);
      });
    const before = reads();
    for (let index = 0; index < 30; index += 1)
      await desk.call('requests.open', {
        partyId: id,
        service: `سلة ${index}`,
        level: 'ordinary',
        need: 'حاجة',
      });
    expect(listRequestsOfParty(db, [id], 100)).toHaveLength(30);
    expect(reads()).toBe(before);
  });
});
