import { IconFileText, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { fileKind, type MediaType } from '#shared/files/stored-file.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import type { Rotation } from './scan-document.ts';
import css from './scan-stage.module.css';
import { EmptyState, ErrorBlock } from './states.tsx';

const ScanPages = lazy(async () => ({ default: (await import('./scan-pages.tsx')).ScanPages }));

const LEAST = 0.5;
const MOST = 4;
const STEP = 0.25;

/** A picture as it lies in memory, under an address that lives as long as it is shown. */
function ScanPicture({
  bytes,
  mediaType,
  widthPx,
  rotation,
  name,
  onFailed,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: MediaType;
  readonly widthPx: number;
  readonly rotation: Rotation;
  readonly name: string;
  readonly onFailed: () => void;
}) {
  const image = useRef<HTMLImageElement>(null);
  const [ratio, setRatio] = useState<number | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    if (image.current !== null) image.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  const lying = rotation % 180 === 90;
  // Height over width of what is seen; until the picture has come, a sheet's.
  const seen = ratio === null ? Math.SQRT2 : lying ? 1 / ratio : ratio;
  const heightPx = widthPx * seen;
  return (
    <div
      className={css['sheet']}
      data-scan-page="1"
      style={{ width: `${widthPx}px`, height: `${heightPx}px` }}
    >
      <img
        ref={image}
        alt={name}
        className={css['picture']}
        style={{
          width: `${lying ? heightPx : widthPx}px`,
          height: `${lying ? widthPx : heightPx}px`,
          transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
        }}
        onLoad={({ currentTarget: loaded }) => setRatio(loaded.naturalHeight / loaded.naturalWidth)}
        onError={onFailed}
      />
    </div>
  );
}

/**
 * A scan on its table: a PDF's pages or a picture, over the width that is there, larger or turned by its buttons or by
 * `+`, `-` and `R` while the table has the focus. What is neither says so. Give it the file's address as its `key`.
 */
export function ScanStage({
  title,
  name,
  bytes,
  mediaType,
  actions,
  lead,
}: {
  readonly title: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: MediaType;
  readonly actions?: ReactNode;
  /** Before the tools: a chooser of which file. */
  readonly lead?: ReactNode;
}) {
  const { t } = useText();
  const table = useRef<HTMLDivElement>(null);
  const [roomPx, setRoomPx] = useState(480);
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState<Rotation>(0);
  const [pages, setPages] = useState(1);
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);
  const kind = fileKind(mediaType);
  const shown = kind === 'pdf' || kind === 'picture';

  useEffect(() => {
    const element = table.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setRoomPx(Math.max(160, element.clientWidth - 32)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const change = (by: number): void => setZoom((now) => Math.min(MOST, Math.max(LEAST, now + by)));
  const turn = (): void => setRotation((now) => ((now + 90) % 360) as Rotation);
  const widthPx = Math.round(Math.min(roomPx, 900) * zoom);
  const percent = t('files.percent', { percent: Math.round(zoom * 100) });
  return (
    <section className={css['stage']} aria-label={title} data-pane={title} tabIndex={-1}>
      <header className={css['bar']}>
        <h2>{title}</h2>
        {lead}
        <span className={css['count']} role="status">
          {kind === 'pdf' && !failed ? t('files.pages', { page, pages }) : ''}
        </span>
        {shown && !failed ? (
          <>
            <IconButton label={t('files.rotate')} icon={<Icon of={IconRotateClockwise} />} onClick={turn} />
            <IconButton
              label={t('files.zoomOut')}
              icon={<Icon of={IconZoomOut} />}
              onClick={() => change(-STEP)}
            />
            <button
              type="button"
              className={css['zoom']}
              aria-label={`${percent}، ${t('files.fit')}`}
              title={t('files.fit')}
              onClick={() => setZoom(1)}
            >
              <bdi dir="ltr">{percent}</bdi>
            </button>
            <IconButton
              label={t('files.zoomIn')}
              icon={<Icon of={IconZoomIn} />}
              onClick={() => change(STEP)}
            />
          </>
        ) : null}
        {actions}
      </header>
      {/* Scrolled by keyboard too: the arrows move a focused region. */}
      <div
        ref={table}
        className={css['table']}
        data-scan-table=""
        tabIndex={0}
        role="group"
        aria-label={name}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.key === '+' || event.key === '=') change(STEP);
          else if (event.key === '-') change(-STEP);
          else if (event.code === 'KeyR') turn();
          else return;
          event.preventDefault();
        }}
        onScroll={(event) => {
          const { top, height } = event.currentTarget.getBoundingClientRect();
          const sheets = [...event.currentTarget.querySelectorAll('[data-scan-page]')];
          const passed = sheets.filter((sheet) => sheet.getBoundingClientRect().top <= top + height / 2);
          setPage(Math.max(1, passed.length));
        }}
      >
        <div className={css['pages']}>
          {failed ? (
            <ErrorBlock title={t('files.unreadable')} text={t('files.unreadableHelp')} />
          ) : kind === 'pdf' ? (
            <Suspense fallback={<div className={css['sheet']} aria-busy="true" />}>
              <ScanPages
                bytes={bytes}
                widthPx={widthPx}
                rotation={rotation}
                onOpened={setPages}
                onFailed={() => setFailed(true)}
              />
            </Suspense>
          ) : kind === 'picture' ? (
            <ScanPicture
              bytes={bytes}
              mediaType={mediaType}
              widthPx={widthPx}
              rotation={rotation}
              name={name}
              onFailed={() => setFailed(true)}
            />
          ) : (
            <EmptyState icon={IconFileText} text={t('files.noPreview')} />
          )}
        </div>
      </div>
    </section>
  );
}
