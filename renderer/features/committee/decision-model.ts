import { z } from 'zod';
import { parseAmount } from '#shared/circumstances/money-text.ts';
import type { CommitteeCase, DecidedInput } from '#shared/committee/committee-contract.ts';
import { type CommitteeMember, type Granted, type Vote, VOTES } from '#shared/committee/committee.ts';
import { conflictsOf, unanimous } from '#shared/committee/session-rules.ts';
import type { ClauseId } from '#shared/policy/clauses.ts';
import type { ReplyStanding } from '#shared/requests/reply-clock.ts';
import { DECISION_KINDS, type DecisionKind } from '#shared/requests/request-machine.ts';

/** What a refusal stands on most: clauses of the policy, then its guides, whose article is written beside them. */
export const REFUSAL_CLAUSES: readonly ClauseId[] = ['S.2', 'S.4', 'S.6'];
export const REFUSAL_GUIDES: readonly ClauseId[] = ['T.3', 'T.1', 'T.2'];
export const OWN_RULE = 'own';

/** A decision as it is being written; kept while one looks at another case. */
export interface DecisionDraft {
  readonly kind: DecisionKind | null;
  /** A clause's id, or `own`: the rule in `rule`. Of a guide the article stands in `rule`. */
  readonly ground: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly wouldChange: string;
  readonly wanted: string;
  readonly granted: string;
  readonly frequency: Granted['frequency'];
  readonly times: string;
  readonly value: string;
  readonly earlyReason: string;
  readonly conflictNote: string;
  /** Empty: everybody present is for it. */
  readonly votes: Readonly<Record<number, Vote>>;
}

export const EMPTY_DRAFT: DecisionDraft = {
  kind: null,
  ground: null,
  rule: '',
  reason: '',
  wouldChange: '',
  wanted: '',
  granted: '',
  frequency: 'once',
  times: '1',
  value: '',
  earlyReason: '',
  conflictNote: '',
  votes: {},
};

const draftSchema = z.object({
  kind: z.enum(DECISION_KINDS).nullable(),
  ground: z.string().nullable(),
  rule: z.string(),
  reason: z.string(),
  wouldChange: z.string(),
  wanted: z.string(),
  granted: z.string(),
  frequency: z.enum(['once', 'weekly', 'monthly']),
  times: z.string(),
  value: z.string(),
  earlyReason: z.string(),
  conflictNote: z.string(),
  votes: z.record(z.string(), z.enum(VOTES)),
});

/** A draft as it was kept; what is none is an empty one. */
export const keptDraft = (kept: unknown): DecisionDraft => {
  const found = draftSchema.safeParse(kept);
  return found.success ? found.data : EMPTY_DRAFT;
};

/** Whether anything was chosen or typed: what is worth keeping. */
export const isBegun = (draft: DecisionDraft): boolean =>
  JSON.stringify(draft) !== JSON.stringify(EMPTY_DRAFT);

export type DecisionField = 'clause' | 'reason' | 'wouldChange' | 'early' | 'conflict' | 'value';

const isGuide = (ground: string | null): boolean =>
  (REFUSAL_GUIDES as readonly string[]).includes(ground ?? '');

/** The ground as it is stored: a clause's id, or words. `nameOf` gives a guide's title. */
export function clauseOf({ ground, rule }: DecisionDraft, nameOf: (id: string) => string): string {
  if (ground === null) return '';
  if (ground === OWN_RULE) return rule.trim();
  if (!isGuide(ground)) return ground;
  return rule.trim() === '' ? nameOf(ground) : `${nameOf(ground)}: ${rule.trim()}`;
}

export const asksRule = (ground: string | null): boolean => ground === OWN_RULE || isGuide(ground);

export const votesOf = (
  { votes }: DecisionDraft,
  present: readonly CommitteeMember[],
): DecidedInput['votes'] =>
  Object.keys(votes).length === 0
    ? []
    : present.map(({ id }) => ({ memberId: id, vote: votes[id] ?? 'for' }));

/** Of those present, who researched the case and decides it. */
export function conflictIn(
  draft: DecisionDraft,
  found: Pick<CommitteeCase, 'researchedBy'>,
  present: readonly CommitteeMember[],
): CommitteeMember[] {
  const votes = unanimous(present.map(({ id }) => ({ memberId: id }))).map((vote) => ({
    ...vote,
    vote: draft.votes[vote.memberId] ?? vote.vote,
  }));
  return conflictsOf(present, votes, found.researchedBy);
}

/** Whether a reply of this kind has to say why it comes before its day; asking for something is no reply. */
export const asksEarly = (kind: DecisionKind | null, standing: Pick<ReplyStanding, 'kind'> | null): boolean =>
  kind !== null && kind !== 'moreInformation' && (standing?.kind === 'early' || standing?.kind === 'blocked');

/** Null: nothing, or no amount. */
function halalasOf(typed: string): number | null {
  const amount = parseAmount(typed);
  return amount.ok && amount.halalas > 0 ? amount.halalas : null;
}

/** What is still to be written before it can be recorded, in the order of the form. */
export function missingFields(
  draft: DecisionDraft,
  { early, conflict }: { readonly early: boolean; readonly conflict: boolean },
): DecisionField[] {
  const missing: DecisionField[] = [];
  if (draft.kind === 'refused') {
    if (draft.ground === null || (draft.ground === OWN_RULE && draft.rule.trim() === ''))
      missing.push('clause');
    if (draft.reason.trim() === '') missing.push('reason');
    if (draft.wouldChange.trim() === '') missing.push('wouldChange');
  }
  if (draft.kind === 'moreInformation' && draft.wanted.trim() === '') missing.push('reason');
  if (draft.kind === 'accepted' && draft.value.trim() !== '' && halalasOf(draft.value) === null)
    missing.push('value');
  if (early && draft.earlyReason.trim() === '') missing.push('early');
  if (conflict && draft.conflictNote.trim() === '') missing.push('conflict');
  return missing;
}

/** What is sent, once nothing is missing. */
export function decidedOf(
  draft: DecisionDraft & { readonly kind: DecisionKind },
  found: Pick<CommitteeCase, 'requestId' | 'service'>,
  present: readonly CommitteeMember[],
  nameOf: (id: string) => string,
): DecidedInput {
  const { kind } = draft;
  const times = Number.parseInt(draft.times, 10);
  return {
    requestId: found.requestId,
    kind,
    clause: kind === 'refused' ? clauseOf(draft, nameOf) : '',
    reason: kind === 'refused' ? draft.reason : kind === 'moreInformation' ? draft.wanted : '',
    wouldChange: kind === 'refused' ? draft.wouldChange : '',
    granted:
      kind === 'accepted'
        ? {
            service: found.service,
            note: draft.granted,
            frequency: draft.frequency,
            times:
              draft.frequency === 'once' || !Number.isFinite(times) ? 1 : Math.min(Math.max(times, 1), 120),
            valueHalalas: halalasOf(draft.value),
          }
        : null,
    votes: votesOf(draft, present) ?? [],
    earlyReason: draft.earlyReason,
    conflictNote: draft.conflictNote,
  };
}
