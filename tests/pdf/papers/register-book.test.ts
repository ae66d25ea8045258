import { describe, expect, it } from 'vitest';
import { needTool } from '../../support/need-tool.ts';
import { missingWords } from '../../support/missing-words.ts';
import { pdftotext } from '../../support/pdf-reading.ts';
import { pageLines } from '../letter/sample-letter.ts';
import { bookOf, CHAIN_HEAD, profile, registerLine, setPaper, sheet, SUBJECT } from './sample-papers.ts';

const setBook = (book: ReturnType<typeof bookOf>) =>
  setPaper(sheet('registerBook', { profile, logo: null, book, madeOn: '2026-11-22' }));
const lines = Array.from({ length: 90 }, (_, index) => registerLine(index + 1));

describe('the yearly register book', () => {
  it('repeats the head of its table, its title and the page of pages on every page', async () => {
    const { pdf, pages } = await setBook(bookOf(lines));
    expect(pages).toBeGreaterThan(5);
    const all = await pageLines(pdf);
    const digits = (value: number): string =>
      String(value).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '');
    for (let page = 1; page <= pages; page += 1) {
      const text = all.filter((line) => line.page === page).map((line) => line.text);
      expect(text.some((line) => line.includes(`صفحة ${digits(page)} من ${digits(pages)}`))).toBe(true);
      expect(text.some((line) => line.includes('سجل الخطابات الصادرة لعام ١٤٤٨ هـ'))).toBe(true);
      // The last page is the certificate.
      const head = text.some((line) => /الرقم.*التاريخ.*المرسل إليه.*الموضوع.*المرفقات.*أصدره/u.test(line));
      expect(head, `page ${page}`).toBe(page < pages);
    }
  });

  it('has every number once, in order, with both dates beside it', async () => {
    const all = await pageLines((await setBook(bookOf(lines))).pdf);
    const numbers = all.flatMap(({ text }) => {
      const number = /^([٠-٩]+) \/ ص \/ ١٤٤٨/u.exec(text)?.[1];
      return number === undefined
        ? []
        : [Number(number.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))))];
    });
    expect(numbers).toEqual(lines.map(({ number }) => number));
    const text = all.map((line) => line.text).join('\n');
    expect(text.split('١٢ / ٠٦ / ١٤٤٨ هـ').length - 1).toBeGreaterThanOrEqual(90);
    expect(text.split('٢٢ / ١١ / ٢٠٢٦ م').length - 1).toBeGreaterThanOrEqual(90);
  });

  it('says in words what is void and why, what came from paper, and what is kept for it', async () => {
    const { pdf } = await setBook(
      bookOf([
        registerLine(1, { state: 'voided', note: 'كُتب المبلغ خطأً' }),
        registerLine(2, { origin: 'paper', note: 'انقطاع الكهرباء' }),
        registerLine(3, { state: 'reserved', origin: 'paper', party: '', subject: '', note: 'عطل' }),
        registerLine(4, { signedAtMs: 1 }),
        registerLine(5, { signedAtMs: 1, deliveredAtMs: 2 }),
      ]),
    );
    const text = (await pageLines(pdf))
      .map((line) => line.text)
      .join(' ')
      .normalize('NFC');
    for (const part of ['ملغى:', 'كُتب على الورق', 'محجوز للورق', 'وُقِّع', 'سُلِّم', 'لم يُوقَّع'])
      expect(text).toContain(part.normalize('NFC'));
  });

  it('closes with a certificate whose counts agree in grammar, on one page', async () => {
    const range = {
      id: 1,
      register: 'outgoing',
      hijriYear: 1448,
      first: 40,
      last: 49,
      reason: 'انقطاع الكهرباء',
      day: '2026-11-22',
      byName: 'سارة',
      entered: 3,
      voided: 1,
      open: 6,
    } as const;
    const book = {
      ...bookOf(lines, { opening: 126, first: 127, last: 216, voided: 2, fromPaper: 3, reserved: 6 }),
      ranges: [range],
    };
    const { pdf, pages } = await setBook(book);
    const last = (await pageLines(pdf)).filter(({ page }) => page === pages).map(({ text }) => text);
    const text = last.join('\n');
    for (const part of [
      'شهادة إقفال',
      'آخر رقم قبل بدء السجل ١٢٦',
      'من ١٢٧ إلى ٢١٦، وعددها ٩٠ رقمًا',
      '٩٠ خطابًا',
      '٣ خطابات',
      'رقمان',
      '٦ أرقام',
      'لا يوجد: السجل متصل',
      'من ٤٠ إلى ٤٩',
      'مسؤول السجل',
    ])
      expect(text).toContain(part);
    expect(text.replaceAll(' ', '')).toContain(CHAIN_HEAD);
  });

  it.each([0, 1])('is set of %d letters', async (count) => {
    const { pdf, pages } = await setBook(bookOf(lines.slice(0, count)));
    expect(pages).toBe(2);
    const text = (await pageLines(pdf)).map((line) => line.text).join('\n');
    expect(text.includes('لم يُعطَ من هذا السجل رقم')).toBe(count === 0);
  });

  it('wraps what is long and loses no word of it', async (context) => {
    needTool(context, 'pdftotext');
    const subject = `${SUBJECT} ${'ووصف طويل للموضوع كما كتبه الموظف '.repeat(8)}`;
    const { pdf } = await setBook(
      bookOf([registerLine(1, { subject }), registerLine(2, { party: subject })]),
    );
    expect(missingWords(`${subject} ${subject}`, pdftotext(pdf))).toEqual([]);
  });

  it('lists incoming letters with their own number and date', async () => {
    const incoming = registerLine(1, {
      referenceNumber: '34/و/1448',
      theirNumber: '45/A-7/1448',
      theirDay: '2026-11-18',
      attachments: null,
    });
    const { pdf } = await setBook(bookOf([incoming], { register: 'incoming' }));
    const text = (await pageLines(pdf)).map((line) => line.text).join('\n');
    expect(text).toContain('سجل الخطابات الواردة');
    expect(text).toContain('رقم خطابهم وتاريخه');
    expect(text).toContain('٠٨ / ٠٦ / ١٤٤٨ هـ');
    expect(text).toContain('١٨ / ١١ / ٢٠٢٦ م');
  });

  it('sets five thousand rows in a time and a memory that a desk has', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => registerLine(index + 1));
    const before = process.cpuUsage();
    const { pages } = await setBook(bookOf(many));
    const { user, system } = process.cpuUsage(before);
    expect(pages).toBeGreaterThan(300);
    // Five seconds of work on the machine that it was measured on: three times that is a mistake.
    expect((user + system) / 1e6).toBeLessThan(20);
    expect(process.memoryUsage().rss / 1e6).toBeLessThan(1600);
  }, 90_000);
});
