import type { LetterState } from '../letters/letter.ts';
import type { BatchAct, BatchCounts } from './batch.ts';

export interface BatchRights {
  readonly write: boolean;
  readonly approve: boolean;
  readonly issue: boolean;
}

export const NO_LETTERS: BatchCounts['letters'] = {
  draft: 0,
  proof: 0,
  returned: 0,
  approved: 0,
  issued: 0,
  voided: 0,
};

/** Letters that an act of this person would touch, by the state they are in. */
const TOUCHED: Readonly<Record<Exclude<BatchAct, 'draft'>, readonly LetterState[]>> = {
  submit: ['draft', 'returned'],
  approve: ['draft', 'proof'],
  return: ['proof', 'approved'],
  issue: ['approved'],
  print: ['issued'],
};

/** The states whose letters `act` takes on; who holds both rights issues drafts and proofs too, as a single letter. */
export const statesFor = (
  act: Exclude<BatchAct, 'draft'>,
  rights: Pick<BatchRights, 'approve'>,
): readonly LetterState[] =>
  act === 'issue' && rights.approve ? ['draft', 'proof', 'approved'] : TOUCHED[act];

/** How many letters `act` has before it. */
export function lettersFor(act: BatchAct, counts: BatchCounts, rights: BatchRights): number {
  if (act === 'draft') return rights.write ? counts.waiting : 0;
  if (act === 'submit' && !rights.write) return 0;
  if ((act === 'approve' || act === 'return') && !rights.approve) return 0;
  if (act === 'issue' && !rights.issue) return 0;
  return statesFor(act, rights).reduce((sum, state) => sum + counts.letters[state], 0);
}

/**
 * The one main act of a batch for this person: first the drafts that are not written yet, then as with one letter:
 * issue by right, approve, send to the signatory; print at the end. Null when it waits for somebody else.
 */
export function primaryBatchAct(counts: BatchCounts, rights: BatchRights): BatchAct | null {
  const order: readonly BatchAct[] = ['draft', 'issue', 'approve', 'submit', 'print'];
  return order.find((act) => lettersFor(act, counts, rights) > 0) ?? null;
}

/** Only what nobody has been shown and nothing bears a number is thrown away whole. */
export const mayDiscard = (counts: BatchCounts): boolean => {
  const { proof, approved, issued, voided } = counts.letters;
  return proof + approved + issued + voided === 0;
};

/** How a batch stands, in one word for lists and its badge. */
export type BatchStanding = 'unfinished' | 'draft' | 'proof' | 'approved' | 'partly' | 'issued' | 'empty';

export function batchStanding(counts: BatchCounts): BatchStanding {
  const { draft, proof, returned, approved, issued, voided } = counts.letters;
  const open = draft + proof + returned + approved;
  if (counts.waiting > 0) return 'unfinished';
  if (open === 0) return issued + voided > 0 ? 'issued' : 'empty';
  if (issued + voided > 0) return 'partly';
  if (draft + returned > 0) return 'draft';
  return proof > 0 ? 'proof' : 'approved';
}

/**
 * What a letter's failure means for the others: a fault of this letter alone leaves one person out and the batch goes
 * on; anything else (disk, clock, rights, register) would meet the next letter as well and stops it.
 */
const LETTER_FAULTS = [
  'missingGlyph',
  'renderFailed',
  'letterIncomplete',
  'letterStateForbids',
  'conflict',
  'fileVanished',
] as const;
export type LetterFault = (typeof LETTER_FAULTS)[number];
export const isLetterFault = (code: string): code is LetterFault =>
  (LETTER_FAULTS as readonly string[]).includes(code);

/** Pages that cannot be set one after the other are no fault of the letters: the batch stops instead of leaving all out. */
export const MOST_RENDER_FAILURES = 3;
