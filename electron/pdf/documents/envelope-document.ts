import { ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { numberOnPaper } from '../letter-fields.ts';
import { fittingSize, wrapped } from '../measure-text.ts';
import { INK, INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { ENVELOPE_SHEETS } from './envelope-sizes.ts';
import type { Envelopes, PostalAddress } from './paper-sheets.ts';
import { addressLinesOf } from './postal-address.ts';

type Sheet = Readonly<Record<'width' | 'height', number>>;

interface EnvelopeSize extends Sheet {
  /** Of the address, from the left and from the top: where the window of an envelope of this size is. */
  readonly address: { readonly left: number; readonly top: number; readonly width: number };
}

/** The window of a DL (DIN 680) stands 20 mm from the left and 15 mm from below. */
const SIZES: Readonly<Record<Envelopes['size'], EnvelopeSize>> = {
  dl: { ...sheetOf('dl'), address: { left: mm(22), top: mm(52), width: mm(92) } },
  c5: { ...sheetOf('c5'), address: { left: mm(30), top: mm(78), width: mm(105) } },
};

function sheetOf(size: Envelopes['size']): Sheet {
  const { widthMm, heightMm } = ENVELOPE_SHEETS[size];
  return { width: mm(widthMm), height: mm(heightMm) };
}

const EDGE = mm(10);
const SENDER_WIDTH = mm(78);
const LEADING = mm(7.6);

/** One envelope a page, of the envelope's own size: the office at the upper right, the addressee in the window's place. */
export function envelopeDocument({ profile, size, addresses }: Envelopes): DocumentDefinition {
  const sheet = SIZES[size];
  return {
    pageSize: { width: sheet.width, height: sheet.height },
    pageMargins: [EDGE, EDGE, EDGE, mm(6)],
    info: { title: 'مظاريف', author: profile.name, creationDate: new Date('2000-01-01T00:00:00Z') },
    defaultStyle: { color: INK, alignment: 'right' },
    content: addresses.map((address, index) => ({
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
      stack: [sender(profile, sheet), addressee(address, sheet, profile.letters.fieldDigits)],
    })),
  };
}

function sender({ name, letterhead }: Envelopes['profile'], sheet: EnvelopeSize): Content {
  const { address, phone } = letterhead.footer;
  const office = typedLine(name);
  return rtlColumns({
    columns: [
      {
        width: SENDER_WIDTH,
        stack: [
          { text: 'المرسل:', color: INK_SOFT, ...lineOf(9.5, mm(5)) },
          {
            text: office,
            bold: true,
            ...lineOf(fittingSize(office, SENDER_WIDTH, { size: 12.5, bold: true }, 9), mm(6)),
          },
          { text: typedLine(address), ...lineOf(10.5, mm(5.4)) },
          { text: phone === '' ? '' : ltr(phone), ...lineOf(10.5, mm(5.4)) },
        ],
      },
      { width: sheet.width - 2 * EDGE - SENDER_WIDTH, stack: [] },
    ],
  });
}

function addressee(
  { recipient, referenceNumber }: PostalAddress,
  { address }: EnvelopeSize,
  digits: Envelopes['profile']['letters']['fieldDigits'],
): Content {
  const lines = addressLinesOf(recipient);
  const style = { size: 15, bold: true };
  // A window holds five lines: what wraps to more is set smaller.
  const count = lines.reduce((sum, line) => sum + wrapped(line, address.width, style).length, 0);
  const size = count <= 4 ? style.size : count <= 6 ? 12 : 10;
  const leading = (LEADING * size) / style.size;
  return {
    absolutePosition: { x: address.left, y: address.top },
    stack: [
      rtlColumns({
        columns: [
          {
            width: address.width,
            stack: [
              ...lines.map((line, index) => ({
                text: line,
                bold: index === 0,
                ...lineOf(index === 0 ? size : size - 1.5, leading),
              })),
              {
                text: referenceNumber === null ? '' : numberOnPaper(referenceNumber, digits),
                color: INK_SOFT,
                ...lineOf(9, mm(5), { above: mm(1) }),
              },
            ],
          },
        ],
      }),
    ],
  };
}
