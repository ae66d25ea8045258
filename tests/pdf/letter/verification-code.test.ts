import { createRequire } from 'node:module';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrOfDigits } from '#electron/pdf/qr-code.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pagePixels } from '../../support/pdf-pixels.ts';
import { pdftotext } from '../../support/pdf-reading.ts';
import { changed, pageLines, profileWith, SAMPLE, SENTENCE, textOf } from './sample-letter.ts';

const CODE = '1234567890123456';
const mm = (length: number): number => (length * 72) / 25.4;
const long = changed({ body: Array.from({ length: 12 }, () => SENTENCE.repeat(2)).join('\n\n') });

const set = (
  code: string | null,
  {
    letter = SAMPLE,
    profile = FIRST_RUN_PROFILE,
  }: { readonly letter?: typeof SAMPLE; readonly profile?: OrganisationProfile } = {},
) => renderJob({ kind: 'letter', paper: { letter, profile, mark: null, title: 'خطاب', code } });

/** What a reader with a camera finds on a page. */
async function scanned(pdf: Uint8Array, page = 1, dpi = 200): Promise<string | undefined> {
  const { data, width, height } = await pagePixels(pdf, { page, dpi });
  return jsQR(data, width, height)?.data;
}

describe('a QR code of digits', () => {
  interface Drawn {
    readonly _canvas: readonly { readonly x: number; readonly y: number }[];
  }
  const { measure } = (
    createRequire(import.meta.url)('pdfmake/js/qrEnc.js') as {
      default: { measure: (node: object) => Drawn };
    }
  ).default;
  /** The same digits by pdfmake's encoder, in each of the eight masks. */
  const others = (digits: string): string[] =>
    Array.from({ length: 8 }, (_, mask) => {
      const { _canvas } = measure({ qr: digits, eccLevel: 'M', mode: 'numeric', fit: 21, version: 1, mask });
      const grid = Array.from({ length: 21 }, () => Array.from({ length: 21 }, () => false));
      for (const { x, y } of _canvas.slice(1)) (grid[y] ?? [])[x] = true;
      return JSON.stringify(grid);
    });

  it('is module for module one of those that another encoder makes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,34}$/), (digits) => {
        expect(others(digits)).toContain(JSON.stringify(qrOfDigits(digits)));
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing but digits, and no more than it holds', () => {
    for (const wrong of ['', '12a4', '١٢٣٤', '1'.repeat(35)]) expect(() => qrOfDigits(wrong)).toThrow();
  });
});

describe('the verification code in the foot', () => {
  it('is read by a QR reader as exactly its digits, on every page', async () => {
    const { pdf, pages } = await set(CODE, { letter: long });
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages; page += 1) expect(await scanned(pdf, page)).toBe(CODE);
    expect(await scanned((await set('0000000000000097')).pdf)).toBe('0000000000000097');
  });

  it('stands in four groups from left to right beside its label and its drawing, under the rule', async () => {
    const lines = await pageLines((await set(CODE)).pdf);
    const line = lines.find(({ text }) => text.includes('رمز التحقق'));
    expect(line?.text.replace(/\s+/g, ' ')).toContain('1234 5678 9012 3456');
    // Beside a drawing of 9.45 mm at the left edge of the text, on the line of the IBAN.
    expect(line?.left).toBeGreaterThan(mm(22 + 9.45));
    expect(line?.left).toBeLessThan(mm(22 + 9.45 + 4.5));
    expect(line?.text).toContain('SA49');
    expect(line?.baseline).toBeLessThan(mm(11 + 5));
    expect(line?.baseline).toBeGreaterThan(mm(11));
  });

  it('is neither on a draft nor on a proof, and neither breaks its pages elsewhere', async () => {
    const without = await set(null, { letter: long });
    const withCode = await set(CODE, { letter: long });
    expect(await textOf(without.pdf)).not.toContain('رمز التحقق');
    expect(await scanned(without.pdf)).toBeUndefined();
    const body = async (pdf: Uint8Array) =>
      (await pageLines(pdf))
        .filter(({ baseline }) => baseline > mm(30))
        .map(({ page, text, baseline }) => `${page} ${baseline.toFixed(2)} ${text}`);
    expect(await body(withCode.pdf)).toEqual(await body(without.pdf));
  });

  const { footer } = FIRST_RUN_PROFILE.letterhead;
  const feet: Readonly<Record<string, Partial<typeof footer>>> = {
    'as it is': {},
    'without an IBAN': { iban: '' },
    'empty but for a telephone': { address: '', email: '', handle: '', link: '', iban: '' },
    'without anything': { address: '', phone: '', email: '', handle: '', link: '', iban: '' },
    'of two rows': {
      address: 'قرية الصمد، طريق الجموم حدا، محافظة الجموم، منطقة مكة المكرمة، المملكة العربية السعودية',
      email: 'a-very-long-address.of-the-association@development-association.example.org.sa',
    },
  };
  it.each(Object.keys(feet))('keeps its drawing free of words in a foot %s', async (name) => {
    for (const sides of [8, 22, 45]) {
      const { measures } = FIRST_RUN_PROFILE.letterhead;
      const profile = profileWith({
        letterhead: { footer: { ...footer, ...feet[name] }, measures: { ...measures, sides } },
      });
      const { pdf } = await set(CODE, { profile });
      expect(await scanned(pdf), `${name}, sides of ${sides} mm`).toBe(CODE);
      const inFoot = (await pageLines(pdf)).filter(({ baseline }) => baseline < mm(32));
      const drawn = mm(sides + 9.45);
      for (const line of inFoot) {
        expect(line.left, line.text).toBeGreaterThan(drawn);
        expect(line.right, line.text).toBeLessThan(mm(210 - sides) + 0.5);
      }
      expect(inFoot.map(({ text }) => text).join(' ')).toContain('1234');
    }
  });

  it('is given back by pdftotext, digit for digit', async (context) => {
    needTool(context, 'pdftotext');
    const { pdf } = await set(CODE);
    expect(missingWords('رمز التحقق 1234 5678 9012 3456', pdftotext(pdf))).toEqual([]);
  });
});
