import { IconArrowBackUp, IconEraser } from '@tabler/icons-react';
import { useEffect, useRef, type PointerEvent, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { drawStroke, inkBounds, type InkPoint, type Stroke } from './signature-strokes.ts';
import css from './signature-pad.module.css';

/** Ink on paper: it never follows the theme, and is printed as it is. */
const INK = '#10203a';
const PAPER = '#ffffff';

/** A field to sign in, for mouse, finger and pen; who cannot hold one of them signs on paper. Controlled by its strokes. */
export function SignaturePad({
  label,
  strokes,
  onChange,
  error,
}: {
  /** Whose signature: «توقيع طالبة الدعم: نورة …» */
  readonly label: string;
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
  readonly error?: string | undefined;
}): ReactElement {
  const { t } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<{ readonly pointer: number; readonly points: InkPoint[] } | null>(null);

  useEffect(() => {
    const node = canvas.current;
    if (node === null) return undefined;
    const draw = (): void => {
      const scale = window.devicePixelRatio;
      const { clientWidth, clientHeight } = node;
      node.width = Math.round(clientWidth * scale);
      node.height = Math.round(clientHeight * scale);
      const pen = node.getContext('2d');
      if (pen === null) return;
      pen.scale(scale, scale);
      pen.strokeStyle = INK;
      pen.fillStyle = INK;
      for (const stroke of strokes) drawStroke(pen, stroke);
    };
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(node);
    return () => watch.disconnect();
  }, [strokes]);

  const pointOf = (event: {
    clientX: number;
    clientY: number;
    pressure: number;
    pointerType: string;
  }): InkPoint => {
    const box = canvas.current?.getBoundingClientRect();
    return {
      x: event.clientX - (box?.left ?? 0),
      y: event.clientY - (box?.top ?? 0),
      pressure: event.pointerType === 'pen' ? event.pressure : 0.5,
    };
  };
  const ink = (points: readonly InkPoint[]): void => {
    const pen = canvas.current?.getContext('2d');
    if (pen === null || pen === undefined) return;
    pen.strokeStyle = INK;
    pen.fillStyle = INK;
    drawStroke(pen, points);
  };
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    // A second finger, or the palm of the hand that writes, draws nothing.
    if (event.button !== 0 || current.current !== null) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    current.current = { pointer: event.pointerId, points: [point] };
    ink([point]);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = current.current;
    if (stroke === null || stroke.pointer !== event.pointerId) return;
    // What the hand did between two frames is drawn too: without it a quick signature has corners.
    const between = event.nativeEvent.getCoalescedEvents();
    const points = (between.length > 0 ? between : [event.nativeEvent]).map(pointOf);
    ink([...stroke.points.slice(-2), ...points]);
    stroke.points.push(...points);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = current.current;
    if (stroke === null || stroke.pointer !== event.pointerId) return;
    current.current = null;
    onChange([...strokes, stroke.points]);
  };

  return (
    <div className={css['field']}>
      <div className={css['paper']} data-wrong={error !== undefined || undefined}>
        <canvas
          ref={canvas}
          dir="ltr"
          role="img"
          aria-label={label}
          data-signed={strokes.length > 0 || undefined}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
        <span className={css['line']} aria-hidden="true" />
        {strokes.length === 0 ? (
          <span className={css['hint']} aria-hidden="true">
            {t('sealed.pad.hint')}
          </span>
        ) : null}
      </div>
      <div className={css['tools']}>
        <Button
          kind="quiet"
          size="sm"
          icon={<Icon of={IconArrowBackUp} size="sm" mirror />}
          onClick={() => onChange(strokes.slice(0, -1))}
        >
          {t('sealed.pad.back')}
        </Button>
        <Button kind="quiet" size="sm" icon={<Icon of={IconEraser} size="sm" />} onClick={() => onChange([])}>
          {t('sealed.pad.clear')}
        </Button>
        <span role="status" className={css['error']}>
          {error ?? ''}
        </span>
      </div>
    </div>
  );
}

/** Times as many dots as the screen has: printed at 60 mm wide it has no steps. */
const PICTURE_SCALE = 3;

/** The drawing as a PNG on white, cut to its ink; null of an empty one. */
export async function signaturePng(strokes: readonly Stroke[]): Promise<Uint8Array<ArrayBuffer> | null> {
  const bounds = inkBounds(strokes);
  if (bounds === null) return null;
  const picture = document.createElement('canvas');
  picture.width = Math.ceil(bounds.width * PICTURE_SCALE);
  picture.height = Math.ceil(bounds.height * PICTURE_SCALE);
  const pen = picture.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.scale(PICTURE_SCALE, PICTURE_SCALE);
  pen.translate(-bounds.left, -bounds.top);
  pen.strokeStyle = INK;
  pen.fillStyle = INK;
  for (const stroke of strokes) drawStroke(pen, stroke);
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  picture.toBlob(resolve, 'image/png');
  const blob = await promise;
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}
