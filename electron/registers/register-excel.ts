import { dualDate, formatGregorian, formatHijri, riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RegisterBook, RegisterLine } from '#shared/registers/register.ts';
import { registerExcel as words } from '#shared/locales/ar/register-excel.ts';
import type { Cell, Row, Sheet } from 'write-excel-file/node';

/** What a program of tables would take for a formula when the sheet is saved as plain text, or pasted. */
const FORMULA = /^[\s\u200E\u200F\u061C]*[=+\-@|]|^[\t\r]/u;

/** A text that stays a text: numbers and ids are no quantities, and nothing typed by anybody is computed. */
export const textCell = (value: string): Cell => ({
  type: String,
  value: FORMULA.test(value) ? `'${value}` : value,
  format: '@',
  alignVertical: 'top',
  wrap: true,
});

const heading = (value: string): Cell => ({
  type: String,
  value,
  fontWeight: 'bold',
  alignVertical: 'center',
  backgroundColor: '#E4F2EB',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#0B6B4F',
});
const bold = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' });
const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

const hijri = (day: string): string => formatHijri(dualDate(day).hijri);
const gregorian = (day: string): string => formatGregorian(dualDate(day).gregorian);
const yes = (atMs: number | null): string => (atMs === null ? words.no : words.yes);

/**
 * The book of a register and year in two sheets, right to left: every number in its order, and the closing certificate.
 * @param attachments words the attachments of a letter
 */
export function registerSheets(
  book: RegisterBook,
  about: {
    readonly office: string;
    readonly nowMs: number;
    readonly attachments: (of: NonNullable<RegisterLine['attachments']>) => string;
  },
): Sheet<Buffer>[] {
  const { register } = book.summary;
  return [
    {
      sheet: words.sheet[register],
      rightToLeft: true,
      orientation: 'landscape',
      stickyRowsCount: 1,
      ...(register === 'outgoing' ? outgoing(book, about.attachments) : incoming(book)),
    },
    {
      sheet: words.sheet.certificate,
      rightToLeft: true,
      columns: [{ width: 38 }, { width: 70 }],
      data: certificate(book, about),
    },
  ];
}

type Table = { data: Row[]; columns: { width: number }[] };
type ColumnOf = readonly [title: string, width: number, value: (line: RegisterLine) => string];

const table = (columns: readonly ColumnOf[], lines: readonly RegisterLine[]): Table => ({
  columns: columns.map(([, width]) => ({ width })),
  data: [
    columns.map(([title]) => heading(title)),
    ...lines.map((line) => columns.map(([, , value]) => textCell(value(line)))),
  ],
});

const stateOf = (line: RegisterLine): string =>
  line.origin === 'paper' && line.state === 'valid'
    ? `${words.state.valid} — ${words.origin}`
    : words.state[line.state];

const { columns: names } = words;
const first: readonly ColumnOf[] = [
  [names.number, 14, (line) => line.referenceNumber],
  [names.hijri, 22, (line) => hijri(line.day)],
  [names.gregorian, 20, (line) => gregorian(line.day)],
];
const last: readonly ColumnOf[] = [
  [names.state, 18, stateOf],
  [names.note, 34, (line) => line.note],
  [names.by, 22, (line) => line.byName],
];

const outgoing = (
  book: RegisterBook,
  attachments: (of: NonNullable<RegisterLine['attachments']>) => string,
): Table =>
  table(
    [
      ...first,
      [names.to, 40, (line) => line.party],
      [names.subject, 44, (line) => line.subject],
      [names.attachments, 20, (line) => (line.attachments === null ? '' : attachments(line.attachments))],
      [names.signed, 8, (line) => (line.state === 'valid' ? yes(line.signedAtMs) : '')],
      [names.delivered, 8, (line) => (line.state === 'valid' ? yes(line.deliveredAtMs) : '')],
      ...last,
    ],
    book.lines,
  );

const incoming = (book: RegisterBook): Table =>
  table(
    [
      ...first,
      [names.from, 40, (line) => line.party],
      [names.theirNumber, 16, (line) => line.theirNumber],
      [names.theirHijri, 22, (line) => (line.theirDay === null ? '' : hijri(line.theirDay))],
      [names.theirGregorian, 20, (line) => (line.theirDay === null ? '' : gregorian(line.theirDay))],
      [names.subject, 44, (line) => line.subject],
      ...last,
    ],
    book.lines,
  );

function certificate(
  { summary, lines, ranges }: RegisterBook,
  { office, nowMs }: { readonly office: string; readonly nowMs: number },
): Row[] {
  const { certificate: say } = words;
  const title = fill(say.title, { register: words.sheet[summary.register], year: summary.hijriYear });
  const fact = (name: string, value: string | number): Row => [textCell(name), textCell(String(value))];
  const today = riyadhDay(nowMs);
  const voided = lines.filter((line) => line.state === 'voided');
  return [
    [bold(title)],
    fact(say.office, office),
    fact(say.madeOn, `${hijri(today)} — ${gregorian(today)}`),
    fact(say.opening, summary.opening),
    fact(say.first, summary.first ?? say.none),
    fact(say.last, summary.first === null ? say.none : summary.last),
    fact(say.valid, summary.valid),
    fact(say.fromPaper, summary.fromPaper),
    fact(say.voided, summary.voided),
    fact(say.reserved, summary.reserved),
    fact(say.missing, summary.missing),
    fact(say.chainHead, summary.chainHead),
    ...(voided.length === 0 ? [] : [[], [bold(say.voidedNumbers)]]),
    ...voided.map((line) => fact(line.referenceNumber, line.note)),
    ...(ranges.length === 0 ? [] : [[], [bold(say.ranges)]]),
    ...ranges.flatMap((range) => [
      fact(
        fill(say.range, { first: range.first, last: range.last }),
        `${fill(say.rangeState, { entered: range.entered, voided: range.voided, open: range.open })}. ${hijri(range.day)}: ${range.reason}`,
      ),
    ]),
  ];
}

/** The bytes of the `.xlsx` file. */
export async function writeRegisterExcel(...input: Parameters<typeof registerSheets>): Promise<Uint8Array> {
  // Loaded at the first export: nothing of the start waits for it.
  const { default: write } = await import('write-excel-file/node');
  return write(registerSheets(...input), { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
}
