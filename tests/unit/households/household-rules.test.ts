import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Member, RELATIONS, type Relation, sexOf } from '#shared/households/household.ts';
import {
  ageOn,
  householdProblems,
  isThereOn,
  relationsUnder,
  treeOf,
} from '#shared/households/household-rules.ts';
import { parseBirth } from '#shared/parties/birth-date.ts';

const DAY = '2026-11-22';
const birth = (text: string) => {
  const read = parseBirth(text, null);
  return read.ok ? read.value : null;
};
const member = (id: number, relation: Relation, more: Partial<Member> = {}): Member => ({
  id: id as Member['id'],
  partyId: null,
  relation,
  name: `فرد ${id}`,
  sex: sexOf(relation),
  birth: null,
  idNumber: '',
  breadwinner: false,
  occupation: '',
  health: '',
  joinedOn: null,
  left: null,
  ...more,
});
const codes = (members: readonly Member[]) => householdProblems(members, DAY).map(({ code }) => code);

describe('ageOn', () => {
  it.each([
    ['2020-11-22', 6, true],
    ['2020-11-23', 5, true],
    ['2020', 6, false],
    ['1442-06-12', 6, true],
    ['1442-06-13', 5, true],
    ['12/1442', 5, false],
    ['2026-11-22', 0, true],
  ] as const)('born %s: %i', (text, years, exact) => {
    expect(ageOn(birth(text)!, DAY)).toEqual({ years, exact });
  });
  it('is none before the birth', () => expect(ageOn(birth('2027-01-01')!, DAY)).toBeNull());
});

describe('the tree', () => {
  it('stands by generations: grandparents, parents, head and spouse, children by age', () => {
    const members = [
      member(1, 'daughter', { birth: birth('2015-01-01') }),
      member(2, 'head'),
      member(3, 'wife'),
      member(4, 'mother'),
      member(5, 'son', { birth: birth('2010') }),
      member(6, 'son'),
      member(7, 'grandmother'),
    ];
    expect(treeOf(members).map((level) => level.members.map(({ id }) => id))).toEqual([
      [7],
      [4],
      [2, 3],
      [5, 1, 6],
    ]);
  });

  it('does not depend on the order given, and loses nobody', () => {
    const any = fc.array(fc.constantFrom(...RELATIONS), { maxLength: 12 });
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat()), (relations, chance) => {
        const members = relations.map((relation, index) => member(index + 1, relation));
        const shuffled = members
          .map((one) => ({ one, at: chance.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(treeOf(shuffled)).toEqual(treeOf(members));
        expect(treeOf(members).flatMap((level) => level.members)).toHaveLength(members.length);
      }),
    );
  });
});

describe('what does not fit', () => {
  const head = member(1, 'head', { birth: birth('1990'), breadwinner: true, sex: 'male' });
  it.each([
    ['nothing', [head, member(2, 'son', { birth: birth('2015') })], []],
    ['no head', [member(2, 'son', { breadwinner: true })], ['noHead']],
    ['two heads', [head, member(2, 'head')], ['severalHeads']],
    ['nobody who supports it', [{ ...head, breadwinner: false }], ['noBreadwinner']],
    ['a child older than the parent', [head, member(2, 'son', { birth: birth('1985') })], ['childOlder']],
    ['a child of the other calendar', [head, member(2, 'son', { birth: birth('1405') })], ['childOlder']],
    ['a father younger than his son', [head, member(2, 'father', { birth: birth('1995') })], ['childOlder']],
    ['too young a parent', [head, member(2, 'son', { birth: birth('1999') })], ['parentTooYoung']],
    [
      'a child that supports all',
      [head, member(2, 'son', { birth: birth('2020'), breadwinner: true })],
      ['breadwinnerIsChild'],
    ],
  ] as const)('%s', (_, members, expected) => expect(codes(members)).toEqual(expected));

  it('says nothing of those who left, and misses a head who died', () => {
    const left = { on: '2026-01-01', reason: 'death', note: '' } as const;
    expect(codes([{ ...head, left }, member(2, 'wife', { breadwinner: true })])).toEqual(['noHead']);
    expect(codes([{ ...head, left }])).toEqual([]);
  });
});

it('somebody is there from the day they joined until the day before they left', () => {
  const stay = { joinedOn: '2026-01-01', left: { on: '2026-02-01', reason: 'moved', note: '' } } as const;
  expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => isThereOn(stay, day))).toEqual(
    [false, true, true, false],
  );
});

describe('another head', () => {
  const family = [
    member(1, 'head', { sex: 'male' }),
    member(2, 'wife'),
    member(3, 'son'),
    member(4, 'daughter'),
    member(5, 'father'),
  ];
  it.each([
    [2, ['husband', 'head', 'son', 'daughter', 'relative']],
    [3, ['father', 'mother', 'head', 'sister', 'grandfather']],
    [5, ['son', 'sonsWife', 'grandson', 'granddaughter', 'head']],
  ] as const)('of member %i: what everybody is to them', (id, expected) => {
    const head = family.find((one) => one.id === id)!;
    expect([...relationsUnder(family, head).values()]).toEqual(expected);
  });
  it('is one, whoever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATIONS), (relation) => {
        const chosen = member(9, relation);
        const found = [...relationsUnder([...family, chosen], chosen).values()];
        expect(found.filter((one) => one === 'head')).toHaveLength(1);
      }),
    );
  });
});
