import { searchKey } from '#shared/arabic/search-key.ts';
import type { PaperLetter } from '#shared/letters/letter.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { rtlColumns } from '../arabic/content.ts';
import type { Content, TextNode } from '../arabic/definition.ts';
import { balanced, fittingSize, textWidth, wrapped } from '../measure-text.ts';
import { BODY_SIZE, INK, INK_SOFT, lineOf, mm, SMALL_SIZE, spaceOf } from '../paper.ts';
import { type Across, fittedInto, type Picture } from '../picture.ts';
import { typedLine } from '../typed-text.ts';

/** The closing words, with the height that they take in points. */
export function closingLine(text: string, width: number): { height: number; content: TextNode } {
  const lines = wrapped(text, width, { size: BODY_SIZE }).length;
  return {
    height: mm(5) + lines * mm(9),
    content: {
      text: typedLine(text),
      alignment: 'center',
      keepTogether: true,
      ...lineOf(BODY_SIZE, mm(9), { above: mm(5) }),
    },
  };
}

export interface SigningPictures {
  readonly signature: Picture | null;
  readonly stamp: Picture | null;
}
const NO_PICTURES: SigningPictures = { signature: null, stamp: null };

/** pdfmake drops what of a kept block does not fit on a page: a longer one may break. */
const TALLEST_KEPT = mm(150);
const SIGNATURE_WIDTH = mm(68);
const SIGNATURE_ROOM = mm(14);

/** The most that the picture of a signature takes: it may reach a little over title and name, as a pen does. */
const SIGNATURE_PICTURE = { width: mm(56), height: mm(20) } as const;
/** A stamp is printed as large as it is, at the resolution that it was scanned with, and never larger than a real one. */
const STAMP_MOST = mm(38);
const STAMP_LEAST = mm(20);
const STAMP_DPI = 300;
/** How much of the stamp stands over the right side of the signature. */
const STAMP_OVERLAP = 0.42;

/** Title, room to sign, name: at the left, never torn apart. The pictures lie under the words, as ink on paper does. */
export function signatureBlock(
  { title, name }: PaperLetter['signatory'],
  pictures: SigningPictures = NO_PICTURES,
): {
  height: number;
  content: Content[];
} {
  const { signature, stamp } = pictures;
  if (title === '' && name === '' && signature === null && stamp === null) return { height: 0, content: [] };
  const part = (text: string): { height: number; content: Content[] } => {
    const line = typedLine(text);
    const size = fittingSize(line, SIGNATURE_WIDTH, { size: 15, bold: true }, 12);
    const lines = balanced(line, SIGNATURE_WIDTH, { size, bold: true });
    return {
      height: lines.length * mm(8.6),
      content: lines.map((one) => ({ text: one, bold: true, alignment: 'center', ...lineOf(size, mm(8.6)) })),
    };
  };
  const [above, below] = [part(title), part(name)];
  const textHeight = above.height + SIGNATURE_ROOM + below.height;
  /** The middle of the room to sign, from the top of the title. */
  const middle = above.height + SIGNATURE_ROOM / 2;
  const stampSize = stamp === null ? { width: 0, height: 0 } : stampOnPaper(stamp);
  // What the stamp reaches below the name belongs to the block: no copies are printed across it.
  const reach = Math.max(0, middle + stampSize.height / 2 - textHeight);
  const height = mm(6) + textHeight + reach;
  return {
    height,
    content: [
      rtlColumns({
        unbreakable: height < TALLEST_KEPT,
        columns: [
          { width: '*', stack: [] },
          {
            width: SIGNATURE_WIDTH,
            margin: [0, mm(6), 0, 0],
            stack: [
              ...(stamp === null
                ? []
                : [laidAt(stamp, stampSize, SIGNATURE_WIDTH - stampSize.width * STAMP_OVERLAP, middle)]),
              ...(signature === null ? [] : [signatureAt(signature, middle)]),
              ...above.content,
              ...spaceOf(SIGNATURE_ROOM),
              ...below.content,
              ...(reach === 0 ? [] : spaceOf(reach)),
            ],
          },
        ],
      }),
    ],
  };
}

function stampOnPaper(stamp: Picture): Across {
  const natural = (Math.max(stamp.widthPx, stamp.heightPx) * 72) / STAMP_DPI;
  const size = Math.min(STAMP_MOST, Math.max(STAMP_LEAST, natural));
  return fittedInto(stamp, size, size);
}

/** Without taking room: `x` is the left edge, `middle` the height of its centre, from where the block's text starts. */
const laidAt = ({ dataUrl }: Picture, { width, height }: Across, x: number, middle: number): Content => ({
  relativePosition: { x, y: middle - height / 2 },
  alignment: 'left',
  image: dataUrl,
  width,
  height,
});

function signatureAt(signature: Picture, middle: number): Content {
  const size = fittedInto(signature, SIGNATURE_PICTURE.width, SIGNATURE_PICTURE.height);
  return laidAt(signature, size, (SIGNATURE_WIDTH - size.width) / 2, middle);
}

const COPIES_LABEL = 'صورة مع التحية لـ';
const COPY_LEADING = mm(5.6);
/** The least room between signature and copies; as a rule they stand far apart. */
const COPIES_ABOVE = mm(3);

/** «صورة مع التحية لـ» at the foot of the last page; what the text already says is not said twice. */
export function copies(
  { copies: named, body }: PaperLetter,
  width: number,
): { height: number; content: Content[] } {
  const text = searchKey(plainText(body));
  const label = searchKey('صورة مع التحية');
  const given = named.map(typedLine).filter((one) => one !== '');
  const missing = text.includes(label) ? given.filter((one) => !text.includes(searchKey(one))) : given;
  if (missing.length === 0) return { height: 0, content: [] };
  const line = { color: INK_SOFT, ...lineOf(SMALL_SIZE, COPY_LEADING) };
  const own = missing.filter((one) => searchKey(one).startsWith(label));
  const rest = missing.filter((one) => !own.includes(one));
  const heading = { text: `${COPIES_LABEL}:`, bold: true, color: INK };
  const [only] = rest;
  const listed: Content[] =
    rest.length === 0
      ? []
      : rest.length === 1
        ? [{ text: [heading, ` ${withStop(only ?? '')}`], ...line }]
        : [{ text: [heading], ...line }, ...copyRows(rest, width, line)];
  const lines = missing.reduce(
    (sum, one) => sum + wrapped(`– ${one}`, width, { size: SMALL_SIZE }).length,
    rest.length > 1 ? 1 : 0,
  );
  const height = COPIES_ABOVE + lines * COPY_LEADING;
  return {
    height,
    content: [
      {
        // What sinks is kept whole, and what is kept whole must not be taller than a page.
        pageBottom: height < TALLEST_KEPT,
        margin: [0, COPIES_ABOVE, 0, 0],
        stack: [...own.map((one) => ({ text: one, ...line })), ...listed],
      },
    ],
  };
}

const withStop = (text: string): string => (/[.。…!؟]$/u.test(text) ? text : `${text}.`);

/** More than three short ones stand in two columns, read down the right one first. */
function copyRows(rest: readonly string[], width: number, line: object): Content[] {
  const half = (width - mm(6)) / 2;
  const entries = rest.map((one) => `– ${one}`);
  const row = (text: string): Content => ({ text, ...line });
  const short = entries.every((one) => textWidth(one, { size: SMALL_SIZE }) < half);
  if (entries.length <= 3 || !short) return entries.map(row);
  const middle = Math.ceil(entries.length / 2);
  return [
    rtlColumns({
      columnGap: mm(6),
      columns: [{ stack: entries.slice(0, middle).map(row) }, { stack: entries.slice(middle).map(row) }],
    }),
  ];
}
