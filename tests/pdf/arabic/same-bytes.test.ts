import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import type { LetterPaper } from '#electron/pdf/documents/letter-document.ts';
import { richTextFromPlain } from '#shared/letters/rich-text.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { SAMPLE } from '../letter/sample-letter.ts';

/**
 * The layer keeps shaped words, plans of paragraphs, widths and packed streams from letter to letter. None of it may be
 * seen in a letter: its bytes are the same whatever was set before it, in whichever thread.
 */
const BODIES = [
  'نفيد سعادتكم بأن الجمعية أتمت بحث حالات الأسر المستفيدة، ورقم التواصل 0508072675 والمبلغ ١٢٬٥٠٠ ريال.',
  'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ، وبعد: نأمل (تكرمًا) إكمال اللازم قبل ٠٣/٠٢/١٤٤٦هـ.',
  'Dear partner, الجمعية ترحب بكم at the office, PDF/A-3b، والآيبان SA49 8000 0324 6080 1016 0967.',
  'الرقم 9876543210 ثم ٩٨٧٦٥٤٣٢١٠ ثم 0 ثم ٠، السعر € 5 → № 7 ✓ تم.',
  'سطر أول\n\nسطر ثان فيه نسبة -5% و50% و٥٠٪، وبريد a.b@c.org',
  'محمد محمد محمد محمد محمد عبد الله بن عوض، مـــحـــمـــد.',
];
const papers: readonly LetterPaper[] = BODIES.map((body, index) => ({
  letter: { ...SAMPLE, body: richTextFromPlain(body), referenceNumber: `${index * 37 + 1}/ص/1448` },
  profile: FIRST_RUN_PROFILE,
  mark: index === 3 ? 'draft' : null,
  title: `${index}`,
  code: index % 2 === 0 ? `40715921234567${index}0` : null,
}));

const seal = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const here = async (paper: LetterPaper): Promise<string> =>
  seal((await renderJob({ kind: 'letter', paper })).pdf);
const everyOne = async (set: (paper: LetterPaper) => Promise<string>): Promise<string[]> => {
  const seals: string[] = [];
  for (const paper of papers) seals.push(await set(paper));
  return seals;
};

const open: PdfRenderer[] = [];
function worker(): PdfRenderer {
  const renderer = createPdfRenderer({ workerFile: resolve('electron/pdf/render-worker.ts') });
  open.push(renderer);
  return renderer;
}
afterEach(async () => {
  for (const renderer of open.splice(0)) await renderer.close();
});

describe('the same letter has the same bytes', () => {
  it('as the first of a fresh worker and as the last of a used one', async () => {
    const fresh = await everyOne(async (paper) => seal((await worker().renderLetter(paper)).pdf));
    expect(new Set(fresh).size).toBe(papers.length);
    const used = worker();
    for (const paper of papers.toReversed()) await used.renderLetter(paper);
    expect(await everyOne(async (paper) => seal((await used.renderLetter(paper)).pdf))).toEqual(fresh);
    expect(await everyOne(here)).toEqual(fresh);
  });

  it('in every order, with other texts in between', async () => {
    const alone = await everyOne(here);
    const order = fc.shuffledSubarray(
      papers.map((_, index) => index),
      { minLength: papers.length, maxLength: papers.length },
    );
    const stranger = fc.string({
      unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي  َِّ0123٤٥٦()ABCxyz،.%-'.split('')),
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(order, stranger, async (indices, text) => {
        for (const index of indices) {
          await setPdf({
            info: { title: 'غريب', creationDate: new Date(0) },
            content: [text, { text, bold: true }],
          });
          const paper = papers[index];
          if (paper !== undefined) expect(await here(paper)).toBe(alone[index]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('when everything that was kept has been driven out', async () => {
    const before = await everyOne(here);
    const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'.split('');
    const words = letters.flatMap((a) =>
      letters.flatMap((b) => letters.slice(0, 12).map((c) => `${a}${c}${b}`)),
    );
    // More words, paragraphs and streams than are kept.
    expect(words.length).toBeGreaterThan(9_000);
    const content = Array.from({ length: 1_200 }, (_, index) =>
      words.slice(index * 8, index * 8 + 8).join(' '),
    );
    for (let part = 0; part < 80; part++) {
      await setPdf({
        info: { title: 'كثير', creationDate: new Date(0) },
        content: content.slice(part * 15, part * 15 + 15),
      });
    }
    expect(await everyOne(here)).toEqual(before);
  });
});
