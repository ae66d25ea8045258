import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanTyped } from '#shared/deliveries/delivery.ts';
import type { PartyId, RequestId, ServiceId } from '#shared/ids.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import { queries } from '#db/statement.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { requestInService } from '../support/request-in-service.ts';

const TODAY = '2026-11-22';
let desk: TestDesk;
let noura: PartyId;
let request: { readonly id: RequestId; readonly serviceId: ServiceId };
beforeEach(async () => {
  desk = await openOffice();
  noura = (await desk.call('parties.add', { ...person('نورة بنت سليمان اللحياني'), sex: 'female' })).id;
  request = await requestInService(desk, noura);
});
afterEach(() => desk.close());

const typed = (more: Partial<PlanTyped> = {}): PlanTyped => ({
  serviceId: request.serviceId,
  frequency: 'once',
  firstOn: TODAY,
  times: '1',
  quantity: '1',
  unit: 'سلة',
  value: '350',
  place: 'مستودع الجمعية',
  ...more,
});
const plan = (more: Partial<PlanTyped> = {}) =>
  desk.call('deliveries.plan', { requestId: request.id, plan: typed(more) });
const step = () => desk.call('deliveries.ofRequest', { requestId: request.id });
const handovers = async () => (await step()).plans.flatMap((one) => one.handovers);
const deliver = async (id: Awaited<ReturnType<typeof handovers>>[number]['id'], more: object = {}) =>
  desk.call('deliveries.deliver', { id, receiver: { kind: 'self' }, receipt: true, ...more });
const whole = () => desk.call('requests.get', { id: request.id });
/** All that a frozen paper says, as it was hashed. */
const frozen = (id: number): string =>
  desk.office().db.first(queries.selectFrom('sealed_document').select('content_json').where('id', '=', id))!
    .content_json;
const eventKinds = async () => (await whole()).events.map(({ kind }) => kind);

describe('a plan', () => {
  it('gives a monthly basket its days by the Hijri calendar, each with a code of its own', async () => {
    await plan({ frequency: 'monthly', calendar: 'hijri', times: '١٢' });
    const all = await handovers();
    expect(all.map(({ dueOn }) => dueOn).slice(0, 3)).toEqual(['2026-11-22', '2026-12-21', '2027-01-20']);
    expect(all).toHaveLength(12);
    expect(new Set(all.map(({ code }) => code)).size).toBe(12);
    expect(all.every(({ code }) => parseCode(code).ok)).toBe(true);
    expect((await whole()).deliveries).toEqual({ planned: 12, done: 0 });
  });

  it('can be taken back while nothing came of it', async () => {
    const { id } = await plan({ frequency: 'weekly', times: '4' });
    await desk.call('deliveries.removePlan', { id });
    expect((await step()).plans).toEqual([]);
    const again = await plan();
    await deliver((await handovers())[0]!.id, { receipt: false });
    expect(await codeOf(() => desk.call('deliveries.removePlan', { id: again.id }))).toBe('conflict');
  });

  it('is ended with a reason, which cancels what is to come, and taken up again', async () => {
    const { id } = await plan({ frequency: 'weekly', times: '3' });
    await deliver((await handovers())[0]!.id);
    await desk.call('deliveries.endPlan', { id, reason: 'انتقلت إلى جمعية أخرى' });
    expect((await handovers()).map(({ state }) => state)).toEqual(['delivered', 'cancelled', 'cancelled']);
    expect(await codeOf(() => desk.call('deliveries.endPlan', { id, reason: 'مرة أخرى' }))).toBe('conflict');
    await desk.call('deliveries.resumePlan', { id });
    expect((await handovers()).map(({ state }) => state)).toEqual(['delivered', 'planned', 'planned']);
  });

  it('that is taken up again hands out no turn twice that was tried again after its end', async () => {
    const { id } = await plan();
    await desk.call('deliveries.fail', { id: (await handovers())[0]!.id, reason: 'لم تحضر' });
    const again = async () => desk.call('deliveries.again', { id: (await handovers())[0]!.id, dueOn: TODAY });
    await again();
    await desk.call('deliveries.endPlan', { id, reason: 'انتقلت' });
    await again();
    await desk.call('deliveries.resumePlan', { id });
    const states = async () => (await handovers()).map(({ state }) => state);
    expect(await states()).toEqual(['failed', 'cancelled', 'planned']);
    await desk.call('deliveries.endPlan', { id, reason: 'انتقلت' });
    await desk.call('deliveries.resumePlan', { id });
    expect(await states()).toEqual(['failed', 'cancelled', 'planned']);
  });

  it('is made for a request that waits for its service, and for no other', async () => {
    const other = await desk.call('requests.open', { partyId: noura, service: 'كسوة', level: 'ordinary' });
    const early = () => desk.call('deliveries.plan', { requestId: other.id, plan: typed() });
    expect(await codeOf(early)).toBe('requestForbids');
  });

  it('at their own place asks for the place (O.4)', async () => {
    expect(await codeOf(() => plan({ atPlace: true, place: '' }))).toBe('invalidInput');
  });
});

describe('a delivery', () => {
  it('freezes its receipt in the same act: quantity, value, place, receiver, and no whole identity', async () => {
    await plan({ quantity: '2' });
    const [one] = await handovers();
    const { receiptId } = await deliver(one!.id, { note: 'حملها ابنها' });
    const sealed = await desk.call('sealed.get', { id: receiptId! });
    expect(sealed).toMatchObject({
      kind: 'receipt',
      requestId: request.id,
      subject: { kind: 'handover', id: one!.id },
    });
    expect(sealed.title).toContain('سلة غذائية شهرية');
    const said = frozen(receiptId!);
    expect(said).toContain('حملها ابنها');
    expect(said).toContain('••••••9940');
    expect(said).not.toContain(person().idNumber);
    const [done] = await handovers();
    expect(done).toMatchObject({ state: 'delivered', quantity: 2, receiptId, doneBy: 'سارة محمد المطيري' });
    expect(done?.receiver).toEqual({ kind: 'self', name: expect.stringContaining('نورة') });
    expect(await eventKinds()).toContain('delivered');
  });

  it('is signed for by who received it, on the screen, and the timeline tells', async () => {
    await plan();
    const { receiptId } = await deliver((await handovers())[0]!.id);
    const { sha256, name } = await desk.call('files.put', {
      name: 'signature.png',
      bytes: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
        'base64',
      ),
      accept: 'picture',
    });
    const signed = await desk.call('signatures.add', {
      documentId: receiptId!,
      signatures: [{ signer: 'receiver', mode: 'screen', file: { sha256, name } }],
    });
    expect(signed.signatures[0]?.name).toContain('نورة');
    expect((await handovers())[0]?.receiptSignatures).toBe(1);
    expect(await eventKinds()).toContain('receiptSigned');
  });

  it('without a receipt is taken back; with one it is voided, and both stay to be seen', async () => {
    await plan({ frequency: 'weekly', times: '2' });
    const [first, second] = await handovers();
    await deliver(first!.id, { receipt: false });
    await desk.call('deliveries.undoDeliver', { id: first!.id });
    const { receiptId } = await deliver(second!.id);
    expect(await codeOf(() => desk.call('deliveries.undoDeliver', { id: second!.id }))).toBe(
      'handoverForbids',
    );
    await desk.call('deliveries.void', { id: second!.id, reason: 'سُجّل لغيرها' });
    const [, voided] = await handovers();
    expect([voided?.state, voided?.voided?.reason]).toEqual(['voided', 'سُجّل لغيرها']);
    expect((await desk.call('sealed.get', { id: receiptId! })).voided?.reason).toBe('سُجّل لغيرها');
    expect(await codeOf(() => desk.call('deliveries.void', { id: second!.id, reason: 'ثانية' }))).toBe(
      'handoverForbids',
    );
    await desk.call('deliveries.again', { id: second!.id, dueOn: '2026-12-06' });
    const tries = (await handovers()).filter(({ turn }) => turn === 2);
    expect(tries.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'voided'],
      [2, 'planned'],
    ]);
  });

  it('that failed keeps why, is taken back, and is tried again once', async () => {
    await plan();
    const [one] = await handovers();
    await desk.call('deliveries.fail', { id: one!.id, reason: 'لم يكن أحد في البيت' });
    await desk.call('deliveries.undoFail', { id: one!.id });
    await desk.call('deliveries.fail', { id: one!.id, reason: 'لم يكن أحد في البيت' });
    await desk.call('deliveries.again', { id: one!.id, dueOn: '2026-11-24' });
    const twice = () => desk.call('deliveries.again', { id: one!.id, dueOn: '2026-11-25' });
    expect(await codeOf(twice)).toBe('handoverForbids');
    expect(await codeOf(() => desk.call('deliveries.undoFail', { id: one!.id }))).toBe('handoverForbids');
    expect((await handovers()).map(({ state, failReason }) => [state, failReason])).toEqual([
      ['failed', 'لم يكن أحد في البيت'],
      ['planned', ''],
    ]);
  });

  it('of one turn is never handed out twice', async () => {
    await plan();
    const [one] = await handovers();
    const both = await Promise.allSettled([deliver(one!.id), deliver(one!.id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      (await desk.call('sealed.list', { requestId: request.id })).filter(({ kind }) => kind === 'receipt'),
    ).toHaveLength(1);
  });

  it('at their place is told from leaving to handing over', async () => {
    await plan({ atPlace: true, place: 'قرية الصمد، بجوار الجامع' });
    const [one] = await handovers();
    await desk.call('deliveries.depart', { ids: [one!.id], gone: true });
    desk.clock.advance(35 * 60_000);
    await deliver(one!.id);
    const [done] = await handovers();
    expect((done!.doneAtMs! - done!.departedAtMs!) / 60_000).toBe(35);
    expect((await desk.call('deliveries.day', { day: TODAY })).closing.counts).toMatchObject({
      atPlace: 1,
      atPlaceMinutes: 35,
    });
    expect((await whole()).events.find(({ kind }) => kind === 'delivered')?.clause).toBe('O.4');
  });
});

describe('who receives', () => {
  const deed = async (expiresOn: string, matched = true) => {
    const proxy = (await desk.call('parties.add', { ...person('فهد بن سعد الحربي', '1000000008') })).id;
    const { id } = await desk.call('representatives.save', {
      partyId: noura,
      representation: {
        representativeId: proxy,
        kind: 'proxy',
        relation: 'أخوها',
        deedNumber: '44120987',
        deedIssuer: 'كتابة العدل بالجموم',
        scope: 'الاستلام من الجمعيات',
        issuedOn: '2026-01-01',
        expiresOn,
      },
    });
    if (matched) await desk.call('representatives.match', { id, matched: true });
    return id;
  };

  it('for another shows a deed that holds on that day', async () => {
    const representationId = await deed('2026-12-31');
    await plan();
    const [one] = await handovers();
    const { receiptId } = await deliver(one!.id, { receiver: { kind: 'representative', representationId } });
    expect((await handovers())[0]?.receiver).toEqual({ kind: 'representative', name: 'فهد بن سعد الحربي' });
    expect(frozen(receiptId!)).toContain('44120987');
  });

  it.each([
    ['ran out the day before', '2026-11-21', true],
    ['nobody held against its original', '2026-12-31', false],
  ] as const)('on a deed that %s receives nothing', async (_, expiresOn, matched) => {
    const representationId = await deed(expiresOn, matched);
    await plan();
    const [one] = await handovers();
    const act = () => deliver(one!.id, { receiver: { kind: 'representative', representationId } });
    expect(await codeOf(act)).toBe('deedNotValid');
    expect((await step()).receivers.representatives).toEqual([]);
  });

  it('may be a grown-up of the household, and no child', async () => {
    const member = (name: string, relation: 'son' | 'daughter', year: number) =>
      desk.call('households.saveMember', {
        partyId: noura,
        member: { relation, name, birth: { printed: `${year}-01-01`, calendar: 'gregorian' } },
      });
    await member('أحمد بن سعد', 'son', 2000);
    await member('ريم بنت سعد', 'daughter', 2018);
    const { members } = (await step()).receivers;
    expect(members.map(({ name }) => name)).toEqual(['أحمد بن سعد']);
    await plan();
    const [one] = await handovers();
    await deliver(one!.id, { receiver: { kind: 'household', memberId: members[0]!.id } });
    expect((await handovers())[0]?.receiver).toEqual({ kind: 'household', name: 'أحمد بن سعد' });
  });
});

describe('a transfer', () => {
  const iban = (text: string) =>
    desk.call('circumstances.record', {
      partyId: noura,
      fact: { kind: 'iban', value: { iban: text, holder: 'نورة' }, knownOn: TODAY, source: '' },
    });
  beforeEach(async () => {
    request = await requestInService(desk, noura, 'إعانة مالية');
  });

  it('asks for an account on record, and keeps the one that was used', async () => {
    await plan({ unit: 'حوالة' });
    const [one] = await handovers();
    expect(await codeOf(() => deliver(one!.id, { transferReference: 'FT2632700012' }))).toBe('ibanMissing');
    await iban('SA4980000324608010160967');
    expect(await codeOf(() => deliver(one!.id))).toBe('transferReferenceMissing');
    expect(await codeOf(() => deliver(one!.id, { transferReference: '  ' }))).toBe(
      'transferReferenceMissing',
    );
    expect((await handovers())[0]?.state).toBe('planned');
    await deliver(one!.id, { transferReference: 'FT2632700012' });
    await iban('SA0380000000608010167519');
    const [done] = await handovers();
    expect([done?.iban, done?.transferReference]).toEqual(['••••••0967', 'FT2632700012']);
    expect((await step()).iban?.masked).toBe('••••••7519');
  });
});
