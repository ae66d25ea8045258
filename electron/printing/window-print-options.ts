import { pagesIn } from '#shared/printing/page-range.ts';
import type { PrintJob } from '../ports/printer.ts';

/** What `webContents.print` of Electron is told: its pages count from 0. `deviceName` null is the system's own choice. */
export const windowPrintOptions = (
  { copies, pageRange = null }: Pick<PrintJob, 'copies' | 'pageRange'>,
  deviceName: string | null,
) => ({
  silent: true,
  copies,
  pageSize: 'A4' as const,
  printBackground: true,
  margins: { marginType: 'none' as const },
  ...(deviceName === null ? {} : { deviceName }),
  ...(pageRange === null
    ? {}
    : { pageRanges: pagesIn(pageRange).map(({ first, last }) => ({ from: first - 1, to: last - 1 })) }),
});
