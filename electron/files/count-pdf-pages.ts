/**
 * How many pages a PDF has, or null when it cannot be told (damaged, or locked by a password): it is kept all the same,
 * as it came. Reads in small steps, so that the desk's other calls are answered meanwhile.
 */
export async function countPdfPages(bytes: Uint8Array): Promise<number | null> {
  // Loaded at the first PDF: nothing of the start waits for it.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    const pages = document.getPageCount();
    return pages > 0 ? pages : null;
  } catch {
    return null;
  }
}
