import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clause, listClauses } from '#shared/policy/clauses.ts';
import { needTool } from '../../support/need-tool.ts';
import { missingWords } from '../../support/missing-words.ts';
import { comparable, pdftotext, wholeText } from '../../support/pdf-reading.ts';
import { pageLines, setLetter, type PageLine } from './sample-letter.ts';

const approval = clause('A.1').text;
const quotations = listClauses()
  .filter(({ text }) => text.length > 60)
  .map(({ text }) => text);

describe('a letter that quotes the policy', () => {
  it('is read back by pdftotext with every word and digit of A.1', async (context) => {
    needTool(context, 'pdftotext');
    expect(approval).toContain('١٤٤٦هـ');
    const { pdf } = await setLetter({ body: approval, subject: 'اعتماد السياسة' });
    expect(missingWords(approval, pdftotext(pdf))).toEqual([]);
    expect(missingWords(`${approval} ١٤٤٧`, pdftotext(pdf))).toEqual(['١٤٤٧']);
  });

  it('is read by pdf.js in the order in which it was written, signs and brackets too', async () => {
    const { pdf } = await setLetter({ body: approval });
    expect((await wholeText(pdf)).replace(/\s+/g, ' ')).toContain(comparable(approval));
  });

  it('keeps every word of every clause, by both readers', async (context) => {
    needTool(context, 'pdftotext');
    const { pdf, pages } = await setLetter({ body: quotations.join('\n\n') });
    expect(pages).toBeGreaterThan(2);
    for (const text of [pdftotext(pdf), pdftotext(pdf, '-layout'), await wholeText(pdf)])
      expect(missingWords(quotations.join('\n'), text)).toEqual([]);
  });

  it('keeps Latin, addresses, both digit systems, diacritics and lists, by both readers', async (context) => {
    needTool(context, 'pdftotext');
    const body = [
      'الهاتف 0508072675 والبريد Tnmiahomima@gmail.com والآيبان SA49 8000 0324 6080 1016 0967 بنسبة 75% و٤٨ أسرة.',
      'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ، الحَمْدُ لِلَّهِ.',
      '1. بند (أول)\n   - فرع [ثانٍ]\n     1. تفصيل «ثالث»',
      '| الاسم | المبلغ |\n|---|---|\n| نورة بنت سعد | 2250 |',
      'انظر https://example.org/a/very/long/path/that/does/not/end/soon/and/goes/on/with/segments?one=1&two=2&three=3 الآن.',
    ].join('\n\n');
    const { pdf } = await setLetter({ body });
    const plain = body.replace(/https\S+/, '').replace(/^\s*\d\. /gm, '');
    for (const text of [pdftotext(pdf), await wholeText(pdf)]) {
      expect(missingWords(plain, text)).toEqual([]);
      expect(text.replace(/\s+/g, '')).toContain('segments?one=1&two=2&three=3');
    }
  });
});

/** Edits between two texts, letter by letter. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[two.length] ?? 0;
}

/** Below the head, which names the association as the clauses do. */
const isBody = ({ text, baseline }: PageLine): boolean =>
  baseline < 600 && text.length > 8 && quotations.some((quoted) => quoted.includes(text));

/** A band of the first page at 300 dots an inch, as PNG. */
function imageBand(pdf: Uint8Array, { y, height }: { y: number; height: number }): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'letter-ocr-'));
  try {
    const [file, page] = [join(folder, 'letter.pdf'), join(folder, 'page')];
    writeFileSync(file, pdf);
    const size = ['-x', '0', '-y', String(y), '-W', '2480', '-H', String(height)];
    execFileSync('pdftoppm', ['-png', '-singlefile', '-r', '300', ...size, file, page]);
    return readFileSync(`${page}.png`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a letter on paper', () => {
  it('is read by an OCR that knows Arabic, at least 95 letters in a hundred', async (context) => {
    needTool(context, 'tesseract');
    needTool(context, 'pdftotext');
    // Pure Arabic: an OCR does not tell the order of digits.
    const pure = quotations.filter((text) => !/[\d٠-٩A-Za-z]/.test(text)).slice(0, 2);
    const { pdf } = await setLetter({ body: pure.join('\n\n') });
    const lines = await pageLines(pdf);
    const [first, last] = [lines.findIndex(isBody), lines.findLastIndex(isBody)];
    const [top, bottom] = [lines[first]?.baseline ?? 0, lines[last]?.baseline ?? 0];
    const pixel = 300 / 72;
    const band = { y: Math.round((842 - top - 24) * pixel), height: Math.round((top - bottom + 40) * pixel) };
    const image = imageBand(pdf, band);
    const read = execFileSync('tesseract', ['-', '-', '-l', 'ara', '--psm', '6'], {
      input: image,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    const plain = (text: string): string => comparable(text).replace(/[\p{M}\p{P}\s]/gu, '');
    const wanted = plain(pure.join(' '));
    expect(1 - distance(wanted, plain(read)) / wanted.length).toBeGreaterThanOrEqual(0.95);
  }, 180_000);
});
