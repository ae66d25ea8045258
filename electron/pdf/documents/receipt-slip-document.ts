import { attachmentsText } from '#shared/arabic/counted.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { attachmentsLine, numberOnPaper } from '../letter-fields.ts';
import { wrapped } from '../measure-text.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bothDates, type Fact, factRows, hourOnPaper } from './official-sheet.ts';
import { halfHead, twoHalves } from './two-halves.ts';
import type { ReceiptSlip } from './paper-sheets.ts';

const TITLE = 'إيصال استلام خطاب وارد';
/** A value beside the longest label, with a little to spare. */
const LABELS_ROOM = mm(40);

/**
 * «إيصال استلام» of an incoming letter, twice on a sheet of A4 with a line to cut along: one half for who brought it,
 * one for the office. It says what was received and by whom, and nothing of what the office thinks of it.
 */
export const receiptSlipDocument = (slip: ReceiptSlip): DocumentDefinition =>
  twoHalves(
    slip.profile,
    { title: TITLE, day: slip.day },
    (width) => half(slip, 'نسخة مقدّم الخطاب', width),
    (width) => half(slip, 'نسخة الجمعية', width),
  );

function half(slip: ReceiptSlip, whose: string, width: number): Content[] {
  const { profile, theirNumber, theirDay } = slip;
  const digits = profile.letters.fieldDigits;
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
  return [
    ...halfHead(profile, { whose, title: TITLE, air: 2 }, width),
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
