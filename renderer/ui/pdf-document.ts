import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives a `?url` import its default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/**
 * Opens a PDF of ours from its bytes. The bytes are copied: pdf.js hands its buffer to the worker, which would empty
 * the one that React still holds.
 */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes.slice(),
    // Nothing is fetched from anywhere: our PDFs embed their fonts and use no compression that needs WebAssembly.
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
  }).promise;

/** Points to CSS pixels at 100 %: 72 points and 96 pixels make an inch. */
export const CSS_PIXELS_PER_POINT = 96 / 72;

/**
 * Draws a page into a fresh canvas. `dir="ltr"`: pdf.js places Arabic glyphs wrongly when the canvas inherits right to
 * left from the page around it.
 * @param zoom 1 is the paper's real size
 */
export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  zoom: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const page = await pdf.getPage(pageNumber);
  if (signal.aborted) return null;
  const density = Math.max(1, window.devicePixelRatio);
  const viewport = page.getViewport({ scale: zoom * CSS_PIXELS_PER_POINT * density });
  const canvas = document.createElement('canvas');
  canvas.dir = 'ltr';
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${canvas.width / density}px`;
  canvas.style.height = `${canvas.height / density}px`;
  const task = page.render({ canvas, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
    return signal.aborted ? null : canvas;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
