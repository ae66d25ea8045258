import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolateLatinPieces } from '#electron/pdf/arabic/content.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pdftotext } from '../../support/pdf-reading.ts';
import { latinWord } from './random-text.ts';

const letter = fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء'));
const vowel = fc.constantFrom('', '', 'َ', 'ُ', 'ِ', 'ْ', 'َّ', 'ِّ', 'ُّ');
const plainWord = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
const vocalised = fc
  .array(fc.tuple(letter, vowel), { minLength: 2, maxLength: 6 })
  .map((pairs) => pairs.flat().join(''));
const figures = fc.oneof(
  fc.nat({ max: 999_999_999 }).map(String),
  fc
    .nat({ max: 999_999 })
    .map((value) => String(value).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))),
);
const piece = fc.oneof(
  { weight: 6, arbitrary: plainWord },
  { weight: 3, arbitrary: vocalised },
  { weight: 2, arbitrary: latinWord },
  { weight: 2, arbitrary: figures },
  { weight: 1, arbitrary: fc.oneof(plainWord, figures).map((inner) => `(${inner})`) },
  { weight: 1, arbitrary: plainWord.map((inner) => `${inner}،`) },
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(' '));

const set = (
  paragraphs: readonly string[],
  font: string,
  alignment: 'justify' | 'right',
): Promise<Uint8Array> =>
  setPdf({
    info: { title: 'قراءة', creationDate: new Date(0) },
    pageMargins: 60,
    defaultStyle: { font, fontSize: 13, alignment },
    content: paragraphs.map((text) => ({ text: isolateLatinPieces(text), margin: [0, 0, 0, 6] as const })),
  });

describe.each(['Amiri', 'Plex'])('random text in %s', (font) => {
  it('comes back from pdftotext word by word, digit by digit', async (context) => {
    needTool(context, 'pdftotext');
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { minLength: 5, maxLength: 20 }),
        fc.constantFrom('justify' as const, 'right' as const),
        async (paragraphs, alignment) => {
          const found = pdftotext(await set(paragraphs, font, alignment));
          expect(missingWords(paragraphs.join('\n').normalize('NFC'), found)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('and words with letters lost or digits reversed would be missed', async (context) => {
    needTool(context, 'pdftotext');
    const faults = [
      (text: string) => text.replace(/ل(?=ا)/gu, ''),
      (text: string) =>
        text.replace(/\d{2,}|[٠-٩]{2,}/g, (digits) => Array.from(digits).toReversed().join('')),
    ];
    for (const spoil of faults) {
      const result = await fc.check(
        fc.asyncProperty(paragraph, async (text) => {
          const found = pdftotext(await set([spoil(text)], font, 'right'));
          expect(missingWords(text.normalize('NFC'), found)).toEqual([]);
        }),
        { numRuns: 60, endOnFailure: true },
      );
      expect(result.failed).toBe(true);
    }
  });
});
