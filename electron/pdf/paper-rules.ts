import type { CanvasNode } from './arabic/definition.ts';
import { mm, RULE } from './paper.ts';

const stroke = (y: number, x1: number, x2: number, thickness: number) => ({
  type: 'rect',
  x: x1,
  y,
  w: x2 - x1,
  h: thickness,
  color: RULE,
});

const RULE_THICK = mm(0.7);
const RULE_THIN = mm(0.2);

const DIAMOND_CENTRE = mm(0.82);
const DIAMOND_HALF = mm(1.75);
/** What the rule takes of the flow: down to the lowest point of its diamond. */
export const HEAD_RULE_HEIGHT = DIAMOND_CENTRE + DIAMOND_HALF;

/** Thick over thin, parted in the middle by a diamond. */
export function headRule(width: number): CanvasNode {
  const middle = width / 2;
  const half = mm(2.75);
  const centre = DIAMOND_CENTRE;
  const diamond = DIAMOND_HALF;
  return {
    alignment: 'left',
    canvas: [
      stroke(0, 0, middle - half, RULE_THICK),
      stroke(0, middle + half, width, RULE_THICK),
      stroke(mm(1.45), 0, middle - half, RULE_THIN),
      stroke(mm(1.45), middle + half, width, RULE_THIN),
      {
        type: 'polyline',
        lineWidth: mm(0.5),
        lineColor: RULE,
        closePath: true,
        points: [
          { x: middle, y: centre - diamond },
          { x: middle + diamond, y: centre },
          { x: middle, y: centre + diamond },
          { x: middle - diamond, y: centre },
        ],
      },
    ],
  };
}

/** The foot repeats the rule, without its diamond. */
export const footRule = (width: number): CanvasNode => ({
  alignment: 'left',
  canvas: [stroke(0, 0, width, RULE_THICK), stroke(mm(1.25), 0, width, RULE_THIN)],
});

/** Under the short head of later pages. */
export const thinRule = (width: number): CanvasNode => ({
  alignment: 'left',
  canvas: [stroke(0, 0, width, mm(0.35))],
});
