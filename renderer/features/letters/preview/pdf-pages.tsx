import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { drawPage, openPdf } from './pdf-document.ts';
import styles from './preview.module.css';

/**
 * The pages of a PDF, drawn under one another. The pages on screen stay until the new ones are ready: nothing flashes
 * while a person types. Loaded lazily: pdf.js is half the weight of the desk.
 */
export function PdfPages({
  pdf,
  zoom,
  onPages,
}: {
  readonly pdf: Uint8Array;
  /** 1 is the paper's real size. */
  readonly zoom: number;
  readonly onPages: (pages: number) => void;
}): ReactElement {
  const { t } = useText();
  const holder = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  const told = useLatest(onPages);
  const label = useLatest(t);

  useEffect(() => {
    let wanted = true;
    let mine: PDFDocumentProxy | null = null;
    const open = async (): Promise<void> => {
      mine = await openPdf(pdf);
      if (!wanted) return void mine.loadingTask.destroy();
      setOpened(mine);
      told.current(mine.numPages);
    };
    void open();
    return () => {
      wanted = false;
      // The pages of this document may still be on screen as canvases; only its worker's side is let go.
      void mine?.loadingTask.destroy();
    };
  }, [pdf, told]);

  useEffect(() => {
    if (opened === null) return undefined;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const canvases: HTMLCanvasElement[] = [];
      for (let page = 1; page <= opened.numPages; page += 1) {
        const canvas = await drawPage(opened, page, zoom, stop.signal);
        if (canvas === null) return;
        canvas.className = styles['sheet'] ?? '';
        canvas.setAttribute('role', 'img');
        canvas.setAttribute(
          'aria-label',
          label.current('letters.preview.sheet', { page, pages: opened.numPages }),
        );
        canvases.push(canvas);
      }
      const scroller = holder.current?.parentElement;
      const top = scroller?.scrollTop ?? 0;
      holder.current?.replaceChildren(...canvases);
      if (scroller !== null && scroller !== undefined) scroller.scrollTop = top;
    };
    // A document that was let go while a page was being drawn refuses with an error of its own: a newer one is coming.
    draw().catch((error: unknown) => {
      if (!stop.signal.aborted && !opened.loadingTask.destroyed) throw error;
    });
    return () => stop.abort();
  }, [opened, zoom, label]);

  return <div ref={holder} className={styles['pages']} />;
}
