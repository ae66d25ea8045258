import { attachmentsText } from '#shared/arabic/counted.ts';
import { ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { attachmentsLine, numberOnPaper } from '../letter-fields.ts';
import { paperBox } from '../letterhead.ts';
import { fittingSize, wrapped } from '../measure-text.ts';
import { A4, HAIRLINE, INK, INK_SOFT, lineOf, mm, RULE } from '../paper.ts';
import { footRule } from '../paper-rules.ts';
import { typedLine } from '../typed-text.ts';
import { bothDates, type Fact, factRows, hourOnPaper } from './official-sheet.ts';
import type { ReceiptSlip } from './paper-sheets.ts';

const HALF = A4.height / 2;
const ABOVE = mm(9);
/** A value beside the longest label, with a little to spare. */
const LABELS_ROOM = mm(40);

/**
 * «إيصال استلام» of an incoming letter, twice on a sheet of A4 with a line to cut along: one half for who brought it,
 * one for the office. It says what was received and by whom, and nothing of what the office thinks of it.
 */
export function receiptSlipDocument(slip: ReceiptSlip): DocumentDefinition {
  const { profile } = slip;
  const { left, width } = paperBox(profile.letterhead);
  return {
    pageSize: 'A4',
    pageMargins: [left, ABOVE, left, mm(4)],
    info: {
      title: 'إيصال استلام خطاب وارد',
      author: profile.name,
      creationDate: new Date(`${slip.day}T00:00:00Z`),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    content: [
      { stack: half(slip, 'نسخة مقدّم الخطاب', width) },
      cutLine,
      // Its own half of the sheet, however much the upper one says.
      { absolutePosition: { x: left, y: HALF + ABOVE }, stack: half(slip, 'نسخة الجمعية', width) },
    ],
  };
}

const cutLine: Content = {
  absolutePosition: { x: 0, y: HALF },
  stack: [
    {
      alignment: 'left',
      canvas: [
        {
          type: 'line',
          x1: mm(6),
          y1: 0,
          x2: A4.width - mm(6),
          y2: 0,
          lineWidth: mm(0.25),
          lineColor: HAIRLINE,
          dash: { length: mm(2), space: mm(1.6) },
        },
      ],
    },
  ],
};

function half(slip: ReceiptSlip, whose: string, width: number): Content[] {
  const { profile, theirNumber, theirDay } = slip;
  const digits = profile.letters.fieldDigits;
  const name = typedLine(profile.name);
  const side = width * 0.3;
  const attachments = attachmentsLine(slip.attachments, digits);
  const facts: Fact[] = [
    { label: 'رقم الوارد', value: numberOnPaper(slip.referenceNumber, digits) },
    {
      label: 'تاريخ الاستلام',
      value: `${bothDates(slip.day, digits)}${slip.time === null ? '' : `، الساعة ${hourOnPaper(slip.time, digits)}`}`,
    },
    { label: 'الجهة المرسلة', value: shortened(slip.senderLine, width, 2) },
    { label: 'رقم خطابهم', value: theirNumber === '' ? '' : numberOnPaper(theirNumber, digits) },
    {
      label: 'تاريخ خطابهم',
      value: theirDay === null ? '' : bothDates(theirDay, digits),
    },
    { label: 'الموضوع', value: shortened(slip.subject, width, 2) },
    {
      label: 'المرفقات',
      value: attachments === '' ? attachmentsText([], digits) : shortened(attachments, width, 1),
    },
    { label: 'المستلم', value: shortened(slip.receivedByName ?? '', width, 1) },
  ];
  const { phone } = profile.letterhead.footer;
  return [
    rtlColumns({
      columns: [
        { width: side, text: whose, color: INK_SOFT, ...lineOf(10.5, mm(8)) },
        {
          width: width - 2 * side,
          text: name,
          bold: true,
          color: RULE,
          alignment: 'center',
          ...lineOf(fittingSize(name, width - 2 * side, { size: 15, bold: true }, 10), mm(8)),
        },
        {
          width: side,
          text: phone === '' ? '' : ltr(phone),
          alignment: 'left',
          color: INK_SOFT,
          ...lineOf(10.5, mm(8), { font: 'Plex' }),
        },
      ],
    }),
    { ...footRule(width), margin: [0, mm(1), 0, 0] },
    {
      text: 'إيصال استلام خطاب وارد',
      bold: true,
      alignment: 'center',
      ...lineOf(16, mm(9), { above: mm(3), below: mm(2) }),
    },
    ...factRows(facts, width),
    {
      text: 'يُراجَع عن الخطاب برقم الوارد أعلاه. هذا الإيصال يثبت الاستلام، ولا يعني الموافقة على ما في الخطاب.',
      color: INK_SOFT,
      ...lineOf(10.5, mm(6), { above: mm(2) }),
    },
    {
      text: 'الختم والتوقيع: ........................................',
      alignment: 'left',
      ...lineOf(12, mm(8), { above: mm(3) }),
    },
  ];
}

/** As much as stands on so many lines: a slip has the half of a sheet, and the letter itself says the rest. */
function shortened(text: string, width: number, lines: number): string {
  const all = wrapped(typedLine(text), width - LABELS_ROOM, { size: 13.5 });
  return all.length <= lines
    ? text
    : `${all
        .slice(0, lines)
        .join(' ')
        .replace(/\s+\S*$/u, '')} …`;
}
