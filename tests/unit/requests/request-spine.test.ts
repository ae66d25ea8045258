import { describe, expect, it } from 'vitest';
import type { RequestPhase, StepFact } from '#shared/requests/request-machine.ts';
import { spineOf } from '#shared/requests/request-spine.ts';
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

describe('the spine', () => {
  const LETTERS = {
    done: 'd',
    current: 'c',
    skipped: 's',
    blocked: 'b',
    incomplete: 'i',
    notStarted: 'n',
    returned: 'r',
    refused: 'x',
  } as const;
  const states = (
    phase: RequestPhase,
    steps: StepFact[],
    { received = 0, missing = 6, returned = false } = {},
  ): string =>
    spineOf({ steps, phase, returned, received, missing })
      .map((step) => LETTERS[step.state])
      .join('');

  it('shows done, current, blocked and not started', () => {
    expect(states('matching', upTo(1))).toBe('dcnnbnn');
    expect(states('referral', upTo(2))).toBe('ddcnbnn');
    expect(states('attestation', upTo(3, 'skipped'))).toBe('ddscbnn');
    expect(states('raising', upTo(4))).toBe('ddddcnn');
    expect(states('registration', upTo(5))).toBe('dddddcn');
    expect(states('service', upTo(6))).toBe('ddddddc');
  });

  it('keeps S.5 waiting after the raising, and says what the committee answered', () => {
    expect(states('committee', upTo(5))).toBe('ddddcnn');
    expect(states('committee', upTo(5), { returned: true })).toBe('ddddrnn');
    expect(states('refused', upTo(5))).toBe('ddddxnn');
    const raised = spineOf({
      steps: upTo(5),
      phase: 'committee',
      returned: false,
      received: 0,
      missing: 0,
    })[4];
    expect(raised).toMatchObject({ state: 'current', officerName: 'سارة', atMs: 500 });
  });

  it('lets nothing wait in what is over', () => {
    expect(states('closed', upTo(6))).toBe('ddddddn');
    expect(states('closed', upTo(7))).toBe('ddddddd');
    expect(states('withdrawn', upTo(2), { received: 2, missing: 3 })).toBe('ddnnnnn');
  });

  it('tells papers that have begun to come from none', () => {
    expect(states('referral', upTo(2), { received: 1, missing: 5 })).toBe('ddcnbin');
    expect(states('referral', upTo(2), { received: 6, missing: 0 })).toBe('ddcnbnn');
    expect(states('committee', upTo(5), { received: 1, missing: 5 })).toBe('ddddcin');
  });

  it('says who and when of what is behind, and nobody of what is not', () => {
    const spine = spineOf({
      steps: upTo(3, 'skipped'),
      phase: 'attestation',
      returned: false,
      received: 0,
      missing: 0,
    });
    expect(spine[2]).toEqual({ step: 3, state: 'skipped', atMs: 300, officerName: 'سارة', note: 'n3' });
    expect(spine[3]).toEqual({ step: 4, state: 'current', atMs: null, officerName: null, note: '' });
    expect(spine.map((step) => step.step)).toEqual([...STEP_NUMBERS]);
  });
});
