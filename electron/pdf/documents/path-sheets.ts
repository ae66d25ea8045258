import type { PathClause } from '#shared/requests/request-path.ts';
import type { PaperHead } from './paper-sheets.ts';

/** The whole path of one record on paper. */
export interface PathOnPaper {
  /** In words: «طلب دعم 1448-0001». */
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly path: readonly PathClause[];
  readonly gaps: number;
}

export interface RequestPathSheet extends PaperHead, PathOnPaper {
  /** ISO day. */
  readonly madeOn: string;
  readonly staffName: string;
}

export interface AuditSampleSheet extends PaperHead {
  readonly seed: string;
  readonly asOf: string;
  readonly population: { readonly requests: number; readonly letters: number };
  readonly items: readonly PathOnPaper[];
  readonly madeOn: string;
  readonly staffName: string;
}
