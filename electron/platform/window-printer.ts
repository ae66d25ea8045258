import { pathToFileURL } from 'node:url';
import { BrowserWindow, session, type WebContents, type WebContentsPrintOptions } from 'electron';
import { AppError } from '#shared/app-error.ts';
import { blockNetwork } from '../security/navigation.ts';
import { denyPermissions } from '../security/permissions.ts';
import { windowPrintOptions } from '../printing/window-print-options.ts';
import { withinTime } from '../printing/within-time.ts';
import { PRINT_TIME_OUT_MS, type PrintJob, type Printer } from '../ports/printer.ts';
import { putPaper } from './viewer-printer.ts';

/** How long Chromium's own PDF viewer may take to lay out a paper after its page has loaded. */
const LAYOUT_MS = 1500;

/**
 * Printing through Electron, for systems without CUPS (Windows): a hidden window shows the PDF in Chromium's viewer and
 * prints it. The window has no preload, no network, and a session of its own in memory.
 */
export function createWindowPrinter(
  anyContents: () => WebContents | undefined,
): Omit<Printer, 'openInViewer'> {
  const listPrinters: Printer['listPrinters'] = async () => {
    const asked = anyContents()?.getPrintersAsync() ?? Promise.resolve([]);
    // A printer in the network that sleeps can keep the whole list waiting.
    const late = (): AppError => new AppError('printerFailed', { reason: 'timeout', sent: false });
    const found = await withinTime(PRINT_TIME_OUT_MS, asked, late);
    // Electron no longer tells which of them is the system's own choice, nor whether it is switched on.
    return found.map(({ name, displayName }) => ({
      name,
      label: displayName === '' ? name : displayName,
      usual: found.length === 1,
      state: 'ready' as const,
    }));
  };
  return {
    listPrinters,
    async printPdf(job) {
      const printers = await listPrinters();
      const wanted = job.printer ?? (printers.length === 1 ? printers[0]!.name : null);
      if (printers.length === 0 || (wanted !== null && !printers.some(({ name }) => name === wanted)))
        throw new AppError('printerMissing', { printer: wanted ?? '' });
      await printInWindow(job, wanted);
      // Nobody chose among several: the system prints where it always does, and does not say where that is.
      return { printer: wanted ?? 'default', finished: true };
    },
  };
}

async function printInWindow(job: PrintJob, deviceName: string | null): Promise<void> {
  const own = session.fromPartition('print', { cache: false });
  blockNetwork(own);
  denyPermissions(own);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      plugins: true,
    },
  });
  const named = deviceName === null ? {} : { printer: deviceName };
  const failed = (reason: string, said?: string): AppError =>
    new AppError('printerFailed', { ...named, reason, ...(said === undefined ? {} : { said }) });
  const options: WebContentsPrintOptions = windowPrintOptions(job, deviceName);
  const print = async (): Promise<void> => {
    await window.loadURL(pathToFileURL(putPaper(job.bytes)).href);
    await new Promise((done) => setTimeout(done, LAYOUT_MS));
    await new Promise<void>((done, fail) => {
      window.webContents.print(options, (printed, reason) =>
        printed ? done() : fail(failed(reason.includes('cancel') ? 'cancelled' : 'refused', reason)),
      );
    });
  };
  try {
    await withinTime(PRINT_TIME_OUT_MS, print(), () => failed('timeout'));
  } finally {
    window.destroy();
  }
}
