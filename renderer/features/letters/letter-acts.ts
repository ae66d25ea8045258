import { nextLetterState } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterState } from '#shared/letters/letter.ts';
import { DESK_ROLES, type Staff } from '#shared/staff/staff.ts';

export interface LetterRights {
  readonly write: boolean;
  readonly approve: boolean;
  readonly issue: boolean;
  /** May put the pictures of signature and stamp on a letter. */
  readonly pictures: boolean;
}

export const letterRights = (staff: Staff): LetterRights => ({
  write: staff.roles.some((role) => (DESK_ROLES as readonly string[]).includes(role)),
  approve: staff.rights.includes('approveLetters'),
  issue: staff.rights.includes('issueLetters'),
  pictures: staff.rights.includes('useSigningPictures'),
});

/** What an issued letter waits for next. */
export type NextStep = 'print' | 'sign' | 'deliver';

/**
 * Printed, then signed and filed, then handed over. What was done out of order is not asked for again: a letter that is
 * signed or delivered has been on paper, whoever printed it.
 */
export function nextStep(letter: Pick<Letter, 'state' | 'signed' | 'delivered' | 'prints'>): NextStep | null {
  if (letter.state !== 'issued') return null;
  if (letter.prints.length === 0 && !letter.signed && !letter.delivered) return 'print';
  if (!letter.signed) return 'sign';
  return letter.delivered ? null : 'deliver';
}

export type PrimaryAct = 'submit' | 'approve' | 'issue';

/**
 * The one main act of a letter for this person. Who holds both rights issues in one act; a signatory approves; anybody
 * at the desk sends it to the signatory. Null when the letter waits for somebody else.
 */
export function primaryAct(state: LetterState, rights: LetterRights): PrimaryAct | null {
  const may = (act: PrimaryAct): boolean => nextLetterState(state, act) !== null;
  if (rights.issue && (state === 'approved' || rights.approve) && may('issue')) return 'issue';
  if (rights.approve && may('approve')) return 'approve';
  if (rights.write && may('submit')) return 'submit';
  return null;
}

/** A proof and an approval are read first: one slip of the hand would take them back to a draft. */
export const opensForReading = (state: LetterState): boolean => state === 'proof' || state === 'approved';
