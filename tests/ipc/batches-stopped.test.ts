import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { updateStaff } from '#db/staff/staff-writes.ts';
import { type BatchDesk, NAMES, numbersOf, openBatchDesk, seenOf } from '../support/batch-desk.ts';
import { codeOf, MORNING_MS, type TestDesk } from '../support/office.ts';

let batches: BatchDesk;
let desk: TestDesk;
afterEach(() => desk.close());

async function open(): Promise<void> {
  batches = await openBatchDesk();
  ({ desk } = batches);
}

describe('what stops a batch leaves no number without its letter', () => {
  it('a character without a glyph: that person is left out and says why, the others go on', async () => {
    await open();
    const made = await batches.create(await batches.people(4));
    batches.onRender = (_, job) => {
      if (job.letter.recipient.name === NAMES[1])
        throw new AppError('missingGlyph', { character: '𐎀', place: 'body' });
    };
    expect(await batches.issue(made)).toMatchObject({ state: 'done', done: 3, leftOut: 1 });
    const stands = await batches.get(made.id);
    expect(numbersOf(stands)).toEqual(['127/ص/1448', null, '128/ص/1448', '129/ص/1448']);
    expect(stands.persons[1]!.leftOut).toEqual({
      code: 'missingGlyph',
      details: { character: '𐎀', place: 'body' },
    });
    // Mended, it is issued with the rest, and its reason is gone.
    batches.onRender = () => undefined;
    await batches.issue(stands);
    expect((await batches.get(made.id)).persons[1]).toMatchObject({
      leftOut: null,
      referenceNumber: '130/ص/1448',
    });
    expect(batches.fault()).toBeNull();
  });

  it('pages that cannot be set one after the other are no fault of the letters', async () => {
    await open();
    const made = await batches.create(await batches.people(5));
    batches.onRender = () => {
      throw new AppError('renderFailed', { reason: 'worker ended with 1' });
    };
    expect(await batches.issue(made)).toMatchObject({ state: 'stopped', stopped: { why: 'renderFailed' } });
    expect(batches.last()).toBe(126);
    expect((await batches.get(made.id)).counts.letters.draft).toBe(5);
  });

  it('a cancel: what is issued stays issued, and the rest goes on later', async () => {
    await open();
    const made = await batches.create(await batches.people(5));
    batches.onRender = async (n) => {
      if (n === 1) await desk.call('batches.cancel', { id: made.id });
    };
    expect(await batches.issue(made)).toMatchObject({
      state: 'stopped',
      done: 2,
      total: 5,
      stopped: { why: 'cancelled' },
    });
    expect(batches.last()).toBe(128);
    batches.onRender = () => undefined;
    expect(await batches.issue(await batches.get(made.id))).toMatchObject({ state: 'done', done: 3 });
    expect(new Set(numbersOf(await batches.get(made.id))).size).toBe(5);
    expect(batches.last()).toBe(131);
  });

  it('a text that was edited after it was seen is left as it is', async () => {
    await open();
    const made = await batches.create(await batches.people(3));
    const id = made.persons[1]!.letterId!;
    const { content, version } = await desk.call('letters.get', { id });
    await desk.call('letters.save', { id, version, content: { ...content, subject: 'نص لم يره أحد' } });
    expect(await desk.call('batches.approve', { id: made.id, seen: seenOf(made) })).toMatchObject({
      done: 2,
      leftOut: 1,
    });
    expect(await batches.issue(made)).toMatchObject({ done: 2, leftOut: 1 });
    expect((await desk.call('letters.get', { id })).state).toBe('draft');
    expect((await batches.get(made.id)).persons[1]!.leftOut?.code).toBe('conflict');
  });

  it('a clock that goes back in the middle stops it until a person confirms, once', async () => {
    await open();
    const made = await batches.create(await batches.people(4));
    batches.onRender = (n) => {
      if (n === 2) desk.clock.set(MORNING_MS - 86_400_000);
    };
    expect(await batches.issue(made)).toMatchObject({ done: 2, stopped: { why: 'clockWentBack' } });
    const rest = await batches.get(made.id);
    expect(await codeOf(() => batches.issue(rest))).toBe('clockWentBack');
    batches.onRender = () => undefined;
    expect(await batches.issue(rest, true)).toMatchObject({ state: 'done', done: 2 });
    expect(batches.fault()).toBeNull();
  });

  it('rights that are taken meanwhile, and a person who signs out; but not a locked screen', async () => {
    await open();
    const made = await batches.create(await batches.people(5));
    const { staff } = desk.app.session.current()!;
    batches.onRender = (n) => {
      if (n === 0) desk.app.session.lock();
      if (n === 1)
        desk.office().db.write((tx) => {
          tx.unaudited();
          updateStaff(tx, staff.id, { ...staff, rights: ['approveLetters'] });
        });
    };
    expect(await batches.issue(made)).toMatchObject({ done: 2, stopped: { why: 'notAllowed' } });
    desk.office().db.write((tx) => {
      tx.unaudited();
      updateStaff(tx, staff.id, staff);
    });
    desk.app.session.open(staff);
    batches.onRender = (n) => {
      if (n === 2) desk.app.session.close();
    };
    expect(await batches.issue(await batches.get(made.id))).toMatchObject({
      done: 1,
      stopped: { why: 'signedOut' },
    });
    expect(batches.last()).toBe(129);
    expect(batches.fault()).toBeNull();
  });

  it('why it stopped is said after the program was closed and opened, until somebody goes on', async () => {
    await open();
    const made = await batches.create(await batches.people(5));
    batches.onRender = (n) => {
      if (n === 2) throw new AppError('diskFull', { folder: 'D:' });
    };
    const stopped = { act: 'issue', state: 'stopped', done: 2, total: 5 };
    const full = { ...stopped, stopped: { why: 'diskFull', details: { folder: 'D:' } } };
    expect(await batches.issue(made)).toMatchObject(full);
    const reopen = (): void => {
      desk.app.holder.open();
      desk.app.session.open(desk.office().staff.listStaff()[0]!);
    };
    reopen();
    expect((await batches.get(made.id)).progress).toMatchObject(full);
    batches.onRender = async (n) => {
      if (n === 3) await desk.call('batches.cancel', { id: made.id });
    };
    await batches.issue(await batches.get(made.id));
    reopen();
    const { progress } = await batches.get(made.id);
    expect(progress).toMatchObject({ state: 'stopped', stopped: { why: 'cancelled', details: {} } });
    batches.onRender = () => undefined;
    expect(await batches.issue(await batches.get(made.id))).toMatchObject({ state: 'done' });
    reopen();
    expect((await batches.get(made.id)).progress).toBeNull();
    expect(desk.unexpected).toEqual([]);
    expect(batches.fault()).toBeNull();
  });

  it('one batch at a time; the office may be closed under it', async () => {
    await open();
    const ids = await batches.people(3);
    const made = await batches.create(ids);
    const other = await batches.create(ids);
    let answer = '';
    batches.onRender = async (n) => {
      if (n === 0)
        answer = await codeOf(() => desk.call('batches.issue', { id: other.id, seen: seenOf(other) }));
      if (n === 1) desk.app.holder.close();
    };
    await desk.call('batches.issue', { id: made.id, seen: seenOf(made) });
    await expect.poll(() => answer).toBe('batchRunning');
    await expect.poll(() => desk.app.holder.state().kind).toBe('firstRun');
    desk.app.holder.open();
    const { staff } = { staff: desk.office().staff.listStaff()[0]! };
    desk.app.session.open(staff);
    const stands = await batches.get(made.id);
    expect(stands.counts.letters).toMatchObject({ issued: 1, draft: 2 });
    expect(stands.progress).toBeNull();
    expect(desk.unexpected).toEqual([]);
    expect(batches.fault()).toBeNull();
    batches.onRender = () => undefined;
    expect(await batches.issue(stands)).toMatchObject({ state: 'done', done: 2 });
  });
});
