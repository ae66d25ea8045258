import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let ward: PartyId;
let brother: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  ward = (await desk.call('parties.add', person())).id;
  brother = (await desk.call('parties.add', { ...person('خالد أحمد علي الحربي', '1101798278'), sex: 'male' }))
    .id;
});
afterEach(() => desk.close());

const deed = {
  kind: 'proxy' as const,
  relation: 'أخ',
  deedNumber: '441234567',
  deedIssuer: 'ناجز',
  scope: 'استلام المساعدات',
  issuedOn: '2026-01-01',
  expiresOn: '2027-01-01',
};
const save = (more: object = {}) =>
  desk.call('representatives.save', {
    partyId: ward,
    representation: { ...deed, representativeId: brother, ...more },
    ...('id' in more ? { id: more.id as never } : {}),
  });
const by = async () => (await desk.call('representatives.ofParty', { partyId: ward })).by;
const roles = async () => (await desk.call('parties.record', { id: brother })).roles;

it('a proxy is shown in both files, gets the role, and loses it with a mistake', async () => {
  const { id } = await save();
  expect(await by()).toMatchObject([
    { id, representativeName: 'خالد أحمد علي الحربي', matched: null, ended: null },
  ]);
  const acts = (await desk.call('representatives.ofParty', { partyId: brother })).for;
  expect(acts).toMatchObject([{ id, partyName: 'فاطمة أحمد علي الحربي' }]);
  expect(await roles()).toContain('proxy');
  await desk.call('representatives.withdraw', { id });
  expect(await by()).toEqual([]);
  expect(await roles()).not.toContain('proxy');
  await desk.call('representatives.restore', { id });
  expect(await by()).toHaveLength(1);
  expect(await roles()).toContain('proxy');
});

it('keeps a role that was there before', async () => {
  await desk.call('parties.addRole', { id: brother, role: 'guardian' });
  const { id } = await save({ kind: 'custodian' });
  await desk.call('representatives.withdraw', { id });
  expect(await roles()).toContain('guardian');
});

it('is matched to its original by whom and when, and another deed is not', async () => {
  const { id } = await save();
  await desk.call('representatives.match', { id, matched: true });
  expect((await by())[0]?.matched).toEqual({ by: 'سارة محمد المطيري', atMs: desk.clock.nowMs() });
  await save({ id, scope: 'المراجعة' });
  expect((await by())[0]?.matched).not.toBeNull();
  await save({ id, expiresOn: '2028-01-01' });
  expect((await by())[0]?.matched).toBeNull();
});

it('ends with its day and reason, and stands again', async () => {
  const { id } = await save();
  const end = { on: '2026-11-01', reason: 'فُسخت الوكالة' };
  expect(
    await codeOf(() => desk.call('representatives.end', { id, end: { ...end, on: '2025-12-31' } })),
  ).toBe('invalidInput');
  await desk.call('representatives.end', { id, end });
  expect((await by())[0]?.ended).toEqual(end);
  await desk.call('representatives.end', { id, end: null });
  expect((await by())[0]?.ended).toBeNull();
});

it.each([
  [{ deedNumber: '' }, 'representative.deedNumber'],
  [{ scope: ' ' }, 'representative.scope'],
  [{ expiresOn: '2025-01-01' }, 'representative.expiresOn'],
  [{ representativeId: null }, 'representative.required'],
])('refuses %o at its field', async (more, code) => {
  await expect(save(more)).rejects.toSatisfy((error: { details: object }) =>
    Object.values(error.details).includes(code),
  );
});

it('a guardian by blood needs no deed; nobody acts for themselves', async () => {
  await save({ kind: 'guardian', deedNumber: '', scope: '', issuedOn: null, expiresOn: null });
  expect(await codeOf(() => save({ representativeId: ward }))).toBe('actsForSelf');
  expect(await codeOf(() => save({ issuedOn: '2026-12-01' }))).toBe('dayNotCome');
});
