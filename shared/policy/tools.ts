import { clause, type ClauseId } from './clauses.ts';

/** The officer's four tools (T.1–T.4), «اللوائح والأدلة» on screen: three documents and one form. */
export const TOOL_CODES = [
  'bylaws',
  'socialResearchGuide',
  'supportPolicyGuide',
  'supportRequestForm',
] as const;

export type ToolCode = (typeof TOOL_CODES)[number];

export type Tool = {
  readonly code: ToolCode;
  readonly clauseId: ClauseId;
  /** The policy's own name of the tool. */
  readonly name: string;
  readonly kind: 'document' | 'form';
};

const CLAUSES = {
  bylaws: 'T.1',
  socialResearchGuide: 'T.2',
  supportPolicyGuide: 'T.3',
  supportRequestForm: 'T.4',
} as const satisfies Record<ToolCode, ClauseId>;

/** One tool by its code. */
export const tool = (code: ToolCode): Tool => ({
  code,
  clauseId: CLAUSES[code],
  name: clause(CLAUSES[code]).text,
  kind: code === 'supportRequestForm' ? 'form' : 'document',
});

export const TOOLS: readonly Tool[] = TOOL_CODES.map(tool);
