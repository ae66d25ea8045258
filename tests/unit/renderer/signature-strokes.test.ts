import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawStroke,
  inkBounds,
  inkLength,
  isSigned,
  LEAST_INK,
  type Stroke,
} from '#renderer/ui/signature-strokes.ts';

const at = (x: number, y: number) => ({ x, y, pressure: 0.5 });
const point = fc.record({
  x: fc.double({ min: 0, max: 600, noNaN: true }),
  y: fc.double({ min: 0, max: 200, noNaN: true }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
});
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), { maxLength: 6 });

/** A pen that remembers what it was told. */
function recorder() {
  const acts: string[] = [];
  const say =
    (name: string) =>
    (...values: readonly unknown[]): void => {
      acts.push(`${name} ${values.map((value) => Math.round(Number(value))).join(' ')}`.trim());
    };
  return {
    acts,
    pen: {
      lineWidth: 0,
      lineCap: 'butt' as CanvasLineCap,
      lineJoin: 'miter' as CanvasLineJoin,
      beginPath: say('begin'),
      moveTo: say('move'),
      lineTo: say('line'),
      quadraticCurveTo: say('curve'),
      stroke: say('stroke'),
      arc: say('arc'),
      fill: say('fill'),
    },
  };
}

describe('a drawn signature', () => {
  it('is one from sixty pixels of line on: a dot or a slip of the hand is none', () => {
    expect(isSigned([])).toBe(false);
    expect(isSigned([[at(10, 10)]])).toBe(false);
    expect(isSigned([[at(0, 0), at(LEAST_INK - 1, 0)]])).toBe(false);
    expect(
      isSigned([
        [at(0, 0), at(30, 0)],
        [at(0, 9), at(30, 9)],
      ]),
    ).toBe(true);
  });

  it('is as long as all its lines, wherever on the pad it stands', () => {
    fc.assert(
      fc.property(strokes, fc.integer({ min: -50, max: 50 }), (drawn, by) => {
        const moved = drawn.map((stroke) => stroke.map((one) => ({ ...one, x: one.x + by, y: one.y + by })));
        expect(inkLength(moved)).toBeCloseTo(inkLength(drawn), 3);
        expect(inkLength(drawn)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is cut to its ink: every point lies within its bounds, with a margin all around', () => {
    expect(inkBounds([])).toBeNull();
    fc.assert(
      fc.property(strokes, (drawn) => {
        const bounds = inkBounds(drawn);
        for (const { x, y } of drawn.flat()) {
          expect(x - (bounds?.left ?? 0)).toBeGreaterThan(0);
          expect((bounds?.left ?? 0) + (bounds?.width ?? 0) - x).toBeGreaterThan(0);
          expect(y - (bounds?.top ?? 0)).toBeGreaterThan(0);
          expect((bounds?.top ?? 0) + (bounds?.height ?? 0) - y).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is drawn from its first point to its last, a tap as a dot', () => {
    const dot = recorder();
    drawStroke(dot.pen, [at(5, 6)]);
    expect(dot.acts.map((act) => act.split(' ')[0])).toEqual(['begin', 'arc', 'fill']);
    const line = recorder();
    const stroke: Stroke = [at(0, 0), at(10, 0), at(20, 10)];
    drawStroke(line.pen, stroke);
    expect(line.acts[1]).toBe('move 0 0');
    expect(line.acts.at(-2)).toBe('line 20 10');
    const none = recorder();
    drawStroke(none.pen, []);
    expect(none.acts).toEqual([]);
  });
});
