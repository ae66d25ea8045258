/** How much of each a demo office has: it grows with its people, and stops growing where it would only be slow. */
export interface DemoScale {
  readonly people: number;
  /** People who come and go; the others came from the paper files. */
  readonly active: number;
  readonly visits: number;
  readonly contacts: number;
  readonly requests: number;
  /** That the desk sets out to write; corrections, letters to many and what was written by hand come on top. */
  readonly letters: number;
  readonly incoming: number;
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(Math.round(value), most));

export const demoScale = (people: number): DemoScale => ({
  people,
  active: Math.min(people, 1500),
  visits: between(24, people * 1.5, 3000),
  contacts: between(12, people * 0.8, 1500),
  requests: between(14, people * 0.45, 400),
  letters: between(12, people * 0.3, 300),
  incoming: between(6, people * 0.12, 120),
});
