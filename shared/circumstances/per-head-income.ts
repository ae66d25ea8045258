import type { PartyId } from '../ids.ts';
import { countsOn, ESSENTIAL_EXPENSES, type MoneyLine } from './money.ts';

/** One line of the working: an income that is added, or an essential expense that is taken off. Halalas a month. */
export interface WorkingLine {
  readonly line: MoneyLine;
  readonly halalas: number;
}

/** Everything is in whole halalas a month. */
export interface PerHeadIncome {
  readonly day: string;
  /** How many it is shared out among: at least one. */
  readonly heads: number;
  readonly incomes: readonly WorkingLine[];
  readonly income: number;
  readonly essentials: readonly WorkingLine[];
  readonly essential: number;
  /** Told beside the working, and not taken off: what is not essential, and instalments of debts. */
  readonly notCounted: readonly WorkingLine[];
  readonly gross: number;
  readonly net: number;
  /** Lines of one kind, category and amount in two files: perhaps one thing that was written down twice. */
  readonly perhapsTwice: readonly (readonly [MoneyLine, MoneyLine])[];
}

/**
 * نصيب الفرد من الدخل on a day:
 *
 *     gross = ⌊ Σ incomes ÷ heads ⌋
 *     net   = ⌊ (Σ incomes − Σ essential expenses) ÷ heads ⌋
 *
 * of all lines that count on that day in the files of the household's members who are there, the head's among them, and
 * `heads` is how many members are there, with a file or without. Whole halalas, rounded down (a lack is negative, and is
 * rounded down too), so that `gross × heads` is never more than the income and less than `heads` halalas short of it.
 * Essential: rent, electricity, water, food, treatment, medical supplies, transport, education, alimony that is paid.
 * Instalments of debts and other expenses are shown and not taken off. The order of the lines does not matter.
 */
export function perHeadIncome(lines: readonly MoneyLine[], heads: number, day: string): PerHeadIncome {
  const shared = Math.max(1, Math.trunc(heads));
  const counted = lines.filter((line) => countsOn(line, day)).toSorted(inOrder);
  const working = (kept: (line: MoneyLine) => boolean): WorkingLine[] =>
    counted.filter(kept).map((line) => ({ line, halalas: line.monthlyHalalas }));
  const essentialOne = (line: MoneyLine): boolean =>
    line.kind === 'expense' && ESSENTIAL_EXPENSES.includes(line.category);
  const incomes = working((line) => line.kind === 'income');
  const essentials = working(essentialOne);
  const income = sum(incomes);
  const essential = sum(essentials);
  return {
    day,
    heads: shared,
    incomes,
    income,
    essentials,
    essential,
    notCounted: working((line) => line.kind !== 'income' && !essentialOne(line)),
    gross: Math.floor(income / shared),
    net: Math.floor((income - essential) / shared),
    perhapsTwice: twice(counted),
  };
}

const sum = (lines: readonly WorkingLine[]): number =>
  lines.reduce((total, { halalas }) => total + halalas, 0);

/** The greatest first, then by when it was written down. */
const inOrder = (one: MoneyLine, other: MoneyLine): number =>
  other.monthlyHalalas - one.monthlyHalalas || one.id - other.id;

/** What a household has once, whoever's file it stands in: two salaries are two, two rents are likely one. */
const ONCE: readonly MoneyLine['category'][] = [
  'rent',
  'electricity',
  'water',
  'citizenAccount',
  'socialSecurity',
];

function twice(lines: readonly MoneyLine[]): (readonly [MoneyLine, MoneyLine])[] {
  const pairs: (readonly [MoneyLine, MoneyLine])[] = [];
  for (const [index, one] of lines.entries()) {
    if (!ONCE.includes(one.category)) continue;
    const other = lines
      .slice(index + 1)
      .find(
        (next) =>
          next.category === one.category &&
          next.monthlyHalalas === one.monthlyHalalas &&
          next.partyId !== one.partyId,
      );
    if (other !== undefined) pairs.push([one, other]);
  }
  return pairs;
}

/** A stay in the household: a member who left and came back has two. */
export interface Stay {
  readonly partyId: PartyId | null;
  readonly joinedOn: string | null;
  /** The day from which on they were not there any more. */
  readonly leftOn: string | null;
}

export interface HouseholdIncome extends PerHeadIncome {
  /** Nobody but the person: no household is recorded on that day. */
  readonly alone: boolean;
}

/**
 * `perHeadIncome` of a person's household on a day: shared out among those who were there, of the lines in the files of
 * those of them who have one. Who was in no household is alone with their own lines.
 */
export function householdIncome(
  lines: readonly MoneyLine[],
  stays: readonly Stay[],
  person: PartyId,
  day: string,
): HouseholdIncome {
  const there = stays.filter(
    ({ joinedOn, leftOn }) => (joinedOn === null || joinedOn <= day) && (leftOn === null || leftOn > day),
  );
  const alone = !there.some(({ partyId }) => partyId === person);
  const files = new Set(alone ? [person] : there.map(({ partyId }) => partyId));
  const theirs = lines.filter(({ partyId }) => files.has(partyId));
  return { ...perHeadIncome(theirs, alone ? 1 : there.length, day), alone };
}
