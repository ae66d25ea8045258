/** S.3: asked; answered, and on its way back to the desk; back at the desk, the applicant told; taken back. */
export const REFERRAL_STATES = ['open', 'answered', 'returned', 'cancelled'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const REFERRAL_ACTIONS = [
  'edit',
  'answer',
  'return',
  'cancel',
  'undoAnswer',
  'undoReturn',
  'undoCancel',
] as const;
export type ReferralAction = (typeof REFERRAL_ACTIONS)[number];

const TAKES: Readonly<Record<ReferralState, readonly ReferralAction[]>> = {
  open: ['edit', 'answer', 'cancel'],
  // Until it was told to the applicant, an answer may be bettered.
  answered: ['answer', 'return', 'cancel', 'undoAnswer'],
  returned: ['undoReturn'],
  cancelled: ['undoCancel'],
};

/** Whether a referral takes an action as it stands. */
export const referralTakes = (state: ReferralState, action: ReferralAction): boolean =>
  TAKES[state].includes(action);

/** Where it stands, from what is stored of it alone. */
export function referralStateOf(stored: {
  readonly answeredAtMs: number | null;
  readonly returnedAtMs: number | null;
  readonly cancelledAtMs: number | null;
}): ReferralState {
  if (stored.cancelledAtMs !== null) return 'cancelled';
  if (stored.returnedAtMs !== null) return 'returned';
  return stored.answeredAtMs === null ? 'open' : 'answered';
}
