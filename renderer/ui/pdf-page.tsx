import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite makes the address of a file its default export
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef } from 'react';
import css from './pdf-page.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

/** pdf.js garbles Arabic when its canvas inherits right to left. */
const DIRECTION = 'ltr';

async function draw(
  pdf: PDFDocumentProxy,
  width: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const page = await pdf.getPage(1);
  // Twice as fine as the screen at least: a sheet at half its size has letters of 5 px.
  const density = Math.max(window.devicePixelRatio, 2);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * density });
  const canvas = document.createElement('canvas');
  canvas.dir = DIRECTION;
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  try {
    await task.promise;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
  return signal.aborted ? null : canvas;
}

/**
 * The first page of a PDF over the width that is there; the former page stays until the new one is drawn. Load it
 * lazily: pdf.js is half the weight of the desk.
 * @param label what the picture shows, for those who do not see it
 */
export function PdfPage({ pdf, label }: { readonly pdf: Uint8Array; readonly label: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    // Copied: pdf.js hands its buffer to the worker, which would empty the one that React still holds.
    const task = getDocument({ data: pdf.slice(), useWasm: false, useSystemFonts: false, enableXfa: false });
    const show = async (): Promise<void> => {
      const opened = await task.promise;
      const canvas = await draw(opened, holder.current?.clientWidth ?? 600, stop.signal);
      if (canvas === null) return;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', label);
      holder.current?.replaceChildren(canvas);
    };
    show().catch((error: unknown) => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => {
      stop.abort();
      void task.destroy();
    };
  }, [pdf, label]);
  return <div ref={holder} className={css['page']} />;
}
