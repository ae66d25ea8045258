import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { currentFacts } from '#db/circumstances/circumstance-queries.ts';
import { factsOn } from '#shared/circumstances/facts.ts';
import { householdIncome } from '#shared/circumstances/per-head-income.ts';
import type { PartyId } from '#shared/ids.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let noura: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  noura = (await desk.call('parties.add', { ...person(), sex: 'female' })).id;
});
afterEach(() => desk.close());

const all = (partyId = noura) => desk.call('circumstances.ofParty', { partyId });
const status = (value: string, knownOn: string) =>
  desk.call('circumstances.record', {
    partyId: noura,
    fact: { kind: 'socialStatus', value: { status: value as 'married' }, knownOn, source: 'مشهد' },
  });
const IBAN = 'SA49 8000 0324 6080 1016 0967';
const iban = (text: string, holder = 'نورة') =>
  desk.call('circumstances.record', {
    partyId: noura,
    fact: { kind: 'iban', value: { iban: text, holder }, knownOn: '2026-11-22', source: '' },
  });
const income = (monthly: string, more: object = {}, partyId = noura) =>
  desk.call('circumstances.addMoney', {
    partyId,
    line: { kind: 'income', category: 'salary', monthly, sinceOn: '2026-01-01', ...more },
  });
const stood = async (day: string) => {
  const fact = factsOn((await all()).facts, day).get('socialStatus');
  return fact?.kind === 'socialStatus' ? fact.value.status : null;
};

describe('dated facts', () => {
  it('keep what was known on each day, in whatever order they were recorded', async () => {
    await status('widowed', '2026-03-01');
    await status('married', '2020-01-01');
    await status('single', '2010-01-01');
    expect([await stood('2015-06-01'), await stood('2026-02-28'), await stood('2026-03-01')]).toEqual([
      'single',
      'married',
      'widowed',
    ]);
    expect(await stood('2009-12-31')).toBeNull();
    const { db } = desk.office();
    expect(currentFacts(db, [noura], '2021-01-01').get(noura)?.get('socialStatus')?.value).toMatchObject({
      status: 'married',
    });
  });

  it('withdraw a mistake with its reason, and put it back', async () => {
    await status('married', '2020-01-01');
    const { id } = await status('divorced', '2026-01-01');
    await desk.call('circumstances.withdraw', { what: 'fact', id, reason: 'سُجّل لغيرها' });
    expect(await stood('2026-11-22')).toBe('married');
    expect((await all()).facts[0]?.withdrawn).toMatchObject({
      reason: 'سُجّل لغيرها',
      by: 'سارة محمد المطيري',
    });
    expect(await codeOf(() => desk.call('circumstances.withdraw', { what: 'fact', id, reason: '' }))).toBe(
      'notFound',
    );
    await desk.call('circumstances.restore', { what: 'fact', id });
    expect(await stood('2026-11-22')).toBe('divorced');
  });

  it('mask an IBAN on the wire, tell its bank, and keep it whole', async () => {
    await iban(IBAN);
    const [fact] = (await all()).facts;
    expect(fact).toMatchObject({ kind: 'iban', value: { iban: '••••••0967' }, bank: 'rajhi' });
    const whole = currentFacts(desk.office().db, [noura], '2026-11-22').get(noura)?.get('iban')?.value;
    expect(whole).toMatchObject({ iban: 'SA4980000324608010160967' });
  });

  it.each([
    [() => iban('SA4980000324608010160968'), 'iban.checkDigits'],
    [() => iban(IBAN, ' '), 'ibanHolder'],
    [
      () =>
        desk.call('circumstances.record', {
          partyId: noura,
          fact: {
            kind: 'housing',
            value: { tenure: 'rented', state: 'good', rent: '' },
            knownOn: '2026-11-22',
          },
        }),
      'amount.rent',
    ],
  ])('refuse what is wrong at its field: %#', async (act, code) => {
    await expect(act()).rejects.toSatisfy((error: { details: object }) =>
      Object.values(error.details).includes(code),
    );
  });

  it('are not known before their day has come', async () => {
    expect(await codeOf(() => status('married', '2026-11-23'))).toBe('dayNotCome');
  });
});

describe('money', () => {
  it('takes amounts in either digits and with separators, to the halala', async () => {
    await income('٣٬٠٠٠٫٥٠');
    await income('1 250.5', { category: 'pension' });
    expect((await all()).money.lines.map((line) => line.monthlyHalalas)).toEqual([300_050, 125_050]);
  });

  it.each([
    [{ monthly: '3000-' }, 'amount.notANumber'],
    [{ monthly: '0' }, 'amount.zero'],
    [{ category: 'rent' }, 'moneyCategory'],
    [{ untilOn: '2025-12-31' }, 'endBeforeStart'],
    [{ kind: 'debt', category: 'bankLoan', total: '' }, 'amount.total'],
    [{ kind: 'debt', category: 'bankLoan', total: '500', monthly: '600' }, 'amount.instalment'],
  ])('refuses %o', async (line, code) => {
    await expect(income('3000', line)).rejects.toSatisfy((error: { details: object }) =>
      Object.values(error.details).includes(code),
    );
  });

  it('changes from a day on and keeps what was, or corrects from the first day; each undone', async () => {
    const { id } = await income('3000');
    const line = { kind: 'income', category: 'salary', monthly: '4000' } as const;
    const later = await desk.call('circumstances.changeMoney', {
      id,
      line: { ...line, sinceOn: '2026-06-01' },
    });
    expect((await all()).money.lines).toMatchObject([
      { id, untilOn: '2026-05-31', withdrawn: null },
      { id: later.id, sinceOn: '2026-06-01', monthlyHalalas: 400_000, replaces: id },
    ]);
    await desk.call('circumstances.undoMoneyChange', later);
    expect((await all()).money.lines[0]).toMatchObject({ untilOn: null, withdrawn: null });
    const fixed = await desk.call('circumstances.changeMoney', {
      id,
      line: { ...line, sinceOn: '2026-01-01' },
    });
    expect((await all()).money.lines[0]?.withdrawn).not.toBeNull();
    await desk.call('circumstances.undoMoneyChange', fixed);
    expect((await all()).money.lines[0]?.withdrawn).toBeNull();
  });

  it('ends again on its own day when the change that ended it otherwise is undone', async () => {
    const { id } = await income('3000');
    await desk.call('circumstances.endMoney', { id, untilOn: '2026-09-30' });
    const line = { kind: 'income', category: 'salary', monthly: '4000', sinceOn: '2026-06-01' } as const;
    const later = await desk.call('circumstances.changeMoney', {
      id,
      line: { ...line, untilOn: '2026-12-31' },
    });
    expect((await all()).money.lines[0]?.untilOn).toBe('2026-05-31');
    await desk.call('circumstances.undoMoneyChange', later);
    expect((await all()).money.lines[0]?.untilOn).toBe('2026-09-30');
  });

  it('ends on a day, not before it began, and goes on again', async () => {
    const { id } = await income('3000');
    expect(await codeOf(() => desk.call('circumstances.endMoney', { id, untilOn: '2025-12-31' }))).toBe(
      'invalidInput',
    );
    await desk.call('circumstances.endMoney', { id, untilOn: '2026-10-31' });
    expect((await all()).money.lines[0]?.untilOn).toBe('2026-10-31');
    await desk.call('circumstances.endMoney', { id, untilOn: null });
    expect((await all()).money.lines[0]?.untilOn).toBeNull();
  });

  it('is shared out among the household, with the lines of every member who has a file', async () => {
    const husband = (
      await desk.call('parties.add', { ...person('خالد سعد الحربي', '1101798278'), sex: 'male' })
    ).id;
    const add = (member: object) =>
      desk.call('households.saveMember', { partyId: husband, member: { relation: 'son', ...member } });
    await add({ partyId: noura, relation: 'wife' });
    await add({ name: 'سالم' });
    const left = await add({ name: 'سعد' });
    await desk.call('households.leave', { id: left.id, on: '2026-09-01', reason: 'moved' });
    await income('3000', {}, husband);
    await income('600', { category: 'citizenAccount' });
    await income('900', { kind: 'expense', category: 'rent' });
    const { money, person: who } = await all();
    const on = (day: string) => householdIncome(money.lines, money.heads, who.id, day);
    expect([on('2026-11-22').heads, on('2026-11-22').gross, on('2026-11-22').net]).toEqual([
      3, 120_000, 90_000,
    ]);
    expect([on('2026-08-31').heads, on('2026-08-31').gross]).toEqual([4, 90_000]);
    expect((await all(husband)).money.lines).toEqual(money.lines);
  });
});

describe('categories and needs', () => {
  const categories = () => desk.call('categories.list');
  const idOf = async (name: string) => (await categories()).find((one) => one.name === name)!.id;
  const give = async (...names: string[]) =>
    desk.call('categories.give', {
      partyId: noura,
      categoryIds: await Promise.all(names.map(idOf)),
      on: '2026-11-01',
      reason: 'وفاة الزوج',
    });

  it('are given several at a time, ended with a reason, and never twice', async () => {
    const { ids } = await give('أرملة', 'مريض');
    expect(await codeOf(() => give('مسن', 'أرملة'))).toBe('categoryStands');
    expect((await all()).categories.map(({ name }) => name)).toEqual(['أرملة', 'مريض']);
    const end = { on: '2026-11-20', reason: 'زواجها' };
    await desk.call('categories.end', { id: ids[0]!, end });
    await give('أرملة');
    expect(await codeOf(() => desk.call('categories.end', { id: ids[0]!, end: null }))).toBe(
      'categoryStands',
    );
    expect(
      await codeOf(() =>
        desk.call('categories.end', { id: ids[1]!, end: { on: '2026-10-31', reason: 'x' } }),
      ),
    ).toBe('invalidInput');
  });

  it('are edited by who may: added, renamed, moved, put aside; what was given is not removed', async () => {
    const { id } = await desk.call('categories.save', { id: null, category: { name: 'أسرة شهيد' } });
    expect(
      await codeOf(() => desk.call('categories.save', { id: null, category: { name: 'اسرة شهيد' } })),
    ).toBe('categoryNameTaken');
    const order = (await categories()).map((one) => one.id);
    await desk.call('categories.reorder', { ids: [id, ...order.slice(0, -1)] });
    expect((await categories())[0]).toMatchObject({ id, active: true, standing: 0, given: false });
    expect(await codeOf(() => desk.call('categories.reorder', { ids: order.slice(1) }))).toBe('conflict');
    await give('أسرة شهيد');
    expect(await codeOf(() => desk.call('categories.remove', { id }))).toBe('categoryGiven');
    await desk.call('categories.setActive', { id, active: false });
    expect((await categories())[0]).toMatchObject({ active: false, standing: 1, given: true });
    desk.become('موظف', ['receptionist']);
    expect(await codeOf(() => desk.call('categories.setActive', { id, active: true }))).toBe('notAllowed');
  });

  it('a need is met on a day and how, and open again', async () => {
    const { id } = await desk.call('circumstances.addNeed', {
      partyId: noura,
      need: { need: 'مكيف', sinceOn: '2026-11-01' },
    });
    const meet = (on: string) => desk.call('circumstances.meetNeed', { id, met: { on, how: 'تبرع عيني' } });
    expect(await codeOf(() => meet('2026-10-31'))).toBe('invalidInput');
    await meet('2026-11-10');
    expect((await all()).needs[0]?.met).toEqual({ on: '2026-11-10', how: 'تبرع عيني' });
    await desk.call('circumstances.meetNeed', { id, met: null });
    expect((await all()).needs[0]?.met).toBeNull();
  });
});

it('logs every act by kind, never with what was recorded', async () => {
  await iban(IBAN, 'نورة سليمان');
  await income('3517');
  await desk.call('circumstances.addNeed', { partyId: noura, need: { need: 'مكيف', sinceOn: '2026-11-01' } });
  const events = listAuditEvents(desk.office().db, null, 20).filter(({ action }) =>
    action.startsWith('circumstances.'),
  );
  expect(events.map(({ action }) => action)).toEqual([
    'circumstances.needAdded',
    'circumstances.moneyAdded',
    'circumstances.recorded',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/0967|3517|351700|نورة|مكيف/u);
});
