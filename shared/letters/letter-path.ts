import type { ClauseId } from '../policy/clauses.ts';
import type { PathClause, PathEvidence, PathGap } from '../requests/request-path.ts';

interface Deed {
  readonly atMs: number;
  readonly by: string;
}

/** What is kept of a letter's life, out or in; acts are those of the log, by their action. */
export interface LetterPathFacts {
  readonly register: 'outgoing' | 'incoming';
  readonly id: number;
  /** As on the paper. */
  readonly number: string;
  readonly state: string;
  readonly subject: string;
  /** Addressee or sender. */
  readonly other: string;
  /** ISO day of its number. */
  readonly day: string;
  /** Written by hand under a number kept for paper. */
  readonly onPaper: boolean;
  readonly acts: readonly (Deed & { readonly action: string })[];
  /** 16 digits; empty: none. */
  readonly code: string;
  readonly approved: boolean;
  readonly printed: boolean;
  /** Scans of the signed sheet, or of what came in. */
  readonly scans: readonly (Deed & { readonly name: string; readonly holds: boolean })[];
  readonly deliveries: readonly (Deed & {
    readonly receiver: string;
    readonly day: string;
    readonly proof: string;
    readonly holds: boolean;
  })[];
  readonly assigned: boolean;
  readonly dueDay: string | null;
  /** Number of the letter that answers it, or that it answers; empty: none. */
  readonly answer: string;
  readonly closed: boolean;
}

/** A letter that was issued waits so many days for its signed scan and its receiver before that is a gap. */
export const LETTER_GRACE_DAYS = 7;

const C4: ClauseId = 'C.4';
const O3: ClauseId = 'O.3';

function gapsOf(facts: LetterPathFacts, today: string, graceDay: string): PathGap[] {
  const gap = (is: boolean, clause: ClauseId, code: PathGap['code']): PathGap[] =>
    is ? [{ clause, code, text: '' }] : [];
  const scan = facts.scans.some((one) => one.holds);
  if (facts.register === 'incoming')
    return facts.state === 'voided'
      ? []
      : [
          ...gap(!scan, C4, 'incomingNoScan'),
          ...gap(facts.state === 'open' && !facts.assigned, O3, 'incomingUnassigned'),
          ...gap(
            facts.state === 'open' && facts.dueDay !== null && facts.dueDay < today,
            O3,
            'incomingOverdue',
          ),
          ...gap(facts.state === 'closed' && !facts.closed && facts.answer === '', O3, 'incomingUnanswered'),
        ];
  if (facts.state !== 'issued') return [];
  const waited = facts.day <= graceDay;
  return [
    ...gap(!facts.approved, C4, 'letterUnapproved'),
    ...gap(waited && !facts.onPaper && !facts.printed, C4, 'letterUnprinted'),
    ...gap(waited && !scan, C4, 'letterUnsigned'),
    ...gap(waited && !facts.deliveries.some((one) => one.holds), C4, 'letterUndelivered'),
  ];
}

/**
 * The life of a letter, from its draft to its receiver, or from the door to its answer. `graceDay`: letters of this ISO day
 * and before it have had the time to be signed and handed over.
 */
export function letterPath(facts: LetterPathFacts, today: string, graceDay: string): PathClause[] {
  const evidence = (
    clause: ClauseId,
    kind: PathEvidence['kind'],
    rest: Partial<PathEvidence>,
  ): PathEvidence => ({
    clause,
    kind,
    detail: '',
    text: '',
    ref: '',
    atMs: null,
    by: '',
    holds: true,
    ...rest,
  });
  const all: PathEvidence[] = [
    ...(facts.code === '' ? [] : [evidence(C4, 'paper', { text: facts.subject, ref: facts.code })]),
    ...facts.scans.map(({ name, atMs, by, holds }) => evidence(C4, 'scan', { text: name, atMs, by, holds })),
    ...facts.deliveries.map(({ receiver, day, proof, atMs, by, holds }) =>
      evidence(C4, 'delivery', {
        detail: 'delivered',
        text: proof === '' ? receiver : `${receiver}، ${proof}`,
        ref: day,
        atMs,
        by,
        holds,
      }),
    ),
    ...(facts.answer === '' ? [] : [evidence(O3, 'letter', { ref: facts.answer })]),
  ];
  const gaps = gapsOf(facts, today, graceDay);
  const clause = (id: ClauseId, acts: PathClause['acts']): PathClause => ({
    clause: id,
    step: null,
    state: 'none',
    acts,
    evidence: all.filter((one) => one.clause === id),
    gaps: gaps.filter((one) => one.clause === id),
  });
  const acts = facts.acts.map(({ atMs, by, action }): PathClause['acts'][number] => ({
    atMs,
    by,
    kind: 'deed',
    deed: action,
    step: null,
    text: '',
  }));
  const answering = clause(O3, []);
  return [
    clause(C4, acts),
    ...(answering.evidence.length + answering.gaps.length > 0 || facts.register === 'incoming'
      ? [answering]
      : []),
  ];
}
