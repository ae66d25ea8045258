import { counted } from '#shared/arabic/counted.ts';
import { digitsIn, type DigitSystem } from '#shared/arabic/digits.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import type { LetterRegister, RegisterLine } from '#shared/registers/register.ts';
import { rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { attachmentsLine, dateOnPaper, numberOnPaper } from '../letter-fields.ts';
import { fittingSize } from '../measure-text.ts';
import { A4, INK, INK_SOFT, lineOf, mm, RULE } from '../paper.ts';
import { footRule, thinRule } from '../paper-rules.ts';
import { typedLine } from '../typed-text.ts';
import {
  bodyText,
  bothDates,
  type Fact,
  factRows,
  sectionTitle,
  sheetTitle,
  signatureRow,
} from './official-sheet.ts';
import type { RegisterBookPages } from './paper-sheets.ts';
import { nothing, type PaperCell, type PaperColumn, paperTable } from './paper-table.ts';
import { chainGroups, LETTER_NOUN, NUMBER_NOUN, registerName } from './register-words.ts';

const SIDE = mm(14);
const WIDTH = A4.height - 2 * SIDE;
const TOP = mm(24);

/**
 * The yearly book of a register, across: every number in its order with both dates, what is void struck through with why,
 * what was written by hand marked, and at the end the closing certificate. The head of the table stands on every page.
 */
export function registerBookDocument({ profile, book, madeOn }: RegisterBookPages): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const { register, hijriYear } = book.summary;
  const title = `${registerName(register)} لعام ${digitsIn(digits, hijriYear)} هـ`;
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, TOP, SIDE, mm(16)],
    info: { title, author: profile.name, creationDate: new Date(`${madeOn}T00:00:00Z`) },
    defaultStyle: { color: INK, alignment: 'right' },
    header: () => bookHead(profile.name, title),
    footer: (page, pages) => bookFoot(digitsIn(digits, `صفحة ${page} من ${pages}`), madeOn, digits),
    content: [
      book.lines.length === 0
        ? nothing('لم يُعطَ من هذا السجل رقم في هذا العام.')
        : paperTable({
            columns: COLUMNS[register],
            rows: book.lines.map((line) => bookRow(register, line, digits)),
            size: 10,
            leading: 15.5,
          }),
      ...certificate({ profile, logo: null, book, madeOn }, title),
    ],
  };
}

function bookHead(office: string, title: string): Content {
  const name = typedLine(office);
  return {
    margin: [SIDE, mm(9), SIDE, 0],
    stack: [
      rtlColumns({
        columns: [
          {
            width: WIDTH / 2,
            text: name,
            bold: true,
            color: RULE,
            noWrap: true,
            ...lineOf(fittingSize(name, WIDTH / 2 - mm(2), { size: 13, bold: true }, 8), mm(8)),
          },
          { width: WIDTH / 2, text: title, bold: true, alignment: 'left', ...lineOf(13, mm(8)) },
        ],
      }),
      { ...thinRule(WIDTH), margin: [0, mm(1), 0, 0] },
    ],
  };
}

const bookFoot = (page: string, madeOn: string, digits: DigitSystem): Content => ({
  margin: [SIDE, mm(3), SIDE, 0],
  stack: [
    footRule(WIDTH),
    rtlColumns({
      margin: [0, mm(1), 0, 0],
      columns: [
        {
          width: '*',
          text: `حُرِّر في ${bothDates(madeOn, digits)}`,
          color: INK_SOFT,
          ...lineOf(9.5, mm(6)),
        },
        { width: mm(60), text: page, alignment: 'left', color: INK_SOFT, ...lineOf(9.5, mm(6)) },
      ],
    }),
  ],
});

const COLUMNS: Readonly<Record<LetterRegister, readonly PaperColumn[]>> = {
  outgoing: [
    { title: 'الرقم', width: mm(26) },
    { title: 'التاريخ', width: mm(28) },
    { title: 'المرسل إليه', width: mm(48) },
    { title: 'الموضوع', width: '*' },
    { title: 'المرفقات', width: mm(22) },
    { title: 'أصدره', width: mm(26) },
    { title: 'الحالة والملاحظات', width: mm(35) },
  ],
  incoming: [
    { title: 'الرقم', width: mm(26) },
    { title: 'التاريخ', width: mm(28) },
    { title: 'الجهة المرسلة', width: mm(46) },
    { title: 'رقم خطابهم وتاريخه', width: mm(32) },
    { title: 'الموضوع', width: '*' },
    { title: 'سجّله', width: mm(26) },
    { title: 'الملاحظات', width: mm(30) },
  ],
};

function bookRow(register: LetterRegister, line: RegisterLine, digits: DigitSystem): PaperCell[] {
  const struck = line.state === 'voided';
  const number = { text: numberOnPaper(line.referenceNumber, digits), struck };
  const who = line.state === 'reserved' ? '' : line.party;
  const party = { text: who, struck };
  const subject = { text: line.subject, struck };
  const notes = notesOf(register, line);
  if (register === 'outgoing') {
    const attachments = line.attachments === null ? '' : attachmentsLine(line.attachments, digits);
    return [number, bothDatesShort(line.day, digits), party, subject, attachments, line.byName, notes];
  }
  const theirs = [
    line.theirNumber === '' ? '' : numberOnPaper(line.theirNumber, digits),
    line.theirDay === null ? '' : bothDatesShort(line.theirDay, digits),
  ];
  const theirLetter = theirs.filter((text) => text !== '').join('\n');
  return [number, bothDatesShort(line.day, digits), party, theirLetter, subject, line.byName, notes];
}

const bothDatesShort = (day: string, digits: DigitSystem): string => {
  const { hijri, gregorian } = dualDate(day);
  return `${dateOnPaper(hijri, 'هـ', digits)}\n${dateOnPaper(gregorian, 'م', digits)}`;
};

/** In words, never by a sign alone: a black copy of a copy must still say it. */
function notesOf(register: LetterRegister, line: RegisterLine): string {
  const why = line.note === '' ? '' : `: ${line.note}`;
  if (line.state === 'voided') return `ملغى${why}`;
  if (line.state === 'reserved') return `محجوز للورق ولم يُدخل${why}`;
  const paper = line.origin === 'paper' ? `كُتب على الورق${why}` : '';
  if (register === 'incoming') return paper;
  const waiting = line.deliveredAtMs !== null ? 'سُلِّم' : line.signedAtMs !== null ? 'وُقِّع' : 'لم يُوقَّع';
  return [paper, waiting].filter((text) => text !== '').join('، ');
}

/** Read down the right column first: the sheet lies across, and the certificate with its signatures fills one page. */
function inTwoColumns(facts: readonly Fact[], first: number): Content[] {
  const gap = mm(10);
  const width = (WIDTH - gap) / 2;
  return [
    rtlColumns({
      columnGap: gap,
      columns: [facts.slice(0, first), facts.slice(first)].map((half) => ({
        width,
        stack: factRows(half, width),
      })),
    }),
  ];
}

/** On a page of its own: opening balance, first and last number, voids, numbers for paper, counts, and the chain's head. */
function certificate({ profile, book, madeOn }: RegisterBookPages, title: string): Content[] {
  const { summary, ranges } = book;
  const digits = profile.letters.fieldDigits;
  const numbers = (count: number): string => counted(count, NUMBER_NOUN, { digits });
  const given = summary.last - summary.opening;
  return [
    { stack: [sheetTitle(`شهادة إقفال ${title}`)], pageBreak: 'before' },
    bodyText(
      `تشهد ${typedLine(profile.name)} بأن ${title} اشتمل إلى تاريخ ${bothDates(madeOn, digits)} على ما يأتي:`,
    ),
    ...inTwoColumns(
      [
        {
          label: 'الرصيد الافتتاحي',
          value:
            summary.opening === 0
              ? `لا يوجد: بدأ السجل من الرقم ${digitsIn(digits, 1)}`
              : `آخر رقم قبل بدء السجل ${digitsIn(digits, summary.opening)}`,
        },
        {
          label: 'أول رقم وآخر رقم',
          value:
            summary.first === null
              ? 'لم يُعطَ رقم'
              : `من ${digitsIn(digits, summary.first)} إلى ${digitsIn(digits, summary.last)}، وعددها ${counted(given, NUMBER_NOUN, { digits, grammaticalCase: 'nominative' })}`,
        },
        { label: 'الخطابات القائمة', value: counted(summary.valid, LETTER_NOUN, { digits }) },
        { label: 'منها ما كُتب على الورق', value: counted(summary.fromPaper, LETTER_NOUN, { digits }) },
        { label: 'الأرقام الملغاة', value: numbers(summary.voided) },
        { label: 'محجوز للورق لم يُدخل', value: numbers(summary.reserved) },
        {
          label: 'الأرقام المفقودة',
          value: summary.missing === 0 ? 'لا يوجد: السجل متصل' : `${numbers(summary.missing)}، ويُراجَع سببها`,
        },
      ],
      4,
    ),
    ...(ranges.length === 0
      ? []
      : [
          sectionTitle('ما حُجز للورق'),
          paperTable({
            columns: [
              { title: 'الأرقام', width: mm(40) },
              { title: 'تاريخ الحجز', width: mm(40) },
              { title: 'السبب', width: '*' },
              { title: 'حجزه', width: mm(40) },
              { title: 'أُدخل', width: mm(18) },
              { title: 'أُلغي', width: mm(18) },
              { title: 'باقٍ', width: mm(18) },
            ],
            rows: ranges.map((range) => [
              `من ${digitsIn(digits, range.first)} إلى ${digitsIn(digits, range.last)}`,
              bothDatesShort(range.day, digits),
              range.reason,
              range.byName,
              digitsIn(digits, range.entered),
              digitsIn(digits, range.voided),
              digitsIn(digits, range.open),
            ]),
            size: 10.5,
            leading: 16,
          }),
        ]),
    {
      text: ['علامة السلسلة بعد آخر رقم: ', chainGroups(summary.chainHead)],
      ...lineOf(10.5, mm(7), { above: mm(2) }),
    },
    signatureRow([
      { label: 'مسؤول السجل', name: '' },
      { label: 'المدير', name: '' },
      { label: 'رئيس مجلس الإدارة', name: '' },
    ]),
  ];
}
