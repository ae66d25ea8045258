/** One promise about speed: ours beside a rival or a limit, measured in the same run, text varied at every iteration. */
export interface Row {
  readonly name: string;
  readonly rival: string;
  /** `ratio`: ours ÷ rival of each pair. `ms`, `MB`: a limit on ours, its rivals for information. */
  readonly measure: 'ratio' | 'ms' | 'MB';
  readonly atMost: number;
  readonly values: readonly number[];
  /** The value that is held against the goal. */
  readonly judged: number;
  /** What the figures were made of, in words and milliseconds. */
  readonly info: Readonly<Record<string, string | number>>;
  /** Why it was missed, as far as it is known; printed with a missed goal. */
  readonly cause: string;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The value below which a share of the values lies (nearest rank). Error when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export const spread = (values: readonly number[]): Spread => ({
  min: quantile(values, 0),
  median: quantile(values, 0.5),
  max: quantile(values, 1),
});

export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Milliseconds that an act took. */
export async function timed(act: () => unknown): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

interface Pairing {
  readonly name: string;
  readonly rival: string;
  readonly atMost: number;
  readonly cause: string;
  readonly pairs: number;
  readonly ours: (index: number) => unknown;
  readonly theirs: (index: number) => unknown;
}

/** Ours and the rival in turn, so that a machine whose speed drifts changes both; the median ratio is judged. */
export async function paired(pairing: Pairing): Promise<Row> {
  const { name, rival, atMost, cause, pairs } = pairing;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let index = 0; index < pairs; index += 1) {
    // Who goes first changes from pair to pair: the second finds warmer caches.
    if (index % 2 === 0) ours.push(await timed(() => pairing.ours(index)));
    theirs.push(await timed(() => pairing.theirs(index)));
    if (index % 2 === 1) ours.push(await timed(() => pairing.ours(index)));
  }
  const values = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
  return {
    name,
    rival,
    measure: 'ratio',
    atMost,
    values,
    judged: quantile(values, 0.5),
    info: { 'ours ms': rounded(quantile(ours, 0.5)), 'rival ms': rounded(quantile(theirs, 0.5)) },
    cause,
  };
}

export const met = (row: Row): boolean => row.judged <= row.atMost;

/** Two lines a row: the figures, then what they were made of; a third with the cause where the goal was missed. */
export function describe(row: Row): string[] {
  const { min, median, max } = spread(row.values);
  const unit = row.measure === 'ratio' ? ' ×' : ` ${row.measure}`;
  const figures = [min, median, max].map((value) => `${rounded(value)}${unit}`).join(' / ');
  const goal = `goal ≤ ${row.atMost}${unit}: ${rounded(row.judged)}${unit} ${met(row) ? 'met' : 'MISSED'}`;
  const facts = Object.entries(row.info).map(([key, value]) => `${key} ${value}`);
  return [
    `${row.name} against ${row.rival}: ${figures} (min / median / max); ${goal}`,
    `    ${facts.join(', ')}`,
    ...(met(row) ? [] : [`    cause: ${row.cause}`]),
  ];
}
