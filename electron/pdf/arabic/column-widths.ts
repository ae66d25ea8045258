/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import type { MeasuredColumn } from './pdfmake-inside.ts';

const isFlexible = ({ width }: MeasuredColumn): boolean =>
  width === undefined || width === null || width === '*' || width === 'star' || width === 'auto';

/**
 * pdfmake lets a table run off the page when its words are wider than the page. Here the widest flexible columns give
 * way until all fit (none below the level that the others reach), and the over-long words are broken inside their cells.
 */
export function shrinkToFit(columns: readonly MeasuredColumn[], available: number): void {
  const flexible = columns.filter(isFlexible);
  const fixed = columns
    .filter((column) => !isFlexible(column))
    .reduce((sum, { _calcWidth }) => sum + _calcWidth, 0);
  const room = Math.max(0, available - fixed);
  const total = flexible.reduce((sum, { _calcWidth }) => sum + _calcWidth, 0);
  if (flexible.length === 0 || total <= room + 0.01) return;
  const ascending = flexible.map(({ _calcWidth }) => _calcWidth).sort((a, b) => a - b);
  let left = room;
  let cap = room / flexible.length;
  for (const [index, width] of ascending.entries()) {
    cap = left / (ascending.length - index);
    if (width > cap) break;
    left -= width;
  }
  for (const column of flexible) column._calcWidth = Math.min(column._calcWidth, cap);
}
