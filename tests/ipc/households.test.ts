import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import type { MemberId, PartyId } from '#shared/ids.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let mother: PartyId;
let father: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  mother = (await desk.call('parties.add', { ...person(), sex: 'female' })).id;
  father = (await desk.call('parties.add', { ...person('خالد سعد علي الحربي', '1101798278'), sex: 'male' }))
    .id;
});
afterEach(() => desk.close());

const household = async (partyId: PartyId) => (await desk.call('households.ofParty', { partyId })).household;
const members = async (partyId: PartyId) => (await household(partyId))?.members ?? [];
const shown = async (partyId: PartyId) =>
  (await members(partyId)).map(({ name, relation, left }) => [name, relation, left?.reason ?? '']);
const save = (partyId: PartyId, member: object, more: object = {}) =>
  desk.call('households.saveMember', { partyId, member: { relation: 'son', ...member }, ...more });
const child = (name = 'سالم', more: object = {}) => save(father, { name, ...more });

/** The father as head, the mother his wife, one son. */
async function family(): Promise<MemberId> {
  await save(father, { partyId: mother, relation: 'wife' });
  return (await child('سالم', { birth: { printed: '5/1435', calendar: 'hijri' }, idNumber: '١٠٠٠٠٠٠٠٠٨' }))
    .id;
}

describe('a household', () => {
  it('is made with the first member, and both spouses’ files show the same one', async () => {
    expect(await household(father)).toBeNull();
    await family();
    const expected = [
      ['خالد سعد علي الحربي', 'head', ''],
      ['فاطمة أحمد علي الحربي', 'wife', ''],
      ['سالم', 'son', ''],
    ];
    expect(await shown(father)).toEqual(expected);
    expect(await household(mother)).toEqual(await household(father));
  });

  it('keeps the date of birth as printed, and masks the id number but for editing', async () => {
    const son = await family();
    const [, , shownSon] = await members(father);
    expect(shownSon).toMatchObject({
      idNumber: '••••••0008',
      birth: { printed: '1435-05', calendar: 'hijri', day: null },
    });
    expect(await desk.call('households.member', { id: son })).toMatchObject({ idNumber: '1000000008' });
  });

  it.each([
    [{ name: '' }, 'member.name', 'name.required'],
    [{ name: 'سالم', idNumber: '1000000000' }, 'member.idNumber', 'nationalId.checkDigit'],
    [
      { name: 'سالم', birth: { printed: '1990', calendar: 'hijri' } },
      'member.birth.printed',
      'birth.otherCalendar',
    ],
    [{ name: 'سالم', birth: { printed: '1499' } }, 'member.birth.printed', 'birth.future'],
    [{ name: 'سالم', sex: 'female' }, 'member.sex', 'relationSex'],
    [{ name: 'سعد سالم', relation: 'head' }, 'member.relation', 'secondHead'],
  ])('refuses %o at its field', async (member, field, code) => {
    await family();
    const refused = save(father, member);
    await expect(refused).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(refused).rejects.toSatisfy(
      (error: { details: object }) =>
        JSON.stringify(error.details).includes(code) &&
        JSON.stringify(error.details).includes(field.split('.').at(-1) ?? ''),
    );
  });

  it('refuses a woman’s file as a son', async () => {
    await child();
    await expect(save(father, { partyId: mother, relation: 'son' })).rejects.toMatchObject({
      details: { 'member.relation': 'relationSex' },
    });
    await expect(save(father, { name: 'سالم', relation: undefined })).rejects.toMatchObject({
      details: { 'member.relation': 'relationRequired' },
    });
  });

  it('refuses a day that has not come', async () => {
    expect(await codeOf(() => child('سالم', { joinedOn: '2026-11-23' }))).toBe('dayNotCome');
    const son = await family();
    expect(
      await codeOf(() => desk.call('households.leave', { id: son, on: '2026-11-23', reason: 'death' })),
    ).toBe('dayNotCome');
  });

  it('changes a member, and back by what was', async () => {
    const son = await family();
    const before = await desk.call('households.member', { id: son });
    await save(father, { name: 'سالم خالد', occupation: 'طالب' }, { id: son });
    expect((await desk.call('households.member', { id: son })).name).toBe('سالم خالد');
    await save(father, before, { id: son });
    expect(await desk.call('households.member', { id: son })).toEqual(before);
  });
});

describe('one household at a time', () => {
  let daughter: PartyId;
  beforeEach(async () => {
    await family();
    daughter = (
      await desk.call('parties.add', { ...person('هند خالد سعد الحربي', '1001244019'), sex: 'female' })
    ).id;
    await save(father, { partyId: daughter, relation: 'daughter' });
  });
  const husband = async () =>
    (await desk.call('parties.add', { ...person('فهد عيد علي السلمي', '2456789011'), sex: 'male' })).id;

  it('asks before it moves somebody, and moves in one act', async () => {
    const other = await husband();
    const join = { partyId: daughter, relation: 'wife' };
    const refused = save(other, join);
    await expect(refused).rejects.toMatchObject({
      code: 'memberElsewhere',
      details: { name: 'هند خالد سعد الحربي', head: 'خالد سعد علي الحربي' },
    });
    expect(await household(other)).toBeNull();
    const { id } = await save(other, join, { move: { on: '2026-11-20' } });
    expect(await shown(other)).toEqual([
      ['فهد عيد علي السلمي', 'head', ''],
      ['هند خالد سعد الحربي', 'wife', ''],
    ]);
    expect((await shown(father)).at(-1)).toEqual(['هند خالد سعد الحربي', 'daughter', 'moved']);
    expect(await household(daughter)).toEqual(await household(other));

    await desk.call('households.undoMove', { id });
    expect((await shown(father)).at(-1)).toEqual(['هند خالد سعد الحربي', 'daughter', '']);
    expect(await shown(daughter)).toHaveLength(4);
    expect(await shown(other)).toEqual([['فهد عيد علي السلمي', 'head', '']]);
  });

  it('refuses the same person twice', async () => {
    expect(await codeOf(() => save(mother, { partyId: daughter, relation: 'daughter' }))).toBe('memberTwice');
    expect(await codeOf(() => save(mother, { partyId: mother, relation: 'wife' }))).toBe('memberTwice');
  });
});

describe('leaving and coming back', () => {
  it('keeps who left with day and reason, and shows a return once', async () => {
    const son = await family();
    await desk.call('households.leave', { id: son, on: '2026-01-10', reason: 'moved', note: 'إلى جدة' });
    expect((await members(father)).at(-1)?.left).toEqual({
      on: '2026-01-10',
      reason: 'moved',
      note: 'إلى جدة',
    });
    expect(await codeOf(() => desk.call('households.comeBack', { id: son, on: '2026-01-09' }))).toBe(
      'invalidInput',
    );
    const back = await desk.call('households.comeBack', { id: son, on: '2026-06-01' });
    const now = (await members(father)).filter((one) => one.name === 'سالم');
    expect(now).toMatchObject([{ id: back.id, left: null, joinedOn: '2026-06-01', idNumber: '••••••0008' }]);
    await desk.call('households.withdrawMember', { id: back.id });
    expect((await members(father)).at(-1)).toMatchObject({ id: son, left: { reason: 'moved' } });
    await desk.call('households.stay', { id: son });
    expect((await members(father)).at(-1)).toMatchObject({ id: son, left: null });
  });

  it('takes out what was entered by mistake, and puts it back', async () => {
    const son = await family();
    await desk.call('households.withdrawMember', { id: son });
    expect(await shown(father)).toHaveLength(2);
    expect(
      await codeOf(() => desk.call('households.leave', { id: son, on: '2026-01-10', reason: 'death' })),
    ).toBe('notFound');
    await desk.call('households.restoreMember', { id: son });
    expect(await shown(father)).toHaveLength(3);
  });

  it('changes the head and what everybody is to them', async () => {
    await family();
    const before = (await members(father)).map(({ id, relation }) => ({ id, relation }));
    const relations = before.map(({ id }, index) => ({
      id,
      relation: (['husband', 'head', 'son'] as const)[index]!,
    }));
    await desk.call('households.setHead', { relations });
    expect((await shown(father)).map(([, relation]) => relation)).toEqual(['head', 'husband', 'son']);
    await desk.call('households.setHead', { relations: before });
    expect((await shown(father)).map(([, relation]) => relation)).toEqual(['head', 'wife', 'son']);
    const two = before.map(({ id }) => ({ id, relation: 'head' as const }));
    expect(await codeOf(() => desk.call('households.setHead', { relations: two }))).toBe('invalidInput');
  });
});

describe('a member with a file of their own', () => {
  it('gets one from what is known, without typing again, and is found by it', async () => {
    const { id } = await save(father, {
      name: 'سالم خالد الحربي',
      birth: { printed: '5/1435' },
      idNumber: '1000000008',
    });
    const { partyId } = await desk.call('households.openFile', { id });
    expect(await desk.call('parties.record', { id: partyId })).toMatchObject({
      name: 'سالم خالد الحربي',
      idNumber: '1000000008',
      sex: 'male',
      village: 'الصمد',
      birth: { printed: '1435-05' },
      roles: ['beneficiary'],
    });
    expect((await members(father)).at(-1)).toMatchObject({ partyId, name: 'سالم خالد الحربي' });
    const hits = await desk.call('parties.search', { text: 'سالم خالد' });
    expect(hits.map(({ id: hit, via }) => [hit, via])).toEqual([[partyId, null]]);
    await desk.call('households.unlinkMember', { id });
    expect((await members(father)).at(-1)).toMatchObject({ partyId: null, name: 'سالم خالد الحربي' });
  });

  it('whose opening is undone: the file is gone, and opened again it is the only one', async () => {
    const { id } = await child('سالم خالد', { idNumber: '1000000008' });
    const { partyId } = await desk.call('households.openFile', { id });
    await desk.call('households.closeFile', { id });
    expect((await members(father)).at(-1)).toMatchObject({ partyId: null, name: 'سالم خالد' });
    expect(await codeOf(() => desk.call('parties.record', { id: partyId }))).toBe('notFound');
    await desk.call('households.openFile', { id });
    const hits = await desk.call('parties.search', { text: '1000000008' });
    expect(hits.map(({ name }) => name)).toEqual(['سالم خالد']);
  });

  it('keeps the file when its opening is undone after somebody has worked with it', async () => {
    const { id } = await child('سالم خالد', { idNumber: '1000000008' });
    const { partyId } = await desk.call('households.openFile', { id });
    await desk.call('visits.start', { partyId, purpose: 'inquiry', serve: false });
    await desk.call('households.closeFile', { id });
    expect((await members(father)).at(-1)).toMatchObject({ partyId: null });
    expect(await desk.call('parties.record', { id: partyId })).toMatchObject({ name: 'سالم خالد' });
    expect(await codeOf(() => desk.call('households.closeFile', { id }))).toBe('invalidInput');
  });

  it('asks why there is no id number, and a whole name', async () => {
    const son = await child('سالم خالد');
    await expect(desk.call('households.openFile', son)).rejects.toMatchObject({
      details: { noIdReason: 'noIdReason.required' },
    });
    await desk.call('households.openFile', { ...son, noIdReason: 'طفل' });
    const short = await child('ريم', { relation: 'daughter' });
    await expect(desk.call('households.openFile', short)).rejects.toMatchObject({
      details: { name: 'name.short' },
    });
  });

  it('is linked to a file that is there, and found by the household until then', async () => {
    const son = await family();
    const hits = await desk.call('parties.search', { text: 'سالم' });
    expect(hits).toMatchObject([{ id: father, via: { kind: 'member', text: 'سالم' } }]);
    const party = (await desk.call('parties.add', person('سالم خالد سعد الحربي', '1000000008'))).id;
    await desk.call('households.linkMember', { id: son, partyId: party });
    expect((await members(party)).at(-1)).toMatchObject({ id: son, name: 'سالم خالد سعد الحربي' });
    await desk.call('households.unlinkMember', { id: son });
    expect(await household(party)).toBeNull();
    expect((await members(father)).at(-1)).toMatchObject({ id: son, name: 'سالم' });
  });
});

it('logs every act without a value, and shows the desk what changed', async () => {
  desk.changes.length = 0;
  const son = await family();
  await desk.call('households.setBreadwinner', { id: son, breadwinner: true });
  await desk.call('households.leave', { id: son, on: '2026-01-10', reason: 'marriage' });
  expect(desk.changes.flat()).toContain('households');
  const events = listAuditEvents(desk.office().db, null, 20).filter(({ action }) =>
    action.startsWith('household.'),
  );
  expect(events.map(({ action }) => action)).toEqual([
    'household.memberLeft',
    'household.breadwinnerSet',
    'household.memberAdded',
    'household.memberAdded',
    'household.opened',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/سالم|1000000008|1435/u);
});

it('lets no auditor write', async () => {
  desk.become('مدقق', ['auditor']);
  expect(await codeOf(() => child())).toBe('notAllowed');
  desk.become('موظف استقبال', ['receptionist']);
  expect(await household(father)).toBeNull();
});
