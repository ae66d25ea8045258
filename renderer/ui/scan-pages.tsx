import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { drawScanPage, measureScanPage, openScan, type Rotation } from './scan-document.ts';
import css from './scan-stage.module.css';
import { useLatest } from './use-latest.ts';

/** One page: its place is kept from the first moment, and it is drawn while it is near what is on screen. */
function ScanPage({
  pdf,
  number,
  widthPx,
  rotation,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly widthPx: number;
  readonly rotation: Rotation;
}) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number === 1);
  const [heightPx, setHeightPx] = useState(widthPx * Math.SQRT2);
  const label = t('files.pages', { page: number, pages: pdf.numPages });

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: element.closest('[data-scan-table]'),
      rootMargin: '100% 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const show = async (): Promise<void> => {
      const size = await measureScanPage(pdf, number, widthPx, rotation);
      if (stop.signal.aborted) return;
      setHeightPx(size.heightPx);
      if (!near) {
        place.current?.replaceChildren();
        return;
      }
      const canvas = await drawScanPage(pdf, number, widthPx, rotation, stop.signal);
      if (canvas === null) return;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', label);
      place.current?.replaceChildren(canvas);
    };
    show().catch((error: unknown) => {
      if (!stop.signal.aborted && !pdf.loadingTask.destroyed) console.error(error);
    });
    return () => stop.abort();
  }, [pdf, number, widthPx, rotation, near, label]);

  return (
    <div
      ref={place}
      className={css['sheet']}
      data-scan-page={number}
      style={{ width: `${widthPx}px`, height: `${heightPx}px` }}
    />
  );
}

/** The pages of a PDF from outside, one under another. Loaded lazily: pdf.js is half the weight of the desk. */
export function ScanPages({
  bytes,
  widthPx,
  rotation,
  onOpened,
  onFailed,
}: {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly rotation: Rotation;
  readonly onOpened: (pages: number) => void;
  readonly onFailed: () => void;
}) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const opened = useLatest(onOpened);
  const failed = useLatest(onFailed);
  useEffect(() => {
    let wanted = true;
    let mine: PDFDocumentProxy | null = null;
    const open = async (): Promise<void> => {
      mine = await openScan(bytes);
      if (!wanted) return void mine.loadingTask.destroy();
      setPdf(mine);
      opened.current(mine.numPages);
    };
    open().catch(() => {
      if (wanted) failed.current();
    });
    return () => {
      wanted = false;
      void mine?.loadingTask.destroy();
    };
  }, [bytes, opened, failed]);
  if (pdf === null) return null;
  return Array.from({ length: pdf.numPages }, (_, index) => (
    <ScanPage key={index} pdf={pdf} number={index + 1} widthPx={widthPx} rotation={rotation} />
  ));
}
