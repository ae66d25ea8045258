import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { numberOnPaper } from '../letter-fields.ts';
import { wrapped } from '../measure-text.ts';
import { A4, INK, INK_SOFT, lineOf, mm } from '../paper.ts';
import type { Labels, PostalAddress } from './paper-sheets.ts';
import { addressLinesOf } from './postal-address.ts';

const LARGEST = 13;
const SMALLEST = 6.5;
/** Labels end at the edge of the sheet, and no printer prints there. */
const PADDING = { x: mm(5), y: mm(3) } as const;

/**
 * Address labels over whole sheets of A4, from the upper right across, then down. `skip` labels of the first sheet are
 * left empty: they are gone already.
 */
export function labelDocument(labels: Labels): DocumentDefinition {
  const { columns, rows, skip, addresses, digits } = labels;
  const size = { width: A4.width / columns, height: A4.height / rows };
  const each = columns * rows;
  const places = addresses.map((address, index) => ({ address, at: index + (skip % each) }));
  const sheets = Array.from({ length: Math.ceil((addresses.length + (skip % each)) / each) }, (_, sheet) =>
    places.filter(({ at }) => Math.floor(at / each) === sheet),
  );
  return {
    pageSize: 'A4',
    pageMargins: [0, 0, 0, 0],
    info: { title: 'ملصقات العناوين', creationDate: new Date('2000-01-01T00:00:00Z') },
    defaultStyle: { color: INK, alignment: 'right' },
    content: sheets.map((sheet, page) => ({
      ...(page === 0 ? {} : { pageBreak: 'before' as const }),
      stack: [
        // A page of nothing but placed blocks would not be made.
        { text: '', fontSize: 1, lineHeight: 0.01 },
        ...sheet.map(({ address, at }) => {
          const place = at % each;
          const column = columns - 1 - (place % columns);
          const row = Math.floor(place / columns);
          return label(address, { x: column * size.width, y: row * size.height, ...size }, digits);
        }),
      ],
    })),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The largest size at which the whole address stands on its label; it stands in the middle of its height. */
function label(
  { recipient, referenceNumber }: PostalAddress,
  place: Place,
  digits: Labels['digits'],
): Content {
  const width = place.width - 2 * PADDING.x;
  const room = place.height - 2 * PADDING.y;
  const lines = addressLinesOf(recipient);
  const number = referenceNumber === null ? null : numberOnPaper(referenceNumber, digits);
  const numberHeight = number === null ? 0 : mm(4);
  let size = LARGEST;
  const heightAt = (of: number): number =>
    lines.reduce(
      (sum, line, index) =>
        sum + wrapped(line, width, { size: of, bold: index === 0 }).length * leadingOf(of),
      numberHeight,
    );
  while (size > SMALLEST && heightAt(size) > room) size -= 0.5;
  const height = heightAt(size);
  return {
    absolutePosition: {
      x: place.x + PADDING.x,
      y: place.y + Math.max(PADDING.y, (place.height - height) / 2),
    },
    columns: [
      {
        width,
        stack: [
          ...lines.map((line, index) => ({
            text: line,
            bold: index === 0,
            ...lineOf(size, leadingOf(size)),
          })),
          ...(number === null ? [] : [{ text: number, color: INK_SOFT, ...lineOf(8, numberHeight) }]),
        ],
      },
    ],
  };
}

const leadingOf = (size: number): number => size * 1.6;
