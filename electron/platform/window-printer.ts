import { pathToFileURL } from 'node:url';
import { BrowserWindow, session, type WebContents } from 'electron';
import { AppError } from '#shared/app-error.ts';
import { blockNetwork } from '../security/navigation.ts';
import { denyPermissions } from '../security/permissions.ts';
import type { PrintJob, Printer } from '../ports/printer.ts';
import { putPaper } from './viewer-printer.ts';

/** How long Chromium's own PDF viewer may take to lay out a paper after its page has loaded. */
const LAYOUT_MS = 1500;

/**
 * Printing through Electron, for systems without CUPS (Windows): a hidden window shows the PDF in Chromium's viewer and
 * prints it. The window has no preload, no network, and a session of its own in memory.
 */
export function createWindowPrinter(anyContents: () => WebContents | undefined): Printer {
  const listPrinters = async (): Promise<readonly string[]> => {
    const found = (await anyContents()?.getPrintersAsync()) ?? [];
    return found.map(({ name }) => name);
  };
  return {
    listPrinters,
    async printPdf(job) {
      const names = await listPrinters();
      const chosen = job.printer ?? names[0];
      if (chosen === undefined || !names.includes(chosen))
        throw new AppError('printerMissing', { printer: chosen ?? '' });
      await printInWindow(job, chosen);
      return { printer: chosen };
    },
  };
}

async function printInWindow({ bytes, copies }: PrintJob, deviceName: string): Promise<void> {
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
  try {
    await window.loadURL(pathToFileURL(putPaper(bytes)).href);
    await new Promise((done) => setTimeout(done, LAYOUT_MS));
    await new Promise<void>((done, fail) => {
      window.webContents.print(
        {
          silent: true,
          deviceName,
          copies,
          pageSize: 'A4',
          printBackground: true,
          margins: { marginType: 'none' },
        },
        (printed, reason) =>
          printed ? done() : fail(new AppError('printerFailed', { printer: deviceName, reason })),
      );
    });
  } finally {
    window.destroy();
  }
}
