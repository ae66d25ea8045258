import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { LetterId } from '#shared/ids.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { openDatabase } from '#db/open-database.ts';
import { updateProfile } from '#db/organisation/organisation-rows.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, tempFolder, type TestDesk } from '../support/office.ts';
import { renderTinyLetter, tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const create = async (subject?: string) =>
  (await desk.call('letters.create', { content: letterContent(subject) })).id;
const numbers = async (): Promise<(string | null)[]> =>
  (await desk.call('letters.list', { states: ['issued', 'voided'] })).rows
    .map((row) => row.referenceNumber)
    .sort((a, b) => String(a).localeCompare(String(b)));
const verified = (): string | null => verifyDatabase(desk.office().db).fault;

/** What happens while the page is being set, once. */
function meanwhile() {
  const hook: { act: (() => void) | null; renders: number } = { act: null, renders: 0 };
  const renderLetter: typeof renderTinyLetter = async (job) => {
    hook.renders += 1;
    const page = await renderTinyLetter(job);
    const act = hook.act;
    hook.act = null;
    act?.();
    return page;
  };
  const renderer = {
    renderLetter,
    renderRecoverySheet: () => Promise.resolve({ pdf: tinyPdf('') }),
    renderHeadPreview: () => Promise.resolve({ pdf: tinyPdf('') }),
    renderPaper: () => Promise.resolve({ pdf: tinyPdf(''), pages: 1 }),
  };
  return { hook, ports: { renderer } };
}

describe('numbers without gaps', () => {
  it('go on after the last one on paper, and only issued letters have them', async () => {
    desk = await openOffice({ lastPaperNumbers: { outgoing: 0, incoming: 0 } });
    const ids = [await create(), await create(), await create()];
    await desk.call('letters.issue', { id: ids[2]! });
    await desk.call('letters.issue', { id: ids[0]! });
    expect(await numbers()).toEqual(['1/ص/1448', '2/ص/1448']);
    expect((await desk.call('letters.get', { id: ids[1]! })).referenceNumber).toBeNull();
  });

  it('hold while two connections issue against each other', async () => {
    desk = await openOffice();
    const other = openDatabase({ file: desk.office().db.file, key: readDatabaseKey(desk.dataFolder) });
    const rival = createLetterService({ db: other, clock: desk.clock, renderLetter: renderTinyLetter });
    const { staff } = desk.app.session.current()!;
    const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => create(`خطاب ${n}`)));
    const issued = await Promise.all(
      ids.map((id, n) =>
        n % 2 === 0
          ? desk.call('letters.issue', { id })
          : rival.issueLetter({ id, confirmClock: false }, staff),
      ),
    );
    const given = issued.map((letter) => Number(letter.referenceNumber!.split('/')[0])).sort((a, b) => a - b);
    expect(given).toEqual(Array.from({ length: 30 }, (_, n) => 127 + n));
    // The number on the paper is the number of the letter, for each of them.
    for (const letter of issued) {
      const pdf = Buffer.from(findLetterPdf(other, letter.id)!).toString('latin1');
      const hex = Buffer.from(letter.referenceNumber!, 'utf16le').swap16().toString('hex');
      expect(pdf).toContain(hex);
    }
    expect(verified()).toBeNull();
    other.close();
  });

  it('one letter issued twice at once gets one number', async () => {
    desk = await openOffice();
    const id = await create();
    const codes = await Promise.all([0, 1, 2].map(() => codeOf(() => desk.call('letters.issue', { id }))));
    expect(codes.sort()).toEqual(['letterStateForbids', 'letterStateForbids', 'none']);
    expect(findCounter(desk.office().db, 'outgoing', 1448)?.last).toBe(127);
  });

  it('start again with the Hijri year, or go on where the setting says so', async () => {
    desk = await openOffice();
    await desk.call('letters.issue', { id: await create() });
    // 1449-01-01.
    desk.clock.set(Date.UTC(2027, 5, 6, 8));
    await desk.call('letters.issue', { id: await create(), confirmClock: true });
    expect(await numbers()).toEqual(['1/ص/1449', '127/ص/1448']);
    expect(verified()).toBeNull();
    desk.close();

    desk = await openOffice({
      profile: { ...FIRST_RUN_PROFILE, letters: { ...FIRST_RUN_PROFILE.letters, restartYearly: false } },
    });
    await desk.call('letters.issue', { id: await create() });
    desk.clock.set(Date.UTC(2027, 5, 6, 8));
    await desk.call('letters.issue', { id: await create(), confirmClock: true });
    expect(await numbers()).toEqual(['127/ص/1448', '128/ص/1449']);
    expect(verified()).toBeNull();
  });

  it('none is used up by a page that cannot be set', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const id = await create();
    hook.act = () => {
      throw new Error('out of memory');
    };
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({ code: 'internal' });
    expect(await desk.call('letters.get', { id })).toMatchObject({ state: 'draft', referenceNumber: null });
    expect((await desk.call('letters.issue', { id })).referenceNumber).toBe('127/ص/1448');
  });

  it('a full disk: nothing is issued, nothing is lost, and it goes on when there is room', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const content = letterContent();
    const long = {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'نص طويل '.repeat(800) }],
    };
    const { id } = await desk.call('letters.create', {
      content: { ...content, body: { type: 'doc', content: [long] } },
    });
    const { sqlite } = desk.office().db;
    hook.act = () => {
      const pages = sqlite.pragma('page_count', { simple: true }) as number;
      sqlite.pragma(`max_page_count = ${pages}`);
    };
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({ code: 'diskFull' });
    expect(await desk.call('letters.get', { id })).toMatchObject({ state: 'draft', referenceNumber: null });
    expect(findCounter(desk.office().db, 'outgoing', 1448)?.last).toBe(126);
    expect(verified()).toBeNull();
    sqlite.pragma('max_page_count = 1000000');
    expect((await desk.call('letters.issue', { id })).referenceNumber).toBe('127/ص/1448');
  });
});

describe('what changes while the page is set', () => {
  it('midnight in Riyadh: the page is set again, and the letter bears the day of its number', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const id = await create();
    // 23:59:59 on the last day of 1448: day, month, year and number all change.
    desk.clock.set(Date.UTC(2027, 5, 5, 20, 59, 59));
    hook.act = () => desk.clock.advance(1500);
    const letter = await desk.call('letters.issue', { id, confirmClock: true });
    expect(hook.renders).toBe(2);
    expect(letter).toMatchObject({ issuedOn: '2027-06-06', referenceNumber: '1/ص/1449' });
    expect(findCounter(desk.office().db, 'outgoing', 1448)?.last).toBe(126);
  });

  it('the letterhead: the page is set again with the new one', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const id = await create();
    hook.act = () =>
      desk.office().db.write((tx) => {
        tx.unaudited();
        updateProfile(
          tx,
          {
            ...FIRST_RUN_PROFILE,
            letters: { ...FIRST_RUN_PROFILE.letters, outgoingPattern: 'ص-{year}-{number}' },
          },
          1,
        );
      });
    expect((await desk.call('letters.issue', { id })).referenceNumber).toBe('ص-1448-127');
    expect(hook.renders).toBe(2);
  });

  it('the text: nothing is issued that nobody has seen', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const { id, version } = await desk.call('letters.create', { content: letterContent() });
    const actor = desk.app.session.current()!.staff;
    hook.act = () =>
      desk.office().letters.saveLetter({ id, version, content: letterContent('غيّره آخر') }, actor);
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 2 },
    });
    expect(await numbers()).toEqual([]);
    expect(findCounter(desk.office().db, 'outgoing', 1448)?.last).toBe(126);
  });

  it('a look at somebody: it does not disturb the chain', async () => {
    const { hook, ports } = meanwhile();
    desk = await openOffice({ ports });
    const id = await create();
    hook.act = () => desk.office().staff.lock();
    await desk.call('letters.issue', { id });
    expect(hook.renders).toBe(1);
  });

  it('a register that another desk moves every time is given up after a while, with nothing issued', async () => {
    desk = await openOffice();
    const { db } = desk.office();
    const ids = [await create()];
    let depth = 0;
    const quick = createLetterService({ db, clock: desk.clock, renderLetter: renderTinyLetter });
    const staff = desk.app.session.current()!.staff;
    const spare: LetterId[] = [];
    for (let n = 0; n < 30; n += 1) spare.push(await create());
    const slow = createLetterService({
      db,
      clock: desk.clock,
      renderLetter: async (job) => {
        const id = spare[depth];
        depth += 1;
        if (id !== undefined) await quick.issueLetter({ id, confirmClock: false }, staff);
        return renderTinyLetter(job);
      },
    });
    expect(await codeOf(() => slow.issueLetter({ id: ids[0]!, confirmClock: false }, staff))).toBe(
      'registerMoved',
    );
    expect(await desk.call('letters.get', { id: ids[0]! })).toMatchObject({ state: 'draft' });
    expect(verified()).toBeNull();
  });
});

it('a database that is copied elsewhere verifies there as it did here', async () => {
  desk = await openOffice();
  for (let n = 0; n < 3; n += 1) await desk.call('letters.issue', { id: await create() });
  const { lines } = verifyDatabase(desk.office().db);
  const folder = tempFolder();
  const copy = openDatabase({
    file: desk.office().db.file,
    key: readDatabaseKey(desk.dataFolder),
    readonly: true,
  });
  expect(verifyDatabase(copy).lines).toEqual(lines);
  copy.close();
  rmSync(folder, { recursive: true });
});
