import { pagesIn } from '#shared/printing/page-range.ts';
import type { PrintJob } from '../ports/printer.ts';

/** What `webContents.print` of Electron is told: its pages count from 0. `deviceName` null is the system's own choice. */
export const windowPrintOptions = (
  { copies, pageRange = null, media = null }: Pick<PrintJob, 'copies' | 'pageRange' | 'media'>,
  deviceName: string | null,
) => ({
  silent: true,
  copies,
  // Another sheet is told in microns.
  pageSize: media === null ? ('A4' as const) : { width: media.widthMm * 1000, height: media.heightMm * 1000 },
  printBackground: true,
  margins: { marginType: 'none' as const },
  ...(deviceName === null ? {} : { deviceName }),
  ...(pageRange === null
    ? {}
    : { pageRanges: pagesIn(pageRange).map(({ first, last }) => ({ from: first - 1, to: last - 1 })) }),
});
