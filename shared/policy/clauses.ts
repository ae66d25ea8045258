import policyClauses from './policy-clauses.json' with { type: 'json' };

/**
 * The board-approved policy, *سياسة تنظيم العلاقة مع المستفيدين*, clause by clause. Wherever it is quoted, on screen,
 * on paper or in a test, the words come from here, whole: no one types or shortens them.
 */

/** SHA-256 of the bytes of policy-clauses.json; a test compares. The file is data of the board: not reformatted. */
export const POLICY_CLAUSES_SHA256 = 'ef37d4c534fce8187a7b2ea0bf95824bfb07d2387c93355cb56d81e9aef1379d';

export const CLAUSE_IDS = [
  ...(['P.1', 'P.2', 'P.3'] as const),
  ...(['G.1'] as const),
  ...(['O.1', 'O.2', 'O.3', 'O.4', 'O.5', 'O.6', 'O.6.a', 'O.6.b', 'O.6.c', 'O.6.d', 'O.7'] as const),
  ...(['C.1', 'C.2', 'C.3', 'C.4', 'C.5', 'C.6', 'C.7', 'C.8'] as const),
  ...(['T.1', 'T.2', 'T.3', 'T.4'] as const),
  ...(['S.0', 'S.1', 'S.2', 'S.3', 'S.4', 'S.5', 'S.6', 'S.7'] as const),
  ...(['A.1'] as const),
] as const;

export type ClauseId = (typeof CLAUSE_IDS)[number];

export const CLAUSE_KINDS = [
  'preamble',
  'general objective',
  'detailed objective',
  'channel',
  'tool',
  'path',
  'step',
  'approval',
] as const;

export type ClauseKind = (typeof CLAUSE_KINDS)[number];

export type Clause = {
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  /** The clause as it is quoted: whole, with the repairs of the scan made. */
  readonly text: string;
  /** The clause as the scan has it. */
  readonly scanned: string;
  readonly repairs: readonly { readonly scanned: string; readonly read: string }[];
  /** What the software does about it, in English; ours, not the policy's. */
  readonly software: string;
};

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);

function readClauses(): ReadonlyMap<ClauseId, Clause> {
  const clauses = new Map<ClauseId, Clause>();
  for (const { id, kind, ...rest } of policyClauses) {
    if (!isOneOf(CLAUSE_IDS, id) || !isOneOf(CLAUSE_KINDS, kind) || clauses.has(id)) {
      throw new Error(`policy-clauses.json: unexpected clause ${id} (${kind})`);
    }
    clauses.set(id, Object.freeze({ id, kind, ...rest }));
  }
  return clauses;
}

const clauses = readClauses();

/** One clause by its id; `clause('S.4').text` is what is quoted. */
export function clause(id: ClauseId): Clause {
  const found = clauses.get(id);
  if (found === undefined) throw new Error(`policy-clauses.json: clause ${id} is missing`);
  return found;
}

/** All clauses, in the order of the policy. */
export const listClauses = (): readonly Clause[] => CLAUSE_IDS.map(clause);
