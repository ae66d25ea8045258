import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import type { StepNumber } from '#shared/requests/request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';

let desk: TestDesk;
let party: Party;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
});
afterEach(() => desk.close());

describe('support requests', () => {
  const open = () => desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' });
  const complete = (id: RequestId, step: StepNumber) =>
    step === 2
      ? completeMatching(desk, id)
      : step === 3
        ? desk.call('requests.skipReferral', { id })
        : desk.call('requests.completeStep', { id, step });
  const match = async (id: RequestId): Promise<void> => {
    for (const { key } of (await desk.call('requests.get', { id: id })).requirements)
      await desk.call('requests.setRequirement', { id: id, key, state: 'matched' });
  };

  it('go in the policy’s order, and say why not', async () => {
    const { id } = await open();
    await expect(complete(id, 4)).rejects.toMatchObject({
      code: 'requestForbids',
      details: { reason: 'tooEarly' },
    });
    await expect(desk.call('requests.skipReferral', { id })).rejects.toMatchObject({
      details: { action: 'skipReferral', reason: 'tooEarly' },
    });
    for (const step of [2, 3, 4, 5] as const) await complete(id, step);
    await expect(complete(id, 6)).rejects.toMatchObject({
      details: { reason: 'requirementsMissing' },
    });
    await expect(desk.call('requests.reopenStep', { id, step: 5 })).rejects.toMatchObject({
      details: { reason: 'raised' },
    });
    await match(id);
    await complete(id, 6);
    // Found complete, they stay complete until the step is opened again.
    expect(
      await codeOf(() => desk.call('requests.setRequirement', { id, key: 'iban', state: 'needed' })),
    ).toBe('requestForbids');
    await desk.call('requests.reopenStep', { id, step: 6 });
    expect(
      await codeOf(() => desk.call('requests.setRequirement', { id, key: 'iban', state: 'needed' })),
    ).toBe('none');
  });

  it('are numbered at raising, without gaps; a file is given once to a person', async () => {
    const other = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const ids: RequestId[] = [];
    for (const partyId of [party.id, party.id, other.id])
      ids.push((await desk.call('requests.open', { partyId, service: 'سلة' })).id);
    for (const step of [2, 3, 4] as const) for (const id of ids) await complete(id, step);
    const raised: (string | null)[] = [];
    for (const id of [ids[2]!, ids[0]!, ids[1]!]) raised.push((await complete(id, 5)).number);
    expect(raised).toEqual(['1448-0001', '1448-0002', '1448-0003']);
    for (const id of ids) {
      await match(id);
      await complete(id, 6);
    }
    const file = async (id: Party['id']) => (await desk.call('parties.page', { id })).party.fileNumber;
    expect([await file(party.id), await file(other.id)]).toEqual(['1448-0001', '1448-0002']);
    await desk.call('requests.reopenStep', { id: ids[0]!, step: 6 });
    await complete(ids[0]!, 6);
    expect(await file(party.id)).toBe('1448-0001');
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('tell everything that happened, latest first, and keep lists in step', async () => {
    const { id } = await open();
    await complete(id, 2);
    await desk.call('requests.reopenStep', { id, step: 2 });
    await desk.call('requests.edit', { id, service: 'كسوة', need: 'شتاء' });
    const request = await desk.call('requests.get', { id });
    expect(request.events.map((event) => event.kind)).toEqual([
      'edited',
      'stepReopened',
      'stepDone',
      'opened',
    ]);
    expect(request).toMatchObject({ currentStep: 2, service: 'كسوة' });
    expect((await desk.call('requests.list', { step: 2 })).rows.map((row) => row.id)).toEqual([id]);
    expect((await desk.call('requests.list', { step: 3 })).total).toBe(0);
    expect(await desk.call('desk.find', { text: 'كسوة' })).toMatchObject([
      { kind: 'request', request: { id } },
    ]);
  });

  it('belong to the visit of the same person, or to none', async () => {
    const other = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const visit = await desk.call('visits.start', { partyId: other.id, purpose: 'supportRequest' });
    expect(
      await codeOf(() =>
        desk.call('requests.open', { partyId: party.id, visitId: visit.id, service: 'سلة' }),
      ),
    ).toBe('conflict');
    expect(await codeOf(() => desk.call('requests.open', { partyId: 99, service: 'سلة' }))).toBe('notFound');
    expect(
      await codeOf(() => desk.call('requests.setRequirement', { id: 99, key: 'iban', state: 'matched' })),
    ).toBe('notFound');
  });
});
