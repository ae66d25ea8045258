import { describe, expect, it } from 'vitest';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { LetterSheet } from '#shared/papers/letter-sheet.ts';
import jsQR from 'jsqr';
import { pagePixels } from '../../support/pdf-pixels.ts';
import { tinyPng } from '../../support/sample-files.ts';
import { changed, pageLines, profileWith, SAMPLE, SENTENCE, textOf, type PageLine } from './sample-letter.ts';

const CODE = '1234567890123456';
const mm = (length: number): number => (length * 72) / 25.4;
const long = changed({ body: Array.from({ length: 14 }, () => SENTENCE.repeat(2)).join('\n\n') });

const set = (
  sheet: LetterSheet,
  { letter = SAMPLE, profile = FIRST_RUN_PROFILE, logo = null as Uint8Array | null } = {},
) =>
  renderJob({
    kind: 'letter',
    paper: {
      letter,
      profile,
      mark: null,
      title: 'خطاب',
      code: CODE,
      pictures: { logo, signature: null, stamp: null },
      sheet,
    },
  });
const preprinted = (xMm = 0, yMm = 0): LetterSheet => ({ preprinted: { xMm, yMm } });

/** Between the head and the foot of the first page, and under the short heads of the later ones. */
const isBody = ({ page, baseline }: PageLine): boolean =>
  baseline > mm(28.5) && baseline < mm(297 - (page === 1 ? 72 : 24));
const told = (line: PageLine, x = 0, y = 0): string =>
  `${line.page} ${(line.left - x).toFixed(1)} ${(line.right - x).toFixed(1)} ${(line.baseline + y).toFixed(1)} ${line.text}`;

describe('a letter for pre-printed paper', () => {
  it('bears no word of head and foot, and every value of its fields', async () => {
    const text = await textOf((await set(preprinted(), { letter: long })).pdf);
    const { letterhead } = FIRST_RUN_PROFILE;
    const { stateLines, footer, registration, brand } = letterhead;
    const own = [
      'التنمية الأهلية بالحميمة',
      ...stateLines.slice(0, 2),
      ...Object.values(footer),
      ...registration,
      brand.text,
      'الموافق',
      'المرفقات',
      'الآيبان',
    ];
    for (const words of own) expect(text, words).not.toContain(words);
    for (const value of ['١٢٧ / ص / ١٤٤٨', '١٢ / ٠٦ / ١٤٤٨ هـ', '٢٢ / ١١ / ٢٠٢٦ م', 'مرفقان'])
      expect(text).toContain(value);
    // The later pages say which letter they belong to.
    expect(text).toContain('صفحة ٢ من');
  });

  it('breaks every line and page where the full sheet does, with a logo and with a narrow head too', async () => {
    const narrow = profileWith({
      letterhead: { measures: { ...FIRST_RUN_PROFILE.letterhead.measures, sides: 30, fieldsStep: 9 } },
    });
    for (const options of [
      { letter: long },
      { letter: long, logo: tinyPng(400, 300) },
      { letter: long, profile: narrow },
    ]) {
      const [full, filled] = [await set('full', options), await set(preprinted(), options)];
      expect(filled.pages).toBe(full.pages);
      const body = (await pageLines(full.pdf)).filter(isBody).map((line) => told(line));
      expect(body.length).toBeGreaterThan(20);
      expect((await pageLines(filled.pdf)).filter(isBody).map((line) => told(line))).toEqual(body);
    }
  });

  it('fills in each blank where the full sheet has it', async () => {
    const value = async (sheet: LetterSheet, text: string): Promise<PageLine> => {
      // The labels stand on the same line: only what is left of them is the value.
      const all = await pageLines((await set(sheet)).pdf);
      const found = all.find((line) => line.text.includes(text));
      if (found === undefined) throw new Error(`${text} is not there`);
      return found;
    };
    for (const text of ['١٢٧ / ص / ١٤٤٨', '٢٢ / ١١ / ٢٠٢٦ م', 'مرفقان']) {
      const [full, filled] = [await value('full', text), await value(preprinted(), text)];
      expect(filled.left).toBeCloseTo(full.left, 1);
      expect(filled.baseline).toBeCloseTo(full.baseline, 1);
    }
  });

  it.each([
    [5, -3],
    [-4.5, 2.5],
    [15, 25],
    [-15, -10],
  ])('moves all of it by x %d mm to the right and y %d mm down', async (x, y) => {
    const [still, moved] = [
      await set(preprinted(), { letter: long }),
      await set(preprinted(x, y), { letter: long }),
    ];
    expect(moved.pages).toBe(still.pages);
    const before = (await pageLines(still.pdf)).filter(isBody);
    const after = (await pageLines(moved.pdf)).map((line) => told(line, mm(x), mm(y)));
    expect(before.length).toBeGreaterThan(20);
    for (const line of before) expect(after).toContain(told(line));
  });

  it('keeps its code readable between the body and the foot that is on the paper', async () => {
    const { pdf } = await set(preprinted(), { letter: long });
    const { data, width, height } = await pagePixels(pdf, { dpi: 200 });
    expect(jsQR(data, width, height)?.data).toBe(CODE);
    const lines = (await pageLines(pdf)).filter(({ page }) => page === 1);
    const code = lines.find(({ text }) => text.includes('رمز التحقق'));
    expect(code?.text).toContain('1234 5678 9012 3456');
    // Above the rule of the printed foot, under the last line of the body.
    expect(code?.baseline).toBeGreaterThan(mm(11 + 12.8));
    expect(lines.filter(({ baseline }) => baseline < (code?.baseline ?? 0))).toEqual([]);
  });

  it('gives the same bytes each time', async () => {
    expect(Buffer.compare((await set(preprinted(1, 2))).pdf, (await set(preprinted(1, 2))).pdf)).toBe(0);
  });
});
