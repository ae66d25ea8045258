import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { serviceInputSchema, type ServiceTyped } from '#shared/services/service.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
  desk.become('منى العتيبي', ['manager']);
});
afterEach(() => desk.close());

const basket = (more: Partial<ServiceTyped> = {}): ServiceTyped => ({
  name: 'سلة رمضان',
  kind: 'inKind',
  description: 'سلة غذائية لأسرة من خمسة أفراد',
  unit: 'سلة',
  quantity: '٢',
  value: '٣٥٠',
  eligibility: { villages: ['الصمد'], perHeadCeiling: '1,500' },
  questions: [{ label: 'هل في الأسرة مريض سكري؟', kind: 'yesNo' }],
  ownRequirements: null,
  ...more,
});
const add = async (more: Partial<ServiceTyped> = {}) =>
  desk.call('services.save', { id: null, version: null, service: basket(more) });
const named = async (name: string) =>
  (await desk.call('services.list')).services.find((one) => one.name === name);

describe('the catalogue', () => {
  it('begins with what charities give, each asking for the general requirements', async () => {
    const { services, general } = await desk.call('services.list');
    expect(services.map(({ name }) => name)).toContain('سلة غذائية شهرية');
    expect(new Set(services.map(({ kind }) => kind))).toEqual(
      new Set(['inKind', 'transfer', 'voucher', 'training', 'atPlace']),
    );
    expect(services.every(({ ownRequirements }) => ownRequirements === null)).toBe(true);
    expect(general.map(({ key }) => key)).toEqual([
      'identity',
      'housing',
      'income',
      'iban',
      'circumstance',
      'reports',
    ]);
    const choices = await desk.call('services.choices');
    expect(choices).toHaveLength(services.length);
    expect(choices[0]?.requirements).toEqual(general);
  });

  it('keeps a service with its rules as they were typed, in either digit system', async () => {
    await add();
    expect(await named('سلة رمضان')).toMatchObject({
      quantity: 2,
      valueHalalas: 35_000,
      eligibility: { villages: ['الصمد'], categoryIds: [], perHeadCeilingHalalas: 150_000 },
      questions: [{ key: 'q1', label: 'هل في الأسرة مريض سكري؟', kind: 'yesNo', required: false }],
      active: true,
      used: false,
    });
    expect((await desk.call('services.choices')).at(-1)?.name).toBe('سلة رمضان');
  });

  it('gives a service requirements of its own, and the general ones back', async () => {
    const { id, version } = await add({
      ownRequirements: [{ name: 'شهادة آيبان' }, { name: 'تعريف مدرسي' }],
    });
    const own = (await named('سلة رمضان'))?.ownRequirements;
    expect(own?.map(({ key, name }) => [key, name])).toEqual([
      ['r1', 'شهادة آيبان'],
      ['r2', 'تعريف مدرسي'],
    ]);
    await desk.call('services.save', { id, version, service: basket() });
    expect((await named('سلة رمضان'))?.ownRequirements).toBeNull();
  });

  it('never gives the key of a question or a requirement that was taken out to another one', async () => {
    const three = [1, 2, 3].map((n) => ({ label: `سؤال ${n}`, kind: 'text' as const }));
    const { id, version } = await add({ questions: three });
    const kept = (await named('سلة رمضان'))!.questions.filter(({ key }) => key !== 'q2');
    await desk.call('services.save', {
      id,
      version,
      service: basket({ questions: [...kept, { label: 'سؤال جديد', kind: 'text' }] }),
    });
    expect((await named('سلة رمضان'))?.questions.map(({ key }) => key)).toEqual(['q1', 'q3', 'q4']);
    const { general } = await desk.call('services.list');
    await desk.call('services.saveGeneral', { requirements: [...general, { name: 'إفادة المدرسة' }] });
    expect((await desk.call('services.list')).general.at(-1)).toMatchObject({
      key: 'r1',
      name: 'إفادة المدرسة',
    });
  });

  it('is changed by one person at a time, and has no name twice', async () => {
    const { id, version } = await add();
    await desk.call('services.save', { id, version, service: basket({ unit: 'كرتون' }) });
    const late = () => desk.call('services.save', { id, version, service: basket({ unit: 'صندوق' }) });
    expect(await codeOf(late)).toBe('conflict');
    expect(await codeOf(() => add({ name: 'سله رمضان' }))).toBe('serviceNameTaken');
  });

  it('puts a service aside and takes it up again; removes only what was never asked for', async () => {
    const { id } = await add();
    await desk.call('services.setActive', { id, active: false });
    expect((await desk.call('services.choices')).some((one) => one.id === id)).toBe(false);
    await add();
    expect(await codeOf(() => desk.call('services.setActive', { id, active: true }))).toBe(
      'serviceNameTaken',
    );
    await desk.call('services.remove', { id });
    expect((await desk.call('services.list')).services.some((one) => one.id === id)).toBe(false);
    const { db } = desk.office();
    expect(listAuditEvents(db, null, 2).map(({ action }) => action)).toEqual([
      'service.removed',
      'service.added',
    ]);
  });

  it('stands in the office’s order', async () => {
    const ids = (await desk.call('services.list')).services.map(({ id }) => id);
    await desk.call('services.reorder', { ids: ids.toReversed() });
    expect((await desk.call('services.choices')).map(({ id }) => id)).toEqual(ids.toReversed());
    expect(await codeOf(() => desk.call('services.reorder', { ids: ids.slice(1) }))).toBe('conflict');
  });

  it.each([
    ['quantity', { quantity: '0' }, 'service.quantity'],
    ['quantity', { quantity: 'سلتان' }, 'service.quantity'],
    ['value', { value: '0' }, 'amount.zero'],
    ['unit', { unit: ' ' }, 'service.unit'],
    ['questions', { questions: [{ label: 'أيها؟', kind: 'choice', choices: ['ثلاجة'] }] }, 'service.choices'],
    ['ownRequirements', { ownRequirements: [] }, 'service.requirement'],
  ] as const)('says of a wrong %s what to write', async (field, more, message) => {
    const service = { ...basket(), ...more } as unknown as ServiceTyped;
    const [issue] = serviceInputSchema.safeParse(service).error?.issues ?? [];
    expect([issue?.path[0], issue?.message]).toEqual([field, message]);
    expect(await codeOf(() => desk.call('services.save', { id: null, version: null, service }))).toBe(
      'invalidInput',
    );
  });

  it('is kept by managers and administrators alone', async () => {
    desk.become('سارة', ['receptionist']);
    expect(await codeOf(() => add())).toBe('notAllowed');
  });
});
