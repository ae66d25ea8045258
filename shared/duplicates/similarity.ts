import { assertNever } from '../assert.ts';
import type { Birth, Likeness, Phone } from './likeness.ts';
import { compareNames, sameButForSpelling } from './name-likeness.ts';

export const SIMILARITY_FIELDS = [
  'idNumber',
  'phone',
  'name',
  'alias',
  'birth',
  'latinName',
  'village',
  'sex',
  'kind',
] as const;
export type SimilarityField = (typeof SIMILARITY_FIELDS)[number];

export const VERDICTS = ['same', 'close', 'different', 'missing'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a part was judged so: `duplicates.how.<how>` of the locales. */
export const HOWS = [
  'idSame',
  'idOneOff',
  'idRenewed',
  'idDifferent',
  'phoneSame',
  'phoneShared',
  'phoneDifferent',
  'emailSame',
  'landlineSame',
  'nameSame',
  'nameSpelling',
  'namePartsMissing',
  'nameFirstFamily',
  'nameFirstFather',
  'nameDifferent',
  'aliasSame',
  'aliasDifferent',
  'birthSame',
  'birthClose',
  'birthYear',
  'birthNear',
  'birthDifferent',
  'latinSame',
  'latinClose',
  'latinDifferent',
  'villageSame',
  'villageDifferent',
  'sexSame',
  'sexDifferent',
  'kindDifferent',
  'missing',
] as const;
export type How = (typeof HOWS)[number];

export interface SimilarityPart {
  readonly field: SimilarityField;
  readonly verdict: Verdict;
  readonly how: How;
  /** What it adds to the score; below zero it speaks against. */
  readonly weight: number;
}

export interface Similarity {
  /** 0 to 100: the sum of the parts, kept within. */
  readonly score: number;
  readonly parts: readonly SimilarityPart[];
}

/** From this score on two records are worth a look: those below are not kept. */
export const SUSPECT_FROM = 45;
/** While somebody types, less is known: a hint comes earlier. */
export const HINT_FROM = 38;

export const BANDS = ['strong', 'likely', 'possible'] as const;
export type Band = (typeof BANDS)[number];
export const BAND_FROM: Readonly<Record<Band, number>> = { strong: 80, likely: 60, possible: 0 };
export const bandOf = (score: number): Band => BANDS.find((band) => score >= BAND_FROM[band]) ?? 'possible';

/**
 * How likely two records are one person, as a sum that can be read out. Rank: id > mobile > four-part name > first name,
 * family and birth year; another birth or another id speaks strongly against, since fathers and sons repeat names.
 * Symmetric; a field that agrees never lowers it. Nothing is ever merged by it alone.
 */
export function scoreSimilarity(one: Likeness, other: Likeness): Similarity {
  const parts: SimilarityPart[] = [
    idPart(one, other),
    phonePart(one.phones, other.phones),
    namePart(one, other),
    aliasPart(one, other),
    birthPart(one.birth, other.birth),
    latinPart(one.latin, other.latin),
    villagePart(one.village, other.village),
    sexPart(one, other),
    ...(one.kind === other.kind ? [] : [part('kind', 'different', 'kindDifferent', -60)]),
  ];
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.max(0, Math.min(100, sum)), parts };
}

const part = (field: SimilarityField, verdict: Verdict, how: How, weight: number): SimilarityPart => ({
  field,
  verdict,
  how,
  weight,
});
const missing = (field: SimilarityField): SimilarityPart => part(field, 'missing', 'missing', 0);

function idPart(one: Likeness, other: Likeness): SimilarityPart {
  if (one.id === null || other.id === null) return missing('idNumber');
  const [a, b] = [one.id, other.id];
  if (a.kind !== b.kind) return missing('idNumber');
  if (a.number === b.number) return part('idNumber', 'same', 'idSame', 70);
  // A resident who was naturalised: an iqama (2…) and a national id (1…) of one person have nothing in common.
  if (a.kind === 'nationalId' && a.number[0] !== b.number[0])
    return part('idNumber', 'different', 'idRenewed', -8);
  // A passport is renewed under another number.
  if (oneOff(a.number, b.number)) return part('idNumber', 'close', 'idOneOff', 30);
  return a.kind === 'nationalId'
    ? part('idNumber', 'different', 'idDifferent', -40)
    : part('idNumber', 'different', 'idRenewed', -8);
}

/** One character changed, two neighbours changed over, or one too many. */
export function oneOff(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end))
    end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

const isMobile = (value: string): boolean => value.startsWith('+') && !value.startsWith('+9661');

function phonePart(one: readonly Phone[], other: readonly Phone[]): SimilarityPart {
  if (one.length === 0 || other.length === 0) return missing('phone');
  let best = part('phone', 'different', 'phoneDifferent', 0);
  for (const mine of one)
    for (const theirs of other) {
      if (mine.value !== theirs.value) continue;
      const found = commonPhone(mine.value, mine.own && theirs.own);
      if (found.weight > best.weight) best = found;
    }
  return best;
}

function commonPhone(value: string, own: boolean): SimilarityPart {
  if (!own) return part('phone', 'close', 'phoneShared', 12);
  if (value.includes('@')) return part('phone', 'same', 'emailSame', 34);
  return isMobile(value)
    ? part('phone', 'same', 'phoneSame', 44)
    : part('phone', 'close', 'landlineSame', 12);
}

function namePart(one: Likeness, other: Likeness): SimilarityPart {
  if (one.words.length === 0 || other.words.length === 0) return missing('name');
  const { how, common } = compareNames(one.words, other.words);
  const organisation = one.kind === 'organisation' && other.kind === 'organisation';
  // A name of two parts belongs to hundreds, one of four to few; a body has its name to itself.
  const full = organisation ? 60 : ([0, 10, 26, 34, 42][Math.min(common, 4)] ?? 0);
  switch (how) {
    case 'same':
      return part('name', 'same', 'nameSame', full);
    case 'spelling':
      return part('name', 'close', 'nameSpelling', full - 4);
    case 'partsMissing':
      return part('name', 'close', 'namePartsMissing', organisation ? 34 : full - 4);
    case 'firstFamily':
      return part('name', 'close', 'nameFirstFamily', 4);
    case 'firstFather':
      return part('name', 'close', 'nameFirstFather', common > 2 ? 20 : 8);
    case 'different':
      return part('name', 'different', 'nameDifferent', -36);
    default:
      return assertNever(how);
  }
}

/** Somebody's شهرة or former name is the other's name, or both bear one. */
function aliasPart(one: Likeness, other: Likeness): SimilarityPart {
  const [mine, theirs] = [one.words.join(' '), other.words.join(' ')];
  let best = 0;
  const note = (alias: string, against: string): void => {
    if (alias === against && alias !== '')
      best = Math.max(best, [0, 8, 24, 40][Math.min(alias.split(' ').length, 3)] ?? 0);
  };
  for (const alias of one.aliases) {
    note(alias, theirs);
    for (const against of other.aliases) note(alias, against);
  }
  for (const alias of other.aliases) note(alias, mine);
  if (best > 0) return part('alias', 'same', 'aliasSame', best);
  return one.aliases.length === 0 || other.aliases.length === 0
    ? missing('alias')
    : part('alias', 'different', 'aliasDifferent', 0);
}

function birthPart(one: Birth | null, other: Birth | null): SimilarityPart {
  if (one === null || other === null) return missing('birth');
  const apart = Math.abs(one.year - other.year);
  if (one.day !== null && other.day !== null) {
    if (one.day === other.day) return part('birth', 'same', 'birthSame', 24);
    if (closeDays(one.day, other.day)) return part('birth', 'close', 'birthClose', 14);
    return apart === 0
      ? part('birth', 'close', 'birthNear', 2)
      : part('birth', 'different', 'birthDifferent', yearsApart(apart));
  }
  // A year alone, and of a Hijri year only the one in which it began: the neighbour is as good.
  if (apart === 0) return part('birth', 'close', 'birthYear', 13);
  return apart === 1
    ? part('birth', 'close', 'birthNear', 5)
    : part('birth', 'different', 'birthDifferent', yearsApart(apart));
}

/** The elderly were given a year by guess; half a generation is another person. */
const yearsApart = (years: number): number => (years <= 2 ? -8 : years <= 9 ? -22 : -45);

/** One digit of the day off, or day and month changed over. */
function closeDays(one: string, other: string): boolean {
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`) return true;
  return oneOff(one, other) && one.slice(0, 4) === other.slice(0, 4);
}

function latinPart(one: readonly string[], other: readonly string[]): SimilarityPart {
  if (one.length === 0 || other.length === 0) return missing('latinName');
  const both = one.filter((word) => other.includes(word)).length;
  if (both === one.length && both === other.length) return part('latinName', 'same', 'latinSame', 10);
  return both >= 2 || (both > 0 && both === Math.min(one.length, other.length))
    ? part('latinName', 'close', 'latinClose', 4)
    : part('latinName', 'different', 'latinDifferent', -4);
}

function villagePart(one: string, other: string): SimilarityPart {
  if (one === '' || other === '') return missing('village');
  const like = one === other || sameButForSpelling(one, other);
  return like
    ? part('village', 'same', 'villageSame', 5)
    : part('village', 'different', 'villageDifferent', -3);
}

function sexPart(one: Likeness, other: Likeness): SimilarityPart {
  if (one.sex === null || other.sex === null) return missing('sex');
  return one.sex === other.sex
    ? part('sex', 'same', 'sexSame', 2)
    : part('sex', 'different', 'sexDifferent', -30);
}
