/** A point of a drawing, in CSS pixels from the upper left corner; `pressure` from 0 to 1, a half where none is told. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}
export type Stroke = readonly InkPoint[];

export interface InkBounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A dot or a slip of the hand is no signature: that much line, in CSS pixels, is asked for. */
export const LEAST_INK = 60;

/** Width of a line drawn by a mouse or a finger; a pen's grows with its pressure. */
const LINE = 2.2;
const MARGIN = 12;

const lengthOf = (stroke: Stroke): number =>
  stroke.slice(1).reduce((sum, point, index) => {
    const before = stroke[index] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);

/** How long all lines are together, in CSS pixels. */
export const inkLength = (strokes: readonly Stroke[]): number =>
  strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);

/** Whether somebody has written something. */
export const isSigned = (strokes: readonly Stroke[]): boolean => inkLength(strokes) >= LEAST_INK;

/** Where the ink lies, with a margin; null of an empty drawing. */
export function inkBounds(strokes: readonly Stroke[]): InkBounds | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  // Spread over the arguments of one call, a long drawing would be too many of them.
  const least = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b));
  const most = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b));
  const [left, top] = [least(xs) - MARGIN, least(ys) - MARGIN];
  return { left, top, width: most(xs) + MARGIN - left, height: most(ys) + MARGIN - top };
}

/** Of a canvas, what drawing takes: tests hand in their own. */
type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'arc' | 'fill'
> & { lineWidth: number; lineCap: CanvasLineCap; lineJoin: CanvasLineJoin };

/** Lines through the middles of their points: as smooth as a pen's, however few points a slow PC gave. */
export function drawStroke(pen: Pen, stroke: Stroke): void {
  const [first, ...rest] = stroke;
  if (first === undefined) return;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (rest.length === 0) {
    pen.beginPath();
    pen.arc(first.x, first.y, LINE / 2, 0, 2 * Math.PI);
    pen.fill();
    return;
  }
  let from: { readonly x: number; readonly y: number } = first;
  let control: InkPoint = first;
  for (const point of rest) {
    const middle = { x: (control.x + point.x) / 2, y: (control.y + point.y) / 2 };
    pen.beginPath();
    pen.lineWidth = LINE * (0.5 + point.pressure);
    pen.moveTo(from.x, from.y);
    pen.quadraticCurveTo(control.x, control.y, middle.x, middle.y);
    pen.stroke();
    from = middle;
    control = point;
  }
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(control.x, control.y);
  pen.stroke();
}
