import { describe, expect, it } from 'vitest';
import {
  REFERRAL_ACTIONS,
  REFERRAL_STATES,
  referralStateOf,
  referralTakes,
} from '#shared/referrals/referral-life.ts';

/** Every state × every action, told a second time. */
const TAKES: Readonly<Record<(typeof REFERRAL_STATES)[number], readonly string[]>> = {
  open: ['edit', 'answer', 'cancel'],
  answered: ['answer', 'return', 'cancel', 'undoAnswer'],
  returned: ['undoReturn'],
  cancelled: ['undoCancel'],
};

describe('a referral', () => {
  it.each(REFERRAL_STATES.flatMap((state) => REFERRAL_ACTIONS.map((action) => [state, action] as const)))(
    'that is %s takes «%s», or does not',
    (state, action) => {
      expect(referralTakes(state, action)).toBe(TAKES[state].includes(action));
    },
  );

  it('stands where its times say', () => {
    const at = (answeredAtMs: number | null, returnedAtMs: number | null, cancelledAtMs: number | null) =>
      referralStateOf({ answeredAtMs, returnedAtMs, cancelledAtMs });
    expect(at(null, null, null)).toBe('open');
    expect(at(1, null, null)).toBe('answered');
    expect(at(1, 2, null)).toBe('returned');
    expect(at(null, null, 3)).toBe('cancelled');
    expect(at(1, null, 3)).toBe('cancelled');
  });
});
