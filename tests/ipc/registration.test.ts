import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { signBoth } from '../support/attested-request.ts';
import { codeOf, fakeClock, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { requestInRegistration } from '../support/request-in-registration.ts';

let desk: TestDesk;
let partyId: PartyId;
let id: RequestId;
const clock = fakeClock();

beforeEach(async () => {
  clock.set(MORNING_MS);
  desk = await openOffice({ clock });
  partyId = (await desk.call('parties.add', person())).id;
  id = await requestInRegistration(desk, partyId);
});
afterEach(() => desk.close());

const matchAll = async (request = id): Promise<void> => {
  for (const { key } of (await desk.call('requests.get', { id: request })).requirements)
    await desk.call('form.setRequirement', {
      id: request,
      key,
      state: key === 'circumstance' ? 'notNeeded' : 'matched',
    });
};
const complete = (request = id, confirmClock = false) =>
  desk.call('requests.completeRegistration', { id: request, confirmClock });
const fileNumber = async () => (await desk.call('parties.page', { id: partyId })).party.fileNumber;

describe('completing the registration (S.6)', () => {
  it('waits until nothing is missing, and tells who received what and when', async () => {
    await expect(complete()).rejects.toMatchObject({
      code: 'requestForbids',
      details: { action: 'completeRegistration', reason: 'requirementsMissing' },
    });
    await matchAll();
    const { requirements } = await desk.call('requests.get', { id });
    const received = requirements.filter(({ state }) => state === 'matched');
    expect(received).toHaveLength(5);
    for (const { officerName, atMs } of received)
      expect([officerName, atMs]).toEqual(['سارة محمد المطيري', MORNING_MS]);
    expect(await complete()).toMatchObject({ phase: 'service', currentStep: 7 });
  });

  it('gives a file to who has none, once; another request leaves its number', async () => {
    expect(await fileNumber()).toBeNull();
    await matchAll();
    await complete();
    expect(await fileNumber()).toBe('1448-0001');
    const next = await requestInRegistration(desk, partyId);
    await matchAll(next);
    await complete(next);
    expect(await fileNumber()).toBe('1448-0001');
    desk.become('مديرة', ['manager']);
    const rows = await desk.call('audit.list', { limit: 50 });
    const done = rows.filter(({ action, details }) => action === 'request.stepDone' && details['step'] === 6);
    expect(done.map(({ details }) => 'fileNumber' in details)).toEqual([false, true]);
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('asks again for signatures on what changed since they were given', async () => {
    await matchAll();
    await desk.call('requests.edit', { id, service: 'سلة غذائية وكسوة', need: '' });
    await expect(complete()).rejects.toMatchObject({
      details: { action: 'completeRegistration', reason: 'attestationStale' },
    });
    await signBoth(desk, id);
    expect(await complete()).toMatchObject({ phase: 'service' });
  });

  it('minds the clock where it gives a number, and only there', async () => {
    await matchAll();
    clock.set(MORNING_MS - 2 * 86_400_000);
    expect(await codeOf(() => complete())).toBe('clockWentBack');
    expect(await fileNumber()).toBeNull();
    await complete(id, true);
    expect(await fileNumber()).toBe('1448-0001');
  });

  it('is opened again by undoing the step, and then a requirement may be missing again', async () => {
    await matchAll();
    await complete();
    expect(await codeOf(() => desk.call('form.setRequirement', { id, key: 'iban', state: 'needed' }))).toBe(
      'requestForbids',
    );
    await desk.call('requests.reopenStep', { id, step: 6 });
    await desk.call('form.setRequirement', { id, key: 'iban', state: 'needed' });
    expect(await codeOf(() => complete())).toBe('requestForbids');
  });
});
