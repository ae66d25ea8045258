import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { CSS_PIXELS_PER_POINT, drawPage, openPdf } from './pdf-document.ts';
import styles from './pdf-stage.module.css';
import { useLatest } from './use-latest.ts';

/** CSS pixels at 100 %. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/** Drawn before anything is shown: a letter is on screen whole. A book's later pages are drawn as they come into view. */
const AT_ONCE = 6;

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
  /** How many there are, and how large the first one is. */
  readonly onPages: (pages: number, size: SheetSize) => void;
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
      const size = await sheetSize(mine, 1);
      if (!wanted) return void mine.loadingTask.destroy();
      setOpened(mine);
      told.current(mine.numPages, size);
    };
    open().catch((error: unknown) => {
      // Let go while it was being opened: pdf.js refuses what is still under way, and a newer document is coming.
      if (wanted) throw error;
    });
    return () => {
      wanted = false;
      // The pages of this document may still be on screen as canvases; only its worker's side is let go.
      void mine?.loadingTask.destroy();
    };
  }, [pdf, told]);

  useEffect(() => {
    if (opened === null) return undefined;
    const stop = new AbortController();
    let observer: IntersectionObserver | undefined;
    const fill = async (sheet: HTMLElement, page: number): Promise<void> => {
      const canvas = await drawPage(opened, page, zoom, stop.signal);
      if (canvas === null) return;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute(
        'aria-label',
        label.current('letters.preview.sheet', { page, pages: opened.numPages }),
      );
      sheet.style.width = canvas.style.width;
      sheet.style.height = canvas.style.height;
      sheet.replaceChildren(canvas);
    };
    const draw = async (): Promise<void> => {
      const size = await sheetSize(opened, 1);
      const sheets = Array.from({ length: opened.numPages }, () => {
        const sheet = document.createElement('div');
        sheet.className = styles['sheet'] ?? '';
        sheet.dataset['sheet'] = '';
        sheet.style.width = `${size.width * zoom}px`;
        sheet.style.height = `${size.height * zoom}px`;
        return sheet;
      });
      for (const [index, sheet] of sheets.slice(0, AT_ONCE).entries()) await fill(sheet, index + 1);
      if (stop.signal.aborted) return;
      const scroller = holder.current?.parentElement ?? null;
      const top = scroller?.scrollTop ?? 0;
      holder.current?.replaceChildren(...sheets);
      if (scroller !== null) scroller.scrollTop = top;
      if (sheets.length <= AT_ONCE) return;
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            const sheet = target as HTMLDivElement;
            // A book's canvases would fill the memory: what is out of sight is let go.
            if (!isIntersecting) sheet.replaceChildren();
            else if (sheet.firstChild === null) fill(sheet, sheets.indexOf(sheet) + 1).catch(passOver);
          }
        },
        { root: scroller, rootMargin: '100% 0px' },
      );
      for (const sheet of sheets.slice(AT_ONCE)) observer.observe(sheet);
    };
    // A document that was let go while a page was being drawn refuses with an error of its own: a newer one is coming.
    const passOver = (error: unknown): void => {
      if (!stop.signal.aborted && !opened.loadingTask.destroyed) throw error;
    };
    draw().catch(passOver);
    return () => {
      stop.abort();
      observer?.disconnect();
    };
  }, [opened, zoom, label]);

  return <div ref={holder} className={styles['pages']} />;
}

async function sheetSize(pdf: PDFDocumentProxy, page: number): Promise<SheetSize> {
  const { width, height } = (await pdf.getPage(page)).getViewport({ scale: CSS_PIXELS_PER_POINT });
  return { width, height };
}
