import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import type { SheetSize } from './pdf-pages.tsx';
import styles from './pdf-stage.module.css';

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }));

/** A4 in CSS pixels at 100 %. */
const PAGE: SheetSize = { width: 793.7, height: 1122.5 };
const STEP = 0.1;
const FIT_STEP = 0.01;
const LEAST = 0.3;
const MOST = 2;

const whole = (zoom: number): number => Math.round(zoom * 100) / 100;

/** The largest step at which a whole page fits the stage. */
function fitZoom(stage: HTMLElement, page: SheetSize): number {
  const room = Math.min((stage.clientWidth - 24) / page.width, (stage.clientHeight - 16) / page.height);
  return whole(Math.min(1.5, Math.max(LEAST, Math.floor(room / FIT_STEP) * FIT_STEP)));
}

/** Which page stands across the middle of the table. */
function pageInView(table: HTMLElement): number {
  const middle = table.getBoundingClientRect().top + table.clientHeight / 2;
  const sheets = [...table.querySelectorAll('[data-sheet]')];
  return Math.max(1, sheets.filter((sheet) => sheet.getBoundingClientRect().top <= middle).length);
}

/**
 * The paper on its table, with page count and zoom. The paper is never themed. While nothing is chosen a whole page
 * fits, whatever the window's size.
 */
export function PaperStage({
  title,
  pdf,
  stale = false,
  waiting = false,
  ribbon,
  notice,
}: {
  readonly title: string;
  readonly pdf: Uint8Array | null;
  /** The newest text could not be set: the paper shows the one before, and says so. */
  readonly stale?: boolean;
  /** Another paper is being made in its place: this one is faint meanwhile. */
  readonly waiting?: boolean;
  /** One word across its corner: what this paper is no more. */
  readonly ribbon?: string;
  /** Why, and what to do: over the paper, so that nothing moves under the hands that type. */
  readonly notice?: ReactNode;
}): ReactElement {
  const { t } = useText();
  const stage = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(0.5);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pages, setPages] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  const [size, setSize] = useState(PAGE);
  const zoom = chosen ?? fit;

  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setFit(fitZoom(element, size)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  const percent = t('letters.preview.percent', { percent: Math.round(zoom * 100) });
  const change = (by: number): void => setChosen(whole(Math.min(MOST, Math.max(LEAST, zoom + by))));
  return (
    <section className={styles['stage']} aria-label={title} data-pane={title}>
      <header className={styles['bar']}>
        <h2>{title}</h2>
        <span className={styles['count']} role="status">
          {pages === null ? '' : t('letters.preview.page', { page, pages })}
          {stale ? `، ${t('letters.preview.stopped')}` : ''}
        </span>
        <IconButton
          label={t('letters.preview.zoomOut')}
          icon={<Icon of={IconZoomOut} />}
          onClick={() => change(-STEP)}
        />
        <button
          type="button"
          className={styles['zoom']}
          aria-label={`${percent}، ${t('letters.preview.zoomFit')}`}
          title={t('letters.preview.zoomFit')}
          onClick={() => setChosen(null)}
        >
          <bdi dir="ltr">{percent}</bdi>
        </button>
        <IconButton
          label={t('letters.preview.zoomIn')}
          icon={<Icon of={IconZoomIn} />}
          onClick={() => change(STEP)}
        />
      </header>
      {notice === undefined || notice === null ? null : <div className={styles['notice']}>{notice}</div>}
      {/* Scrolled by keyboard too: the arrows move a focused region. */}
      <div
        ref={stage}
        className={styles['table']}
        tabIndex={0}
        role="group"
        aria-label={t('letters.preview.paper')}
        aria-busy={waiting}
        style={{ '--zoom': zoom } as CSSProperties}
        onScroll={(event) => setPage(pageInView(event.currentTarget))}
      >
        {pdf === null ? (
          <div className={styles['blank']} aria-busy="true" />
        ) : (
          <Suspense fallback={<div className={styles['blank']} aria-busy="true" />}>
            <PdfPages
              pdf={pdf}
              zoom={zoom}
              onPages={(count, first) => {
                setPages(count);
                // One object for one size: the fit is reckoned anew only when it changes.
                setSize((old) => (old.width === first.width && old.height === first.height ? old : first));
              }}
            />
          </Suspense>
        )}
      </div>
      {ribbon === undefined ? null : (
        <div className={styles['corner']}>
          <strong>{ribbon}</strong>
        </div>
      )}
    </section>
  );
}
