import { describe, expect, it } from 'vitest';
import { addressPortions } from '#renderer/features/batches/address-portions.ts';
import { MOST_ADDRESSED, paperRequestSchema } from '#shared/papers/papers-contract.ts';

const ids = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('envelopes and labels of many letters', () => {
  it.each([
    [0, []],
    [1, [[1, 1]]],
    [500, [[1, 500]]],
    [
      501,
      [
        [1, 500],
        [501, 501],
      ],
    ],
    [
      1200,
      [
        [1, 500],
        [501, 1000],
        [1001, 1200],
      ],
    ],
  ])('%d letters leave nobody out, and nobody twice', (count, spans) => {
    const portions = addressPortions(ids(count));
    expect(portions.map(({ from, to }) => [from, to])).toEqual(spans);
    expect(portions.flatMap((portion) => portion.ids)).toEqual(ids(count));
  });

  it('each heap is one that the paper takes, and one more letter is not', () => {
    const taken = (count: number): boolean =>
      paperRequestSchema.safeParse({ kind: 'envelopes', letterIds: ids(count) }).success;
    for (const { ids: heap } of addressPortions(ids(1200))) expect(taken(heap.length)).toBe(true);
    expect(taken(MOST_ADDRESSED + 1)).toBe(false);
  });
});
