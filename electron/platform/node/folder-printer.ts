import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import type { PrinterInfo } from '#shared/printing/printing-contract.ts';
import type { Printer } from '../../ports/printer.ts';
import { writeFileSafely } from './write-file-safely.ts';

const asReady = (name: string, index: number): PrinterInfo => ({
  name,
  label: basename(name),
  usual: index === 0,
  state: 'ready',
});

/**
 * A printer that is a folder (`--print-folder`): each job is a file `0001.pdf` of its very bytes, beside its ticket. A
 * folder with folders in it is several printers. What would be opened in the viewer lies in `FOLDER.viewer`.
 */
export function createFolderPrinter(folder: string): Printer {
  const names = (): string[] => {
    try {
      const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      if (inner.length > 0) return inner.map(({ name }) => name).toSorted();
    } catch {
      // It is made with the first job.
    }
    return [folder];
  };
  const put = (into: string, bytes: Uint8Array, ticket: unknown): void => {
    mkdirSync(into, { recursive: true });
    const before = readdirSync(into).filter((name) => /^\d{4}\.pdf$/.test(name)).length;
    const job = join(into, String(before + 1).padStart(4, '0'));
    writeFileSafely(`${job}.json`, Buffer.from(JSON.stringify(ticket)));
    writeFileSafely(`${job}.pdf`, bytes);
  };
  return {
    listPrinters: async () => names().map(asReady),
    printPdf: async ({ bytes, jobName, copies, pageRange = null, media = null, printer = null }) => {
      const all = names();
      const chosen = printer ?? all[0]!;
      if (!all.includes(chosen)) throw new AppError('printerMissing', { printer: chosen });
      try {
        put(chosen === folder ? folder : join(folder, chosen), bytes, {
          jobName,
          copies,
          pageRange,
          ...(media === null ? {} : { media }),
        });
      } catch (cause) {
        throw new AppError('printerFailed', { printer: chosen, reason: 'refused' }, { cause });
      }
      return { printer: chosen, finished: true };
    },
    openInViewer: async (bytes) => put(`${folder}.viewer`, bytes, { viewer: true }),
  };
}
