import type { Signer, SigningMode } from '#shared/sealed/sealed-document.ts';
import type { PaperHead } from './paper-sheets.ts';

/** The signatures of a frozen paper, as they were taken: the page behind its own. */
export interface SignaturesSheet extends PaperHead {
  /** Of the paper, in Arabic; numbers in ASCII digits. */
  readonly title: string;
  readonly version: number;
  /** 16 ASCII digits, as in the foot of the paper. */
  readonly code: string;
  /** SHA-256 of the frozen file, 64 hexadecimal digits: who doubts a copy asks for that very file. */
  readonly pdfSha256: string;
  /** When it was frozen: ISO day and `10:42`. */
  readonly day: string;
  readonly time: string;
  readonly signatures: readonly {
    readonly signer: Signer;
    readonly mode: SigningMode;
    readonly name: string;
    /** Of a witness, masked; empty: not asked. */
    readonly idNumber: string;
    readonly day: string;
    readonly time: string;
    readonly takenByName: string;
    /** PNG of what was drawn on the screen; null of every other way. */
    readonly drawing: Uint8Array | null;
  }[];
}
