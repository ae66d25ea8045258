import { richTextIsEmpty } from './rich-text.ts';
import type { LetterContent, LetterState } from './letter.ts';
import { unfilledFields } from './templates/merge-fields.ts';

export const LETTER_ACTIONS = [
  'edit',
  'submit',
  'return',
  'approve',
  'issue',
  'void',
  'discard',
  'print',
  // What follows an issue: the signed sheet filed, the letter handed over, a later letter that corrects it.
  'sign',
  'deliver',
  'correct',
] as const;
export type LetterAction = (typeof LETTER_ACTIONS)[number];

/**
 * The real loop of a letter: draft → للعرض → returned | approved → issued; nothing issued is edited or erased.
 * `issue` from draft or proof is for a person who holds both rights: approval and issue in one act.
 */
const NEXT: Readonly<Record<LetterState, Partial<Record<LetterAction, LetterState | 'gone'>>>> = {
  draft: {
    edit: 'draft',
    submit: 'proof',
    approve: 'approved',
    issue: 'issued',
    discard: 'gone',
    print: 'draft',
  },
  // An edit takes a proof or an approval back: nobody signs a text they have not seen.
  proof: { edit: 'draft', return: 'returned', approve: 'approved', issue: 'issued', print: 'proof' },
  returned: { edit: 'draft', submit: 'proof', discard: 'gone', print: 'returned' },
  approved: { edit: 'draft', return: 'returned', issue: 'issued', print: 'approved' },
  issued: { print: 'issued', void: 'voided', sign: 'issued', deliver: 'issued', correct: 'issued' },
  voided: { print: 'voided', correct: 'voided' },
};

export const nextLetterState = (state: LetterState, action: LetterAction): LetterState | 'gone' | null =>
  NEXT[state][action] ?? null;

export type LetterProblem = {
  readonly field: 'recipient' | 'subject' | 'body' | 'signatory';
  /** `unfilledField`: a template's field stands there still, without its value (`unfilledFields` names it). */
  readonly code: 'required' | 'unfilledField';
};

const PROBLEM_FIELD = {
  recipient: 'recipient',
  subject: 'subject',
  inReplyTo: 'body',
  body: 'body',
  copies: 'body',
} as const;

/** The fields that stand unfilled in one part of a letter, as they are written: «{المبلغ}، {البند}». */
export const unfilledNames = (content: LetterContent, field: LetterProblem['field']): string =>
  unfilledFields(content)
    .filter(({ place }) => PROBLEM_FIELD[place] === field)
    .map(({ name }) => `{${name}}`)
    .join('، ');

/** What a letter lacks before it may be shown to the signatory or issued. A draft is saved with any of these. */
export function letterProblems(content: LetterContent): LetterProblem[] {
  const problems: LetterProblem[] = [];
  const { recipient } = content;
  if (recipient.name === '' && recipient.title === '' && recipient.organisation === '')
    problems.push({ field: 'recipient', code: 'required' });
  if (content.subject === '') problems.push({ field: 'subject', code: 'required' });
  if (richTextIsEmpty(content.body)) problems.push({ field: 'body', code: 'required' });
  if (content.signatory.name === '' || content.signatory.title === '')
    problems.push({ field: 'signatory', code: 'required' });
  const unfilled = new Set(unfilledFields(content).map(({ place }) => PROBLEM_FIELD[place]));
  for (const field of unfilled) problems.push({ field, code: 'unfilledField' });
  return problems;
}

/** Fills a register's pattern: `{number}/ص/{year}` → `127/ص/1448`. ASCII digits; the paper chooses its own. */
export const referenceNumber = (pattern: string, number: number, hijriYear: number): string =>
  pattern.replace('{number}', String(number)).replace('{year}', String(hijriYear));

/** The one line of the address: honorific, then title, name or body, in the order that official letters use. */
export function recipientLine(recipient: LetterContent['recipient']): string {
  return [recipient.honorific, recipient.title, recipient.name, recipient.organisation]
    .filter((part) => part !== '')
    .join(' ');
}
