import { describe, expect, it } from 'vitest';
import {
  currentStep,
  spineOf,
  type StepAction,
  type StepFact,
  stepRefusal,
} from '#shared/requests/request-rules.ts';
import { STEP_NUMBERS, type StepNumber } from '#shared/requests/request.ts';

const fact = (step: StepNumber, kind: 'done' | 'skipped' = 'done'): StepFact => ({
  step,
  kind,
  atMs: step * 100,
  officerName: 'سارة',
  note: `n${step}`,
});
/** Steps 1 to `last`, the third done or passed over. */
const upTo = (last: number, third: 'done' | 'skipped' = 'done'): StepFact[] =>
  STEP_NUMBERS.filter((step) => step <= last).map((step) => fact(step, step === 3 ? third : 'done'));

describe('the step that waits', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('after %i', (last) => {
    expect(currentStep(upTo(last))).toBe(last === 7 ? null : last + 1);
    expect(currentStep(upTo(last).reverse())).toBe(last === 7 ? null : last + 1);
  });
  it('a skipped step is behind us', () => {
    expect(currentStep(upTo(3, 'skipped'))).toBe(4);
  });
});

describe('every place, every action', () => {
  const cases = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((last) =>
    (['complete', 'skip', 'reopen'] as const).flatMap((kind) =>
      STEP_NUMBERS.flatMap((step) => [0, 2].map((missing) => [last, kind, step, missing] as const)),
    ),
  );

  /** The policy told a second time: steps in order, S.3 alone passed over, S.6 with its papers, S.5 never taken back. */
  const expected = (last: number, { kind, step }: StepAction, missing: number): string | null => {
    const current = last + 1;
    switch (kind) {
      case 'complete':
        if (step !== current) return 'notCurrent';
        return step === 6 && missing > 0 ? 'requirementsMissing' : null;
      case 'skip':
        if (step !== current) return 'notCurrent';
        return step === 3 ? null : 'notSkippable';
      case 'reopen':
        if (last <= 1 || step !== last) return 'notLatest';
        return step === 5 ? 'raised' : null;
      default:
        throw new Error('unknown');
    }
  };

  it.each(cases)('after %i: %s %i with %i missing', (last, kind, step, missing) => {
    expect(stepRefusal(upTo(last), { kind, step }, missing)).toBe(expected(last, { kind, step }, missing));
    expect(stepRefusal(upTo(last, 'skipped'), { kind, step }, missing)).toBe(
      expected(last, { kind, step }, missing),
    );
  });

  it('there are all of them', () => {
    expect(cases).toHaveLength(8 * 3 * 7 * 2);
  });
});

describe('the spine', () => {
  const states = (facts: StepFact[], received = 0, missing = 6): string =>
    spineOf(facts, received, missing)
      .map((step) => step.state[0])
      .join('');

  it('shows done, current, blocked and not started', () => {
    // d done · c current · s skipped · b blocked · n not started · i incomplete
    expect(states(upTo(0))).toBe('cnnnbnn');
    expect(states(upTo(1))).toBe('dcnnbnn');
    expect(states(upTo(3, 'skipped'))).toBe('ddscbnn');
    expect(states(upTo(4))).toBe('ddddcnn');
    expect(states(upTo(5))).toBe('dddddcn');
    expect(states(upTo(7))).toBe('ddddddd');
  });

  it('tells papers that have begun to come from none', () => {
    expect(states(upTo(2), 1, 5)).toBe('ddcnbin');
    expect(states(upTo(2), 6, 0)).toBe('ddcnbnn');
    expect(states(upTo(2), 0, 6)).toBe('ddcnbnn');
  });

  it('says who and when of what is behind, and nobody of what is not', () => {
    const spine = spineOf(upTo(3, 'skipped'), 0, 0);
    expect(spine[2]).toEqual({ step: 3, state: 'skipped', atMs: 300, officerName: 'سارة', note: 'n3' });
    expect(spine[3]).toEqual({ step: 4, state: 'current', atMs: null, officerName: null, note: '' });
    expect(spine.map((step) => step.step)).toEqual([...STEP_NUMBERS]);
  });
});
