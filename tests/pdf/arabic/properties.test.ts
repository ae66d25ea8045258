import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddingLevels, stripControls, visualOrder } from '#electron/pdf/arabic/bidi.ts';
import { fullGrid, isolateLatinPieces, ltr, rtlTable } from '#electron/pdf/arabic/content.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { marksInOrder } from '#electron/pdf/arabic/mark-order.ts';
import { normalized } from '#electron/pdf/arabic/text-style.ts';
import { AppError } from '#shared/app-error.ts';
import { placedGlyphs } from '../../support/pdf-reading.ts';

const info = { title: 'خصائص', creationDate: new Date(0) };

const pieces = fc.oneof(
  fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة'.split('')),
  fc.constantFrom('َ', 'ِ', 'ُ', 'ّ', 'ً', 'ْ', 'ٰ', 'ـ', 'لا', 'لأ', 'الله', 'ﷺ'),
  fc.constantFrom(...'0123456789٠١٢٣٤٥٦٧٨٩'.split('')),
  fc.constantFrom(...'abcXYZ'.split(''), 'é', 'ü'),
  fc.constantFrom(...'()[]{}«»<>/\\-–+%٪.,،؛؟:;!@#&*\'"…'.split('')),
  fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ' ',
    '\u00A0',
    '\n',
    '\u200F',
    '\u200E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200C',
    '\u200D',
  ),
);
const mixedText = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(''));

/** What is to be found again: every character that has a shape, in any order. */
const inked = (text: string): string[] =>
  Array.from(
    stripControls(normalized(text))
      .replace(/[\s\u200C\u200D]/g, '')
      .normalize('NFD'),
  ).toSorted();

describe('any mixed text', () => {
  it('is set whole: each of its characters is in the PDF, as often as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(mixedText, fc.constantFrom('justify', 'right', 'center'), async (text, alignment) => {
        const bytes = await setPdf({
          info,
          pageSize: { width: 220, height: 500 },
          content: { text, alignment: alignment as 'justify' },
        });
        const found = (await placedGlyphs(bytes)).map((glyph) => glyph.text).join('');
        expect(inked(found)).toEqual(inked(text));
      }),
      // A mark on a joiner alone, once lost at the end of a run.
      { numRuns: 120, examples: [['\u200D\u064E', 'justify']] },
    );
  });

  it('stays between the margins', async () => {
    await fc.assert(
      fc.asyncProperty(mixedText, async (text) => {
        const content = rtlTable({ table: { widths: ['*', 'auto', 40], body: [[text, text, text]] } });
        const bytes = await setPdf({ info, pageSize: { width: 260, height: 800 }, pageMargins: 20, content });
        for (const { left, width, text: shown } of await placedGlyphs(bytes)) {
          if (shown.trim() === '') continue;
          expect(left).toBeGreaterThan(19.5);
          expect(left + width).toBeLessThan(240.5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is either set or refused by name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        try {
          expect((await setPdf({ info, content: [{ text }, 'خاتمة'] })).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(error).toMatchObject({ code: 'missingGlyph' });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the pieces of the algorithm', () => {
  it('keep every item: visual order is a permutation, and its own inverse on pure text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 30 }), (levels) => {
        const items = levels.map((level, index) => ({ level, index }));
        const visual = visualOrder(items, ({ level }) => level);
        expect(visual.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
          levels.map((_, index) => index),
        );
        expect(visualOrder(items, () => 1)).toEqual(items.toReversed());
        expect(visualOrder(items, () => 2)).toEqual(items);
      }),
    );
  });

  it('give one level for each unit of the text', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(embeddingLevels(text, 'rtl').levels).toHaveLength(text.length);
      }),
    );
  });

  it('put the marks in their order and change nothing else', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const swapped = marksInOrder(text);
        expect(marksInOrder(swapped)).toBe(swapped);
        expect(swapped.normalize('NFC')).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('isolate without changing what is read, and only once', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const isolated = isolateLatinPieces(text);
        const plain = (each: string): string => stripControls(each).replace(/\s+/g, ' ');
        expect(plain(isolated)).toBe(plain(text));
      }),
    );
    const once = isolateLatinPieces('بريد a@b.org وهاتف +966 50 807 2675 ونسبة -5%.');
    expect(isolateLatinPieces(once)).toBe(once);
    expect(once).toContain(ltr('a@b.org'));
    expect(once).toContain(ltr('+966\u00A050\u00A0807\u00A02675'));
    expect(once).toContain(ltr('-5%'));
  });

  it('fill a grid whose rows are all equally long', () => {
    const cell = fc.record({
      text: fc.constantFrom('أ', 'ب'),
      colSpan: fc.integer({ min: 1, max: 3 }),
      rowSpan: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const grid = fullGrid(rows);
          expect(grid).toHaveLength(rows.length);
          expect(new Set(grid.map((row) => row.length)).size).toBe(1);
          expect(grid.flat().filter((each) => typeof each === 'object' && 'text' in each)).toHaveLength(
            rows.flat().length,
          );
        },
      ),
    );
  });
});
