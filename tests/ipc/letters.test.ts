import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { LetterId } from '#shared/ids.ts';
import { LETTER_ACTIONS, nextLetterState } from '#shared/letters/letter-rules.ts';
import { LETTER_STATES, type Letter, type LetterState } from '#shared/letters/letter.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const putScan = async (): Promise<FileRef> => {
  const bytes = new Uint8Array(tinyPdf('موقّع'));
  const { sha256, name } = await desk.call('files.put', { name: 'موقّع.pdf', bytes });
  return { sha256, name };
};
const handedOver = { method: 'byHand', receiver: 'مكتب الوارد بالفرع', day: '2026-11-22' } as const;

const create = (subject?: string): Promise<Letter> =>
  desk.call('letters.create', { content: letterContent(subject) });

/** A letter in a state, by the way that leads there. */
async function letterIn(state: LetterState): Promise<Letter> {
  const { id } = await create();
  const ways: Record<LetterState, (() => Promise<unknown>)[]> = {
    draft: [],
    proof: [() => desk.call('letters.submit', { id })],
    returned: [
      () => desk.call('letters.submit', { id }),
      () => desk.call('letters.return', { id, remarks: 'صحّح الاسم' }),
    ],
    approved: [() => desk.call('letters.submit', { id }), () => desk.call('letters.approve', { id })],
    issued: [() => desk.call('letters.issue', { id })],
    voided: [
      () => desk.call('letters.issue', { id }),
      () => desk.call('letters.void', { id, reason: 'تكرر' }),
    ],
  };
  for (const step of ways[state]) await step();
  return desk.call('letters.get', { id });
}

const act = async (action: (typeof LETTER_ACTIONS)[number], letter: Letter): Promise<unknown> => {
  const { id, version } = letter;
  switch (action) {
    case 'edit':
      return desk.call('letters.save', { id, version, content: letterContent('موضوع آخر') });
    case 'submit':
      return desk.call('letters.submit', { id });
    case 'return':
      return desk.call('letters.return', { id, remarks: 'راجع' });
    case 'approve':
      return desk.call('letters.approve', { id });
    case 'issue':
      return desk.call('letters.issue', { id });
    case 'void':
      return desk.call('letters.void', { id, reason: 'سبب' });
    case 'discard':
      return desk.call('letters.discard', { id });
    case 'print':
      return desk.call('letters.print', { id });
    case 'sign':
      return desk.call('letters.fileSignedScan', { id, file: await putScan() });
    case 'deliver':
      return desk.call('letters.deliver', { ...handedOver, id });
    case 'correct':
      return desk.call('letters.create', { content: letterContent('إلحاق'), correctsId: id });
    default:
      throw new Error(action);
  }
};

describe('every action on a letter in every state, through the door', () => {
  it.each(LETTER_STATES.flatMap((state) => LETTER_ACTIONS.map((action) => [state, action] as const)))(
    '%s · %s',
    async (state, action) => {
      const letter = await letterIn(state);
      const expected = nextLetterState(state, action);
      const code = await codeOf(() => act(action, letter));
      expect(code).toBe(expected === null ? 'letterStateForbids' : 'none');
      if (expected === 'gone')
        expect(await codeOf(() => desk.call('letters.get', { id: letter.id }))).toBe('notFound');
      else
        expect(await desk.call('letters.get', { id: letter.id })).toMatchObject(
          expected === null ? letter : { state: expected },
        );
      expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
    },
  );
});

describe('a draft', () => {
  it('is saved by version: the second window is refused and nothing of the first is lost', async () => {
    const { id, version } = await create();
    const first = await desk.call('letters.save', { id, version, content: letterContent('الأول') });
    expect(first).toEqual({ version: version + 1, state: 'draft', savedAtMs: desk.clock.nowMs() });
    await expect(
      desk.call('letters.save', { id, version, content: letterContent('الثاني') }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { version: version + 1 },
    });
    expect((await desk.call('letters.get', { id })).subject).toBe('الأول');
  });

  it('may lack anything, but is not shown or issued so', async () => {
    const empty = { ...letterContent(''), signatory: { title: '', name: '' } };
    const { id } = await desk.call('letters.create', { content: empty });
    for (const channel of ['letters.submit', 'letters.approve', 'letters.issue'] as const)
      await expect(desk.call(channel, { id })).rejects.toMatchObject({
        code: 'letterIncomplete',
        details: { fields: ['subject', 'signatory'] },
      });
  });

  it('bears no number on the screen, in its page and on paper', async () => {
    const { id } = await create();
    const { pdf, sealed } = await desk.call('letters.pdf', { id });
    expect(sealed).toBe(false);
    const text = pageText(pdf);
    expect(text).toContain('"mark":"draft"');
    expect(text).toContain('"referenceNumber":null');
    await desk.call('letters.submit', { id });
    expect(pageText((await desk.call('letters.pdf', { id })).pdf)).toContain('"mark":"proof"');
    const preview = await desk.call('letters.preview', { content: letterContent() });
    expect(pageText(preview.pdf)).toContain('"referenceNumber":null');
  });

  it('comes back after a discard', async () => {
    const letter = await create();
    await desk.call('letters.discard', { id: letter.id });
    expect((await desk.call('letters.list', {})).rows).toEqual([]);
    expect((await desk.call('desk.today')).letterDrafts).toEqual([]);
    expect(await desk.call('letters.restoreDiscarded', { id: letter.id })).toEqual(letter);
    expect((await desk.call('letters.list', {})).total).toBe(1);
    expect(await desk.call('letters.restoreDiscarded', { id: letter.id })).toEqual(letter);
  });

  it('keeps the remarks of its return while it is corrected, until it is shown again', async () => {
    const { id, version } = await letterIn('returned');
    await desk.call('letters.save', { id, version, content: letterContent('مصحَّح') });
    expect(await desk.call('letters.get', { id })).toMatchObject({ state: 'draft', remarks: 'صحّح الاسم' });
    expect(await desk.call('letters.submit', { id })).toMatchObject({ state: 'proof', remarks: '' });
  });

  it('an edit takes an approval back: nobody signs what they have not seen', async () => {
    const { id, version } = await letterIn('approved');
    await desk.call('letters.save', { id, version, content: letterContent('آخر') });
    expect(await desk.call('letters.get', { id })).toMatchObject({
      state: 'draft',
      approvedByName: null,
      approvedAtMs: null,
    });
  });

  it('is logged once while somebody types, with no word of what it says', async () => {
    let { id, version } = await create('سر لا يُكتب في السجل');
    for (let n = 0; n < 5; n += 1)
      ({ version } = await desk.call('letters.save', { id, version, content: letterContent(`سر ${n}`) }));
    const log = await desk.call('audit.list', {});
    expect(log.map((event) => event.action)).toEqual([
      'letter.edited',
      'letter.created',
      'installation.created',
    ]);
    expect(JSON.stringify(log)).not.toContain('سر');
  });
});

describe('rights', () => {
  it('the signatory approves, another issues; issue alone does not approve', async () => {
    const proof = await letterIn('proof');
    const signatory = desk.become('رئيس المجلس', ['committeeMember'], ['approveLetters']);
    desk.become('مسؤول الصادر', ['receptionist'], ['issueLetters']);
    expect(await codeOf(() => desk.call('letters.issue', { id: proof.id }))).toBe('notAllowed');
    desk.app.session.open(signatory);
    await desk.call('letters.approve', { id: proof.id });
    expect(await codeOf(() => desk.call('letters.issue', { id: proof.id }))).toBe('notAllowed');
    desk.become('مسؤول آخر', ['receptionist'], ['issueLetters']);
    expect(await desk.call('letters.issue', { id: proof.id })).toMatchObject({
      state: 'issued',
      approvedByName: 'رئيس المجلس',
      issuedByName: 'مسؤول آخر',
    });
  });
});

describe('an issued letter', () => {
  it('is the same bytes at every look, print and saved copy', async () => {
    const { id, pdfSha256 } = await letterIn('issued');
    desk.clock.advance(400 * 86_400_000);
    const { pdf } = await desk.call('letters.pdf', { id });
    await desk.call('letters.print', { id });
    await desk.call('letters.print', { id, copies: 3 });
    const prints = readdirSync(desk.printFolder).filter((name) => name.endsWith('.pdf'));
    for (const name of prints)
      expect(readFileSync(join(desk.printFolder, name)).equals(Buffer.from(pdf))).toBe(true);
    desk.saved.path = join(desk.folder, 'copy.pdf');
    expect(await desk.call('letters.savePdf', { id })).toEqual({ path: desk.saved.path });
    expect(readFileSync(desk.saved.path).equals(Buffer.from(pdf))).toBe(true);
    const log = await desk.call('audit.list', {});
    expect(log.filter((event) => ['letter.printed', 'letter.saved'].includes(event.action))).toMatchObject([
      { action: 'letter.saved', details: { sha256: pdfSha256, sealed: true } },
      { action: 'letter.printed', details: { copies: 3, sha256: pdfSha256 } },
      { action: 'letter.printed', details: { copies: 1 } },
    ]);
  });

  it('saves nothing when the person closed the dialog', async () => {
    const { id } = await letterIn('issued');
    expect(await desk.call('letters.savePdf', { id })).toBeNull();
  });

  it('keeps its number when it is voided, and says why', async () => {
    const { id } = await letterIn('issued');
    expect(await desk.call('letters.void', { id, reason: 'صدر مرتين' })).toMatchObject({
      state: 'voided',
      referenceNumber: '127/ص/1448',
      voidReason: 'صدر مرتين',
    });
    expect(await desk.call('letters.issue', { id: (await create()).id })).toMatchObject({
      referenceNumber: '128/ص/1448',
    });
  });

  it('is found by its number and by words in any spelling', async () => {
    const { id } = await letterIn('issued');
    await create('شكر وتقدير');
    const ids = async (text: string): Promise<LetterId[]> =>
      (await desk.call('letters.list', { text })).rows.map((row) => row.id);
    expect(await ids('127/ص')).toEqual([id]);
    expect(await ids('١٢٧')).toEqual([id]);
    expect(await ids('القحطانى طلب اسره')).toEqual([id]);
    expect(await ids('%')).toEqual([]);
    expect((await desk.call('letters.list', { states: ['issued'] })).total).toBe(1);
    expect(await desk.call('desk.find', { text: '127/ص/1448' })).toMatchObject([
      { kind: 'letter', letter: { id } },
    ]);
  });
});

/** The text that the tiny renderer put into its page. */
const pageText = (pdf: Uint8Array): string => {
  const hex = /<feff([0-9a-f]*)>/u.exec(Buffer.from(pdf).toString('latin1'))![1]!;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
};
