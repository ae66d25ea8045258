import { searchKey } from '#shared/arabic/search-key.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import type { PaperLetter, Recipient } from '#shared/letters/letter.ts';
import { plainText, type Block } from '#shared/letters/rich-text.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { LetterPictures, LetterSheet } from '#shared/papers/letter-sheet.ts';
import { rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition, TextNode, Watermark } from '../arabic/definition.ts';
import { fieldTexts } from '../letter-fields.ts';
import { foot, bottomMargin, preprintedFoot } from '../letter-foot.ts';
import { laterHead, laterTop } from '../later-head.ts';
import { fullHead, paperBox } from '../letterhead.ts';
import { balanced, fittingSize, textWidth } from '../measure-text.ts';
import { BODY_LEADING, BODY_SIZE, INK, lineOf, mm, RULE, spaceOf } from '../paper.ts';
import { readPicture } from '../picture.ts';
import { typedLine } from '../typed-text.ts';
import { closingLine, copies, signatureBlock } from './letter-ending.ts';
import { bodySetting, richTextContent, trimmedBlocks } from './rich-text-content.ts';

/** Until a letter is issued its paper says so across the page. */
export type LetterMark = 'draft' | 'proof' | null;

export interface LetterPaper {
  readonly letter: PaperLetter;
  readonly profile: OrganisationProfile;
  readonly mark: LetterMark;
  /** The document's name in a viewer's title bar. */
  readonly title: string;
  /** The verification code of the foot, 16 ASCII digits; absent or null on what is not sealed. */
  readonly code?: string | null;
  /** Absent: none. A picture that cannot be read is refused with pictureUnreadable. */
  readonly pictures?: LetterPictures;
  /** Absent: the full sheet. */
  readonly sheet?: LetterSheet;
}

/**
 * An official letter on the organisation's letterhead, in the order of parts of Saudi official letters. A pure function:
 * the same letter gives the same bytes on any day (the file's date is the letter's own).
 * @throws AppError of the calendar for a day outside 1343–1500 AH
 */
export function letterDocument({
  letter,
  profile,
  mark,
  title,
  code = null,
  pictures = NO_PICTURES,
  sheet = 'full',
}: LetterPaper): DocumentDefinition {
  const { letterhead, letters } = profile;
  const { left, width, headTop } = paperBox(letterhead);
  const fields = fieldTexts(letter, letters.fieldDigits);
  const top = laterTop(profile);
  const printed = sheet === 'full';
  const shift = printed ? { x: 0, y: 0 } : { x: mm(sheet.preprinted.xMm), y: mm(sheet.preprinted.yMm) };
  const picture = (name: keyof LetterPictures) =>
    pictures[name] === null ? null : readPicture(pictures[name], name);
  const signature = signatureBlock(letter.signatory, {
    signature: picture('signature'),
    stamp: picture('stamp'),
  });
  const closing = hasClosing(letter, profile) ? null : closingLine(letters.closing, width);
  const named = copies(letter, width);
  // The copies come along with the signature, unless they are so many that they fill a page of their own.
  const ending = signature.height + 1 + (named.height < mm(60) ? named.height : 0);
  const keepAfter = (closing?.height ?? 0) + ending;
  const head = fullHead(profile, fields, { logo: picture('logo'), printed });
  const address = addressLines(letter.recipient, width);
  const subject = subjectLine(letter.subject, width);
  return {
    pageSize: 'A4',
    pageMargins: [left + shift.x, top + shift.y, left - shift.x, bottomMargin(letterhead) - shift.y],
    language: 'ar',
    info: {
      title: title === '' ? 'خطاب' : title,
      author: profile.name,
      creationDate: creationDate(letter.day),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    header: (page, pages) =>
      page === 1
        ? null
        : laterHead(profile, fields, pageOf(page, pages, letters.fieldDigits), { printed, shift }),
    footer: () => (printed ? foot(letterhead, code) : preprintedFoot(letterhead, code, shift.x)),
    ...(mark === null ? {} : { watermark: watermark(mark) }),
    content: [
      // The first page's head stands higher than the text of later pages.
      { stack: head, margin: [0, headTop - top, 0, 0] },
      ...(letters.basmala === '' || opensWith(letter, letters.basmala)
        ? spaceOf(mm(7))
        : [basmala(letters.basmala)]),
      ...(letters.order === 'subjectFirst' ? [subject, address, spaceOf(mm(5))] : [address, subject]).flat(),
      ...inReplyTo(letter.inReplyTo),
      ...(letters.greeting === '' || opensWith(letter, GREETING) ? [] : [greeting(letters.greeting)]),
      ...richTextContent(letter.body, bodySetting(letters.fieldDigits, width, keepAfter)),
      ...(closing === null ? [] : [{ ...closing.content, keepAfter: ending }]),
      ...signature.content,
      ...named.content,
    ],
  };
}

const NO_PICTURES: LetterPictures = { logo: null, signature: null, stamp: null };

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
