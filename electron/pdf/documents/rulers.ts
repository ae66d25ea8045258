import type { Content } from '../arabic/definition.ts';
import { A4, INK_SOFT, lineOf, mm } from '../paper.ts';

const SHORT = mm(1.6);
const MIDDLE = mm(2.6);
const LONG = mm(4);
/** Off the edge of the sheet, where printers print. */
const INSET = mm(6);

const tick = (millimetre: number): number =>
  millimetre % 10 === 0 ? LONG : millimetre % 5 === 0 ? MIDDLE : SHORT;

/** Rulers in millimetres along the upper and the left edge, counted from the edges of the sheet, figures by centimetres. */
export function mmRulers(): Content[] {
  const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    lineWidth: mm(0.12),
    lineColor: INK_SOFT,
  });
  const across: number[] = [];
  for (let at = 10; at <= 200; at += 1) across.push(at);
  const down: number[] = [];
  for (let at = 10; at <= 285; at += 1) down.push(at);
  const figure = (text: string, x: number, y: number): Content => ({
    absolutePosition: { x, y },
    columns: [
      {
        width: mm(8),
        text,
        alignment: 'center',
        direction: 'ltr',
        color: INK_SOFT,
        ...lineOf(6.5, mm(3), { font: 'Plex' }),
      },
    ],
  });
  return [
    {
      absolutePosition: { x: 0, y: 0 },
      alignment: 'left',
      canvas: [
        ...across.map((at) => stroke(mm(at), INSET, mm(at), INSET + tick(at))),
        ...down.map((at) => stroke(INSET, mm(at), INSET + tick(at), mm(at))),
      ],
    },
    ...across
      .filter((at) => at % 20 === 0)
      .map((at) => figure(String(at), mm(at) - mm(4), INSET + LONG + mm(0.3))),
    ...down
      .filter((at) => at % 20 === 0 && mm(at) < A4.height - mm(10))
      .map((at) => figure(String(at), INSET + LONG - mm(1.5), mm(at) - mm(1.5))),
  ];
}
