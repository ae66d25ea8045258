import type { Letterhead } from '#shared/organisation/profile.ts';
import { ltr, ltrGroups, rtlColumns } from './arabic/content.ts';
import type { Content } from './arabic/definition.ts';
import { paperBox } from './letterhead.ts';
import { textWidth, type MeasuredStyle } from './measure-text.ts';
import { BAR, FOOT_SIZE, INK, INK_SOFT, lineOf, mm } from './paper.ts';
import { footRule } from './paper-rules.ts';

const LEADING = mm(4.8);
const ABOVE = mm(2.6);
const IBAN_ABOVE = mm(0.6);
const LEAST_GAP = mm(4);
const LEAST_SIZE = 6.75;
const FONT = 'Plex' as const;

interface FootRow {
  readonly items: readonly string[];
  readonly size: number;
}

/** Free of text above the foot's rule. */
const FOOT_GAP = mm(4.2);

/** From the end of the text to the lower edge of the sheet, in points. */
export function bottomMargin(letterhead: Letterhead): number {
  const rows = footRows(letterhead).length;
  return (
    paperBox(letterhead).footBottom +
    FOOT_GAP +
    ABOVE +
    rows * LEADING +
    (letterhead.footer.iban === '' ? 0 : IBAN_ABOVE + LEADING)
  );
}

/** The foot of every page: address, telephone, e-mail, handle and link with thin bars between, the IBAN below. */
export function foot(letterhead: Letterhead): Content {
  const { left, width } = paperBox(letterhead);
  const rows = footRows(letterhead);
  const { iban } = letterhead.footer;
  return {
    margin: [left, FOOT_GAP, left, 0],
    stack: [
      footRule(width),
      { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, ABOVE - mm(1.45), 0, 0] },
      ...rows.flatMap((row) => rowContent(row, width)),
      ...(iban === '' ? [] : [ibanLine(iban)]),
    ],
  };
}

/** What is empty leaves no bar behind. What does not fit on one line is set smaller, then on two. */
function footRows(letterhead: Letterhead): FootRow[] {
  const { address, phone, email, handle, link } = letterhead.footer;
  const { width } = paperBox(letterhead);
  const items = [
    address,
    ...[phone, email, handle, link].filter((text) => text !== '').map((text) => ltr(text)),
  ].filter((text) => text !== '');
  if (items.length === 0) return [];
  const lengthOf = (row: readonly string[], size: number): number =>
    row.reduce((sum, text) => sum + textWidth(text, { font: FONT, size }), 0) + (row.length - 1) * LEAST_GAP;
  for (let size = FOOT_SIZE; size >= LEAST_SIZE; size -= 0.25) {
    if (lengthOf(items, size) <= width) return [{ items, size }];
  }
  const rows: string[][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last && lengthOf([...last, item], FOOT_SIZE) <= width) last.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => ({
    items: row,
    size: Math.min(FOOT_SIZE, (FOOT_SIZE * width) / lengthOf(row, FOOT_SIZE)),
  }));
}

function rowContent({ items, size }: FootRow, width: number): Content[] {
  const style: MeasuredStyle = { font: FONT, size };
  const line = { ...lineOf(size, LEADING, { font: FONT }), color: INK, noWrap: true };
  if (items.length === 1) return [{ text: items[0] ?? '', alignment: 'center', ...line }];
  const widths = items.map((text) => textWidth(text, style));
  const gap = (width - widths.reduce((sum, one) => sum + one, 0)) / (items.length - 1);
  // A hair more room than measured: rounding must not break a line.
  const spare = 0.05;
  let x = width;
  const bars = widths.slice(0, -1).map((one) => {
    x -= one + gap;
    return {
      type: 'rect',
      x: x + gap / 2 - mm(0.1),
      y: LEADING / 2 - mm(1.5),
      w: mm(0.2),
      h: mm(3),
      color: BAR,
    };
  });
  return [
    { relativePosition: { x: 0, y: 0 }, alignment: 'left', canvas: bars },
    rtlColumns({
      columns: items.flatMap((text, index) => [
        ...(index === 0 ? [] : [{ stack: [], width: gap - spare }]),
        { text, width: (widths[index] ?? 0) + spare, ...line },
      ]),
    }),
  ];
}

const ibanLine = (iban: string): Content => ({
  alignment: 'center',
  ...lineOf(FOOT_SIZE, LEADING, { above: IBAN_ABOVE, font: FONT }),
  text: [
    { text: 'الآيبان\u00A0\u00A0\u00A0', color: INK_SOFT },
    {
      text: ltrGroups(iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')),
      font: 'Plex Medium',
      characterSpacing: 0.02 * FOOT_SIZE,
      color: INK,
    },
  ],
});
