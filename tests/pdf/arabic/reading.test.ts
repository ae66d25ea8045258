import { describe, expect, it } from 'vitest';
import { isolateLatinPieces, rtlDate, rtlList, rtlTable } from '#electron/pdf/arabic/content.ts';
import { stripControls } from '#electron/pdf/arabic/bidi.ts';
import type { Content } from '#electron/pdf/arabic/definition.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { listClauses } from '#shared/policy/clauses.ts';
import { needTool } from '../../support/need-tool.ts';
import { comparable, pdftotext, qpdfCheck, runOnPdf, wholeText } from '../../support/pdf-reading.ts';
import { CORPUS } from './corpus.ts';

const CLAUSES = listClauses().map(({ text }) => text);

const set = (content: Content, font = 'Amiri'): Promise<Uint8Array> =>
  setPdf({
    info: { title: 'قراءة & <نص>', author: 'الجمعية', creationDate: new Date(0) },
    pageMargins: 50,
    defaultStyle: { font, fontSize: 13, alignment: 'justify' },
    content: Array.isArray(content)
      ? content.map((text: Content) => ({ stack: [text], margin: [0, 0, 0, 6] as const }))
      : content,
  });

/**
 * Words and groups of figures, without the signs between them: a reader of PDFs may move a bracket or a slash to the
 * other side of its word, a word must be whole.
 */
const words = (text: string): string[] =>
  comparable(stripControls(text))
    .replaceAll('\u200C', '')
    .match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? [];

const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/**
 * The words of a text that were not found, each as often as it is missing. pdftotext writes the space that follows a
 * figure before it, and parts the two by a control only: a word counts if either reading of the controls has it.
 */
function missingWords(text: string, found: string): string[] {
  const left = new Map<string, number>();
  const count = (all: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  for (const counts of [count(words(found)), count(words(found.replace(CONTROLS, ' ')))]) {
    for (const [word, times] of counts) left.set(word, Math.max(left.get(word) ?? 0, times));
  }
  return words(text).filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times <= 0;
  });
}

describe.each(['Amiri', 'Plex'])('text in %s', (font) => {
  it('of every clause of the policy is found again by pdf.js', async () => {
    const found = await wholeText(await set(CLAUSES, font));
    expect(CLAUSES.flatMap((text) => missingWords(text, found))).toEqual([]);
  });

  it('of every clause is found again by pdftotext, every word and digit', async (context) => {
    needTool(context, 'pdftotext');
    const bytes = await set(CLAUSES, font);
    for (const options of [[], ['-layout']]) {
      const found = pdftotext(bytes, ...options);
      expect(CLAUSES.flatMap((text) => missingWords(text, found))).toEqual([]);
    }
  });

  it('of the corpus is found again, vowels and all', async (context) => {
    needTool(context, 'pdftotext');
    const found = pdftotext(await set(CORPUS.map(isolateLatinPieces), font));
    expect(missingWords(CORPUS.join('\n'), found)).toEqual([]);
  });
});

it('a lost word would be seen', async () => {
  const found = await wholeText(await set(CLAUSES.slice(1)));
  expect(missingWords(CLAUSES[0] ?? '', found).length).toBeGreaterThan(0);
});

it('qpdf finds nothing wrong', async (context) => {
  needTool(context, 'qpdf');
  const bytes = await setPdf({
    info: { title: 'بنية & <نص>', creationDate: new Date(0) },
    watermark: 'مسودة',
    content: [
      ...CORPUS,
      rtlList(['أول', 'ثان'], { ordered: true }),
      rtlTable({
        table: {
          headerRows: 1,
          body: [
            ['أ', 'ب'],
            [{ text: 'ج', colSpan: 2 }, {}],
          ],
        },
      }),
      { text: 'رابط', link: 'mailto:a@b.org' },
    ],
  });
  expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found');
  expect(() => qpdfCheck(bytes.slice(0, bytes.length / 2))).toThrow();
});

/** How many characters must change to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}

it('OCR reads pure Arabic as it was written', async (context) => {
  needTool(context, 'tesseract');
  needTool(context, 'pdftotext'); // its package has pdftoppm too
  const prose = CLAUSES.filter((text) => text.length > 120 && !/[\d٠-٩]/.test(text)).slice(0, 3);
  const bytes = await set(prose);
  const read = runOnPdf('sh', bytes, (file, folder) => [
    '-c',
    `pdftoppm -r 300 -gray -png -singlefile '${file}' '${folder}/page' && OMP_THREAD_LIMIT=1 tesseract '${folder}/page.png' - -l ara --psm 6`,
  ]);
  const written = comparable(prose.join(' '));
  const similarity = (text: string): number => 1 - distance(comparable(text), written) / written.length;
  expect(similarity(read)).toBeGreaterThanOrEqual(0.95);
  // Words from left to right, each whole, would look as good to the eye of a test that only counts words.
  expect(similarity(read.split(' ').toReversed().join(' '))).toBeLessThan(0.6);
});

it('generated dates keep their groups for whoever searches', async (context) => {
  needTool(context, 'pdftotext');
  const date = rtlDate({ day: '١٢', month: '٠٦', year: '١٤٤٨', era: 'هـ' });
  const found = comparable(pdftotext(await set(`التاريخ : ${date}`)));
  for (const group of ['التاريخ', '١٢', '٠٦', '١٤٤٨', 'هـ']) expect(found).toContain(group);
});
