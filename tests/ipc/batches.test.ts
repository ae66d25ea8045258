import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import type { Batch, BatchProgress } from '#shared/batches/batch.ts';
import type { BatchId, PartyId } from '#shared/ids.ts';
import type { AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import type { Right, Role } from '#shared/staff/staff.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { updateStaff } from '#db/staff/staff-writes.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { codeOf, MORNING_MS, openOffice, type DeskOptions, type TestDesk } from '../support/office.ts';
import { renderTinyLetter, tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const TEMPLATE: LetterTemplate = {
  name: 'إفادة بوصول السلة',
  category: 'beneficiaries',
  recipient: {
    honorific: '{لقب المستفيد}',
    name: '{اسم المستفيد}',
    title: '',
    organisation: '',
    closingHonorific: '{المحترم|المحترمة}',
  },
  subject: 'موعد تسليم السلة الغذائية',
  inReplyTo: '',
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'نفيدكم بأن السلة تُسلَّم في {القرية} بتاريخ {آخر موعد}.' }],
      },
    ],
  },
  copies: [],
};
const SIGNATORY = { title: 'رئيسة مجلس الإدارة', name: 'سارة محمد المطيري' };
const VALUES: Partial<Record<AskedFieldId, string>> = { deadline: '2026-12-01' };

const NAMES = [
  'أحمد سعيد الحربي',
  'فاطمة علي اللحياني',
  'محمد حسن القرشي',
  'نورة خالد الشريف',
  'سعد مرزوق السلمي',
];

/** Persons in the order of `NAMES`; those named in `homeless` have no village on record. */
async function people(count = NAMES.length, homeless: readonly number[] = []): Promise<PartyId[]> {
  const ids: PartyId[] = [];
  for (let n = 0; n < count; n += 1) {
    const party = await desk.call('parties.add', {
      name: NAMES[n] ?? `عبدالله ${'أبتثجحخدذر'[n % 10]}مد رقم${n} العتيبي`,
      idKind: 'none',
      noIdReason: 'لم تُحضر',
      mobile: `05011${String(10_000 + n)}`,
      village: homeless.includes(n) ? '' : 'الصمد',
      sex: n % 2 === 0 ? 'male' : 'female',
    });
    ids.push(party.id);
  }
  return ids;
}

const draft = (ids: readonly PartyId[]) => ({
  template: TEMPLATE,
  values: VALUES,
  signatory: SIGNATORY,
  persons: { kind: 'ids' as const, ids: [...ids] },
  request: null,
});
const create = (ids: readonly PartyId[]): Promise<Batch> => desk.call('batches.create', draft(ids));
const seen = (batch: Batch) =>
  batch.persons.flatMap(({ letterId, letterVersion }) =>
    letterId === null || letterVersion === null ? [] : [{ letterId, version: letterVersion }],
  );

interface Hooks {
  /** Told of every page that is being set, in order from 0. */
  onRender: (n: number, job: Parameters<typeof renderTinyLetter>[0]) => void | Promise<void>;
}

async function open(options: DeskOptions = {}): Promise<Hooks & { readonly ends: BatchProgress[] }> {
  const hooks: Hooks & { ends: BatchProgress[] } = { onRender: () => undefined, ends: [] };
  let renders = 0;
  desk = await openOffice({
    ...options,
    ports: {
      renderer: {
        renderLetter: async (job) => {
          const n = renders;
          renders += 1;
          await hooks.onRender(n, job);
          return renderTinyLetter(job);
        },
        renderRecoverySheet: () => Promise.resolve({ pdf: tinyPdf('') }),
        renderHeadPreview: () => Promise.resolve({ pdf: tinyPdf('') }),
        renderPaper: () => Promise.resolve({ pdf: tinyPdf(''), pages: 1 }),
      },
      batchListener: {
        onBatchProgress: (progress) => {
          if (progress.state === 'done' || progress.state === 'stopped') hooks.ends.push(progress);
        },
        onDataChanged: (topics) => desk.changes.push([...topics]),
        onFault: (error) => desk.unexpected.push(error),
      },
      ...options.ports,
    },
  });
  return hooks;
}

/** Issues what was seen, and waits for the end. */
async function issue(
  hooks: { ends: BatchProgress[] },
  batch: Batch,
  confirmClock = false,
): Promise<BatchProgress> {
  const before = hooks.ends.length;
  await desk.call('batches.issue', { id: batch.id, seen: seen(batch), confirmClock });
  await expect.poll(() => hooks.ends.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before);
  return hooks.ends.at(-1)!;
}

const numbersOf = (batch: Batch): (string | null)[] => batch.persons.map((person) => person.referenceNumber);
const get = (id: BatchId): Promise<Batch> => desk.call('batches.get', { id });
const last = (): number | undefined => findCounter(desk.office().db, 'outgoing', 1448)?.last;
const verified = (): string | null => verifyDatabase(desk.office().db).fault;

describe('who gets a letter', () => {
  it('is told before anything is written, with the reason of each who does not', async () => {
    await open();
    const ids = await people(5, [3]);
    const twin = await desk.call('parties.add', {
      name: NAMES[0]!,
      idKind: 'none',
      noIdReason: 'لم تُحضر',
      mobile: '0501110000',
      village: 'الصمد',
    });
    const told = await desk.call('batches.preview', draft([...ids, twin.id, 9999 as PartyId]));
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
      signatory: SIGNATORY,
    });
    expect(await desk.call('batches.list', {})).toEqual([]);
    expect((await desk.call('letters.list', {})).total).toBe(0);
  });

  it('a value that is asked once and not given leaves everybody out, and no batch is made of nobody', async () => {
    await open();
    const ids = await people(2);
    const empty = { ...draft(ids), values: {} };
    const told = await desk.call('batches.preview', empty);
    expect(told.leftOut.map((one) => one.leftOut.details['fields'])).toEqual([['آخر موعد'], ['آخر موعد']]);
    expect(await codeOf(() => desk.call('batches.create', empty))).toBe('batchEmpty');
    expect(await desk.call('batches.list', {})).toEqual([]);
  });

  it('is chosen by role, village and the step of a request as well', async () => {
    await open();
    const ids = await people(5, [3]);
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
      ...draft([]),
      persons: { kind: 'filter', filter: inVillage, except: [ids[0]!] },
    });
    expect(told.letters).toBe(3);
  });
});

describe('a batch through its life', () => {
  it('drafts, shown, approved, issued with a number each in the order of the choice, printed', async () => {
    const hooks = await open();
    const ids = await people(5, [3]);
    const made = await create(ids);
    expect(made).toMatchObject({ name: TEMPLATE.name, counts: { chosen: 5, leftOut: 1, waiting: 0 } });
    expect(made.counts.letters.draft).toBe(4);
    expect((await desk.call('batches.submit', { id: made.id })).state).toBe('done');
    const shown = await get(made.id);
    expect(shown.counts.letters.proof).toBe(4);
    expect(await desk.call('batches.approve', { id: made.id, seen: seen(shown) })).toMatchObject({
      state: 'done',
      done: 4,
    });
    expect(await issue(hooks, await get(made.id))).toMatchObject({ state: 'done', done: 4, leftOut: 0 });
    const issued = await get(made.id);
    expect(numbersOf(issued)).toEqual(['127/ص/1448', '128/ص/1448', '129/ص/1448', null, '130/ص/1448']);
    expect(desk.changes.at(-1)).toContain('letters');
    const printing = hooks.ends.length;
    await desk.call('batches.print', { id: made.id });
    await expect.poll(() => hooks.ends.length, { timeout: 10_000 }).toBeGreaterThan(printing);
    expect(hooks.ends.at(-1)).toMatchObject({ act: 'print', state: 'done', done: 4 });
    const log = await desk.call('audit.list', { limit: 200 });
    expect(log.filter((event) => event.action === 'letter.printed')).toHaveLength(4);
    expect(verified()).toBeNull();
  });

  it('the desk issues its own letter between two of the batch: both have their numbers, none twice', async () => {
    const hooks = await open();
    const made = await create(await people(5));
    const { id: single } = await desk.call('letters.create', {
      content: { ...(await desk.call('letters.get', { id: made.persons[0]!.letterId! })).content },
    });
    let own: Promise<unknown> | undefined;
    hooks.onRender = (n) => {
      if (n === 2) own = desk.call('letters.issue', { id: single });
    };
    await issue(hooks, made);
    await own;
    const numbers = [
      ...numbersOf(await get(made.id)),
      (await desk.call('letters.get', { id: single })).referenceNumber,
    ].map((reference) => Number(reference?.split('/')[0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([127, 128, 129, 130, 131, 132]);
    expect(numbers.at(-1)).toBe(130);
    expect(verified()).toBeNull();
  });

  it('returned with remarks: each letter bears them, and may be shown again', async () => {
    await open();
    const made = await create(await people(2));
    await desk.call('batches.submit', { id: made.id });
    await desk.call('batches.return', { id: made.id, remarks: 'يُذكر الوقت' });
    const returned = await get(made.id);
    expect(returned.counts.letters.returned).toBe(2);
    const { remarks } = await desk.call('letters.get', { id: returned.persons[0]!.letterId! });
    expect(remarks).toBe('يُذكر الوقت');
    await desk.call('batches.submit', { id: made.id });
    expect((await get(made.id)).counts.letters.proof).toBe(2);
  });

  it('thrown away whole and brought back; not once a letter was shown', async () => {
    await open();
    const made = await create(await people(3));
    const own = made.persons[1]!.letterId!;
    await desk.call('letters.discard', { id: own });
    await desk.call('batches.discard', { id: made.id });
    expect(await codeOf(() => get(made.id))).toBe('notFound');
    expect((await desk.call('letters.list', {})).total).toBe(0);
    await desk.call('batches.restoreDiscarded', { id: made.id });
    // The one that was thrown away alone stays where it was thrown.
    expect((await desk.call('letters.list', {})).total).toBe(2);
    expect((await get(made.id)).persons[1]!.leftOut?.code).toBe('letterDiscarded');
    await desk.call('batches.submit', { id: made.id });
    expect(await codeOf(() => desk.call('batches.discard', { id: made.id }))).toBe('letterStateForbids');
  });

  it('a letter about a request stands in the request’s history, any other does not', async () => {
    const hooks = await open();
    const [id] = await people(1);
    const request = await desk.call('requests.open', { partyId: id!, service: 'سلة غذائية' });
    const about = { ...TEMPLATE, subject: 'بشأن طلب {الخدمة}' };
    await issue(hooks, await create([id!]));
    expect((await desk.call('requests.get', { id: request.id })).events[0]?.kind).toBe('opened');
    await issue(hooks, await desk.call('batches.create', { ...draft([id!]), template: about }));
    expect((await desk.call('requests.get', { id: request.id })).events[0]?.kind).toBe('letter');
  });
});

describe('what stops a batch leaves no number without its letter', () => {
  it('a character without a glyph: that person is left out and says why, the others go on', async () => {
    const hooks = await open();
    const made = await create(await people(4));
    hooks.onRender = (_, job) => {
      if (job.letter.recipient.name === NAMES[1])
        throw new AppError('missingGlyph', { character: '𐎀', place: 'body' });
    };
    expect(await issue(hooks, made)).toMatchObject({ state: 'done', done: 3, leftOut: 1 });
    const stands = await get(made.id);
    expect(numbersOf(stands)).toEqual(['127/ص/1448', null, '128/ص/1448', '129/ص/1448']);
    expect(stands.persons[1]!.leftOut).toEqual({
      code: 'missingGlyph',
      details: { character: '𐎀', place: 'body' },
    });
    // Mended, it is issued with the rest, and its reason is gone.
    hooks.onRender = () => undefined;
    await issue(hooks, stands);
    expect((await get(made.id)).persons[1]).toMatchObject({ leftOut: null, referenceNumber: '130/ص/1448' });
    expect(verified()).toBeNull();
  });

  it('pages that cannot be set one after the other are no fault of the letters', async () => {
    const hooks = await open();
    const made = await create(await people(5));
    hooks.onRender = () => {
      throw new AppError('renderFailed', { reason: 'worker ended with 1' });
    };
    expect(await issue(hooks, made)).toMatchObject({ state: 'stopped', stopped: { why: 'renderFailed' } });
    expect(last()).toBe(126);
    expect((await get(made.id)).counts.letters.draft).toBe(5);
  });

  it('a cancel: what is issued stays issued, and the rest goes on later', async () => {
    const hooks = await open();
    const made = await create(await people(5));
    hooks.onRender = async (n) => {
      if (n === 1) await desk.call('batches.cancel', { id: made.id });
    };
    expect(await issue(hooks, made)).toMatchObject({
      state: 'stopped',
      done: 2,
      total: 5,
      stopped: { why: 'cancelled' },
    });
    expect(last()).toBe(128);
    hooks.onRender = () => undefined;
    expect(await issue(hooks, await get(made.id))).toMatchObject({ state: 'done', done: 3 });
    expect(new Set(numbersOf(await get(made.id))).size).toBe(5);
    expect(last()).toBe(131);
  });

  it('a text that was edited after it was seen is left as it is', async () => {
    const hooks = await open();
    const made = await create(await people(3));
    const id = made.persons[1]!.letterId!;
    const { content, version } = await desk.call('letters.get', { id });
    await desk.call('letters.save', { id, version, content: { ...content, subject: 'نص لم يره أحد' } });
    expect(await desk.call('batches.approve', { id: made.id, seen: seen(made) })).toMatchObject({
      done: 2,
      leftOut: 1,
    });
    expect(await issue(hooks, made)).toMatchObject({ done: 2, leftOut: 1 });
    expect((await desk.call('letters.get', { id })).state).toBe('draft');
    expect((await get(made.id)).persons[1]!.leftOut?.code).toBe('conflict');
  });

  it('a clock that goes back in the middle stops it until a person confirms, once', async () => {
    const hooks = await open();
    const made = await create(await people(4));
    hooks.onRender = (n) => {
      if (n === 2) desk.clock.set(MORNING_MS - 86_400_000);
    };
    expect(await issue(hooks, made)).toMatchObject({ done: 2, stopped: { why: 'clockWentBack' } });
    const rest = await get(made.id);
    expect(await codeOf(() => issue(hooks, rest))).toBe('clockWentBack');
    hooks.onRender = () => undefined;
    expect(await issue(hooks, rest, true)).toMatchObject({ state: 'done', done: 2 });
    expect(verified()).toBeNull();
  });

  it('rights that are taken meanwhile, and a person who signs out; but not a locked screen', async () => {
    const hooks = await open();
    const made = await create(await people(5));
    const { staff } = desk.app.session.current()!;
    hooks.onRender = (n) => {
      if (n === 0) desk.app.session.lock();
      if (n === 1)
        desk.office().db.write((tx) => {
          tx.unaudited();
          updateStaff(tx, staff.id, { ...staff, rights: ['approveLetters'] });
        });
    };
    expect(await issue(hooks, made)).toMatchObject({ done: 2, stopped: { why: 'notAllowed' } });
    desk.office().db.write((tx) => {
      tx.unaudited();
      updateStaff(tx, staff.id, staff);
    });
    desk.app.session.open(staff);
    hooks.onRender = (n) => {
      if (n === 2) desk.app.session.close();
    };
    expect(await issue(hooks, await get(made.id))).toMatchObject({ done: 1, stopped: { why: 'signedOut' } });
    expect(last()).toBe(129);
    expect(verified()).toBeNull();
  });

  it('one batch at a time; the office may be closed under it', async () => {
    const hooks = await open();
    const ids = await people(3);
    const made = await create(ids);
    const other = await create(ids);
    let answer = '';
    hooks.onRender = async (n) => {
      if (n === 0)
        answer = await codeOf(() => desk.call('batches.issue', { id: other.id, seen: seen(other) }));
      if (n === 1) desk.app.holder.close();
    };
    await desk.call('batches.issue', { id: made.id, seen: seen(made) });
    await expect.poll(() => answer).toBe('batchRunning');
    await expect.poll(() => desk.app.holder.state().kind).toBe('firstRun');
    desk.app.holder.open();
    const { staff } = { staff: desk.office().staff.listStaff()[0]! };
    desk.app.session.open(staff);
    const stands = await get(made.id);
    expect(stands.counts.letters).toMatchObject({ issued: 1, draft: 2 });
    expect(stands.progress).toBeNull();
    expect(desk.unexpected).toEqual([]);
    expect(verified()).toBeNull();
    hooks.onRender = () => undefined;
    expect(await issue(hooks, stands)).toMatchObject({ state: 'done', done: 2 });
  });
});

describe('who may', () => {
  it.each<[string, Role[], Right[], string]>([
    ['a receptionist issues nothing', ['receptionist'], [], 'notAllowed'],
    ['who issues needs the signatory for drafts', ['receptionist'], ['issueLetters'], 'none'],
  ])('%s', async (_, roles, rights, code) => {
    await open();
    const made = await create(await people(2));
    desk.become('موظف آخر', roles, rights);
    const asked = { id: made.id, seen: seen(made) };
    expect(await codeOf(() => desk.call('batches.issue', asked))).toBe(code);
    await expect.poll(async () => (await get(made.id)).progress?.state).not.toBe('running');
    expect(last()).toBe(126);
    expect(await codeOf(() => desk.call('batches.approve', asked))).toBe('notAllowed');
  });
});

it('never asks the event loop to wait for more than a blink', async () => {
  const hooks = await open();
  const ids = await people(120);
  let longest = 0;
  let before = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  const made = await create(ids);
  await issue(hooks, made);
  clearInterval(watch);
  expect((await get(made.id)).counts.letters.issued).toBe(120);
  // 50 ms on a quiet machine; a busy one loses its turn now and then.
  expect(longest).toBeLessThan(250);
  expect(last()).toBe(246);
}, 60_000);
