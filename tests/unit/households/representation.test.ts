import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import { EXPIRING_DAYS, mayActOn, representationOn } from '#shared/households/representation.ts';

const deed = {
  kind: 'proxy',
  deedNumber: '44',
  issuedOn: '2026-01-01',
  expiresOn: '2026-12-31',
  matched: { by: 'سارة', atMs: 1 },
  ended: null,
} as const;

describe('a deed on a day', () => {
  it.each([
    ['2025-12-31', 'notYet', null],
    ['2026-01-01', 'valid', null],
    ['2026-11-30', 'valid', null],
    ['2026-12-01', 'expiring', 30],
    ['2026-12-31', 'expiring', 0],
    ['2027-01-01', 'expired', 1],
  ] as const)('%s: %s', (day, state, days) => expect(representationOn(deed, day)).toEqual({ state, days }));

  it('says nothing before it was matched, unless no deed is needed', () => {
    expect(representationOn({ ...deed, matched: null }, '2026-06-01').state).toBe('unmatched');
    const byBlood = { ...deed, matched: null, deedNumber: '', expiresOn: null } as const;
    expect(representationOn(byBlood, '2026-06-01').state).toBe('valid');
  });

  it('is over from the day it was ended', () => {
    const ended = { ...deed, ended: { on: '2026-06-01', reason: 'فسخ' } };
    expect([
      representationOn(ended, '2026-05-31').state,
      representationOn(ended, '2026-06-01').state,
    ]).toEqual(['valid', 'ended']);
  });

  it('allows on exactly the days from issue to expiry', () => {
    const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(day, (on) => {
        expect(mayActOn(deed, on)).toBe(on >= deed.issuedOn && on <= deed.expiresOn);
        const { state, days } = representationOn(deed, on);
        if (state === 'expiring') expect(days).toBeLessThanOrEqual(EXPIRING_DAYS);
      }),
    );
  });
});
