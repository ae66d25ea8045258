import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { PartyId } from '#shared/ids.ts';
import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { OUTREACH_REASONS, type OutreachCursor, type OutreachReason } from '#shared/outreach/outreach.ts';
import { reasonsOf } from '#db/outreach/outreach-reasons.ts';
import { queries } from '#db/statement.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { outreachDays } from '#electron/outreach/outreach-service.ts';
import { codeOf, MORNING_MS, openOffice, type TestDesk } from '../support/office.ts';

type ChannelOutput = Output<AppContract['outreach.list']>;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const TODAY = '2026-11-22';
const DAY_MS = 24 * 3_600_000;
let made = 0;
const add = async (name = `مستفيد رقم ${++made} اللحياني`): Promise<PartyId> =>
  (await desk.call('parties.add', { name, idKind: 'none', noIdReason: 'مفقودة', mobile: '0508072675' })).id;
const list = async (reason: OutreachReason | null = null, snoozed = false) =>
  (await desk.call('outreach.list', { reason, snoozed })).rows;
const reasonsIn = async (partyId: PartyId) =>
  (await list()).find((row) => row.partyId === partyId)?.due.map(({ reason }) => reason) ?? [];
const identity = (partyId: PartyId, expiresOn: string) =>
  desk.call('documents.save', { partyId, document: { kind: 'identity', expiresOn } });
const followUp = (partyId: PartyId, nextActionOn: string) =>
  desk.call('contacts.log', {
    partyId,
    channel: 'phoneCall',
    direction: 'in',
    inquiry: 'سؤال',
    nextAction: 'الاتصال لإبلاغ القرار',
    nextActionOn,
  });

describe('whom to contact', () => {
  it('is nobody while nothing is due', async () => {
    await add();
    expect(await list()).toEqual([]);
  });

  it('a document is listed from thirty days before its end, as expired after its last day, and no more when renewed', async () => {
    const one = await add();
    await identity(one, addDays(TODAY, 31));
    expect(await reasonsIn(one)).toEqual(['documentMissing']);
    desk.clock.advance(DAY_MS);
    expect(await reasonsIn(one)).toEqual(['documentExpiring', 'documentMissing']);
    desk.clock.advance(31 * DAY_MS);
    expect(await reasonsIn(one)).toEqual(['documentExpired', 'documentMissing']);
    await identity(one, addDays(TODAY, 900));
    expect(await reasonsIn(one)).toEqual(['documentMissing']);
  });

  it('one row a person with every reason, the most pressing first, with the names of what is missing', async () => {
    const one = await add();
    await identity(one, addDays(TODAY, -3));
    await followUp(one, addDays(TODAY, -1));
    const rows = await list();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.due.map(({ reason, on }) => [reason, on])).toEqual([
      ['followUp', addDays(TODAY, -1)],
      ['documentExpired', addDays(TODAY, -3)],
      ['documentMissing', TODAY],
    ]);
    expect(rows[0]?.due[2]?.documents.map(({ kind }) => kind)).toEqual(['housing', 'income', 'iban']);
    expect(rows[0]?.due[0]?.text).toBe('الاتصال لإبلاغ القرار');
  });

  it('the more pressing reason stands first, and within one the earlier day', async () => {
    const [late, promised, early] = [await add(), await add(), await add()];
    await identity(late, addDays(TODAY, -1));
    await identity(early, addDays(TODAY, -9));
    await followUp(promised, TODAY);
    expect((await list()).map(({ partyId }) => partyId)).toEqual([promised, early, late]);
    expect((await list('documentExpired')).map(({ partyId }) => partyId)).toEqual([early, late]);
    expect((await desk.call('outreach.counts')).reasons).toMatchObject({ followUp: 1, documentExpired: 2 });
  });

  it('who was not contacted for six months, from the very day on, until they are', async () => {
    const one = await add();
    // 22 November and six months.
    desk.clock.set(Date.UTC(2027, 4, 22, 7));
    expect(await reasonsIn(one)).toEqual([]);
    desk.clock.advance(DAY_MS);
    expect(await reasonsIn(one)).toEqual(['silent']);
    await desk.call('contacts.log', {
      partyId: one,
      channel: 'phoneCall',
      direction: 'out',
      inquiry: 'اطمئنان',
    });
    expect(await reasonsIn(one)).toEqual([]);
  });

  it('a donor is not missed, and neither is who was only a name at the door said to lack documents', async () => {
    const { id } = await desk.call('parties.add', {
      name: 'داعم كريم',
      idKind: 'none',
      noIdReason: 'لم تُطلب',
      roles: ['donor'],
    });
    const visitor = await add();
    desk.clock.advance(300 * DAY_MS);
    expect(await reasonsIn(id)).toEqual([]);
    expect(await reasonsIn(visitor)).toEqual(['silent']);
  });
});

it('a category asks for its documents while it stands, and no longer when it is withdrawn', async () => {
  const one = await add();
  const { db } = desk.office();
  const run = (sql: string) => db.sqlite.prepare(sql).run({ one });
  run(`INSERT INTO party_category (party_id, category_id, since_on, reason, end_reason, recorded_at_ms, recorded_by,
    withdraw_reason) VALUES (@one, 6, '2026-01-01', '', '', 1, 1, '')`);
  const missing = async () => (await list('documentMissing'))[0]?.due[0]?.documents.map(({ kind }) => kind);
  expect(await missing()).toEqual(['identity', 'housing', 'income', 'iban', 'reports']);
  run(`UPDATE party_category SET withdrawn_at_ms = 2, withdrawn_by = 1 WHERE party_id = @one`);
  expect(await missing()).toBeUndefined();
});

it('a deed that ends soon is listed until it is ended or withdrawn', async () => {
  const [one, other] = [await add(), await add()];
  const { db } = desk.office();
  db.sqlite
    .prepare(
      `INSERT INTO representative (party_id, representative_id, kind, relation, deed_number, deed_issuer, scope, expires_on,
        end_reason, gave_role, created_at_ms, created_by)
       VALUES (?, ?, 'proxy', '', '421', '', '', ?, '', 0, 1, 1)`,
    )
    .run(one, other, addDays(TODAY, 12));
  expect((await list()).map(({ partyId, due }) => [partyId, due[0]?.reason, due[0]?.text])).toEqual([
    [one, 'deedExpiring', '421'],
  ]);
  db.sqlite.prepare('UPDATE representative SET withdrawn_at_ms = 2, withdrawn_by = 1').run();
  expect(await list()).toEqual([]);
});

describe('what is done about it', () => {
  it('a call that nobody answered is logged, puts them off, reaches nobody, and is taken back whole', async () => {
    const one = await add();
    await identity(one, addDays(TODAY, -3));
    const { contact, until } = await desk.call('outreach.noAnswer', {
      partyId: one,
      about: 'اتصلنا ولم يرد',
    });
    expect([contact.direction, contact.inquiry, until]).toEqual(['out', 'اتصلنا ولم يرد', addDays(TODAY, 3)]);
    expect([await list(), (await list(null, true)).map(({ partyId }) => partyId)]).toEqual([[], [one]]);
    await desk.call('outreach.withdrawNoAnswer', { partyId: one, contactId: contact.id });
    expect(await list()).toHaveLength(1);
    expect((await desk.call('contacts.list', {})).map(({ id }) => id)).not.toContain(contact.id);
    expect(
      await codeOf(() => desk.call('outreach.withdrawNoAnswer', { partyId: one, contactId: contact.id })),
    ).toBe('notFound');
  });

  it('an unanswered call breaks no silence', async () => {
    const one = await add();
    desk.clock.advance(300 * DAY_MS);
    await desk.call('outreach.noAnswer', { partyId: one, about: 'اتصلنا ولم يرد' });
    desk.clock.advance(3 * DAY_MS);
    expect(await reasonsIn(one)).toEqual(['silent']);
  });

  it('is put off until a later day and comes back on it, or at once', async () => {
    const one = await add();
    await identity(one, addDays(TODAY, -3));
    const snooze = (until: string | null) => desk.call('outreach.snooze', { partyId: one, until });
    expect(await codeOf(() => snooze(TODAY))).toBe('dayPast');
    await snooze(addDays(TODAY, 2));
    expect(await list()).toEqual([]);
    expect((await desk.call('outreach.counts')).reasons.documentExpired).toBe(0);
    desk.clock.advance(2 * DAY_MS);
    expect(await list()).toHaveLength(1);
    await snooze(addDays(TODAY, 9));
    await snooze(null);
    expect(await list()).toHaveLength(1);
  });
});

describe('among many', () => {
  it('every page is what the reasons of each person say, each person once, and the kept line is the computed one', async () => {
    const random = createDemoRandom(7);
    const ids: PartyId[] = [];
    for (let index = 0; index < 60; index += 1) ids.push(await add());
    for (const id of ids) {
      if (random.chance(40)) await identity(id, addDays(TODAY, random.int(90) - 45));
      if (random.chance(20)) await identity(id, addDays(TODAY, random.int(90) - 45));
      if (random.chance(30)) await followUp(id, addDays(TODAY, random.int(20) - 10));
      if (random.chance(20)) await desk.call('outreach.snooze', { partyId: id, until: addDays(TODAY, 5) });
    }
    const { db } = desk.office();
    const days = outreachDays(db, MORNING_MS);
    const putOff = new Set(
      db.list(queries.selectFrom('outreach_snooze').select('party_id')).map((row) => row.party_id),
    );
    const expected = [...reasonsOf(db, ids, days)]
      .filter(([id, due]) => due.length > 0 && !putOff.has(id))
      .map(([id]) => id);
    const seen: { id: number; order: number }[] = [];
    let after: OutreachCursor | null = null;
    do {
      const page: ChannelOutput = await desk.call('outreach.list', { after, limit: 7 });
      for (const row of page.rows)
        seen.push({ id: row.partyId, order: OUTREACH_REASONS.indexOf(row.due[0]!.reason) });
      after = page.next;
    } while (after !== null);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
    expect(seen.map(({ order }) => order)).toEqual(seen.map(({ order }) => order).toSorted((a, b) => a - b));
    const kept = db.sqlite.prepare('SELECT * FROM party_reach ORDER BY party_id').all();
    expect(kept).toEqual(db.sqlite.prepare('SELECT * FROM party_reach_now ORDER BY party_id').all());
  });
});
