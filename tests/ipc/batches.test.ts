import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import type { Right, Role } from '#shared/staff/staff.ts';
import { type BatchDesk, NAMES, numbersOf, openBatchDesk, seenOf } from '../support/batch-desk.ts';
import { BATCH_SIGNATORY, BATCH_TEMPLATE, batchDraft } from '../support/batch-template.ts';
import { codeOf, type TestDesk } from '../support/office.ts';

let batches: BatchDesk;
let desk: TestDesk;
afterEach(() => desk.close());

async function open(): Promise<void> {
  batches = await openBatchDesk();
  ({ desk } = batches);
}

describe('who gets a letter', () => {
  it('is told before anything is written, with the reason of each who does not', async () => {
    await open();
    const ids = await batches.people(5, [3]);
    const twin = await desk.call('parties.add', {
      name: NAMES[0],
      idKind: 'none',
      noIdReason: 'لم تُحضر',
      mobile: '0501110000',
      village: 'الصمد',
    });
    const told = await desk.call('batches.preview', batchDraft([...ids, twin.id, 9999 as PartyId]));
    expect(told.letters).toBe(4);
    expect(told.leftOut).toEqual([
      {
        partyId: ids[3],
        name: NAMES[3],
        leftOut: { code: 'missingFields', details: { fields: ['القرية'] } },
      },
      {
        partyId: twin.id,
        name: NAMES[0],
        leftOut: { code: 'samePerson', details: { otherId: ids[0], otherName: NAMES[0] } },
      },
      { partyId: 9999, name: '', leftOut: { code: 'notFound', details: {} } },
    ]);
    expect(told.first?.content).toMatchObject({
      recipient: { honorific: 'المكرم', name: NAMES[0], closingHonorific: 'المحترم' },
      signatory: BATCH_SIGNATORY,
    });
    expect(await desk.call('batches.list', {})).toEqual([]);
    expect((await desk.call('letters.list', {})).total).toBe(0);
  });

  it('a value that is asked once and not given leaves everybody out, and no batch is made of nobody', async () => {
    await open();
    const ids = await batches.people(2);
    const empty = { ...batchDraft(ids), values: {} };
    const told = await desk.call('batches.preview', empty);
    expect(told.leftOut.map((one) => one.leftOut.details['fields'])).toEqual([['آخر موعد'], ['آخر موعد']]);
    expect(await codeOf(() => desk.call('batches.create', empty))).toBe('batchEmpty');
    expect(await desk.call('batches.list', {})).toEqual([]);
  });

  it('is chosen by role, village and the step of a request as well', async () => {
    await open();
    const ids = await batches.people(5, [3]);
    await desk.call('requests.open', { partyId: ids[1]!, service: 'سلة غذائية' });
    const inVillage = { village: 'الصمد' };
    const chosen = await desk.call('batches.choose', { filter: inVillage });
    expect(chosen.total).toBe(4);
    expect(chosen.rows.map((row) => row.id)).toEqual(chosen.ids);
    expect((await desk.call('batches.choose', { filter: { request: 2 } })).ids).toEqual([ids[1]]);
    expect((await desk.call('batches.choose', { filter: { request: 'open' } })).ids).toEqual([ids[1]]);
    expect((await desk.call('batches.choose', { filter: { request: 'finished' } })).ids).toEqual([]);
    expect((await desk.call('batches.choose', { filter: { role: 'donor' } })).ids).toEqual([]);
    expect((await desk.call('batches.choose', { filter: { text: 'نورة' } })).ids).toEqual([ids[3]]);
    expect(await desk.call('batches.villages')).toEqual([{ village: 'الصمد', persons: 4 }]);
    const told = await desk.call('batches.preview', {
      ...batchDraft([]),
      persons: { kind: 'filter', filter: inVillage, except: [ids[0]!] },
    });
    expect(told.letters).toBe(3);
  });
});

describe('a batch through its life', () => {
  it('is one, though it was made twice at once', async () => {
    await open();
    const ids = await batches.people(3);
    const ended = await Promise.all([1, 2].map(() => codeOf(() => batches.create(ids))));
    expect(ended).toEqual(['none', 'batchRunning']);
    expect(await desk.call('batches.list', {})).toHaveLength(1);
  });

  it('drafts, shown, approved, issued with a number each in the order of the choice, printed', async () => {
    await open();
    const ids = await batches.people(5, [3]);
    const made = await batches.create(ids);
    expect(made).toMatchObject({ name: BATCH_TEMPLATE.name, counts: { chosen: 5, leftOut: 1, waiting: 0 } });
    // Whose signature may be offered at the issue.
    expect(made.signatory).toEqual(BATCH_SIGNATORY);
    expect(made.counts.letters.draft).toBe(4);
    expect((await desk.call('batches.submit', { id: made.id })).state).toBe('done');
    const shown = await batches.get(made.id);
    expect(shown.counts.letters.proof).toBe(4);
    expect(await desk.call('batches.approve', { id: made.id, seen: seenOf(shown) })).toMatchObject({
      state: 'done',
      done: 4,
    });
    expect(await batches.issue(await batches.get(made.id))).toMatchObject({
      state: 'done',
      done: 4,
      leftOut: 0,
    });
    const issued = await batches.get(made.id);
    expect(numbersOf(issued)).toEqual(['127/ص/1448', '128/ص/1448', '129/ص/1448', null, '130/ص/1448']);
    expect(desk.changes.at(-1)).toContain('letters');
    const printing = batches.ends.length;
    await desk.call('batches.print', { id: made.id });
    await expect.poll(() => batches.ends.length, { timeout: 10_000 }).toBeGreaterThan(printing);
    expect(batches.ends.at(-1)).toMatchObject({ act: 'print', state: 'done', done: 4 });
    const log = await desk.call('audit.list', { limit: 200 });
    expect(log.filter((event) => event.action === 'letter.printed')).toHaveLength(4);
    expect(batches.fault()).toBeNull();
  });

  it('is printed without its head on a desk whose tray holds sheets with one', async () => {
    await open();
    const made = await batches.create(await batches.people(2));
    await batches.issue(made);
    const setting = await desk.call('printing.getSetting');
    await desk.call('printing.saveSetting', { ...setting, preprinted: { on: true, xMm: 2, yMm: 0 } });
    const printing = batches.ends.length;
    await desk.call('batches.print', { id: made.id });
    await expect.poll(() => batches.ends.length, { timeout: 10_000 }).toBeGreaterThan(printing);
    expect(batches.ends.at(-1)).toMatchObject({ act: 'print', state: 'done', done: 2 });
    const log = await desk.call('audit.list', { limit: 200 });
    expect(log.filter((event) => event.action === 'letter.printed')).toEqual([]);
    const printed = log.filter((event) => event.action === 'paper.printed');
    expect(printed.map((event) => event.details['paper'])).toEqual(['preprinted', 'preprinted']);
    expect(batches.fault()).toBeNull();
  });

  it('the desk issues its own letter between two of the batch: both have their numbers, none twice', async () => {
    await open();
    const made = await batches.create(await batches.people(5));
    const { id: single } = await desk.call('letters.create', {
      content: { ...(await desk.call('letters.get', { id: made.persons[0]!.letterId! })).content },
    });
    let own: Promise<unknown> | undefined;
    batches.onRender = (n) => {
      if (n === 2) own = desk.call('letters.issue', { id: single });
    };
    await batches.issue(made);
    await own;
    const numbers = [
      ...numbersOf(await batches.get(made.id)),
      (await desk.call('letters.get', { id: single })).referenceNumber,
    ].map((reference) => Number(reference?.split('/')[0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([127, 128, 129, 130, 131, 132]);
    expect(numbers.at(-1)).toBe(130);
    expect(batches.fault()).toBeNull();
  });

  it('returned with remarks: each letter bears them, and may be shown again', async () => {
    await open();
    const made = await batches.create(await batches.people(2));
    await desk.call('batches.submit', { id: made.id });
    await desk.call('batches.return', { id: made.id, remarks: 'يُذكر الوقت' });
    const returned = await batches.get(made.id);
    expect(returned.counts.letters.returned).toBe(2);
    const { remarks } = await desk.call('letters.get', { id: returned.persons[0]!.letterId! });
    expect(remarks).toBe('يُذكر الوقت');
    await desk.call('batches.submit', { id: made.id });
    expect((await batches.get(made.id)).counts.letters.proof).toBe(2);
  });

  it('thrown away whole and brought back; not once a letter was shown', async () => {
    await open();
    const made = await batches.create(await batches.people(3));
    const own = made.persons[1]!.letterId!;
    await desk.call('letters.discard', { id: own });
    await desk.call('batches.discard', { id: made.id });
    expect(await codeOf(() => batches.get(made.id))).toBe('notFound');
    expect((await desk.call('letters.list', {})).total).toBe(0);
    await desk.call('batches.restoreDiscarded', { id: made.id });
    // The one that was thrown away alone stays where it was thrown.
    expect((await desk.call('letters.list', {})).total).toBe(2);
    expect((await batches.get(made.id)).persons[1]!.leftOut?.code).toBe('letterDiscarded');
    await desk.call('batches.submit', { id: made.id });
    expect(await codeOf(() => desk.call('batches.discard', { id: made.id }))).toBe('letterStateForbids');
  });

  it('a letter about a request stands in the request’s history, any other does not', async () => {
    await open();
    const [id] = await batches.people(1);
    const request = await desk.call('requests.open', { partyId: id!, service: 'سلة غذائية' });
    const about = { ...BATCH_TEMPLATE, subject: 'بشأن طلب {الخدمة}' };
    await batches.issue(await batches.create([id!]));
    expect((await desk.call('requests.get', { id: request.id })).events[0]?.kind).toBe('opened');
    await batches.issue(await desk.call('batches.create', { ...batchDraft([id!]), template: about }));
    expect((await desk.call('requests.get', { id: request.id })).events[0]?.kind).toBe('letter');
  });
});

describe('who may', () => {
  it.each<[string, Role[], Right[], string]>([
    ['a receptionist issues nothing', ['receptionist'], [], 'notAllowed'],
    ['who issues needs the signatory for drafts', ['receptionist'], ['issueLetters'], 'none'],
  ])('%s', async (_, roles, rights, code) => {
    await open();
    const made = await batches.create(await batches.people(2));
    desk.become('موظف آخر', roles, rights);
    const asked = { id: made.id, seen: seenOf(made) };
    expect(await codeOf(() => desk.call('batches.issue', asked))).toBe(code);
    await expect.poll(async () => (await batches.get(made.id)).progress?.state).not.toBe('running');
    expect(batches.last()).toBe(126);
    expect(await codeOf(() => desk.call('batches.approve', asked))).toBe('notAllowed');
  });
});

it('lets the desk’s own calls through between two letters', async () => {
  await open();
  const ids = await batches.people(120);
  // Each turn of the event loop is one in which a call of the desk would have been answered.
  let turns = 0;
  let most = 0;
  let issued = batches.last() ?? 0;
  let watch: NodeJS.Immediate;
  const look = (): void => {
    const now = batches.last() ?? 0;
    most = Math.max(most, now - issued);
    issued = now;
    turns += 1;
    watch = setImmediate(look);
  };
  watch = setImmediate(look);
  onTestFinished(() => clearImmediate(watch));
  const made = await batches.create(ids);
  // Ten at a time are judged, then written.
  expect(turns).toBeGreaterThanOrEqual(24);
  await batches.issue(made);
  clearImmediate(watch);
  expect((await batches.get(made.id)).counts.letters.issued).toBe(120);
  expect(most).toBe(1);
  expect(batches.last()).toBe(246);
}, 60_000);
