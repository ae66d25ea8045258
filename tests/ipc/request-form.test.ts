import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { FormFieldKey } from '#shared/requests/form-values.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching, confirmForm } from '../support/request-form.ts';

let desk: TestDesk;
let partyId: PartyId;
let id: RequestId;
const IBAN = 'SA4980000324608010160967';

beforeEach(async () => {
  desk = await openOffice();
  partyId = (await desk.call('parties.add', person())).id;
  id = (await desk.call('requests.open', { partyId, service: 'سلة غذائية' })).id;
});
afterEach(() => desk.close());

const form = () => desk.call('form.ofRequest', { id });
const field = async (key: FormFieldKey) => (await form()).fields.find((one) => one.field === key)!;
const confirm = async (
  keys: readonly FormFieldKey[],
  more: { corrected?: boolean; against?: 'card' | 'familyRecord' | 'call' } = {},
) => {
  const { fields } = await form();
  const data = keys.map((key) => ({ field: key, seen: fields.find((one) => one.field === key)!.seen }));
  return desk.call('form.confirm', { id, data, ...more });
};
const addIncome = (monthly: string) =>
  desk.call('circumstances.addMoney', {
    partyId,
    line: { kind: 'income', category: 'socialSecurity', monthly, sinceOn: '2026-01-01' },
  });
const record = (iban: string) =>
  desk.call('circumstances.record', {
    partyId,
    fact: { kind: 'iban', value: { iban, holder: 'نورة' }, knownOn: '2026-11-22' },
  });

describe('the form of T.4', () => {
  it('is filled from what the register knows, in the order of the form, and nothing is asked twice', async () => {
    await addIncome('2,400');
    const filled = await form();
    expect(filled.day).toBe('2026-11-22');
    expect(filled.fields.map((one) => one.field)).toEqual([
      'name',
      'idNumber',
      'birth',
      'nationality',
      'socialStatus',
      'mobile',
      'housing',
      'household',
      'income',
      'expenses',
      'work',
      'health',
      'service',
      'need',
      'iban',
    ]);
    expect((await field('idNumber')).value).toMatchObject({ number: person().idNumber });
    expect((await field('income')).value).toMatchObject({
      amounts: [{ category: 'socialSecurity', monthlyHalalas: 240_000 }],
    });
    // What another request confirmed is there again, and is only confirmed.
    await completeMatching(desk, id);
    const next = await desk.call('requests.open', { partyId, service: 'كسوة' });
    const again = await desk.call('form.ofRequest', { id: next.id });
    expect(again.fields.find((one) => one.field === 'income')?.value).toEqual((await field('income')).value);
    expect(again.fields.every((one) => one.state === 'open')).toBe(true);
  });

  it('holds up S.2 until each datum was confirmed, and asks again for what changed since', async () => {
    const refused = () => codeOf(() => desk.call('requests.completeStep', { id, step: 2 }));
    expect(await refused()).toBe('requestForbids');
    const open = (await form()).fields.filter((one) => one.open).map((one) => one.field);
    expect((await desk.call('requests.get', { id })).dataOpen).toBe(open.length);
    await confirm(open.filter((one) => one !== 'mobile'));
    expect(await refused()).toBe('requestForbids');
    await confirm(['mobile']);
    await addIncome('900');
    expect(await field('income')).toMatchObject({ state: 'changed', open: true });
    expect(await refused()).toBe('requestForbids');
    await confirm(['income']);
    expect(await refused()).toBe('none');
  });

  it('confirms what was seen alone: a value that changed meanwhile refuses all of them', async () => {
    const before = (await field('income')).seen;
    const name = (await field('name')).seen;
    await addIncome('900');
    const stale = desk.call('form.confirm', {
      id,
      data: [
        { field: 'name', seen: name },
        { field: 'income', seen: before },
      ],
    });
    await expect(stale).rejects.toMatchObject({ code: 'formValueChanged', details: { field: 'income' } });
    expect(await field('name')).toMatchObject({ state: 'open' });
  });

  it('matches what an original bears, in the register too, and tells what was only said', async () => {
    await confirm(['name', 'idNumber', 'mobile', 'household'], { against: 'card' });
    expect(await field('name')).toMatchObject({
      state: 'confirmed',
      matched: { against: 'card', atMs: MORNING_MS },
    });
    // A card bears neither a mobile nor a household.
    expect((await field('mobile')).matched).toBeNull();
    expect((await field('household')).matched).toBeNull();
    const { data } = await desk.call('documents.ofParty', { partyId });
    expect(data.filter((one) => one.state === 'matched').map((one) => one.datum)).toEqual([
      'name',
      'idNumber',
    ]);
    await confirm(['household'], { against: 'familyRecord' });
    expect(await field('household')).toMatchObject({ matched: { against: 'familyRecord' } });
    // Matched once in the register: told at the next request too, and confirmed there all the same.
    const next = await desk.call('requests.open', { partyId, service: 'كسوة' });
    const again = await desk.call('form.ofRequest', { id: next.id });
    expect(again.fields.find((one) => one.field === 'idNumber')).toMatchObject({
      state: 'open',
      matched: { against: 'card' },
    });
  });

  it('keeps a correction in the register, tells of it in the timeline, and takes a confirmation back', async () => {
    await record(IBAN);
    await confirm(['iban'], { corrected: true });
    expect(await field('iban')).toMatchObject({ state: 'corrected', open: false });
    // Its paper comes afterwards: what was put right stays put right.
    await confirm(['iban'], {});
    expect(await field('iban')).toMatchObject({ state: 'corrected' });
    const { events } = await desk.call('requests.get', { id });
    expect(events[0]).toMatchObject({ kind: 'datumCorrected', clause: 'S.2', step: 2 });
    await desk.call('form.unconfirm', { id, fields: ['iban'] });
    expect(await field('iban')).toMatchObject({ state: 'open', open: true });
    const { facts } = await desk.call('circumstances.ofParty', { partyId });
    expect(facts.filter((one) => one.kind === 'iban')).toHaveLength(1);
  });

  it('shows identity and IBAN whole to the desk alone, and logs who looked', async () => {
    await record(IBAN);
    expect((await field('iban')).value).toMatchObject({ iban: IBAN });
    desk.become('عضو لجنة', ['committeeMember']);
    expect((await field('iban')).value).toMatchObject({ iban: '••••••0967' });
    expect((await field('idNumber')).value).toMatchObject({ number: '••••••9940' });
    desk.become('مدقق', ['auditor']);
    expect(await codeOf(form)).toBe('notAllowed');
    desk.become('مديرة', ['manager']);
    const rows = await desk.call('audit.list', { limit: 50 });
    expect(rows.filter((row) => row.action === 'request.formRead').length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(IBAN);
  });

  it('leaves a closed request alone', async () => {
    await confirmForm(desk, id);
    await desk.call('requests.withdraw', { id, reason: 'استغنى عن الطلب' });
    expect(await codeOf(() => confirm(['name']))).toBe('requestForbids');
  });
});
