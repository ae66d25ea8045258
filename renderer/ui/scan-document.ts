import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf, renderPage } from './pdf-document.ts';

/**
 * Opens a PDF that came from outside, of which nothing is known: a scanner packs black and white as JBIG2 or fax (CCITT)
 * and colours as JPEG 2000, which pdf.js unpacks by code that it fetches when it meets them. The page's policy forbids
 * WebAssembly: the same code as plain JavaScript lies beside the page, in `pdfjs/`. Scripts of the PDF never run.
 * @throws when the bytes cannot be read, or are locked by a password
 */
export const openScan = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  openPdf(bytes, {
    wasmUrl: new URL('pdfjs/', document.baseURI).href,
    // A page as large as a wall must not take the desk's memory.
    canvasMaxAreaInBytes: 256 * 1024 * 1024,
  });

export type Rotation = 0 | 90 | 180 | 270;

/** A page's size in CSS pixels when it is `widthPx` wide. */
export async function measureScanPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  widthPx: number,
  rotation: Rotation,
): Promise<{ widthPx: number; heightPx: number }> {
  const page = await pdf.getPage(pageNumber);
  const natural = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
  return { widthPx, heightPx: (natural.height / natural.width) * widthPx };
}

/** A page of the scan, as wide as asked; null when it was called off. */
export async function drawScanPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  widthPx: number,
  rotation: Rotation,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const page = await pdf.getPage(pageNumber);
  if (signal.aborted) return null;
  const turned = (page.rotate + rotation) % 360;
  const density = Math.min(2, Math.max(1.5, window.devicePixelRatio));
  const natural = page.getViewport({ scale: 1, rotation: turned });
  const viewport = page.getViewport({ scale: (widthPx / natural.width) * density, rotation: turned });
  return renderPage(page, viewport, signal);
}
