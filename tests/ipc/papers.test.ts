import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterId } from '#shared/ids.ts';
import type { PaperWish } from '#shared/papers/papers-contract.ts';
import { organisationProfileSchema } from '#shared/organisation/profile.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

async function issued(subject?: string, partyId: number | null = null): Promise<LetterId> {
  const { id } = await desk.call('letters.create', {
    content: letterContent(subject),
    partyId,
  });
  await desk.call('letters.issue', { id });
  return id;
}
async function voided(): Promise<LetterId> {
  const id = await issued();
  await desk.call('letters.void', { id, reason: 'تكرر الخطاب' });
  return id;
}
const make = (wish: PaperWish) => desk.call('papers.make', wish);
const log = async (action: string) =>
  (await desk.call('audit.list', { beforeSeq: null, limit: 50 })).filter((event) => event.action === action);
const printed = (): string[] =>
  readdirSync(desk.printFolder)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .map((name) => readFileSync(join(desk.printFolder, name)).toString('base64'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
/** What the stand-in of the renderer was asked to set. */
const read = (pdf: Uint8Array): string => {
  const hex = /<feff([0-9a-f]*)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
};
/** SQL past the services, as a hand in the database writes it. */
const raw = (sql: string) => ({ compile: () => ({ sql, parameters: [] }) }) as never;
const tamper = (...statements: readonly string[]): void =>
  desk.office().db.write((tx) => {
    tx.unaudited();
    for (const statement of statements) tx.exec(raw(statement));
  });
/** A head that nobody has printed under before. */
async function changeHead(): Promise<void> {
  const profile = await desk.call('organisation.get');
  await desk.call(
    'organisation.update',
    organisationProfileSchema.parse({ ...profile, name: `${profile.name} الجديدة` }),
  );
}

describe('a paper', () => {
  it('is printed as it was looked at, and the print is on record', async () => {
    const { token, pdf, title, pages } = await make({ kind: 'blankHead' });
    expect(title).not.toBe('');
    await changeHead();
    const done = await desk.call('papers.print', { token, copies: 2 });
    expect(printed()).toEqual([base64(pdf)]);
    expect(done).toMatchObject({ finished: true });
    expect(pages).toBe(1);
    const [event] = await log('paper.printed');
    expect(event?.details).toMatchObject({ paper: 'blankHead', copies: 2 });
  });

  it('is saved where the person says, and logged; nothing is logged when they say nowhere', async () => {
    const { token, pdf } = await make({ kind: 'calibration' });
    expect(await desk.call('papers.save', { token })).toBeNull();
    expect(await log('paper.saved')).toEqual([]);
    desk.saved.path = join(desk.folder, 'ورقة.pdf');
    expect(await desk.call('papers.save', { token })).toEqual({ path: desk.saved.path });
    expect(base64(readFileSync(desk.saved.path))).toBe(base64(pdf));
    expect((await log('paper.saved'))[0]?.details).toMatchObject({ paper: 'calibration' });
  });

  it('is gone for whoever sits down next, after signing out, and after many others', async () => {
    const { token } = await make({ kind: 'blankHead' });
    const first = desk.app.session.current()?.staff;
    desk.become('خالد سعد الحربي', ['receptionist']);
    expect(await codeOf(() => desk.call('papers.print', { token }))).toBe('paperGone');
    if (first === undefined) throw new Error('nobody sat there');
    desk.app.session.open(first);
    expect(await codeOf(() => desk.call('papers.save', { token }))).toBe('paperGone');

    const own = await make({ kind: 'blankHead' });
    for (let again = 0; again < 8; again += 1) await make({ kind: 'blankHead' });
    expect(await codeOf(() => desk.call('papers.print', { token: own.token }))).toBe('paperGone');

    const last = await make({ kind: 'blankHead' });
    desk.app.session.close();
    desk.app.session.open(first);
    expect(await codeOf(() => desk.call('papers.print', { token: last.token }))).toBe('paperGone');
    expect(await log('paper.printed')).toEqual([]);
  });

  it('stays while its person locks the desk and comes back', async () => {
    const { token } = await make({ kind: 'blankHead' });
    const staff = desk.app.session.current()?.staff;
    if (staff === undefined) throw new Error('nobody sat there');
    desk.app.session.lock();
    expect(await codeOf(() => desk.call('papers.print', { token }))).toBe('notSignedIn');
    desk.app.session.open(staff);
    expect(await codeOf(() => desk.call('papers.print', { token }))).toBe('none');
  });

  it('goes to the printer with the sheet it is made for', async () => {
    const letterIds = [await issued()];
    for (const wish of [
      { kind: 'envelopes', letterIds },
      { kind: 'envelopes', letterIds, size: 'c5' },
      { kind: 'labels', letterIds },
    ] as const)
      await desk.call('papers.print', { token: (await make(wish)).token });
    const media = ['0001', '0002', '0003'].map((job) => {
      const ticket = JSON.parse(readFileSync(join(desk.printFolder, `${job}.json`), 'utf8')) as object;
      return 'media' in ticket ? ticket.media : 'A4';
    });
    expect(media).toEqual([{ widthMm: 220, heightMm: 110 }, { widthMm: 229, heightMm: 162 }, 'A4']);
  });

  it('is made of nothing that is not there', async () => {
    const draft = await desk.call('letters.create', { content: letterContent() });
    const letterId = await issued();
    const refused: readonly (readonly [PaperWish, string])[] = [
      [{ kind: 'voidCertificate', letterId: 999 }, 'notFound'],
      [{ kind: 'voidCertificate', letterId }, 'letterStateForbids'],
      [{ kind: 'preprinted', letterId: draft.id }, 'letterStateForbids'],
      [{ kind: 'preprinted', letterId: await voided() }, 'letterStateForbids'],
      [{ kind: 'dayClosing', day: '2026-11-23' }, 'paperEmpty'],
      [{ kind: 'receiptSlip', incomingId: 7 }, 'notFound'],
      [{ kind: 'registerBook', register: 'outgoing', hijriYear: 1440 }, 'paperEmpty'],
      [{ kind: 'partyLetters', partyId: 99 }, 'notFound'],
      [{ kind: 'envelopes', letterIds: [999] }, 'notFound'],
      [{ kind: 'envelopes', letterIds: [] }, 'invalidInput'],
    ];
    for (const [wish, code] of refused) expect(await codeOf(() => make(wish)), wish.kind).toBe(code);
    const party = await desk.call('parties.add', person());
    const empty = codeOf(() => make({ kind: 'partyLetters', partyId: party.id }));
    expect(await empty).toBe('paperEmpty');
  });
});

describe('a closing of a day', () => {
  it.each(['1924-07-31', '2077-11-17'])(
    'is refused by the contract for %s, which no calendar holds',
    async (day) => {
      await expect(make({ kind: 'dayClosing', day })).rejects.toMatchObject({
        code: 'invalidInput',
        details: { day: 'dateOutOfRange' },
      });
    },
  );
});

describe('what is kept from its first print on', () => {
  it('is the void certificate: the same bytes after the letterhead changed', async () => {
    const letterId = await voided();
    const looked = await make({ kind: 'voidCertificate', letterId });
    expect(read(looked.pdf)).toContain('تكرر الخطاب');
    // Looking keeps nothing.
    await changeHead();
    const first = await make({ kind: 'voidCertificate', letterId });
    expect(base64(first.pdf)).not.toBe(base64(looked.pdf));
    await desk.call('papers.print', { token: first.token });
    await changeHead();
    const second = await make({ kind: 'voidCertificate', letterId });
    expect(base64(second.pdf)).toBe(base64(first.pdf));
    // Whoever still has the older one before them prints the one that is kept.
    await desk.call('papers.print', { token: looked.token });
    expect(new Set(printed())).toEqual(new Set([base64(first.pdf)]));
    const [event] = await log('paper.printed');
    expect(event).toMatchObject({ subjectKind: 'letter', subjectId: letterId });
  });

  it('is a letter for pre-printed paper, by its offsets; its text and head are those of the seal', async () => {
    const letterId = await issued();
    await changeHead();
    const at = (xMm: number) => make({ kind: 'preprinted', letterId, offsets: { xMm, yMm: 0 } });
    const first = await at(1);
    expect(read(first.pdf)).not.toContain('الجديدة');
    await desk.call('papers.print', { token: first.token });
    expect(base64((await at(1)).pdf)).toBe(base64(first.pdf));
    await desk.call('papers.print', { token: (await at(2)).token });
    const kept = desk.office().db.list(raw('SELECT kind, setting FROM letter_rendering ORDER BY setting'));
    expect(kept).toEqual([
      { kind: 'preprinted', setting: 'x=1 y=0' },
      { kind: 'preprinted', setting: 'x=2 y=0' },
    ]);
  });

  it('is seen after a void as it was printed before, and not set anew', async () => {
    const letterId = await issued();
    const wish = { kind: 'preprinted', letterId, offsets: { xMm: 1, yMm: 0 } } as const;
    const before = await make(wish);
    await desk.call('papers.print', { token: before.token });
    await desk.call('letters.void', { id: letterId, reason: 'تكرر الخطاب' });
    expect(base64((await make(wish)).pdf)).toBe(base64(before.pdf));
    const elsewhere = { ...wish, offsets: { xMm: 2, yMm: 0 } };
    expect(await codeOf(() => make(elsewhere))).toBe('letterStateForbids');
  });

  it('takes the offsets of the desk where none are given', async () => {
    const letterId = await issued();
    const setting = await desk.call('printing.getSetting');
    await desk.call('printing.saveSetting', { ...setting, preprinted: { on: true, xMm: 2.5, yMm: -1 } });
    const { token } = await make({ kind: 'preprinted', letterId });
    await desk.call('papers.print', { token });
    const calibration = await make({ kind: 'calibration' });
    expect(read(calibration.pdf)).toContain('"xMm":2.5');
  });

  it('is refused when the letter in the database is not the one that was sealed', async () => {
    const letterId = await issued();
    tamper(
      'DROP TRIGGER letter_paper_is_never_updated',
      `UPDATE letter_paper SET paper_json = replace(paper_json, '127/', '128/')`,
    );
    expect(await codeOf(() => make({ kind: 'preprinted', letterId }))).toBe('databaseCorrupt');
  });
});

describe('the papers of registers and files', () => {
  it('have what the registers have', async () => {
    await issued('الخطاب الأول');
    await voided();
    const day = await make({ kind: 'dayClosing', day: '2026-11-22' });
    expect(read(day.pdf)).toContain('الخطاب الأول');
    expect(read(day.pdf)).toContain('تكرر الخطاب');
    const book = await make({ kind: 'registerBook', register: 'outgoing', hijriYear: 1448 });
    expect(read(book.pdf)).toContain('"opening":126');
    expect(book.title).toContain('1448');
  });

  it('join the sealed letters of a file, and refuse when one of them was altered', async () => {
    const party = await desk.call('parties.add', person());
    await issued('خطاب للملف', party.id);
    const { pdf, token, title } = await make({ kind: 'partyLetters', partyId: party.id });
    expect(read(pdf)).toContain('خطاب للملف');
    expect(title).toContain(party.name);
    await desk.call('papers.print', { token });
    expect((await log('paper.printed'))[0]).toMatchObject({ subjectKind: 'party', subjectId: party.id });
    const { db } = desk.office();
    const triggers: { name: string }[] = db.list(
      raw(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'letter_pdf'`),
    );
    tamper(
      ...triggers.map(({ name }) => `DROP TRIGGER ${name}`),
      `UPDATE letter_pdf SET pdf = x'255044462d'`,
    );
    const altered = codeOf(() => make({ kind: 'partyLetters', partyId: party.id }));
    expect(await altered).toBe('databaseCorrupt');
  });
});
