import type { WebContents } from 'electron';
import { AppError } from '#shared/app-error.ts';
import type { Printer } from '../ports/printer.ts';
import { createCupsPrinter, hasCups } from './node/cups-printer.ts';
import { createFolderPrinter } from './node/folder-printer.ts';
import { openInViewer } from './viewer-printer.ts';
import { createWindowPrinter } from './window-printer.ts';

export interface PrinterSetting {
  /** `--print-folder`: for tests and machines without a printer. */
  readonly printFolder: string | undefined;
  readonly anyContents: () => WebContents | undefined;
}

/**
 * The desk's printer: the folder when one is named, else CUPS where it is, else Electron's own printing. What fails says
 * so: the viewer is opened by the person's own choice, never in the printer's place.
 */
export function createPrinter({ printFolder, anyContents }: PrinterSetting): Printer {
  if (printFolder !== undefined) return createFolderPrinter(printFolder);
  // Asked for at the first job: looking for CUPS runs a program, which the desk's start does not wait for.
  let found: Promise<Omit<Printer, 'openInViewer'>> | null = null;
  const system = (): Promise<Omit<Printer, 'openInViewer'>> =>
    (found ??= hasCups().then((cups) => (cups ? createCupsPrinter() : createWindowPrinter(anyContents))));
  return {
    listPrinters: async () => (await system()).listPrinters(),
    async printPdf(job) {
      try {
        return await (await system()).printPdf(job);
      } catch (error) {
        throw asPrinterError(error);
      }
    },
    openInViewer,
  };
}

const asPrinterError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('printerFailed', { reason: 'system' }, { cause: error });
