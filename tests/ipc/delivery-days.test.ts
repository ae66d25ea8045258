import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanTyped } from '#shared/deliveries/delivery.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { queries } from '#db/statement.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { requestInService } from '../support/request-in-service.ts';

const TODAY = '2026-11-22';
let desk: TestDesk;
let people: PartyId[];
beforeEach(async () => {
  desk = await openOffice();
  const named = [
    ['نورة بنت سليمان اللحياني', '1058529940'],
    ['صالح بن أحمد العتيبي', '1000000008'],
  ] as const;
  people = [];
  for (const [name, id] of named) people.push((await desk.call('parties.add', person(name, id))).id);
});
afterEach(() => desk.close());

async function planned(party: PartyId, more: Partial<PlanTyped> = {}, service?: string): Promise<RequestId> {
  const { id, serviceId } = await requestInService(desk, party, service);
  await desk.call('deliveries.plan', {
    requestId: id,
    plan: {
      serviceId,
      frequency: 'once',
      firstOn: TODAY,
      times: '1',
      quantity: '1',
      unit: 'سلة',
      value: '350',
      place: 'مستودع الجمعية',
      ...more,
    },
  });
  return id;
}
const day = (of = TODAY) => desk.call('deliveries.day', { day: of });
const tick = async (index = 0) => {
  const row = (await day()).rows.filter(({ state }) => state === 'planned')[index]!;
  await desk.call('deliveries.deliver', { id: row.id, receiver: { kind: 'self' }, receipt: false });
  return row;
};
const close = (again: string | null = null) => desk.call('deliveries.closeDay', { day: TODAY, again });
const audited = () =>
  desk
    .office()
    .db.list(queries.selectFrom('audit_log').select(['action', 'subject_id', 'details_json']).orderBy('seq'));

describe('the list of a day', () => {
  it('holds what is due on it, what was done on it, and on today what is late', async () => {
    await planned(people[0]!);
    await planned(people[1]!, { firstOn: '2026-11-19' });
    const before = await day();
    expect(before.rows.map(({ partyName }) => partyName)).toEqual(['نورة بنت سليمان اللحياني']);
    expect(before.late.map(({ partyName }) => partyName)).toEqual(['صالح بن أحمد العتيبي']);
    await desk.call('deliveries.deliver', {
      id: before.late[0]!.id,
      receiver: { kind: 'self' },
      receipt: false,
    });
    const after = await day();
    expect(after.late).toEqual([]);
    expect(after.rows.map(({ state }) => state).toSorted()).toEqual(['delivered', 'planned']);
    expect((await day('2026-11-19')).rows).toEqual([]);
    expect(await desk.call('deliveries.days', { from: '2026-11-01', to: '2026-11-30' })).toEqual([
      { day: '2026-11-19', planned: 0, done: 1 },
      { day: TODAY, planned: 1, done: 0 },
    ]);
  });

  it('counts by Riyadh’s midnight: what is handed over at 21:30 UTC is the next day’s', async () => {
    await planned(people[0]!);
    desk.clock.set(Date.UTC(2026, 10, 22, 21, 30));
    const row = (await day('2026-11-23')).late[0]!;
    await desk.call('deliveries.deliver', { id: row.id, receiver: { kind: 'self' }, receipt: false });
    expect((await day()).rows).toEqual([]);
    expect((await day('2026-11-23')).closing.counts.delivered).toBe(1);
  });

  it('finds a delivery by the digits that a scanner types, on whatever day it is due', async () => {
    await planned(people[0]!, { firstOn: '2026-12-01' });
    const [row] = (await day('2026-12-01')).rows;
    expect((await desk.call('deliveries.byCode', { code: row!.code }))?.id).toBe(row!.id);
    expect(await desk.call('deliveries.byCode', { code: '1234567890123456' })).toBeNull();
    expect(await codeOf(() => desk.call('deliveries.byCode', { code: '١٢٣' }))).toBe('invalidInput');
  });

  it('names no telephone that something must be minded with', async () => {
    await planned(people[0]!);
    expect((await day()).rows[0]?.mobile).toBe('+966508072675');
    const { db } = desk.office();
    db.write((tx) => {
      tx.unaudited();
      tx.exec(queries.updateTable('contact_point').set({ discreet: 1 }).where('party_id', '=', people[0]!));
    });
    expect((await day()).rows[0]?.mobile).toBe('');
  });

  it('is printed, and of nobody is not', async () => {
    expect(await codeOf(() => desk.call('papers.make', { kind: 'deliveryList', day: TODAY }))).toBe(
      'paperEmpty',
    );
    await planned(people[0]!);
    expect((await desk.call('papers.make', { kind: 'deliveryList', day: TODAY })).title).toContain(
      '22/11/2026',
    );
    desk.become('مدقق', ['auditor']);
    expect(await codeOf(() => desk.call('papers.make', { kind: 'deliveryList', day: TODAY }))).toBe(
      'notAllowed',
    );
  });
});

describe('the closing of a day', () => {
  it('seals what was handed out, counted by service', async () => {
    await planned(people[0]!);
    await planned(people[1]!, { unit: 'كسوة', value: '' }, 'كسوة');
    await tick();
    const { documentId } = await close();
    const { closing } = await day();
    expect(closing.closed).toMatchObject({ documentId, version: 1, changedSince: false });
    expect(closing.counts).toMatchObject({ delivered: 1, stillPlanned: 1, persons: 1 });
    expect((await desk.call('sealed.get', { id: documentId })).kind).toBe('deliveryDay');
  });

  it('tells when something was handed out since, and is closed anew with a reason; the page before is voided', async () => {
    await planned(people[0]!);
    await planned(people[1]!);
    await tick();
    const first = await close();
    await tick();
    expect((await day()).closing.closed?.changedSince).toBe(true);
    expect(await codeOf(() => close())).toBe('dayClosed');
    const second = await close('تسليم تم بعد الإقفال');
    expect((await desk.call('sealed.get', { id: first.documentId })).voided?.reason).toBe(
      'تسليم تم بعد الإقفال',
    );
    expect((await day()).closing.closed).toMatchObject({
      documentId: second.documentId,
      version: 2,
      changedSince: false,
    });
  });

  it('is signed by who closed it, by account or on its sheet, and by nobody else', async () => {
    await planned(people[0]!);
    await tick();
    const { documentId } = await close();
    const signature = async () => (await day()).closing.closed?.signature;
    const sign = (one: object = { mode: 'account' }) =>
      desk.call('signatures.add', {
        documentId,
        signatures: [{ signer: 'officer', mode: 'account', ...one }],
      });
    expect(await signature()).toBeNull();
    desk.become('هند', ['receptionist']);
    expect(await codeOf(() => sign())).toBe('sealedForbids');
    desk.become('سارة', ['manager']);
    const again = await close('يوقّعه من أقفله');
    const mine = (one: object = {}) =>
      desk.call('signatures.add', {
        documentId: again.documentId,
        signatures: [{ signer: 'officer', mode: 'account', ...one }],
      });
    expect(await codeOf(() => mine({ signer: 'receiver' }))).toBe('sealedForbids');
    expect(await codeOf(() => mine({ mode: 'paper' }))).toBe('sealedForbids');
    await mine();
    const given = await signature();
    expect(given).toMatchObject({ mode: 'account', file: null });
    expect(await codeOf(() => mine())).toBe('sealedForbids');
    // The page before was voided: nothing is signed on it.
    expect(await codeOf(() => sign())).toBe('sealedForbids');
    const undo = (id: typeof given) => desk.call('signatures.withdraw', { id: id!.id, reason: 'تراجع' });
    await undo(given);
    expect(await signature()).toBeNull();
    await mine();
    const second = await signature();
    desk.become('خالد', ['manager']);
    expect(await codeOf(() => undo(second))).toBe('sealedForbids');
    expect(await signature()).toEqual(second);
  });

  it('is not told of a day that has not come, nor of an empty one', async () => {
    expect(await codeOf(() => desk.call('deliveries.closeDay', { day: '2026-11-23', again: null }))).toBe(
      'dayNotCome',
    );
    expect(await codeOf(() => close())).toBe('dayEmpty');
  });
});

describe('the close of a request', () => {
  it('waits until nothing is to come and something was handed over', async () => {
    const id = await planned(people[0]!, { frequency: 'weekly', times: '2' });
    const shut = () => desk.call('requests.close', { id });
    expect(await codeOf(shut)).toBe('requestForbids');
    await tick();
    expect(await codeOf(shut)).toBe('requestForbids');
    const { plans } = await desk.call('deliveries.ofRequest', { requestId: id });
    await desk.call('deliveries.endPlan', { id: plans[0]!.id, reason: 'اكتفت' });
    await shut();
    const request = await desk.call('requests.get', { id });
    expect([request.state, request.phase, request.currentStep]).toEqual(['closed', 'closed', null]);
    expect(request.steps[6]?.state).toBe('done');
    const late = plans[0]!.handovers[1]!.id;
    const again = () => desk.call('deliveries.again', { id: late, dueOn: TODAY });
    expect(await codeOf(again)).toBe('requestForbids');
  });
});

describe('the rating', () => {
  const closedRequest = async (party: PartyId): Promise<RequestId> => {
    const id = await planned(party);
    await tick();
    await desk.call('requests.close', { id });
    return id;
  };
  const ratings = () => desk.office().db.list(queries.selectFrom('rating').selectAll());

  it('is kept with nothing but its service and its month', async () => {
    const id = await closedRequest(people[0]!);
    await desk.call('ratings.answer', { requestId: id, rating: { score: 4, comment: 'تأخر الرد قليلًا' } });
    const [row] = ratings();
    expect(Object.keys(row!).toSorted()).toEqual(['comment', 'key', 'month', 'score', 'service_id']);
    expect([row?.month, row?.score, row?.comment]).toEqual(['2026-11', 4, 'تأخر الرد قليلًا']);
    expect(row?.key).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('leaves the same in the log and on the request whether somebody rated or would rather not', async () => {
    const [one, other] = [await closedRequest(people[0]!), await closedRequest(people[1]!)];
    await desk.call('ratings.answer', { requestId: one, rating: { score: 1, comment: 'سيئة' } });
    await desk.call('ratings.answer', { requestId: other, rating: null });
    const offers = audited().filter(({ action }) => action.startsWith('rating.'));
    expect(offers.map(({ action, details_json: details }) => [action, details])).toEqual([
      ['rating.offered', '{}'],
      ['rating.offered', '{}'],
    ]);
    expect(ratings()).toHaveLength(1);
    const events = async (id: RequestId) =>
      (await desk.call('requests.get', { id })).events.map(({ kind }) => kind);
    expect(await events(one)).toEqual(await events(other));
  });

  it('is offered once, and never before the close', async () => {
    const id = await closedRequest(people[0]!);
    const open = await planned(people[1]!);
    expect(await codeOf(() => desk.call('ratings.answer', { requestId: open, rating: null }))).toBe(
      'ratingForbids',
    );
    await desk.call('ratings.answer', { requestId: id, rating: null });
    const twice = () => desk.call('ratings.answer', { requestId: id, rating: { score: 5, comment: '' } });
    expect(await codeOf(twice)).toBe('ratingForbids');
    expect(ratings()).toEqual([]);
  });
});

it('what was handed out is never edited in the database', async () => {
  await planned(people[0]!);
  const { id } = await tick();
  const { db } = desk.office();
  const edit = (change: { quantity: number } | { receiver_name: string }) => () =>
    db.write((tx) => {
      tx.unaudited();
      tx.exec(queries.updateTable('delivery').set(change).where('id', '=', id));
    });
  expect(edit({ quantity: 9 })).toThrow(/never edited/u);
  expect(edit({ receiver_name: 'غيرها' })).toThrow(/never edited/u);
  const erase = () =>
    db.write((tx) => {
      tx.unaudited();
      tx.exec(queries.deleteFrom('delivery').where('id', '=', id));
    });
  expect(erase).toThrow(/never erased/u);
});
