/** One job for a printer. */
export interface PrintJob {
  /** The PDF as it was sealed: these very bytes are printed. */
  readonly bytes: Uint8Array;
  /** What the printer's queue shows. Others may read it: a number, not a person's name. */
  readonly jobName: string;
  readonly copies: number;
  /** One of `listPrinters`; absent or null is the system's own choice. */
  readonly printer?: string | null;
}

export interface Printer {
  /** The names of the system's printers, the usual one first. Empty when there is none. */
  readonly listPrinters: () => Promise<readonly string[]>;
  /**
   * Hands a job over and says where it went: a printer's name, or `viewer` when it was opened in the system's own PDF
   * viewer for the person to print. Errors: printerMissing, printerFailed { reason }; nothing of the person's work
   * depends on it: a job can always be sent again.
   */
  readonly printPdf: (job: PrintJob) => Promise<{ readonly printer: string }>;
}
