import { describe, expect, it } from 'vitest';
import { richTextSchema } from '#shared/letters/rich-text.ts';
import { placedTexts, qpdfCheck, qpdfJson, type PlacedText } from '../../support/pdf-reading.ts';
import { needTool } from '../../support/need-tool.ts';
import { CLOSING, pageLines, profileWith, SENTENCE, setLetter, type PageLine } from './sample-letter.ts';

/** Baselines between the short head and the foot. */
const inText = (line: PageLine): boolean => line.baseline > 80 && line.baseline < 770;
const onPage = (lines: readonly PageLine[], page: number): PageLine[] =>
  lines.filter((line) => line.page === page);
const sentences = (count: number): string => Array.from({ length: count }, () => SENTENCE).join(' ');

describe('a letter of six pages', () => {
  it('has the short head and its page number on each later page, and the foot on all', async () => {
    const body = Array.from({ length: 15 }, () => sentences(4)).join('\n\n');
    const { pdf, pages } = await setLetter({ body });
    const lines = await pageLines(pdf);
    expect(pages).toBe(6);
    expect(lines.at(-1)?.page).toBe(6);
    const digits = '٠١٢٣٤٥٦';
    for (let page = 1; page <= 6; page += 1) {
      const text = onPage(lines, page).map((line) => line.text);
      const head = `جمعية التنمية الأهلية بالحميمة الرقم: ١٢٧ / ص / ١٤٤٨ التاريخ: ١٢ / ٠٦ / ١٤٤٨ هـ صفحة ${digits[page]} من ٦`;
      expect(text.includes(head), `page ${page}: ${text[0]}`).toBe(page > 1);
      expect(text.at(-1)).toBe('الآيبان SA49 8000 0324 6080 1016 0967');
      expect(text.filter((line) => line === 'المملكة العربية السعودية')).toHaveLength(page === 1 ? 1 : 0);
    }
    expect(lines.filter((line) => line.text.includes('صفحة'))).toHaveLength(5);
  });

  it('says the pages in the digits of the profile, and nothing of a number that is not given', async () => {
    const profile = profileWith({ letters: { fieldDigits: 'latin' } });
    const { pdf } = await setLetter({ body: sentences(40), referenceNumber: null, day: null }, { profile });
    const heads = (await pageLines(pdf)).filter((line) => line.text.includes('صفحة')).map(({ text }) => text);
    expect(heads[0]).toMatch(/^جمعية التنمية الأهلية بالحميمة صفحة 2 من \d$/);
  });
});

describe('page breaks', () => {
  it('never leave the signature alone, nor one line of a paragraph on either side', async () => {
    // Every length of the body, line by line over the end of the first page and of the second.
    for (let words = 60; words <= 420; words += 9) {
      const body = `${SENTENCE}\n\n${sentences(30).split(' ').slice(0, words).join(' ')}.`;
      const lines = (await pageLines((await setLetter({ body, copies: [] })).pdf)).filter(inText);
      const last = lines.at(-1)?.page ?? 0;
      const ending = onPage(lines, last).map((line) => line.text);
      const closing = ending.indexOf(CLOSING);
      expect(closing, `${words} words`).toBeGreaterThanOrEqual(last === 1 ? 0 : 2);
      expect(ending.at(-1)).toBe('عبد الله بن عوض البشري');
      for (let page = 2; page <= last; page += 1) {
        // A page that begins within the paragraph has two of its lines at least.
        const first = onPage(lines, page);
        expect(first.length, `${words} words, page ${page}`).toBeGreaterThan(4);
      }
    }
  });

  it('keep a heading with the first lines of its text', async () => {
    for (let words = 150; words <= 260; words += 10) {
      const text = sentences(20).split(' ').slice(0, words).join(' ');
      const body = `${text}.\n\n## عنوان القسم\n\n${sentences(6)}`;
      const lines = (await pageLines((await setLetter({ body })).pdf)).filter(inText);
      const at = lines.findIndex((line) => line.text === 'عنوان القسم');
      const [heading, one, two] = lines.slice(at, at + 3);
      expect([one?.page, two?.page], `${words} words`).toEqual([heading?.page, heading?.page]);
    }
  });

  it('repeat the header row of a table and keep each row whole', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => `| ${index + 1} | أسرة ${index + 1} في القرية |`);
    const body = `${SENTENCE}\n\n| العدد | البيان |\n|---|---|\n${rows.join('\n')}\n\n${SENTENCE}`;
    const { pdf, pages } = await setLetter({ body });
    const lines = await pageLines(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(lines.filter((line) => line.text === 'العدد البيان').map((line) => line.page)).toEqual(
      Array.from({ length: pages }, (_, index) => index + 1).slice(
        0,
        lines.filter((line) => line.text === 'العدد البيان').length,
      ),
    );
    for (let row = 1; row <= 70; row += 1)
      expect(lines.filter((line) => line.text === `${row} أسرة ${row} في القرية`)).toHaveLength(1);
  });

  it('leave the width of the text alone after a list or a quotation that goes over a page', async () => {
    const items = Array.from({ length: 12 }, (_, index) => `${index + 1}. ${SENTENCE}\n   - ${SENTENCE}`);
    const body = `${items.join('\n')}\n\n> ${sentences(12)}\n\n${sentences(6)}`;
    const lines = (await pageLines((await setLetter({ body })).pdf)).filter(inText);
    for (const line of lines) expect(line.right, line.text).toBeLessThan(188 * (72 / 25.4) + 0.5);
    const quoted = lines.filter((line) => line.page > 1 && line.text.startsWith('نفيد سعادتكم'));
    expect(quoted.length).toBeGreaterThan(0);
  });

  it('lose nothing of a row that is taller than a page', async () => {
    const letter = (index: number): string => 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'[index % 28] ?? '';
    const words = Array.from(
      { length: 900 },
      (_, index) => `م${letter(Math.floor(index / 28))}د${letter(index)}ن`,
    );
    const body = `| أ | ب |\n|---|---|\n| ${words.join(' ')} | قصير |`;
    const { pdf, pages } = await setLetter({ body });
    expect(pages).toBeGreaterThan(1);
    const text = (await pageLines(pdf)).map((line) => line.text).join(' ');
    for (const word of words) expect(text.includes(word), word).toBe(true);
  });
});

describe('a table from the editor', () => {
  it('keeps its spans: a cell over two columns is as wide as both, one over two rows stands beside both', async () => {
    const cell = (text: string, attrs: Record<string, number> = {}, type = 'tableCell') => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const row = (...content: unknown[]) => ({ type: 'tableRow', content });
    const body = richTextSchema.parse({
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [
            row(
              cell('الحي', {}, 'tableHeader'),
              cell('الأسر', {}, 'tableHeader'),
              cell('الأفراد', {}, 'tableHeader'),
            ),
            row(cell('الصمد', { rowspan: 2 }), cell('عشرون'), cell('تسعون')),
            row(cell('ثلاثون'), cell('مئة')),
            row(cell('المجموع', { colspan: 2 }), cell('مئتان')),
          ],
        },
      ],
    });
    const texts = await placedTexts((await setLetter({ body })).pdf);
    const at = (text: string): PlacedText => {
      const found = texts.find((one) => one.text === text);
      if (!found) throw new Error(`«${text}» is lost.`);
      return found;
    };
    // Right to left: each column begins where its head begins.
    for (const [head, below] of [
      ['الحي', 'الصمد'],
      ['الحي', 'المجموع'],
      ['الأسر', 'عشرون'],
      ['الأسر', 'ثلاثون'],
      ['الأفراد', 'مئة'],
      ['الأفراد', 'مئتان'],
    ] as const)
      expect(at(below).right, below).toBeCloseTo(at(head).right, 0);
    expect(at('الصمد').baseline).toBeCloseTo(at('عشرون').baseline, 0);
    expect(at('ثلاثون').baseline).toBeLessThan(at('عشرون').baseline);
  });
});

describe('the file', () => {
  it('is the same, byte for byte, whenever the same letter is set', async () => {
    const [one, two] = [await setLetter(), await setLetter()];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    const draft = { referenceNumber: null, day: null };
    expect(
      Buffer.compare(
        (await setLetter(draft, { mark: 'draft' })).pdf,
        (await setLetter(draft, { mark: 'draft' })).pdf,
      ),
    ).toBe(0);
    expect(Buffer.compare(one.pdf, (await setLetter({ subject: 'غيره' })).pdf)).not.toBe(0);
  });

  it('passes qpdf, says PDF/A-3b, is tagged and in Arabic, and bears its title and day', async (context) => {
    needTool(context, 'qpdf');
    const { pdf } = await setLetter();
    expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors');
    const json = JSON.stringify(qpdfJson(pdf));
    expect(json).toContain('"/Lang":"u:ar"');
    expect(json).toContain('"/Marked":true');
    expect(json).toContain('u:خطاب');
    expect(json).toContain('20261122');
    const xmp = Buffer.from(pdf).toString('latin1');
    expect(xmp).toMatch(/pdfaid:part>3</);
    expect(xmp).toMatch(/pdfaid:conformance>B</);
  });
});
