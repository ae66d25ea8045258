import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDayClosing, readRegisterBook } from '#db/registers/register-book.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

const DAY_MS = 86_400_000;
let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const issue = async (subject = 'خطاب'): Promise<string | null> => {
  const { id } = await desk.call('letters.create', { content: letterContent(subject) });
  return (await desk.call('letters.issue', { id })).referenceNumber;
};

describe('the book, the day and the check', () => {
  it('says what stands under every number, and closes with a certificate', async () => {
    await issue('أول');
    await issue('=HYPERLINK("x")');
    await desk.call('registers.reserve', { register: 'outgoing', count: 2, reason: 'انقطاع' });
    await desk.call('letters.void', { id: 1, reason: 'خطأ في الاسم' });
    const book = readRegisterBook(desk.office().db, 'outgoing', 1448)!;
    expect(book.lines.map((line) => [line.number, line.state, line.note])).toEqual([
      [127, 'voided', 'خطأ في الاسم'],
      [128, 'valid', ''],
      [129, 'reserved', 'انقطاع'],
      [130, 'reserved', 'انقطاع'],
    ]);
    expect(book.summary).toMatchObject({
      opening: 126,
      first: 127,
      last: 130,
      valid: 1,
      voided: 1,
      reserved: 2,
      missing: 0,
    });
    expect(readRegisterBook(desk.office().db, 'outgoing', 1440)).toBeUndefined();

    desk.saved.path = join(desk.folder, 'سجل.xlsx');
    expect(await desk.call('registers.exportExcel', { register: 'outgoing', hijriYear: 1448 })).toEqual({
      path: desk.saved.path,
    });
    const bytes = readFileSync(desk.saved.path);
    const rows = await readSheet(bytes, 'سجل الصادر');
    expect(rows[0]).toContain('المرسل إليه');
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      '127/ص/1448',
      '128/ص/1448',
      '129/ص/1448',
      '130/ص/1448',
    ]);
    // A subject that a program of tables would compute is a text, with a sign before it.
    expect(rows[2]).toContain(`'=HYPERLINK("x")`);
    expect(rows[1]).toContain('12 جمادى الآخرة 1448 هـ');
    const certificate = await readSheet(bytes, 'شهادة الإقفال');
    expect(certificate.flat()).toEqual(
      expect.arrayContaining(['126', '127', '130', book.summary.chainHead, 'خطأ في الاسم', 'من 129 إلى 130']),
    );
    desk.saved.path = null;
    expect(await desk.call('registers.exportExcel', { register: 'outgoing', hijriYear: 1448 })).toBeNull();
    expect(
      await codeOf(() => desk.call('registers.exportExcel', { register: 'incoming', hijriYear: 1440 })),
    ).toBe('notFound');
  });

  it('tells a day by what was given, voided and kept on it', async () => {
    await issue();
    await issue();
    desk.clock.advance(DAY_MS);
    await desk.call('letters.void', { id: 1, reason: 'خطأ' });
    await issue();
    const [first, second] = ['2026-11-22', '2026-11-23'].map((day) => readDayClosing(desk.office().db, day));
    expect(first?.registers).toMatchObject([
      { register: 'outgoing', before: 126, lines: [{ number: 127 }, { number: 128 }], voided: [] },
    ]);
    expect(second?.registers).toMatchObject([
      { before: 128, lines: [{ number: 129 }], voided: [{ number: 127, state: 'voided' }] },
    ]);
    expect(second).toMatchObject({ unsigned: 2, undelivered: 2 });
    const { registers } = await desk.call('registers.overview');
    expect(second?.registers[0]?.chainHead).toBe(
      registers.find((one) => one.register === 'outgoing')?.chainHead,
    );
    expect(readDayClosing(desk.office().db, '2026-11-24').registers).toEqual([]);
  });

  it('is checked in a thread beside the open desk, and names the number that is broken', async () => {
    await issue();
    await issue();
    const check = await desk.call('registers.check');
    expect(check).toMatchObject({ fault: null, place: null, letters: 2, incoming: 0, reserved: 0 });
    const { sqlite } = desk.office().db;
    const trigger = sqlite
      .prepare(`SELECT sql FROM sqlite_schema WHERE name = 'letter_sealed_is_never_edited'`)
      .pluck()
      .get();
    sqlite.exec('DROP TRIGGER letter_sealed_is_never_edited');
    expect((await desk.call('registers.check')).fault).toBe('schema:letter_sealed_is_never_edited');
    sqlite.exec(`UPDATE letter SET subject = 'x' WHERE number = 128`);
    sqlite.exec(String(trigger));
    expect(await desk.call('registers.check')).toMatchObject({
      fault: 'letter.content:outgoing-1448-128',
      place: { register: 'outgoing', hijriYear: 1448, number: 128 },
    });
  });
});
