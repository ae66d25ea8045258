import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import { BANKS, bankOf } from '#shared/circumstances/banks.ts';
import { FACT_KINDS, factsOn, historyOf } from '#shared/circumstances/facts.ts';
import { MONEY_CATEGORIES, MONEY_KINDS, type MoneyLine } from '#shared/circumstances/money.ts';
import { formatAmount, parseAmount } from '#shared/circumstances/money-text.ts';
import { householdIncome, perHeadIncome } from '#shared/circumstances/per-head-income.ts';
import { ar } from '#shared/locales/ar.ts';

const halalas = (text: string) => {
  const read = parseAmount(text);
  return read.ok ? read.halalas : read.code;
};

describe('an amount', () => {
  it.each([
    ['3000', 300_000],
    ['٣٠٠٠', 300_000],
    ['۳۰۰۰', 300_000],
    ['3,000', 300_000],
    ['٣٬٠٠٠٫٥٠', 300_050],
    ['3 000.5', 300_050],
    ['1,250.05 ريال', 125_005],
    ['0', 0],
    ['', 'empty'],
    ['ثلاثة', 'notANumber'],
    ['3,00', 'notANumber'],
    ['3.000.5', 'notANumber'],
    ['1.005', 'fraction'],
    ['-5', 'negative'],
    ['99999999999', 'tooMuch'],
  ])('«%s»', (text, expected) => expect(halalas(text)).toBe(expected));

  it('is read back as it was shown, in either digit system', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000_000 }),
        fc.constantFrom('latin', 'arabicIndic'),
        (sum, digits) => {
          expect(halalas(formatAmount(sum, digits as 'latin'))).toBe(sum);
        },
      ),
    );
  });
});

it.each([
  ['SA4980000324608010160967', 'rajhi'],
  ['SA0310000000608010167519', 'snb'],
  ['SA0399000000608010167519', null],
])('the bank of %s', (iban, bank) => expect(bankOf(iban)).toBe(bank));

it('every bank, item and kind has its words', () => {
  expect(Object.values(BANKS).filter((bank) => !(bank in ar.circumstances.bank))).toEqual([]);
  for (const kind of MONEY_KINDS)
    expect(MONEY_CATEGORIES[kind].filter((category) => !(category in ar.money.category))).toEqual([]);
});

describe('facts on a day', () => {
  const days = fc.integer({ min: 0, max: 30 }).map((later) => addDays('2026-01-01', later));
  const fact = fc.record({
    kind: fc.constantFrom(...FACT_KINDS.slice(0, 2)),
    knownOn: days,
    recordedAtMs: fc.nat({ max: 5 }),
    withdrawn: fc.constantFrom(null, null, { by: 'x' }),
  });
  const records = fc
    .array(fact, { maxLength: 15 })
    .map((all) => all.map((one, index) => ({ ...one, id: index + 1 })));

  it('are the same in whatever order they come', () => {
    fc.assert(
      fc.property(records, days, fc.infiniteStream(fc.nat()), (all, day, chance) => {
        const shuffled = all
          .map((one) => ({ one, at: chance.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        // A map compares by its entries, in whatever order they stand.
        expect(factsOn(shuffled, day)).toEqual(factsOn(all, day));
      }),
    );
  });

  it('are never of a later day nor withdrawn, and the first of the history that may stand', () => {
    fc.assert(
      fc.property(records, days, (all, day) => {
        for (const kind of FACT_KINDS) {
          const found = factsOn(all, day).get(kind);
          const first = historyOf(all, kind).find((one) => one.withdrawn === null && one.knownOn <= day);
          expect(found).toEqual(first);
        }
      }),
    );
  });
});

describe('the income per head', () => {
  const line = (id: number, more: Partial<MoneyLine> = {}): MoneyLine => ({
    id: id as MoneyLine['id'],
    partyId: 1 as MoneyLine['partyId'],
    kind: 'income',
    category: 'salary',
    detail: '',
    monthlyHalalas: 300_000,
    totalHalalas: null,
    sinceOn: '2026-01-01',
    untilOn: null,
    source: '',
    replaces: null,
    replacedUntilOn: null,
    recordedBy: 'سارة',
    recordedAtMs: 1,
    withdrawn: null,
    ...more,
  });
  const DAY = '2026-11-22';
  const rent = (id: number, more: Partial<MoneyLine> = {}) =>
    line(id, { kind: 'expense', category: 'rent', monthlyHalalas: 100_000, ...more });

  it('takes essential expenses off the net alone, and neither telephone nor instalments', () => {
    const lines = [
      line(1),
      rent(2),
      line(3, { kind: 'expense', category: 'telephone', monthlyHalalas: 20_000 }),
      line(4, { kind: 'debt', category: 'bankLoan', monthlyHalalas: 50_000, totalHalalas: 900_000 }),
    ];
    const income = perHeadIncome(lines, 7, DAY);
    expect([income.income, income.essential, income.gross, income.net]).toEqual([
      300_000, 100_000, 42_857, 28_571,
    ]);
    expect(income.notCounted.map((one) => one.line.id)).toEqual([4, 3]);
  });

  it.each([
    ['before it began', { sinceOn: '2026-11-23' }, 0],
    ['on its last day', { untilOn: DAY }, 300_000],
    ['after its last day', { untilOn: '2026-11-21' }, 0],
    ['withdrawn', { withdrawn: { by: 'x', atMs: 1, reason: '' } }, 0],
  ] as const)('of a line %s', (_, more, expected) =>
    expect(perHeadIncome([line(1, more)], 1, DAY).gross).toBe(expected),
  );

  it('tells what was perhaps written down twice', () => {
    const other = 2 as MoneyLine['partyId'];
    expect(perHeadIncome([rent(1), rent(2, { partyId: other })], 2, DAY).perhapsTwice).toHaveLength(1);
    expect(perHeadIncome([line(1), line(2, { partyId: other })], 2, DAY).perhapsTwice).toEqual([]);
  });

  it('is shared by those who were there: a member who left takes their lines along', () => {
    const [self, spouse] = [1, 2] as MoneyLine['partyId'][];
    const lines = [line(1), line(2, { partyId: spouse! })];
    const stays = [
      { partyId: self!, joinedOn: null, leftOn: null },
      { partyId: spouse!, joinedOn: null, leftOn: '2026-06-01' },
      { partyId: null, joinedOn: '2026-03-01', leftOn: null },
    ];
    const on = (day: string) => householdIncome(lines, stays, self!, day);
    expect([on('2026-02-01').gross, on('2026-04-01').gross, on(DAY).gross]).toEqual([
      300_000, 200_000, 150_000,
    ]);
    expect(householdIncome(lines, [], self!, DAY)).toMatchObject({ heads: 1, gross: 300_000, alone: true });
  });

  const lines = fc.array(
    fc.record({
      kind: fc.constantFrom(...MONEY_KINDS),
      monthlyHalalas: fc.nat({ max: 5_000_000 }),
      category: fc.constantFrom<MoneyLine['category'][]>('salary', 'rent', 'telephone', 'bankLoan'),
    }),
    { maxLength: 10 },
  );
  it('is whole halalas, never more than there is and less than a head’s halala short of it, in any order', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 20 }), (some, heads) => {
        const all = some.map((one, index) => line(index + 1, one));
        const income = perHeadIncome(all, heads, DAY);
        for (const [share, sum] of [
          [income.gross, income.income],
          [income.net, income.income - income.essential],
        ] as const) {
          expect(Number.isSafeInteger(share)).toBe(true);
          expect(share * heads).toBeLessThanOrEqual(sum);
          expect(share * heads).toBeGreaterThan(sum - heads);
        }
        expect(perHeadIncome(all.toReversed(), heads, DAY)).toEqual(income);
      }),
    );
  });
});
