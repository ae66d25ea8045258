import type { IncomingContent, IncomingState, Sender } from './incoming.ts';

/** What may be done to a registered letter. Its register data is never edited: a mistake is voided and registered anew. */
export const INCOMING_ACTIONS = ['assign', 'close', 'reopen', 'answer', 'addScan', 'void'] as const;
export type IncomingAction = (typeof INCOMING_ACTIONS)[number];

const ALLOWED: Readonly<Record<IncomingState, readonly IncomingAction[]>> = {
  open: ['assign', 'close', 'answer', 'addScan', 'void'],
  // A second letter may have to follow the first answer.
  closed: ['reopen', 'answer', 'addScan', 'void'],
  voided: [],
};

export const mayDoToIncoming = (state: IncomingState, action: IncomingAction): boolean =>
  ALLOWED[state].includes(action);

/** The sender in one line, the body first: what registers list and are searched by. */
export const senderLine = ({ organisation, title, name }: Sender): string =>
  [organisation, [title, name].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join('، ');

export type IncomingProblem = { readonly field: 'sender' | 'subject'; readonly code: 'required' };

/** What a letter lacks before it may be registered. */
export function incomingProblems(content: Pick<IncomingContent, 'sender' | 'subject'>): IncomingProblem[] {
  const problems: IncomingProblem[] = [];
  if (content.sender.organisation === '' && content.sender.name === '')
    problems.push({ field: 'sender', code: 'required' });
  if (content.subject === '') problems.push({ field: 'subject', code: 'required' });
  return problems;
}

/** Open and past its day, or due this very day. */
export const dueState = (
  letter: { readonly state: IncomingState; readonly dueDay: string | null },
  today: string,
): 'none' | 'later' | 'today' | 'overdue' =>
  letter.state !== 'open' || letter.dueDay === null
    ? 'none'
    : letter.dueDay < today
      ? 'overdue'
      : letter.dueDay === today
        ? 'today'
        : 'later';
