import { hijriFromGregorian } from '../calendar/hijri.ts';
import { parseIsoDay } from '../calendar/iso-day.ts';
import { type Birth, birthParts, birthYear } from '../parties/birth-date.ts';
import type { Member, Relation } from './household.ts';

/**
 * How old somebody is on a day, in whole years of the calendar that their document prints. `exact` is false where month or
 * day is unknown: then it may be one less. Null: not born yet on that day.
 */
export function ageOn(birth: Birth, day: string): { years: number; exact: boolean } | null {
  const of = birthParts(birth);
  const now = birth.calendar === 'hijri' ? hijriFromGregorian(day) : parseIsoDay(day);
  const exact = of.month !== null && of.day !== null;
  const had =
    of.month === null ||
    now.month > of.month ||
    (now.month === of.month && (of.day === null || now.day >= of.day));
  const years = now.year - of.year - (had ? 0 : 1);
  return years < 0 ? null : { years, exact };
}

export const isDead = (member: Member): boolean => member.left?.reason === 'death';

/** Whether somebody belonged to the household on a day: from the day they joined until the day before they left. */
export const isThereOn = (member: Pick<Member, 'joinedOn' | 'left'>, day: string): boolean =>
  (member.joinedOn === null || member.joinedOn <= day) && (member.left === null || member.left.on > day);

/** Generations from the head: parents stand above, children below. */
const LEVEL: Readonly<Record<Relation, number>> = {
  grandfather: -2,
  grandmother: -2,
  father: -1,
  mother: -1,
  head: 0,
  husband: 0,
  wife: 0,
  brother: 0,
  sister: 0,
  son: 1,
  daughter: 1,
  stepson: 1,
  stepdaughter: 1,
  fosterChild: 1,
  sonsWife: 1,
  daughtersHusband: 1,
  grandson: 2,
  granddaughter: 2,
  relative: 3,
  other: 3,
};
export const levelOf = (relation: Relation): number => LEVEL[relation];

/** Within a generation: head, then wives, then brothers and sisters; children by age. */
const WITHIN: readonly Relation[] = [
  'head',
  'husband',
  'wife',
  'brother',
  'sister',
  'fosterChild',
  'sonsWife',
  'daughtersHusband',
];

export interface TreeLevel {
  /** 1 is the eldest generation that is there. */
  readonly depth: number;
  readonly members: readonly Member[];
}

/** The household by generations, eldest first; relatives of no certain generation come last. Pure of the order given. */
export function treeOf(members: readonly Member[]): TreeLevel[] {
  const levels = [...new Set(members.map((one) => levelOf(one.relation)))].toSorted((a, b) => a - b);
  return levels.map((level, index) => ({
    depth: index + 1,
    members: members.filter((one) => levelOf(one.relation) === level).toSorted(beside),
  }));
}

const rank = (relation: Relation): number => {
  const place = WITHIN.indexOf(relation);
  // Children stand before foster children and those who married in.
  return place === -1 ? 4.5 : place;
};

const beside = (one: Member, other: Member): number =>
  rank(one.relation) - rank(other.relation) || byBirth(one, other) || one.id - other.id;

const byBirth = (one: Member, other: Member): number => {
  const [a, b] = [one, other].map((member) => sortKey(member.birth));
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
};
/** Unknown comes last. */
const sortKey = (birth: Birth | null): string =>
  birth === null ? '9' : (birth.day ?? `${birthYear(birth) ?? 9999}`);

/** Who is older by more than doubt allows; the two years of a Hijri year count as one. */
const olderBy = (one: Birth, other: Birth): number => (birthYear(other) ?? 0) - (birthYear(one) ?? 0);

export type HouseholdProblem =
  | { readonly code: 'noHead' | 'severalHeads' | 'noBreadwinner' }
  | {
      readonly code: 'childOlder' | 'parentTooYoung' | 'breadwinnerIsChild';
      readonly memberId: Member['id'];
      readonly name: string;
      readonly other: string;
    };

const CHILDREN: readonly Relation[] = ['son', 'daughter'];
/** Younger than that nobody is a parent: a slip of the pen is likelier. */
const YOUNGEST_PARENT = 12;
const GROWN_UP = 15;

/** What does not fit on a day. None of it blocks: families are as they are, and papers are wrong. */
export function householdProblems(members: readonly Member[], day: string): HouseholdProblem[] {
  const there = members.filter((one) => isThereOn(one, day));
  if (there.length === 0) return [];
  const heads = there.filter((one) => one.relation === 'head');
  const head = heads[0];
  const problems: HouseholdProblem[] = [];
  if (heads.length !== 1) problems.push({ code: heads.length === 0 ? 'noHead' : 'severalHeads' });
  if (!there.some((one) => one.breadwinner)) problems.push({ code: 'noBreadwinner' });
  for (const member of there) {
    const { id: memberId, name, birth } = member;
    if (birth === null) continue;
    const age = ageOn(birth, day);
    if (member.breadwinner && age !== null && age.years < GROWN_UP)
      problems.push({ code: 'breadwinnerIsChild', memberId, name, other: '' });
    if (head?.birth === null || head === undefined) continue;
    const parent = CHILDREN.includes(member.relation)
      ? head.birth
      : member.relation === 'father' || member.relation === 'mother'
        ? birth
        : null;
    if (parent === null) continue;
    const gap = parent === birth ? olderBy(birth, head.birth) : olderBy(head.birth, birth);
    if (gap <= 0) problems.push({ code: 'childOlder', memberId, name, other: head.name });
    else if (gap < YOUNGEST_PARENT)
      problems.push({ code: 'parentTooYoung', memberId, name, other: head.name });
  }
  return problems;
}

/**
 * What everybody is to a new head, as far as it can be told: the spouse stays the spouse, children of one are the
 * children of the other, a son's father is his father. What cannot be told stays `other`, and is asked.
 */
export function relationsUnder(members: readonly Member[], newHead: Member): Map<Member['id'], Relation> {
  const was = newHead.relation;
  return new Map(
    members.map((member) => [
      member.id,
      member.id === newHead.id ? 'head' : turned(member, was, membersSex(member)),
    ]),
  );
}

const membersSex = (member: Member): 'male' | 'female' | null => member.sex;

const pair = (sex: 'male' | 'female' | null, male: Relation, female: Relation): Relation =>
  sex === null ? 'other' : sex === 'male' ? male : female;

/** What `member` (of the old relation) is to somebody who was `was` to the same head. */
function turned(member: Member, was: Relation, sex: 'male' | 'female' | null): Relation {
  const { relation } = member;
  // Of two heads one is a slip: what the other is to this one is asked.
  if (was === 'head') return relation === 'head' ? 'other' : relation;
  if (was === 'wife' || was === 'husband') {
    if (relation === 'head') return pair(sex, 'husband', 'wife');
    if (['son', 'daughter', 'grandson', 'granddaughter', 'sonsWife', 'daughtersHusband'].includes(relation))
      return relation;
    return relation === 'wife' || relation === 'husband' ? 'other' : 'relative';
  }
  if (was === 'son' || was === 'daughter') {
    if (relation === 'head') return pair(sex, 'father', 'mother');
    if (relation === 'wife') return 'mother';
    if (relation === 'husband') return 'father';
    if (relation === 'son') return 'brother';
    if (relation === 'daughter') return 'sister';
    if (relation === 'father') return 'grandfather';
    if (relation === 'mother') return 'grandmother';
    return 'relative';
  }
  if (was === 'father' || was === 'mother') {
    if (relation === 'head') return pair(sex, 'son', 'daughter');
    if (relation === 'father') return 'husband';
    if (relation === 'mother') return 'wife';
    if (relation === 'brother') return 'son';
    if (relation === 'sister') return 'daughter';
    if (relation === 'son') return 'grandson';
    if (relation === 'daughter') return 'granddaughter';
    if (relation === 'wife') return 'sonsWife';
    if (relation === 'husband') return 'daughtersHusband';
    return 'relative';
  }
  if (was === 'brother' || was === 'sister') {
    if (relation === 'head') return pair(sex, 'brother', 'sister');
    return ['father', 'mother', 'brother', 'sister', 'grandfather', 'grandmother'].includes(relation)
      ? relation
      : 'relative';
  }
  return relation === 'head' ? 'relative' : 'other';
}
