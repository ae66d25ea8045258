import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '#shared/parties/party.ts';
import type { RequestId } from '#shared/ids.ts';
import { clause } from '#shared/policy/clauses.ts';
import { queries } from '#db/statement.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { raise } from '../support/raise.ts';
import { toCommittee, toRaising, toSigning } from '../support/request-path.ts';

const DAY = 24 * 60 * 60_000;
let desk: TestDesk;
let party: Party;
let id: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  ({ id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية', need: 'أسرة' }));
});
afterEach(() => desk.close());

/** What was frozen of a paper, as it was sealed. */
const contentOf = (documentId: number): Record<string, unknown> => {
  const [row] = desk
    .office()
    .db.list(queries.selectFrom('sealed_document').select('content_json').where('id', '=', documentId));
  return JSON.parse(row?.content_json ?? '{}') as Record<string, unknown>;
};

describe('S.5: explaining and raising are one act', () => {
  it('says beforehand what is read to the applicant, and with it the number and both days', async () => {
    await toRaising(desk, id);
    const raising = await desk.call('requests.raising', { id });
    expect(raising).toMatchObject({
      mode: 'notice',
      level: 'ordinary',
      day: '2026-11-22',
      notBefore: '2026-12-06',
      officeDay: '2026-12-06',
      targetOn: '2026-12-22',
      nextNumber: '1448-0001',
    });
    expect(raising.told).toContain('خلال مدة لا تقل عن أسبوعين');
    expect(raising.told).toContain('الأحد');
    expect((await desk.call('requests.get', { id })).number).toBeNull();
  });

  it('gives number, days and the sealed slip at once, and cannot be taken back', async () => {
    await toRaising(desk, id);
    const { request, slip } = await raise(desk, id);
    expect(request).toMatchObject({
      number: '1448-0001',
      phase: 'committee',
      currentStep: 5,
      raisedOn: '2026-11-22',
      replyMode: 'notice',
      notBefore: '2026-12-06',
      targetOn: '2026-12-22',
    });
    expect(request.raisedAtMs).toBe(MORNING_MS);
    expect(request.events[0]).toMatchObject({
      kind: 'raised',
      text: '1448-0001',
      clause: 'S.5',
      subject: { kind: 'sealedDocument', id: slip.id },
    });
    expect(slip).toMatchObject({ kind: 'raisingSlip', version: 1, requestId: id, pages: 1 });
    const content = contentOf(slip.id);
    expect(content).toMatchObject({
      requestNumber: '1448-0001',
      notBefore: '2026-12-06',
      clause: clause('S.5').text,
      replacement: null,
    });
    // Whoever finds the slip learns neither what was asked for nor who asked.
    expect(JSON.stringify(content)).not.toContain('سلة');
    expect(JSON.stringify(content)).not.toContain(party.idNumber ?? '—');
    expect(JSON.stringify(content)).not.toContain(party.name);
    for (const act of [
      () => desk.call('requests.reopenStep', { id, step: 5 }),
      () => desk.call('requests.reopenStep', { id, step: 4 }),
      () => raise(desk, id),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'requestForbids', details: { reason: 'raised' } });
  });

  it('takes an attestation that is signed, and nothing less', async () => {
    await expect(desk.call('requests.raising', { id })).rejects.toMatchObject({
      details: { reason: 'tooEarly' },
    });
    await toSigning(desk, id);
    expect(await codeOf(() => desk.call('requests.raise', { id, day: '2026-11-22' }))).toBe('requestForbids');
    expect((await desk.call('requests.get', { id })).number).toBeNull();
  });

  it('does not raise on another day than was read out', async () => {
    await toRaising(desk, id);
    const { day } = await desk.call('requests.raising', { id });
    // 21:00 UTC is midnight in Riyadh.
    desk.clock.set(Date.UTC(2026, 10, 22, 21, 0, 0));
    expect(await codeOf(() => desk.call('requests.raise', { id, day }))).toBe('conflict');
    expect((await raise(desk, id)).request.raisedOn).toBe('2026-11-23');
  });

  it('asks why an urgent one is urgent, and tells of no waiting time', async () => {
    await toRaising(desk, id);
    await desk.call('requests.setLevel', { id, level: 'urgent', reason: 'حريق في المنزل' });
    const raising = await desk.call('requests.raising', { id });
    expect(raising.told).toContain('دون انتظار مدة الأسبوعين');
    expect(raising.told).not.toContain('ابتداءً');
    const { slip } = await raise(desk, id);
    expect(JSON.stringify(contentOf(slip.id))).not.toContain('حريق');
  });

  it('gives every request its own number, though their slips are set at the same time', async () => {
    const ids = [id];
    for (let more = 0; more < 3; more += 1)
      ids.push((await desk.call('requests.open', { partyId: party.id, service: `خدمة ${more}` })).id);
    for (const one of ids) await toRaising(desk, one);
    const raised = await Promise.all(ids.map((one) => raise(desk, one)));
    const numbers = raised.map(({ request }) => request.number);
    expect(new Set(numbers)).toEqual(new Set(['1448-0001', '1448-0002', '1448-0003', '1448-0004']));
    // What stands on each slip is the number that its request has.
    for (const { request, slip } of raised) expect(contentOf(slip.id)['requestNumber']).toBe(request.number);
  });

  it('asks a person about a clock that went back, before a number is given', async () => {
    await toRaising(desk, id);
    desk.clock.set(MORNING_MS - 400 * DAY);
    const { day } = await desk.call('requests.raising', { id });
    expect(await codeOf(() => desk.call('requests.raise', { id, day }))).toBe('clockWentBack');
    expect((await desk.call('requests.get', { id })).number).toBeNull();
    const { request } = await desk.call('requests.raise', { id, day, confirmClock: true });
    expect(request.raisedOn).toBe(day);
  });

  it('replaces a lost slip by a numbered one with the days as they stand, and logs it', async () => {
    await toCommittee(desk, id);
    desk.clock.set(MORNING_MS + 2 * DAY);
    await desk.call('requests.stop', { id, kind: 'office', reason: 'عطل' });
    desk.clock.set(MORNING_MS + 4 * DAY);
    const moving = await desk.call('requests.replaceSlip', { id });
    expect(moving).toMatchObject({ version: 2 });
    expect(moving.title).toContain('بدل فاقد 1');
    expect(contentOf(moving.id)).toMatchObject({ notBefore: '2026-12-08', moving: true });
    await desk.call('requests.resume', { id });
    const second = await desk.call('requests.replaceSlip', { id });
    expect(contentOf(second.id)).toMatchObject({
      notBefore: '2026-12-08',
      raisedOn: '2026-11-22',
      moving: false,
      replacement: { number: 2, madeOn: '2026-11-26' },
    });
    const request = await desk.call('requests.get', { id });
    expect(request.events[0]).toMatchObject({ kind: 'slipReplaced', text: '2' });
    const { slips } = await desk.call('requests.reply', { id });
    expect(slips.map(({ version }) => version)).toEqual([3, 2, 1]);
    const rows = await desk.call('audit.list', { limit: 60 });
    expect(rows.filter(({ action }) => action === 'request.slipReplaced')).toHaveLength(2);
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('has no slip to replace before it was raised', async () => {
    await expect(desk.call('requests.replaceSlip', { id })).rejects.toMatchObject({
      details: { action: 'replaceSlip', reason: 'tooEarly' },
    });
  });
});
