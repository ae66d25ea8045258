import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Printer } from '../../ports/printer.ts';
import { writeFileSafely } from './write-file-safely.ts';

/** A printer that is a folder (`--print-folder`): each job is a file `0001.pdf` of its very bytes, beside its ticket. */
export const createFolderPrinter = (folder: string): Printer => ({
  listPrinters: async () => [folder],
  printPdf: async ({ bytes, jobName, copies }) => {
    mkdirSync(folder, { recursive: true });
    const before = readdirSync(folder).filter((name) => /^\d{4}\.pdf$/.test(name)).length;
    const job = join(folder, String(before + 1).padStart(4, '0'));
    writeFileSafely(`${job}.json`, Buffer.from(JSON.stringify({ jobName, copies })));
    writeFileSafely(`${job}.pdf`, bytes);
    return { printer: folder };
  },
});
