import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runLetterCommand } from '#electron/letters/letter-command.ts';
import { pageCount } from '../../support/pdf-reading.ts';
import { textOf } from './sample-letter.ts';

const LETTER = {
  referenceNumber: '١٢٧/ص/١٤٤٨',
  date: '2026-11-22',
  attachments: ['كشف الأسر', 'جدول التوزيع'],
  recipient: { name: 'محمد بن علي', honorific: 'سعادة الأستاذ', closingHonorific: 'المحترم' },
  subject: 'طلب المساهمة',
  body: 'نفيد سعادتكم بما يلي:\n\n1. أول\n2. ثانٍ',
  signatory: { title: 'رئيس مجلس الإدارة', name: 'علي بن محمد' },
  copies: ['الأرشيف'],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letter-command-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (letter: unknown): string => {
  const file = join(folder, 'letter.json');
  writeFileSync(file, typeof letter === 'string' ? letter : JSON.stringify(letter));
  return file;
};
const run = (letter: unknown, output = join(folder, 'letter.pdf')) =>
  runLetterCommand({ inputFile: write(letter), outputFile: output });

describe('wisam letter', () => {
  it('sets a letter as issued: first-run letterhead, greeting, no mark', async () => {
    expect(await run(LETTER)).toEqual({ pages: 1 });
    const pdf = new Uint8Array(readFileSync(join(folder, 'letter.pdf')));
    expect(await pageCount(pdf)).toBe(1);
    const text = await textOf(pdf);
    for (const part of [
      'الرقم : ١٢٧ / ص / ١٤٤٨',
      'التاريخ : ١٢ / ٠٦ / ١٤٤٨ هـ',
      'الموافق : ٢٢ / ١١ / ٢٠٢٦ م',
      'مرفقان',
      'سعادة الأستاذ محمد بن علي المحترم',
      'السلام عليكم ورحمة الله وبركاته، وبعد:',
      'صورة مع التحية لـ: الأرشيف.',
      'SA49 8000 0324 6080 1016 0967',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/مسودة|للعرض/);
  });

  it('is the same file on any day, in any time zone, from any folder', async () => {
    await run(LETTER);
    const first = readFileSync(join(folder, 'letter.pdf'));
    const script = `
      import { runLetterCommand } from ${JSON.stringify(resolve('electron/letters/letter-command.ts'))};
      const real = Date.now;
      Date.now = () => real() + 40 * 86_400_000;
      await runLetterCommand({ inputFile: ${JSON.stringify(join(folder, 'letter.json'))}, outputFile: ${JSON.stringify(join(folder, 'again.pdf'))} });`;
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: resolve('.'),
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
    });
    expect(readFileSync(join(folder, 'again.pdf')).equals(first)).toBe(true);
  });

  it.each([
    ['1924-08-01', '٠١ / ٠١ / ١٣٤٣ هـ'],
    ['2077-11-16', '١٥٠٠ هـ'],
  ])('takes %s, at the end of the published calendar', async (date, hijri) => {
    await run({ ...LETTER, date });
    expect(await textOf(new Uint8Array(readFileSync(join(folder, 'letter.pdf'))))).toContain(hijri);
  });

  it.each([
    ['a fault in the JSON', { ...LETTER, subject: 7 }, 'jsonInvalid'],
    ['text that is no JSON', '{', 'jsonInvalid'],
    ['an image', { ...LETTER, body: '![شعار](x.png)' }, 'jsonInvalid'],
    ['a character that no font has', { ...LETTER, body: 'وجه 😀 هنا' }, 'missingGlyph'],
  ])('leaves nothing behind after %s, and what was there as it was', async (_name, letter, code) => {
    await expect(run(letter)).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual(['letter.json']);
    writeFileSync(join(folder, 'letter.pdf'), 'before');
    await expect(run(letter)).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual(['letter.json', 'letter.pdf']);
    expect(readFileSync(join(folder, 'letter.pdf'), 'utf8')).toBe('before');
  });

  it('names the character that is missing, the part of the letter and the words around it', async () => {
    await expect(run({ ...LETTER, subject: 'موضوع فيه 😀 وجه' })).rejects.toMatchObject({
      code: 'missingGlyph',
      details: { character: '😀', codePoint: 'U+1F600', field: 'subject' },
    });
    await expect(run({ ...LETTER, body: 'أول ثانٍ ثالث 漢 رابع خامس' })).rejects.toMatchObject({
      details: { field: 'body', place: 'أول ثانٍ ثالث 漢 رابع خامس' },
    });
  });

  it('replaces an older file whole', async () => {
    writeFileSync(join(folder, 'letter.pdf'), 'before');
    await run(LETTER);
    expect(readFileSync(join(folder, 'letter.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(folder).toSorted()).toEqual(['letter.json', 'letter.pdf']);
  });

  it('refuses a folder that is not there, a file that is not there, bytes that are no text', async () => {
    await expect(run(LETTER, join(folder, 'none', 'letter.pdf'))).rejects.toMatchObject({
      code: 'fileMissing',
      details: { path: join(folder, 'none') },
    });
    expect(readdirSync(folder)).toEqual(['letter.json']);
    const outputFile = join(folder, 'letter.pdf');
    await expect(runLetterCommand({ inputFile: join(folder, 'no.json'), outputFile })).rejects.toMatchObject({
      code: 'fileMissing',
    });
    await expect(runLetterCommand({ inputFile: folder, outputFile })).rejects.toMatchObject({
      code: 'fileUnreadable',
    });
    writeFileSync(join(folder, 'letter.json'), Buffer.from([0x7b, 0xff, 0xfe]));
    await expect(
      runLetterCommand({ inputFile: join(folder, 'letter.json'), outputFile }),
    ).rejects.toMatchObject({ code: 'jsonInvalid', details: { expected: 'text in UTF-8' } });
    mkdirSync(outputFile);
    await expect(run(LETTER)).rejects.toMatchObject({ code: 'fileUnwritable' });
  });
});
