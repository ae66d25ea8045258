import {
  getDocument,
  GlobalWorkerOptions,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives a `?url` import its default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/**
 * Opens a PDF of ours from its bytes. The bytes are copied: pdf.js hands its buffer to the worker, which would empty
 * the one that React still holds.
 * @param beyond what a PDF that is not ours needs besides
 */
export const openPdf = (
  bytes: Uint8Array,
  beyond: { readonly wasmUrl?: string; readonly canvasMaxAreaInBytes?: number } = {},
): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes.slice(),
    // Nothing is fetched from anywhere: our PDFs embed their fonts and use no compression that needs WebAssembly.
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    ...beyond,
  }).promise;

/**
 * Draws a page into a fresh canvas; null when it was called off. `dir="ltr"`: pdf.js places Arabic glyphs wrongly when the
 * canvas inherits right to left from the page around it.
 */
export async function renderPage(
  page: PDFPageProxy,
  viewport: PageViewport,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (signal.aborted) return null;
  const canvas = document.createElement('canvas');
  canvas.dir = 'ltr';
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
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

/** Points to CSS pixels at 100 %: 72 points and 96 pixels make an inch. */
export const CSS_PIXELS_PER_POINT = 96 / 72;

/**
 * A page at its size on the screen.
 * @param zoom 1 is the paper's real size
 */
export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  zoom: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const page = await pdf.getPage(pageNumber);
  const density = Math.max(1, window.devicePixelRatio);
  const viewport = page.getViewport({ scale: zoom * CSS_PIXELS_PER_POINT * density });
  const canvas = await renderPage(page, viewport, signal);
  if (canvas === null) return null;
  canvas.style.width = `${canvas.width / density}px`;
  canvas.style.height = `${canvas.height / density}px`;
  return canvas;
}
