import type { PaperHead } from './paper-sheets.ts';

/** What the applicant answers for (S.4), to be frozen; texts in Arabic, ASCII digits. */
export interface AttestationSheet extends PaperHead {
  readonly code: string;
  readonly requestNumber: string | null;
  /** «طالبة الدعم» */
  /** Over what was told: «كما ذكرته طالبة الدعم». */
  readonly told: string;
  /** Who came for the applicant, and on which deed. */
  readonly represented: { readonly label: string; readonly value: string } | null;
  readonly fields: readonly { readonly label: string; readonly text: string; readonly matched: boolean }[];
  /** The policy's sentence, whole. */
  readonly clause: string;
  readonly declaration: string;
  readonly signerTitle: string;
  readonly signerName: string;
  readonly officerName: string;
  readonly officerStatement: string;
  readonly day: string;
}
