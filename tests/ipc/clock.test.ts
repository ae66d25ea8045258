import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, fakeClock, MORNING_MS, openOffice, type TestDesk } from '../support/office.ts';
import { toRaising } from '../support/request-path.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const create = async () => (await desk.call('letters.create', { content: letterContent() })).id;
const numbers = async (): Promise<(string | null)[]> =>
  (await desk.call('letters.list', { states: ['issued', 'voided'] })).rows.map((row) => row.referenceNumber);

describe('the clock', () => {
  const back = MORNING_MS - 3 * 86_400_000;

  it('that went back is confirmed by a person before a letter is numbered', async () => {
    desk = await openOffice();
    const id = await create();
    desk.clock.set(back);
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({
      code: 'clockWentBack',
      details: { lastMs: MORNING_MS, nowMs: back },
    });
    expect(await numbers()).toEqual([]);
    expect(await desk.call('letters.issue', { id, confirmClock: true })).toMatchObject({
      referenceNumber: '127/ص/1448',
      issuedOn: '2026-11-19',
    });
    const log = await desk.call('audit.list', {});
    expect(log.slice(0, 2).map((event) => event.action)).toEqual(['letter.issued', 'clock.confirmed']);
    // Once confirmed, it is the clock.
    expect(await codeOf(async () => desk.call('letters.issue', { id: await create() }))).toBe('none');
  });

  it('is not made right by whatever is logged in between', async () => {
    desk = await openOffice();
    const id = await create();
    desk.clock.set(back);
    await desk.call('session.lock');
    desk.app.session.open(desk.office().staff.listStaff()[0]!);
    await create();
    desk.app.holder.open();
    desk.app.session.open(desk.office().staff.listStaff()[0]!);
    expect(await codeOf(() => desk.call('letters.issue', { id }))).toBe('clockWentBack');
  });

  it('that leapt ahead is confirmed too, and no sign-in in between makes it right', async () => {
    desk = await openOffice();
    const id = await create();
    const ahead = MORNING_MS + 15 * 86_400_000;
    desk.clock.set(ahead);
    await desk.call('session.lock');
    desk.app.session.open(desk.office().staff.listStaff()[0]!);
    await create();
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({
      code: 'clockJumped',
      details: { lastMs: MORNING_MS, nowMs: ahead },
    });
    expect(await numbers()).toEqual([]);
    expect(await desk.call('letters.issue', { id, confirmClock: true })).toMatchObject({
      issuedOn: '2026-12-07',
    });
    const log = await desk.call('audit.list', {});
    expect(log.slice(0, 2).map((event) => event.action)).toEqual(['letter.issued', 'clock.confirmed']);
    expect(await codeOf(async () => desk.call('letters.issue', { id: await create() }))).toBe('none');
  });

  it('over a feast of two weeks asks nobody', async () => {
    desk = await openOffice();
    desk.clock.advance(14 * 86_400_000);
    expect(await codeOf(async () => desk.call('letters.issue', { id: await create() }))).toBe('none');
  });

  it('that somebody sets while Wisam runs is told by the machine’s own running time', async () => {
    const clock = { ...fakeClock(), monotonicMs: () => running };
    let running = 5000;
    desk = await openOffice({ clock });
    const pass = (wall: number, real: number): void => {
      clock.advance(wall);
      running += real;
    };
    const issue = async (confirmClock = false): Promise<string> => {
      const id = await create();
      return codeOf(() => desk.call('letters.issue', { id, confirmClock }));
    };
    pass(3 * 3_600_000, 3 * 3_600_000);
    expect(await issue()).toBe('none');
    // Ten minutes are forgiven: clocks are set right over the network all the time.
    pass(600_000, 0);
    expect(await issue()).toBe('none');
    pass(2 * 3_600_000, 60_000);
    const before = clock.nowMs() - 2 * 3_600_000 - 600_000 + 60_000;
    // Making the letter is logged with the hour of the moved clock: the last act on record says nothing any more.
    const id = await create();
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({
      code: 'clockMoved',
      details: { expectedMs: before, nowMs: clock.nowMs() },
    });
    expect(await issue(true)).toBe('none');
    expect(await issue()).toBe('none');
    // Backwards, though not before the last event: that was long ago by then.
    pass(5 * 3_600_000, 5 * 3_600_000);
    pass(-3_600_000, 0);
    expect(await issue()).toBe('clockMoved');
  });

  it('that was set right by seconds asks nobody: no hour on record tells the two apart', async () => {
    desk = await openOffice();
    const id = await create();
    desk.clock.advance(40_000);
    await create();
    desk.clock.advance(-30_000);
    expect(await codeOf(() => desk.call('letters.issue', { id }))).toBe('none');
    desk.clock.advance(-60_000);
    expect(await codeOf(async () => desk.call('letters.issue', { id: await create() }))).toBe(
      'clockWentBack',
    );
  });

  it('also guards the numbers of requests and files', async () => {
    desk = await openOffice();
    const party = await desk.call('parties.add', {
      name: 'فاطمة أحمد',
      idKind: 'none',
      noIdReason: 'فقدت',
    });
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة' });
    await toRaising(desk, id);
    desk.clock.set(back);
    expect(await codeOf(() => desk.call('requests.raise', { id, day: riyadhDay(back) }))).toBe(
      'clockWentBack',
    );
    expect((await desk.call('requests.get', { id })).currentStep).toBe(5);
    const { request } = await desk.call('requests.raise', { id, day: riyadhDay(back), confirmClock: true });
    expect(request.number).toBe('1448-0001');
  });
});
