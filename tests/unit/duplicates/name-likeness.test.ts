import { describe, expect, it } from 'vitest';
import { compareNames, sameButForSpelling } from '#shared/duplicates/name-likeness.ts';
import { oneOff } from '#shared/duplicates/similarity.ts';

describe('spelling', () => {
  it.each([
    ['ابراهيم', 'ابرهيم'],
    ['عبدالرحمان', 'عبدالرحمن'],
    ['مريم', 'مرمي'],
    ['الشهري', 'السهري'],
    ['فاطمه', 'فاطمهه'],
  ])('%s and %s may be one', (one, other) => {
    expect(sameButForSpelling(one, other)).toBe(true);
    expect(sameButForSpelling(other, one)).toBe(true);
  });
  it.each([
    ['حسن', 'حسين'],
    ['سعد', 'سعيد'],
    ['سالم', 'سلم'],
    ['سليمان', 'سلمان'],
    ['محمد', 'محمود'],
    ['احمد', 'محمد'],
    ['امين', 'امينه'],
    ['عبدالله', 'عبيدالله'],
    ['خالد', 'خلود'],
  ])('%s and %s stay apart', (one, other) => {
    expect(sameButForSpelling(one, other)).toBe(false);
    expect(sameButForSpelling(other, one)).toBe(false);
  });
  it('tells a missing part from another father', () => {
    const names = (a: string, b: string) => compareNames(a.split(' '), b.split(' ')).how;
    expect(names('محمد علي سالم حربي', 'محمد سالم حربي')).toBe('partsMissing');
    expect(names('محمد علي سالم حربي', 'محمد صالح عمر حربي')).toBe('firstFamily');
    expect(names('محمد علي سالم حربي', 'محمد علي غامدي')).toBe('firstFather');
    expect(names('علي محمد سالم حربي', 'محمد علي سالم حربي')).toBe('different');
  });
  it('one slip of the hand in a number', () => {
    expect(oneOff('A1234567', 'A1234568')).toBe(true);
    expect(oneOff('1234567', '1234576')).toBe(true);
    expect(oneOff('1234567', '123467')).toBe(true);
    expect(oneOff('1234567', '1234567')).toBe(false);
    expect(oneOff('1234567', '2134576')).toBe(false);
  });
});
