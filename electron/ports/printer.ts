import type { PrinterInfo } from '#shared/printing/printing-contract.ts';

/** A sheet that is not A4, as it lies in the PDF. */
export interface PrintMedia {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One job for a printer. */
export interface PrintJob {
  /** The PDF as it was sealed: these very bytes are printed. */
  readonly bytes: Uint8Array;
  /** What the printer's queue shows. Others may read it: a number, not a person's name. */
  readonly jobName: string;
  readonly copies: number;
  /** `1-3,5` in pages from 1; absent or null is every page. */
  readonly pageRange?: string | null;
  /** The sheet the pages are made for; absent or null is A4. */
  readonly media?: PrintMedia | null;
  /** A name of `listPrinters`; absent or null is the system's own choice. */
  readonly printer?: string | null;
}

export interface TakenJob {
  readonly printer: string;
  /** False: the printer has the job and was still at it when waiting for it ended. */
  readonly finished: boolean;
}

/** A job that no printer has taken after so long has failed: nobody stands before a silent printer for longer. */
export const PRINT_TIME_OUT_MS = 30_000;

export interface Printer {
  /** The system's printers, its usual one first. Empty when there is none. */
  readonly listPrinters: () => Promise<readonly PrinterInfo[]>;
  /**
   * Hands a job over and follows it until the printer has it, for `PRINT_TIME_OUT_MS` at most. A job that fails is taken
   * back where it can be, so that it does not come out later beside its second attempt.
   * Errors: printerMissing { printer }, printerFailed { printer, reason, sent? } with the reasons of `PRINT_FAILURES`,
   * `sent` false of a job that was never handed over; nothing of the person's work depends on it: a job can always be
   * sent again.
   */
  readonly printPdf: (job: PrintJob) => Promise<TakenJob>;
  /** Plan B: the system's own PDF viewer, whence the person prints. Error: printerFailed { reason: 'viewer' }. */
  readonly openInViewer: (bytes: Uint8Array) => Promise<void>;
}
