import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import type { LetterId } from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { codeFromSeal, groupedCode } from '#shared/letters/verification-code.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let letters: Letter[];
beforeEach(async () => {
  desk = await openOffice();
  letters = [];
  for (const subject of ['الأول', 'الثاني', 'الثالث']) {
    const { id } = await desk.call('letters.create', { content: letterContent(subject) });
    letters.push(await desk.call('letters.issue', { id }));
  }
});
afterEach(() => desk.close());

const codeAt = (index: number): string => letters[index]!.code!;
const ask = (code: string) => desk.call('letters.verifyCode', { code });
const sealOf = (id: LetterId): string =>
  desk.office().db.sqlite.prepare('SELECT seal FROM letter WHERE id = ?').pluck().get(id) as string;

/** Somebody with the key and a tool of their own: triggers and references stand in nobody's way. */
function tamper(sql: string): void {
  const { sqlite } = desk.office().db;
  sqlite.pragma('foreign_keys = OFF');
  const triggers = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of triggers) sqlite.exec(`DROP TRIGGER "${String(name)}"`);
  sqlite.exec(sql);
  sqlite.pragma('foreign_keys = ON');
}

describe('a code that is printed', () => {
  it('is the seal’s, is unlike every other, and is genuine in every way of writing it', async () => {
    expect(new Set(letters.map((letter) => letter.code)).size).toBe(3);
    for (const letter of letters) {
      expect(letter.code).toBe(codeFromSeal(sealOf(letter.id)));
      for (const typed of [
        letter.code!,
        groupedCode(letter.code!),
        toArabicDigits(groupedCode(letter.code!)),
      ])
        expect(await ask(typed)).toEqual({
          outcome: 'genuine',
          letter: {
            id: letter.id,
            referenceNumber: letter.referenceNumber,
            day: letter.issuedOn,
            recipientLine: letter.recipientLine,
            subject: letter.subject,
            state: 'issued',
            voidReason: '',
            issuedByName: 'سارة محمد المطيري',
            pages: 1,
          },
        });
    }
  });

  it('stands on the page that was sealed, and on no draft', async () => {
    const [first] = letters;
    const text = async (id: LetterId): Promise<string> => {
      const { pdf } = await desk.call('letters.pdf', { id });
      const hex = /<feff([0-9a-f]*)>/u.exec(Buffer.from(pdf).toString('latin1'))![1]!;
      return Buffer.from(hex, 'hex').swap16().toString('utf16le');
    };
    expect(await text(first!.id)).toContain(`"code":"${first!.code!}"`);
    const draft = await desk.call('letters.create', { content: letterContent() });
    expect(draft.code).toBeNull();
    expect(await text(draft.id)).toContain('"code":null');
  });

  it('of a voided letter is genuine, and says that it is void', async () => {
    await desk.call('letters.void', { id: letters[1]!.id, reason: 'صدر مكررًا' });
    expect(await ask(codeAt(1))).toMatchObject({
      outcome: 'genuine',
      letter: { state: 'voided', voidReason: 'صدر مكررًا' },
    });
  });

  it('outlives signing and delivery', async () => {
    const { id } = letters[2]!;
    await desk.call('letters.deliver', { id, method: 'post', receiver: 'البريد', day: '2026-11-22' });
    expect(await ask(codeAt(2))).toMatchObject({ outcome: 'genuine' });
  });

  it('of nobody is unknown, and a slip of the hand is told apart from that', async () => {
    const other = codeFromSeal('ab'.repeat(32));
    expect(await ask(other)).toEqual({ outcome: 'unknown' });
    const code = codeAt(0);
    const slipped = `${code.slice(0, 15)}${(Number(code[15]) + 1) % 10}`;
    expect(await ask(slipped)).toEqual({ outcome: 'mistyped', problem: 'checkDigits' });
    expect(await ask('127/ص/1448')).toEqual({ outcome: 'mistyped', problem: 'shape' });
  });

  it('is derived again when another letter bears it already', async () => {
    const { db } = desk.office();
    const { id } = await desk.call('letters.create', { content: letterContent('الرابع') });
    const staff = desk.app.session.current()!.staff;
    // The page is set with the code that the letter is about to get: set it once, and let the paper jam.
    let foreseen = '';
    const jammed = createLetterService({
      db,
      clock: desk.clock,
      renderLetter: ({ code }) => {
        foreseen = code ?? '';
        return Promise.reject(new Error('jammed'));
      },
    });
    await expect(jammed.issueLetter({ id, confirmClock: false }, staff)).rejects.toThrow('jammed');
    tamper(`UPDATE letter SET code = '${foreseen}' WHERE id = 1`);
    const issued = await desk.call('letters.issue', { id });
    expect(codeFromSeal(sealOf(id), 0)).toBe(foreseen);
    expect(issued.code).toBe(codeFromSeal(sealOf(id), 1));
    expect(await ask(issued.code!)).toMatchObject({ outcome: 'genuine', letter: { id } });
    expect(await ask(foreseen)).toMatchObject({ outcome: 'altered', what: 'code', letter: { id: 1 } });
  });
});

describe('an altered letter is told, and what of it', () => {
  const other = `'${'e'.repeat(64)}'`;
  it.each([
    [
      'a word of its content',
      `UPDATE letter SET content_json = replace(content_json, 'الثاني', 'الثالث') WHERE id = 2`,
      'content',
    ],
    [
      'a word of the sealed paper',
      `UPDATE letter_paper SET paper_json = replace(paper_json, 'الثاني', 'الثالث') WHERE letter_id = 2`,
      'content',
    ],
    [
      'a word in both',
      `UPDATE letter SET content_json = replace(content_json, 'مستحقة', 'غير مستحقة') WHERE id = 2;
      UPDATE letter_paper SET paper_json = replace(paper_json, 'مستحقة', 'غير مستحقة') WHERE letter_id = 2`,
      'content',
    ],
    ['its number', `UPDATE letter SET reference_number = '999/ص/1448' WHERE id = 2`, 'content'],
    ['its day', `UPDATE letter SET day = '2026-11-21' WHERE id = 2`, 'content'],
    ['the subject that the register shows', `UPDATE letter SET subject = 'غيره' WHERE id = 2`, 'content'],
    ['its seal', `UPDATE letter SET seal = ${other} WHERE id = 2`, 'seal'],
    ['its PDF', `UPDATE letter_pdf SET pdf = x'255044462d' WHERE letter_id = 2`, 'pdf'],
    ['its letterhead', `UPDATE letter_paper SET profile_json = '{}' WHERE letter_id = 2`, 'log'],
    ['its pictures', `UPDATE letter_paper SET images_json = '{}' WHERE letter_id = 2`, 'log'],
    ['its paper gone', 'DELETE FROM letter_paper WHERE letter_id = 2', 'log'],
    ['its pages', `UPDATE letter SET pages = 9 WHERE id = 2`, 'log'],
    ['when it was issued', `UPDATE letter SET issued_at_ms = 5 WHERE id = 2`, 'log'],
    [
      'the log of its issue',
      `DELETE FROM audit_log WHERE action = 'letter.issued' AND subject_id = 2`,
      'log',
    ],
    ['its place in the chain', `UPDATE letter SET chain_after = ${other} WHERE id = 2`, 'chain'],
    ['the letter before it', `UPDATE letter SET chain_after = ${other} WHERE id = 1`, 'chain'],
    ['the letter after it', `UPDATE letter SET chain_before = ${other} WHERE id = 3`, 'chain'],
    ['the letter before it gone', 'DELETE FROM letter WHERE id = 1', 'chain'],
    [
      'a register that ends before it',
      `UPDATE register_counter SET last = 127 WHERE register = 'outgoing'`,
      'chain',
    ],
  ])('%s', async (_, sql, what) => {
    const code = codeAt(1);
    tamper(sql);
    expect(await ask(code)).toMatchObject({ outcome: 'altered', what, letter: { id: 2 } });
    expect(verifyDatabase(desk.office().db).fault).not.toBeNull();
  });

  it('and a letter that nobody touched stays genuine beside it', async () => {
    tamper(`UPDATE letter_pdf SET pdf = x'00' WHERE letter_id = 3`);
    expect(await ask(codeAt(0))).toMatchObject({ outcome: 'genuine' });
  });
});
