/**
 * Chance that can be repeated: the same seed gives the same office on any day and any machine.
 * splitmix32: 32 bits of state, good enough for names and dates, and short enough to be read.
 */
export interface DemoRandom {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** True in `percent` of 100 calls. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function createDemoRandom(seed: number): DemoRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  return {
    int,
    chance: (percent) => int(100) < percent,
    pick: <T>(list: readonly T[]): T => {
      const one = list[int(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}
