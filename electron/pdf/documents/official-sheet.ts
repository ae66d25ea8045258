import { digitsIn } from '#shared/arabic/digits.ts';
import { dualDate, weekdayName } from '#shared/calendar/dual-date.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { isolate, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { laterHead, laterTop } from '../later-head.ts';
import { dateOnPaper, type FieldTexts } from '../letter-fields.ts';
import { bottomMargin, foot } from '../letter-foot.ts';
import { fullHead, paperBox } from '../letterhead.ts';
import { textWidth } from '../measure-text.ts';
import { HAIRLINE, INK, INK_SOFT, lineOf, mm } from '../paper.ts';
import { readPicture } from '../picture.ts';
import { typedLine } from '../typed-text.ts';
import type { PaperHead } from './paper-sheets.ts';

/** What an official paper that is no letter is made of: title under the head, then its own content. */
export interface OfficialSheet extends PaperHead {
  readonly title: string;
  readonly fields: FieldTexts;
  /** ISO day of the file's date: the same paper gives the same bytes whenever it is set. */
  readonly day: string;
  readonly content: (width: number) => readonly Content[];
  readonly code?: string | null;
}

/** A paper on the office's letterhead, with short heads on later pages, as a letter has them. */
export function officialSheet({
  profile,
  logo,
  title,
  fields,
  day,
  content,
  code = null,
}: OfficialSheet): DocumentDefinition {
  const { letterhead, letters } = profile;
  const { left, width, headTop } = paperBox(letterhead);
  const top = laterTop(profile);
  const picture = logo === null ? null : readPicture(logo, 'logo');
  return {
    pageSize: 'A4',
    pageMargins: [left, top, left, bottomMargin(letterhead)],
    info: { title, author: profile.name, creationDate: new Date(`${day}T00:00:00Z`) },
    defaultStyle: { color: INK, alignment: 'right' },
    header: (page, pages) =>
      page === 1
        ? null
        : laterHead(profile, fields, digitsIn(letters.fieldDigits, `صفحة ${page} من ${pages}`)),
    footer: () => foot(letterhead, code),
    content: [
      { stack: fullHead(profile, fields, { logo: picture }), margin: [0, headTop - top, 0, 0] },
      sheetTitle(title),
      ...content(width),
    ],
  };
}

export const sheetTitle = (title: string): Content => ({
  text: typedLine(title),
  bold: true,
  alignment: 'center',
  structure: 'H1',
  ...lineOf(18, mm(11), { above: mm(7), below: mm(4) }),
});

export const sectionTitle = (title: string): Content => ({
  text: typedLine(title),
  bold: true,
  structure: 'H2',
  keepTogether: true,
  keepAfter: mm(18),
  ...lineOf(13, mm(8), { above: mm(4), below: mm(1) }),
});

export const bodyText = (text: string): Content => ({
  text,
  alignment: 'justify',
  ...lineOf(14, mm(8.6), { below: mm(2) }),
});

/** Both dates of a day with its weekday, in the digits of paper; either date stands right to left. */
export function bothDates(day: string, digits: DigitSystem): string {
  const { weekday, hijri, gregorian } = dualDate(day);
  return `${weekdayName(weekday)} ${dateOnPaper(hijri, 'هـ', digits)} الموافق ${dateOnPaper(gregorian, 'م', digits)}`;
}

/** `10:42` in the digits of paper. */
export const hourOnPaper = (time: string, digits: DigitSystem): string =>
  `\u2066${digitsIn(digits, time)}\u2069`;

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Labels in a column of their own, each value beside its label over a hairline; an empty value is left out. */
export function factRows(facts: readonly Fact[], width: number): Content[] {
  const present = facts.filter(({ value }) => value !== '');
  const style = { size: 13, bold: true };
  const label = Math.max(0, ...present.map((fact) => textWidth(`${fact.label}:`, style))) + mm(4);
  return present.map((fact) => ({
    margin: [0, 0, 0, mm(1)],
    stack: [
      rtlColumns({
        columns: [
          { width: label, text: `${fact.label}:`, bold: true, color: INK_SOFT, ...lineOf(13, mm(8)) },
          { width: '*', text: typedLine(fact.value), ...lineOf(13.5, mm(8)) },
        ],
      }),
      {
        alignment: 'left',
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: mm(0.15), lineColor: HAIRLINE }],
      },
    ],
  }));
}

/** Places to sign by hand, side by side from the right: what is signed as, and a name where one is known. */
export const signatureRow = (places: readonly { readonly label: string; readonly name: string }[]): Content =>
  rtlColumns({
    unbreakable: true,
    columnGap: mm(8),
    columns: places.map(({ label, name }) => ({
      width: '*',
      margin: [0, mm(8), 0, 0] as const,
      stack: [
        { text: typedLine(label), bold: true, alignment: 'center', ...lineOf(13, mm(8)) },
        { text: name === '' ? '' : isolate(name), alignment: 'center', ...lineOf(13, mm(8)) },
        {
          text: 'التوقيع: ................................',
          alignment: 'center',
          color: INK_SOFT,
          ...lineOf(11.5, mm(8), { above: mm(5) }),
        },
      ],
    })),
  });
