import { z } from 'zod';
import { CLAUSE_IDS, type ClauseId } from '../policy/clauses.ts';
import type { PathEvent, PathFacts } from './path-facts.ts';
import { evidenceOf } from './path-evidence.ts';
import { gapsOf } from './path-gaps.ts';
import { EVIDENCE_KINDS, GAP_CODES } from './path-words.ts';
import { stepOfPhase } from './request-machine.ts';
import { REQUEST_EVENTS, stepNumberSchema } from './request.ts';

const clauseIdSchema = z.enum(CLAUSE_IDS);

export const pathEvidenceSchema = z.object({
  clause: clauseIdSchema,
  kind: z.enum(EVIDENCE_KINDS),
  /** A word of `requestPath.detail` that qualifies it; empty: none. */
  detail: z.string(),
  /** As it was recorded: a title, a name, a reason. */
  text: z.string(),
  /** Number or code by which it is found again, ASCII digits. */
  ref: z.string(),
  atMs: z.int().nullable(),
  by: z.string(),
  /** False: voided, withdrawn or cancelled; it stays to be seen. */
  holds: z.boolean(),
});
export type PathEvidence = z.infer<typeof pathEvidenceSchema>;

export const pathGapSchema = z.object({
  clause: clauseIdSchema,
  code: z.enum(GAP_CODES),
  /** What it is about, as recorded; empty: the clause as a whole. */
  text: z.string(),
});
export type PathGap = z.infer<typeof pathGapSchema>;

/** An act of a letter's life is no event of a request: `deed` names it in `requestPath.deed`. */
export const pathActSchema = z.object({
  atMs: z.int(),
  by: z.string(),
  kind: z.union([z.enum(REQUEST_EVENTS), z.literal('deed')]),
  deed: z.string(),
  step: stepNumberSchema.nullable(),
  text: z.string(),
});
export type PathAct = z.infer<typeof pathActSchema>;

export const PATH_STATES = ['done', 'skipped', 'waiting', 'ahead', 'stopped', 'none'] as const;

export const pathClauseSchema = z.object({
  clause: clauseIdSchema,
  /** Null: a clause that is no step of the path. */
  step: stepNumberSchema.nullable(),
  state: z.enum(PATH_STATES),
  acts: z.array(pathActSchema),
  evidence: z.array(pathEvidenceSchema),
  gaps: z.array(pathGapSchema),
});
export type PathClause = z.infer<typeof pathClauseSchema>;

const STEP_CLAUSES = ['S.1', 'S.2', 'S.3', 'S.4', 'S.5', 'S.6', 'S.7'] as const;

/** Under which clause an event stands, where it does not say so itself. */
const CLAUSE_OF_KIND: Readonly<Record<string, ClauseId>> = {
  opened: 'S.1',
  requirement: 'S.6',
  stopped: 'S.5',
  resumed: 'S.5',
  letter: 'C.4',
};

const isClause = (id: string): id is ClauseId => CLAUSE_IDS.some((known) => known === id);

function clauseOf({ clause, kind, step }: PathEvent): ClauseId {
  if (isClause(clause)) return clause;
  const ofStep = step === null ? undefined : STEP_CLAUSES[step - 1];
  // What moves a request as a whole (withdrawn, handed on, its level) is its handling «على مختلف المستويات».
  return ofStep ?? CLAUSE_OF_KIND[kind] ?? 'S.0';
}

function stateOf(facts: PathFacts, step: number): PathClause['state'] {
  const fact = facts.steps.find((one) => one.step === step);
  if (fact?.kind === 'skipped') return 'skipped';
  // Raising alone does not end S.5: «والرد عليه بشأن قبوله أو رفضه».
  const answered =
    step !== 5 || facts.decisions.some((one) => one.voidReason === null && one.kind !== 'moreInformation');
  if (fact !== undefined && answered) return 'done';
  if (step === 7 && facts.state === 'closed') return 'done';
  if (facts.state !== 'open') return 'none';
  if (stepOfPhase(facts.phase) !== step) return 'ahead';
  return facts.stops.some((stop) => stop.untilDay === null) ? 'stopped' : 'waiting';
}

/**
 * The whole path of a request, clause by clause in the policy's order: who did what when, on what evidence, and what has no
 * trace. S.0 to S.7 always stand there; another clause (O.1, O.4, T.4, C.4) where something was done under it.
 * `today`: ISO day.
 */
export function requestPath(facts: PathFacts, today: string): PathClause[] {
  const evidence = evidenceOf(facts);
  const gaps = gapsOf(facts, today);
  const acts = new Map<ClauseId, PathAct[]>();
  for (const event of facts.events) {
    const clause = clauseOf(event);
    const list = acts.get(clause) ?? [];
    acts.set(clause, list);
    const { atMs, by, kind, text } = event;
    list.push({ atMs, by, kind, deed: '', step: event.step as PathAct['step'], text });
  }
  const always: readonly ClauseId[] = ['S.0', ...STEP_CLAUSES];
  return CLAUSE_IDS.filter(
    (id) =>
      always.includes(id) ||
      acts.has(id) ||
      evidence.some(({ clause }) => clause === id) ||
      gaps.some(({ clause }) => clause === id),
  )
    .toSorted((one, other) => rank(one) - rank(other))
    .map((id): PathClause => {
      const index = STEP_CLAUSES.findIndex((clause) => clause === id);
      return {
        clause: id,
        step: index < 0 ? null : ((index + 1) as PathClause['step']),
        state: index < 0 ? 'none' : stateOf(facts, index + 1),
        acts: acts.get(id) ?? [],
        evidence: evidence.filter(({ clause }) => clause === id),
        gaps: gaps.filter(({ clause }) => clause === id),
      };
    });
}

/** The path first, what it leans on after it. */
const rank = (id: ClauseId): number => CLAUSE_IDS.indexOf(id) + (id.startsWith('S.') ? 0 : CLAUSE_IDS.length);

export const gapCount = (path: readonly PathClause[]): number =>
  path.reduce((sum, { gaps }) => sum + gaps.length, 0);
