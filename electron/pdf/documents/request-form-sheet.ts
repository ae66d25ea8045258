import type { PaperHead } from './paper-sheets.ts';

/** A datum of the form with how it stands: matched to its original, told, or not asked after. */
export interface RequestFormRow {
  readonly label: string;
  readonly text: string;
  /** An id, a phone or an IBAN: its digits as they are. */
  readonly code: boolean;
  readonly mark: 'matched' | 'told' | 'open';
}

/** طلب دعم مستفيد (T.4) as the register fills it, in Arabic words with ASCII digits; identity whole. */
export interface RequestFormSheet extends PaperHead {
  /** Null: it was not raised yet. */
  readonly requestNumber: string | null;
  readonly fileNumber: string | null;
  /** ISO day. */
  readonly madeOn: string;
  readonly staffName: string;
  /** «طالبة الدعم» */
  readonly applicantTitle: string;
  readonly applicantName: string;
  readonly level: string;
  readonly rows: readonly RequestFormRow[];
  /** Everybody of the household: what they are to its head, and how old. */
  readonly members: readonly { readonly name: string; readonly relation: string; readonly age: string }[];
  readonly amounts: readonly { readonly name: string; readonly kind: string; readonly monthly: string }[];
  /** What is asked for, and what the service asks. */
  readonly asked: readonly { readonly label: string; readonly text: string }[];
  readonly requirements: readonly { readonly name: string; readonly state: string }[];
}
