/**
 * How two names stand to each other. A name is read from the first name to the family: fathers and sons repeat names in
 * another order, brothers share all but the first.
 */
export const NAME_HOWS = [
  'same',
  'spelling',
  'partsMissing',
  'firstFamily',
  'firstFather',
  'different',
] as const;
export type NameHow = (typeof NAME_HOWS)[number];

export interface NameLikeness {
  readonly how: NameHow;
  /** Words that stand in both, in the same order. */
  readonly common: number;
}

/** Of the words of `nameKey`; symmetric. Both must hold a word. */
export function compareNames(one: readonly string[], other: readonly string[]): NameLikeness {
  const common = commonWords(one, other);
  const [first, second] = [likeWords(one[0], other[0]), likeWords(one[1], other[1])];
  const last = likeWords(one.at(-1), other.at(-1));
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (!first) return { how: 'different', common };
  if (short === long && common === long) {
    const same = one.every((word, index) => word === other[index]);
    return { how: same ? 'same' : 'spelling', common };
  }
  if (short > 1 && common === short && last) return { how: 'partsMissing', common };
  if (short > 1 && last) return { how: 'firstFamily', common };
  if (short > 1 && second) return { how: 'firstFather', common };
  return { how: 'different', common };
}

/** The longest row of words that both names hold in the same order. */
function commonWords(one: readonly string[], other: readonly string[]): number {
  let before = Array.from({ length: other.length + 1 }, () => 0);
  for (const word of one) {
    const row = [0];
    for (const [index, against] of other.entries())
      row.push(
        likeWords(word, against)
          ? (before[index] ?? 0) + 1
          : Math.max(before[index + 1] ?? 0, row[index] ?? 0),
      );
    before = row;
  }
  return before.at(-1) ?? 0;
}

const likeWords = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (one === other || sameButForSpelling(one, other));

/** Letters that differ by a dot or are heard alike: the commonest slips of a hurried hand. */
const ALIKE = ['بتثني', 'جحخ', 'دذض', 'رز', 'سشص', 'صض', 'طظت', 'ضظذ', 'عغ', 'فق', 'كق', 'حه'];
const alike = (one: string, other: string): boolean =>
  ALIKE.some((letters) => letters.includes(one) && letters.includes(other));

/**
 * One name written in two ways beyond what folding forgives: ابراهيم and ابرهيم, مريم with two letters changed over,
 * a dot too few. A long vowel makes another name (سالم and سلم, سعد and سعيد, سليمان and سلمان): it is forgiven only in a
 * word of six letters or more that has an ا to lose. Symmetric.
 */
export function sameButForSpelling(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  // The first letters of a name are what it is told by.
  if (short.length < 4) return false;
  if (left.length === 1 && right.length === 1) return alike(left, right);
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  if (left.length !== 0 || right.length !== 1) return false;
  // A letter too many: an ا within a long word, or a letter that was struck twice.
  const doubled = right === long[start - 1] || right === long[start + 1];
  return (right === 'ا' && long.length >= 6 && start > 0 && end > 0) || (doubled && long.length >= 5);
}
