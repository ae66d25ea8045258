import { searchKey } from '#shared/arabic/search-key.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import type { PaperLetter, Recipient } from '#shared/letters/letter.ts';
import { plainText, type Block } from '#shared/letters/rich-text.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition, TextNode, Watermark } from '../arabic/definition.ts';
import { fieldTexts } from '../letter-fields.ts';
import { foot, bottomMargin } from '../letter-foot.ts';
import { fullHead, laterHead, laterTop, paperBox } from '../letterhead.ts';
import { balanced, fittingSize, textWidth, wrapped } from '../measure-text.ts';
import { BODY_LEADING, BODY_SIZE, INK, INK_SOFT, lineOf, mm, RULE, SMALL_SIZE } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bodySetting, richTextContent, trimmedBlocks } from './rich-text-content.ts';

/** Until a letter is issued its paper says so across the page. */
export type LetterMark = 'draft' | 'proof' | null;

export interface LetterPaper {
  readonly letter: PaperLetter;
  readonly profile: OrganisationProfile;
  readonly mark: LetterMark;
  /** The document's name in a viewer's title bar. */
  readonly title: string;
}

/**
 * An official letter on the organisation's letterhead, in the order of parts of Saudi official letters. A pure function:
 * the same letter gives the same bytes on any day (the file's date is the letter's own).
 * @throws AppError of the calendar for a day outside 1343–1500 AH
 */
export function letterDocument({ letter, profile, mark, title }: LetterPaper): DocumentDefinition {
  const { letterhead, letters } = profile;
  const { left, width, headTop } = paperBox(letterhead);
  const fields = fieldTexts(letter, letters.fieldDigits);
  const top = laterTop(profile);
  const signature = signatureBlock(letter.signatory);
  const closing = hasClosing(letter, profile) ? null : closingLine(letters.closing, width);
  const keepAfter = (closing?.height ?? 0) + signature.height + 1;
  const head = fullHead(profile, fields);
  const address = addressLines(letter.recipient, width);
  const subject = subjectLine(letter.subject, width);
  return {
    pageSize: 'A4',
    pageMargins: [left, top, left, bottomMargin(letterhead)],
    language: 'ar',
    info: {
      title: title === '' ? 'خطاب' : title,
      author: profile.name,
      creationDate: creationDate(letter.day),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    header: (page, pages) =>
      page === 1 ? null : laterHead(profile, fields, pageOf(page, pages, letters.fieldDigits)),
    footer: () => foot(letterhead),
    ...(mark === null ? {} : { watermark: watermark(mark) }),
    content: [
      // The first page's head stands higher than the text of later pages.
      { stack: head, margin: [0, headTop - top, 0, 0] },
      ...(letters.basmala === '' || opensWith(letter, letters.basmala)
        ? gap(mm(7))
        : [basmala(letters.basmala)]),
      ...(letters.order === 'subjectFirst' ? [subject, address] : [address, subject]).flat(),
      ...inReplyTo(letter.inReplyTo),
      ...(letters.greeting === '' || opensWith(letter, GREETING) ? [] : [greeting(letters.greeting)]),
      ...richTextContent(letter.body, bodySetting(letters.fieldDigits, width, keepAfter)),
      ...(closing === null ? [] : [{ ...closing.content, keepAfter: signature.height + 1 }]),
      ...signature.content,
      ...copies(letter, width),
    ],
  };
}

/** PDF/A wants a date, and a clock would make two settings of one letter differ. A draft has no day: a fixed one. */
const creationDate = (day: string | null): Date => new Date(`${day ?? '2000-01-01'}T00:00:00Z`);

const pageOf = (page: number, pages: number, digits: OrganisationProfile['letters']['fieldDigits']): string =>
  digitsIn(digits, `صفحة ${page} من ${pages}`);

const MARKS = { draft: 'مسودة', proof: 'للعرض' } as const;
const watermark = (mark: 'draft' | 'proof'): Watermark => ({
  text: MARKS[mark],
  font: 'Amiri',
  bold: true,
  color: RULE,
  opacity: 0.1,
  angle: -28,
  fontSize: 150,
});

const gap = (height: number): Content[] => [
  { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, height, 0, 0] },
];

const basmala = (text: string): Content => ({
  text: typedLine(text),
  alignment: 'center',
  ...lineOf(15, mm(9), { above: mm(7), below: mm(5.5) }),
});

// ---- what the text may already have ----------------------------------------------------------------------------

const GREETING = 'السلام عليكم';
/** A closing of the writer's own, in its usual first words. */
const CLOSINGS = [
  'وتفضلوا',
  'وتقبلوا',
  'تفضلوا بقبول',
  'والسلام عليكم',
  'والله الموفق',
  'والله ولي التوفيق',
  'والله يحفظكم',
  'خالص التحية',
];

const blockText = (block: Block): string => searchKey(plainText({ type: 'doc', content: [block] }));

/** Whether one of the first three blocks begins so: a greeting that is quoted further down is none. */
function opensWith({ body }: PaperLetter, phrase: string): boolean {
  const key = searchKey(phrase);
  return trimmedBlocks(body.content)
    .slice(0, 3)
    .some((block) => blockText(block).startsWith(key));
}

function hasClosing({ body }: PaperLetter, { letters }: OrganisationProfile): boolean {
  if (letters.closing === '') return true;
  const last = trimmedBlocks(body.content).slice(-2).map(blockText);
  const own = searchKey(letters.closing);
  return last.some(
    (text) => text.includes(own) || CLOSINGS.some((phrase) => text.startsWith(searchKey(phrase))),
  );
}

// ---- addressee, subject, opening -------------------------------------------------------------------------------

/** After these words stands a person's name; after «سعادة» or «معالي» alone an office does. */
const PERSONAL = /(?:الأستاذة?|الدكتورة?|المهندسة?|الشيخ|السيدة?|المكرمة?|الأخت?|اللواء|العميد|العقيد|\/)$/u;

function addressLines(
  { honorific, name, title, organisation, closingHonorific }: Recipient,
  width: number,
): Content[] {
  const personal = name !== '' && (title === '' || PERSONAL.test(honorific));
  const first = personal ? [honorific, name] : [honorific, title, name];
  const lines = [first.filter((part) => part !== '').join(' '), personal ? title : '', organisation]
    .map(typedLine)
    .filter((line) => line !== '');
  const far = typedLine(closingHonorific);
  const farWidth = far === '' ? 0 : textWidth(far, { size: 16, bold: true }) + 1;
  const room = width - (farWidth === 0 ? 0 : farWidth + mm(6));
  const addressee = (text: string, index: number): TextNode => ({
    text,
    bold: true,
    ...(index === 0
      ? lineOf(Math.max(13, fittingSize(text, room, { size: 16, bold: true }, 14)), mm(9.5))
      : lineOf(14.5, mm(8.4))),
  });
  const [line = '', ...others] = lines;
  return [
    rtlColumns({
      columns: [
        { width: '*', ...addressee(line, 0) },
        { width: farWidth, text: far, bold: true, alignment: 'left', noWrap: true, ...lineOf(16, mm(9.5)) },
      ],
      columnGap: farWidth === 0 ? 0 : mm(6),
    }),
    ...others.map((text, index) => addressee(text, index + 1)),
  ];
}

/** Centred, bold, over a line; a long one is set smaller, then in even lines. */
function subjectLine(text: string, width: number): Content[] {
  const subject = `الموضوع: ${typedLine(text)}`;
  const padding = mm(3);
  const room = width - 2 * padding;
  const size = fittingSize(subject, room, { size: 15.5, bold: true }, 14);
  const style = { size, bold: true };
  const lines = balanced(subject, room, style);
  const longest = Math.min(room, Math.max(...lines.map((line) => textWidth(line, style))));
  const ruled = longest + 2 * padding;
  return [
    {
      text: lines.join('\n'),
      bold: true,
      alignment: 'center',
      structure: 'H1',
      ...lineOf(size, mm(8.6), { above: mm(5.5) }),
    },
    {
      margin: [(width - ruled) / 2, mm(0.8), 0, mm(5.8)],
      alignment: 'left',
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: ruled, y2: 0, lineWidth: mm(0.25), lineColor: INK }],
    },
  ];
}

const inReplyTo = (text: string): Content[] =>
  text === ''
    ? []
    : [{ text: typedLine(text), alignment: 'justify', ...lineOf(BODY_SIZE, BODY_LEADING, { below: mm(1) }) }];

const greeting = (text: string): Content => ({
  text: typedLine(text),
  ...lineOf(BODY_SIZE, BODY_LEADING, { below: mm(1) }),
});

// ---- closing, signature, copies --------------------------------------------------------------------------------

function closingLine(text: string, width: number): { height: number; content: TextNode } {
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

/** pdfmake drops what of a kept block does not fit on a page: a longer one may break. */
const TALLEST_KEPT = mm(150);
const SIGNATURE_WIDTH = mm(68);
const SIGNATURE_ROOM = mm(14);

/** Title, room to sign, name: at the left, never torn apart. */
function signatureBlock({ title, name }: PaperLetter['signatory']): { height: number; content: Content[] } {
  if (title === '' && name === '') return { height: 0, content: [] };
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
  const height = mm(6) + above.height + SIGNATURE_ROOM + below.height;
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
            stack: [...above.content, ...gap(SIGNATURE_ROOM), ...below.content],
          },
        ],
      }),
    ],
  };
}

const COPIES_LABEL = 'صورة مع التحية لـ';
const COPY_LEADING = mm(5.6);

/** «صورة مع التحية لـ» at the foot of the last page; what the text already says is not said twice. */
function copies({ copies: named, body }: PaperLetter, width: number): Content[] {
  const text = searchKey(plainText(body));
  const label = searchKey('صورة مع التحية');
  const given = named.map(typedLine).filter((one) => one !== '');
  const missing = text.includes(label) ? given.filter((one) => !text.includes(searchKey(one))) : given;
  if (missing.length === 0) return [];
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
    1,
  );
  return [
    {
      // What sinks is kept whole, and what is kept whole must not be taller than a page.
      pageBottom: lines * COPY_LEADING < TALLEST_KEPT,
      margin: [0, mm(6), 0, 0],
      stack: [...own.map((one) => ({ text: one, ...line })), ...listed],
    },
  ];
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
