import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import { openPdf, renderPage } from './pdf-document.ts';
import css from './pdf-page.module.css';

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
  return renderPage(page, viewport, signal);
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
    let opened: PDFDocumentProxy | undefined;
    const show = async (): Promise<void> => {
      opened = await openPdf(pdf);
      if (stop.signal.aborted) return opened.loadingTask.destroy();
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
      void opened?.loadingTask.destroy();
    };
  }, [pdf, label]);
  return <div ref={holder} className={css['page']} />;
}
