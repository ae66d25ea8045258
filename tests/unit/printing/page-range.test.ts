import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesIn, parsePageRange, remainingRange } from '#shared/printing/page-range.ts';
import { printChoiceShape } from '#shared/printing/print-choice.ts';

const rangeOf = (text: string, count: number): string | null | undefined => {
  const parsed = parsePageRange(text, count);
  return parsed.ok ? parsed.range : undefined;
};

describe('the pages that a person types', () => {
  it.each([
    ['', 5, null],
    ['  ', 5, null],
    ['2', 5, '2'],
    ['1-3,5', 5, '1-3,5'],
    ['1-3، 5', 6, '1-3,5'],
    ['١-٣،٥', 6, '1-3,5'],
    ['۲–۴', 6, '2-4'],
    ['3-', 5, '3-5'],
    // Read from its other end, in a line that runs from right to left.
    ['3-1', 5, '1-3'],
    ['5,1,2,2-3', 6, '1-3,5'],
    ['1-5', 5, null],
    ['1,2,3', 3, null],
    ['1', 1, null],
  ])('%j of %i pages is %j', (text, count, range) => {
    expect(rangeOf(text, count)).toBe(range);
  });

  it.each([
    ['0', 5, 'beyond', '0'],
    ['6', 5, 'beyond', '6'],
    ['2,4-9', 5, 'beyond', '4-9'],
    ['1--3', 5, 'shape', '1--3'],
    ['-3', 5, 'shape', '-3'],
    ['1,,3', 5, 'shape', ''],
    ['كلها', 5, 'shape', 'كلها'],
    ['1.5', 5, 'shape', '1.5'],
    ['99999', 5, 'shape', '99999'],
    ['1-3 -o raw', 5, 'shape', '1-3 -o raw'],
  ])('%j of %i pages is refused: %s, at %j', (text, count, problem, part) => {
    expect(parsePageRange(text, count)).toEqual({ ok: false, problem, part });
  });

  const paper = fc.integer({ min: 1, max: 400 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      pages: fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1, maxLength: 40 }),
    }),
  );

  it('is what it names, in order, whatever the order it was typed in', () => {
    fc.assert(
      fc.property(paper, ({ count, pages }) => {
        const parsed = parsePageRange(pages.join(','), count);
        expect(parsed).toMatchObject({ ok: true, pages: [...pages].sort((a, b) => a - b) });
      }),
    );
  });

  it('is written so that it reads as itself, and as the main process takes it', () => {
    fc.assert(
      fc.property(paper, ({ count, pages }) => {
        const first = parsePageRange(pages.join('، '), count);
        if (!first.ok) throw new Error(first.part);
        expect(printChoiceShape.pageRange.parse(first.range)).toBe(first.range);
        expect(parsePageRange(first.range ?? '', count)).toEqual(first);
        if (first.range === null) return;
        const named = pagesIn(first.range).flatMap(({ first: from, last }) =>
          Array.from({ length: last - from + 1 }, (_, index) => from + index),
        );
        expect(named).toEqual(first.pages);
      }),
    );
  });

  it('never throws, and names no page that is not there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789٠١٢٣٤٥٦٧٨٩-–,،; ')), maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (text, count) => {
          const parsed = parsePageRange(text, count);
          if (!parsed.ok) return;
          expect(parsed.pages.length).toBeGreaterThan(0);
          expect(parsed.pages.every((page) => page >= 1 && page <= count)).toBe(true);
        },
      ),
    );
  });
});

describe('what is left of a job that was cut short', () => {
  it.each([
    [null, 3, 2, '2-3'],
    [null, 3, 3, '3'],
    [null, 3, 1, null],
    ['1-3,5', 6, 3, '3,5'],
    ['1-3,5', 6, 4, '5'],
    // Nothing lies beyond what was printed: all of it again.
    ['1-3', 6, 5, '1-3'],
  ])('%j of %i pages, from page %i, is %j', (range, count, from, left) => {
    expect(remainingRange(range, count, from)).toBe(left);
  });
});
