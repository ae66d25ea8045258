import { describe, expect, it } from 'vitest';
import type { CategoryId } from '#shared/ids.ts';
import { adviceOf, type Applicant } from '#shared/requests/eligibility.ts';
import { eligibilitySchema } from '#shared/services/service.ts';

const NAMES = new Map([
  [1, 'أيتام'],
  [2, 'أرامل'],
]);
const nobody: Applicant = { village: '', categories: [], perHeadHalalas: null };
const rules = (change: object) => eligibilitySchema.parse(change);
const verdicts = (change: object, applicant: Partial<Applicant>) =>
  adviceOf(rules(change), { ...nobody, ...applicant }, NAMES).map(({ rule, verdict }) => [rule, verdict]);

describe('the reach of a service', () => {
  it('asks nothing where nothing is set', () => {
    expect(verdicts({}, { village: 'حدا' })).toEqual([]);
  });

  it.each([
    ['الصمد', 'fits'],
    ['قرية الصمد', 'fits'],
    ['الصَّمد', 'fits'],
    ['صمد', 'fits'],
    ['حدا', 'outside'],
    ['', 'unknown'],
  ])('of the villages: «%s» %s', (village, verdict) => {
    expect(verdicts({ villages: ['الصمد'] }, { village })).toEqual([['village', verdict]]);
  });

  it('of the categories: one of them is enough, none known is not none', () => {
    const asked = { categoryIds: [1 as CategoryId, 2 as CategoryId] };
    expect(verdicts(asked, { categories: [{ id: 2, name: 'أرامل' }] })).toEqual([['category', 'fits']]);
    expect(verdicts(asked, { categories: [{ id: 9, name: 'مرضى' }] })).toEqual([['category', 'outside']]);
    expect(verdicts(asked, {})).toEqual([['category', 'unknown']]);
    expect(adviceOf(rules(asked), nobody, NAMES)[0]?.asked).toEqual(['أيتام', 'أرامل']);
  });

  it.each([
    [49_999, 'fits'],
    [50_000, 'fits'],
    [50_001, 'outside'],
    [-1, 'fits'],
    [null, 'unknown'],
  ])('of the income a head: %s halalas %s of 500 riyals', (perHeadHalalas, verdict) => {
    expect(verdicts({ perHeadCeilingHalalas: 50_000 }, { perHeadHalalas })).toEqual([['perHead', verdict]]);
  });
});
