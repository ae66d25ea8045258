import { useSyncExternalStore } from 'react';
import type { PrintChoice, Printed } from '#shared/printing/print-choice.ts';
import type { PrintDialogStart } from '#renderer/ui/print-dialog.tsx';
import type { ApiError } from './client.ts';

/** How it is sent to a printer: `letters.print` or `papers.print` with a choice. */
export type SendToPrinter = (choice: PrintChoice) => Promise<Printed>;

/** Something that can be printed. */
export interface Printable {
  /** Tells it from everything else that is printed, whatever its title: `letter 12`. */
  readonly key: string;
  /** A number or a name, for the dialog and for what is said afterwards. */
  readonly title: string;
  /** Null where it is not known yet: then every page is printed. */
  readonly pages: number | null;
  readonly send: SendToPrinter;
  /** The same without head and foot, for paper that bears them already. */
  readonly sendPreprinted?: SendToPrinter;
  /** It stands in a register: a print that fails leaves it there untouched, and the message says so. */
  readonly registered?: boolean;
}

/** A dialog that stands, or a job that failed. One of each at a time: a desk has one pair of eyes. */
export interface PrintRequest {
  readonly job: Printable;
  readonly start: PrintDialogStart;
  readonly remembered: string | null;
  /** Why it is asked, when the person did not ask for it. */
  readonly reason?: string;
  /** The print whose missing pages these are. */
  readonly again?: { readonly jobId: number };
  readonly closed: (printed: boolean) => void;
}

export interface FailedPrint {
  readonly job: Printable;
  readonly start: PrintDialogStart;
  readonly error: ApiError;
}

interface PrintState {
  readonly request: PrintRequest | null;
  readonly failed: FailedPrint | null;
}

let state: PrintState = { request: null, failed: null };
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const setPrintState = (change: Partial<PrintState>): void => {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
};

export const usePrintState = (): PrintState => useSyncExternalStore(subscribe, () => state);

/** Whoever sits down next starts with neither. */
export const clearPrintState = (): void => setPrintState({ request: null, failed: null });
