import type { Letterhead } from '#shared/organisation/profile.ts';
import { ltr, rtlColumns } from './arabic/content.ts';
import type { Content } from './arabic/definition.ts';
import {
  CODE_LABEL,
  codeGroups,
  labelledGroups,
  labelledWidth,
  qrDrawing,
  QR_QUIET,
  QR_SIZE,
} from './letter-code.ts';
import { paperBox } from './letterhead.ts';
import { textWidth, type MeasuredStyle } from './measure-text.ts';
import { BAR, FOOT_SIZE, INK, lineOf, mm } from './paper.ts';
import { footRule } from './paper-rules.ts';

const LEADING = mm(4.8);
const ABOVE = mm(2.6);
const IBAN_ABOVE = mm(0.6);
const LEAST_GAP = mm(4);
const LEAST_SIZE = 6.75;
const FONT = 'Plex' as const;
/** Height of the rule. */
const FOOT_RULE = mm(1.45);

interface FootRow {
  readonly items: readonly string[];
  readonly size: number;
}

/** Free of text above the foot's rule. */
const FOOT_GAP = mm(4.2);

/** From the top of the foot's rule to the top of the code's drawing. */
const QR_ABOVE = FOOT_RULE + QR_QUIET;
/** What the drawing takes across, with the white that it needs towards the texts. */
const QR_ROOM = QR_SIZE + mm(3.2);

/**
 * From the end of the text to the lower edge of the sheet, in points. The code's room is kept whether there is one or
 * not: a draft must break its pages where the issued letter will.
 */
export function bottomMargin(letterhead: Letterhead): number {
  const rows = footRows(letterhead, true).length;
  const texts = ABOVE + rows * LEADING + (letterhead.footer.iban === '' ? 0 : IBAN_ABOVE + LEADING);
  return paperBox(letterhead).footBottom + FOOT_GAP + Math.max(texts, QR_ABOVE + QR_SIZE);
}

/**
 * The foot of every page: address, telephone, e-mail, handle and link with thin bars between, the IBAN below. A sealed
 * letter bears its verification code as well: the drawing at the left under the rule, the digits beside it.
 */
export function foot(letterhead: Letterhead, code: string | null = null): Content {
  const { left, width } = paperBox(letterhead);
  const rows = footRows(letterhead, code !== null);
  const { iban } = letterhead.footer;
  const room = code === null ? width : width - QR_ROOM;
  const texts: Content[] = [
    ...rows.flatMap((row) => rowContent(row, room)),
    ...(code !== null ? codeLine(iban, code, room) : iban === '' ? [] : [ibanLine(iban)]),
  ];
  return {
    margin: [left, FOOT_GAP, left, 0],
    stack: [
      footRule(width),
      ...(code === null ? [] : [{ relativePosition: { x: 0, y: QR_ABOVE - FOOT_RULE }, ...qrDrawing(code) }]),
      { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, ABOVE - FOOT_RULE, 0, 0] },
      { margin: [width - room, 0, 0, 0], stack: texts },
    ],
  };
}

/** A drawing no smaller than this is still read; a narrower edge of the sheet takes none, and the digits stay. */
const QR_LEAST = mm(7);
/** No printer reaches nearer to the edge of the sheet. */
const UNPRINTED = mm(4.2);

/**
 * On pre-printed paper the foot has its own texts: the code stands in the strip between the body and the foot's rule, at
 * the left, its drawing in the edge beside it.
 */
export function preprintedFoot(letterhead: Letterhead, code: string | null, shiftX: number): Content {
  if (code === null) return { stack: [] };
  const { left } = paperBox(letterhead);
  const edge = left + shiftX;
  const size = Math.min(QR_SIZE, edge - UNPRINTED - QR_QUIET);
  const fits = size >= QR_LEAST;
  return {
    margin: [edge, 0, 0, 0],
    stack: [
      ...(fits
        ? [
            {
              relativePosition: { x: -size - QR_QUIET, y: FOOT_GAP - size },
              ...qrDrawing(code, size),
            },
          ]
        : []),
      {
        alignment: 'left',
        ...lineOf(FOOT_SIZE, FOOT_GAP, { font: FONT }),
        ...labelledGroups(CODE_LABEL, codeGroups(code)),
      },
    ],
  };
}

/** What is empty leaves no bar behind. What does not fit on one line is set smaller, then on two. */
function footRows(letterhead: Letterhead, withCode: boolean): FootRow[] {
  const { address, phone, email, handle, link } = letterhead.footer;
  const width = paperBox(letterhead).width - (withCode ? QR_ROOM : 0);
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

/** A hair more room than measured: rounding must not break a line. */
const SPARE = 0.05;

/** A thin bar in the middle of a line, at `x`. */
const bar = (x: number) => ({
  type: 'rect',
  x: x - mm(0.1),
  y: LEADING / 2 - mm(1.5),
  w: mm(0.2),
  h: mm(3),
  color: BAR,
});

function rowContent({ items, size }: FootRow, width: number): Content[] {
  const style: MeasuredStyle = { font: FONT, size };
  const line = { ...lineOf(size, LEADING, { font: FONT }), color: INK, noWrap: true };
  if (items.length === 1) return [{ text: items[0] ?? '', alignment: 'center', ...line }];
  const widths = items.map((text) => textWidth(text, style));
  const gap = (width - widths.reduce((sum, one) => sum + one, 0)) / (items.length - 1);
  let x = width;
  const bars = widths.slice(0, -1).map((one) => {
    x -= one + gap;
    return bar(x + gap / 2);
  });
  return [
    { relativePosition: { x: 0, y: 0 }, alignment: 'left', canvas: bars },
    rtlColumns({
      columns: items.flatMap((text, index) => [
        ...(index === 0 ? [] : [{ stack: [], width: gap - SPARE }]),
        { text, width: (widths[index] ?? 0) + SPARE, ...line },
      ]),
    }),
  ];
}

const IBAN_LABEL = 'الآيبان';
const ibanGroups = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

const ibanLine = (iban: string): Content => ({
  alignment: 'center',
  ...lineOf(FOOT_SIZE, LEADING, { above: IBAN_ABOVE, font: FONT }),
  ...labelledGroups(IBAN_LABEL, ibanGroups(iban)),
});

/** The IBAN from the right and the code at the left, beside its drawing, as the line above them is spread. */
function codeLine(iban: string, code: string, width: number): Content[] {
  const groups = ibanGroups(iban);
  const lengthAt = (size: number): number =>
    labelledWidth(CODE_LABEL, codeGroups(code), size) +
    (iban === '' ? 0 : LEAST_GAP + labelledWidth(IBAN_LABEL, groups, size));
  const size = Math.min(FOOT_SIZE, (FOOT_SIZE * width) / lengthAt(FOOT_SIZE));
  const line = { ...lineOf(size, LEADING, { above: IBAN_ABOVE, font: FONT }), noWrap: true };
  const codeWidth = labelledWidth(CODE_LABEL, codeGroups(code), size) + SPARE;
  const label = {
    width: codeWidth,
    alignment: 'left' as const,
    ...line,
    ...labelledGroups(CODE_LABEL, codeGroups(code), size),
  };
  if (iban === '') return [rtlColumns({ columns: [{ width: '*', stack: [] }, label] })];
  return [
    rtlColumns({
      columns: [{ width: '*', ...line, ...labelledGroups(IBAN_LABEL, groups, size) }, label],
    }),
  ];
}
