import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalValue, changedFields } from '#shared/requests/attested-fields.ts';
import { bears } from '#shared/requests/form-matching.ts';
import { isOpen, isWanting } from '#shared/requests/form-rules.ts';
import type { FormAmount, FormValue } from '#shared/requests/form-values.ts';

const amount = (change: Partial<FormAmount> = {}): FormAmount => ({
  category: 'salary',
  detail: '',
  monthlyHalalas: 100_000,
  totalHalalas: null,
  sinceOn: '2026-01-01',
  untilOn: null,
  ...change,
});
const income = (...amounts: FormAmount[]): FormValue => ({ field: 'income', amounts });
const text = (field: 'name' | 'need' | 'service', value: string): FormValue => ({ field, text: value });
const iban = (value: string): FormValue => ({ field: 'iban', iban: value, holder: '' });

describe('the canonical text of a datum', () => {
  it('is one text for one content, whatever the order of its keys and lines', () => {
    const lines = fc.array(
      fc.record({
        category: fc.constantFrom('salary' as const, 'pension' as const, 'relatives' as const),
        detail: fc.string(),
        monthlyHalalas: fc.nat(),
        totalHalalas: fc.constant(null),
        sinceOn: fc.constantFrom('2026-01-01', '2026-02-01'),
        untilOn: fc.option(fc.constant('2026-12-31')),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (amounts, order) => {
        const shuffled = amounts
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => Object.fromEntries(Object.entries(one).toReversed()) as unknown as FormAmount);
        expect(canonicalValue(income(...shuffled))).toBe(canonicalValue(income(...amounts)));
      }),
    );
  });

  it('is another one for another amount, day or number of equal lines', () => {
    const texts = [
      income(),
      income(amount()),
      income(amount(), amount()),
      income(amount({ monthlyHalalas: 100_001 })),
      income(amount({ untilOn: '2026-12-31' })),
      income(amount({ category: 'pension' })),
    ].map(canonicalValue);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('does not change by a key that is empty: a later field that nobody filled in makes nothing stale', () => {
    expect(canonicalJson({ a: 1, later: '', also: null, list: [] })).toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: 0, b: false })).not.toBe(canonicalJson({}));
  });

  it('of an answer is the answer: the words of its question may be mended', () => {
    const answer = (question: string, said: string): FormValue => ({
      field: 'answer',
      key: 'q1',
      question,
      answer: said,
    });
    expect(canonicalValue(answer('من يدفع الكرسي', 'ابنها'))).toBe(
      canonicalValue(answer('من يدفع الكرسي؟', 'ابنها')),
    );
    expect(canonicalValue(answer('من؟', 'ابنها'))).not.toBe(canonicalValue(answer('من؟', 'ابنتها')));
  });
});

describe('what makes signatures stale', () => {
  const signedOf = (...values: FormValue[]) =>
    values.map((value) => ({
      field: value.field as 'name',
      value,
      sha256: canonicalValue(value),
    }));
  it('is named by its field, where it changed and where it is gone', () => {
    const signed = signedOf(text('name', 'نورة'), income(amount()), text('need', ''));
    expect(changedFields(signed, signed)).toEqual([]);
    expect(changedFields(signed, signedOf(text('name', 'نورة'), income(), text('need', '')))).toEqual([
      'income',
    ]);
    expect(changedFields(signed, signedOf(text('name', 'نورة'), text('need', '')))).toEqual(['income']);
    // «لا حاجة مكتوبة» was signed for too: the form cannot do without it.
    expect(
      changedFields(signed, signedOf(text('name', 'نورة'), income(amount()), text('need', 'سقف'))),
    ).toEqual(['need']);
  });

  it('is no IBAN that is brought after the signature, and is one that changes after it', () => {
    const later = signedOf(iban('SA49'));
    expect(changedFields(signedOf(iban('')), later)).toEqual([]);
    expect(changedFields(later, signedOf(iban('SA03')))).toEqual(['iban']);
    expect(changedFields([], later)).toEqual([]);
  });
});

describe('what holds up S.2', () => {
  it.each([
    ['what is known and not confirmed', iban('SA49'), false, true],
    ['what is known and confirmed', iban('SA49'), true, false],
    ['what is empty and need not be given', iban(''), false, false],
    ['what is asked of everybody, empty and not asked after', income(), false, true],
    ['what is asked of everybody, empty and confirmed so', income(), true, false],
    ['a name that is not there, whatever was said', text('name', ''), true, true],
  ] as const)('%s', (_, value, settled, open) => {
    expect(isOpen({ value, settled })).toBe(open);
  });

  it('is a question that must be answered, and no other one', () => {
    const value: FormValue = { field: 'answer', key: 'q1', question: 'كم؟', answer: '' };
    expect([isWanting({ value, mustAnswer: true }), isWanting({ value })]).toEqual([true, false]);
    expect(isOpen({ value, settled: false })).toBe(false);
  });

  it('knows what an original tells of', () => {
    expect([bears('card', 'idNumber'), bears('card', 'mobile'), bears('card', 'income')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([bears('familyRecord', 'household'), bears('bankPaper', 'iban'), bears('call', 'mobile')]).toEqual(
      [true, true, true],
    );
    expect(bears('other', 'answer:q1')).toBe(false);
  });
});
