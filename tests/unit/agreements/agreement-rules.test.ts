import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementState,
  endingUntil,
  isInForce,
  nextTerm,
  type AgreementFacts,
} from '#shared/agreements/agreement-rules.ts';
import { AGREEMENT_STATES, agreementTermsSchema } from '#shared/agreements/agreement.ts';
import { addDays } from '#shared/calendar/iso-day.ts';

const TODAY = '2026-11-22';
const facts = (given: Partial<AgreementFacts> = {}): AgreementFacts => ({
  signedOn: '2026-01-01',
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  endedOn: null,
  openCases: 0,
  ...given,
});

describe('how an agreement stands', () => {
  it.each([
    ['active', {}],
    ['active', { endsOn: null }],
    ['active', { startsOn: null, endsOn: null }],
    ['active', { startsOn: TODAY }],
    ['active', { endsOn: '2026-12-23' }],
    ['ending', { endsOn: '2026-12-22' }],
    ['ending', { endsOn: TODAY }],
    ['expired', { endsOn: '2026-11-21' }],
    ['upcoming', { startsOn: '2026-11-23' }],
    ['upcoming', { startsOn: '2026-11-23', endsOn: '2026-12-01' }],
    ['draft', { signedOn: null }],
    ['draft', { signedOn: '2026-11-23' }],
    ['draft', { signedOn: null, endsOn: '2026-11-01' }],
    ['ended', { endedOn: TODAY }],
    ['ended', { endedOn: '2026-05-01', endsOn: '2026-06-01' }],
    ['ended', { endedOn: TODAY, signedOn: null }],
    ['active', { endedOn: '2026-11-23' }],
    ['breached', { openCases: 1 }],
    ['breached', { openCases: 2, endedOn: TODAY }],
    ['breached', { openCases: 1, endsOn: '2026-11-01' }],
  ] as const)('%s: %o', (state, given) => {
    expect(agreementState(facts(given), TODAY)).toBe(state);
  });

  it('has one state on every day, whatever its dates, and an open case outranks them all', () => {
    const day = fc.option(fc.integer({ min: -400, max: 400 }).map((by) => addDays(TODAY, by)));
    fc.assert(
      fc.property(day, day, day, day, fc.nat(2), (signedOn, startsOn, endsOn, endedOn, openCases) => {
        const given = { signedOn, startsOn, endsOn, endedOn, openCases };
        const state = agreementState(given, TODAY);
        expect(AGREEMENT_STATES).toContain(state);
        expect(state === 'breached').toBe(openCases > 0);
        if (isInForce(given, TODAY)) expect(signedOn !== null && signedOn <= TODAY).toBe(true);
      }),
    );
  });

  it('goes forward only, as days pass, while nobody does anything', () => {
    const order = ['upcoming', 'active', 'ending', 'expired'];
    const signed = facts({ startsOn: '2026-12-01', endsOn: '2027-03-01' });
    let last = 0;
    for (let by = 0; by < 200; by += 1) {
      const at = order.indexOf(agreementState(signed, addDays(TODAY, by)));
      expect(at).toBeGreaterThanOrEqual(last);
      last = at;
    }
    expect(last).toBe(3);
  });

  it('ends soon within thirty days', () => {
    expect(endingUntil(TODAY)).toBe('2026-12-22');
  });
});

describe('the term that follows', () => {
  it('begins on the next day and is as long', () => {
    expect(nextTerm({ startsOn: '2026-01-01', endsOn: '2026-12-31' })).toEqual({
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    });
    expect(nextTerm({ startsOn: null, endsOn: '2026-12-31' })).toBeNull();
    expect(nextTerm({ startsOn: '2026-01-01', endsOn: null })).toBeNull();
  });
});

describe('the terms', () => {
  const terms = { kind: 'partnership', title: 'اتفاقية شراكة', theirDuties: 'توريد السلال' };
  const problems = (given: object) => {
    const parsed = agreementTermsSchema.safeParse({ ...terms, ...given });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
  };

  it.each([
    [{}, []],
    [{ title: '  ' }, [['title', 'agreementTitle.required']]],
    [{ startsOn: '2026-02-01', endsOn: '2026-01-31' }, [['endsOn', 'agreementTerm.reversed']]],
    [{ startsOn: '2026-02-01', endsOn: '2026-02-01' }, []],
    [{ theirDuties: ' ' }, [['theirDuties', 'agreementDuties.required']]],
    [{ theirDuties: '', ourDuties: 'صرف المكافأة' }, []],
    [{ endsOn: '2026-02-30' }, [['endsOn', 'dateNotIso']]],
  ])('%o', (given, found) => {
    expect(problems(given)).toEqual(found);
  });
});
