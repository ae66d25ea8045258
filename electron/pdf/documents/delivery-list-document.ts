import { digitsIn, type DigitSystem } from '#shared/arabic/digits.ts';
import { isolate, ltr, rtlTable } from '../arabic/content.ts';
import type { Content, DocumentDefinition, TableCell, TableLayout } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { codeGroups, qrDrawing } from '../letter-code.ts';
import { HAIRLINE, INK_SOFT, lineOf, mm, TABLE_HEAD } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { amountOf } from './delivery-receipt-document.ts';
import type { DeliveryListSheet } from './delivery-sheets.ts';
import { bodyText, bothDates, hourOnPaper, officialSheet, signatureRow } from './official-sheet.ts';
import { nothing } from './paper-table.ts';

/** Half a millimetre a module: a cheap scanner reads it off a sheet on a desk. */
const QR = mm(10.5);
const LINE = mm(0.2);
const layout: TableLayout = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  hLineColor: () => HAIRLINE,
  vLineColor: () => HAIRLINE,
  paddingLeft: () => mm(1.2),
  paddingRight: () => mm(1.2),
  paddingTop: () => mm(1),
  paddingBottom: () => mm(1),
};

/**
 * كشف تسليم of a day: by village and name, each with its code to be scanned when the sheet comes back, and a place to sign.
 * A signed list is the proof of what has no receipt of its own.
 */
export function deliveryListDocument(sheet: DeliveryListSheet): DocumentDefinition {
  const { profile, logo, day, rows, madeOn, madeAt, officerName } = sheet;
  const digits = profile.letters.fieldDigits;
  return officialSheet({
    profile,
    logo,
    title: 'كشف تسليم',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: () => [
      bodyText(
        `ما يُسلَّم في يوم ${bothDates(day, digits)}، كما كان في الساعة ${hourOnPaper(madeAt, digits)}${madeOn === day ? '' : ` من يوم ${bothDates(madeOn, digits)}`}. يوقّع المستلم أمام اسمه بعد الاستلام.`,
      ),
      rows.length === 0
        ? nothing('لا شيء يُسلَّم في هذا اليوم.')
        : rtlTable({
            table: {
              headerRows: 1,
              keepWithHeaderRows: 1,
              dontBreakRows: true,
              widths: [mm(6), '*', mm(30), mm(27), QR + mm(2), mm(26)],
              body: [head(), ...rows.map((row, index) => line(row, index, digits))],
            },
            layout,
          }),
      signatureRow([
        { label: 'من سلّم', name: officerName },
        { label: 'المراجعة', name: '' },
      ]),
    ],
  });
}

const title = (text: string): TableCell => ({
  text,
  bold: true,
  alignment: text === '' || text === 'م' ? 'center' : 'right',
  fillColor: TABLE_HEAD,
  ...lineOf(11, mm(6)),
});
const head = (): TableCell[] => ['م', 'المستفيد', 'الخدمة', 'المكان', 'الرمز', 'توقيع المستلم'].map(title);

const small = (text: string): Content => ({ text, color: INK_SOFT, ...lineOf(9, mm(4.6)) });

function line(row: DeliveryListSheet['rows'][number], index: number, digits: DigitSystem): TableCell[] {
  const under = [
    row.mobile === '' ? '' : ltr(localMobile(row.mobile)),
    row.requestNumber === null ? '' : `طلب ${groupsOnPaper(row.requestNumber, digits)}`,
  ].filter((text) => text !== '');
  const size = lineOf(11, mm(5.6));
  return [
    { text: digitsIn(digits, index + 1), alignment: 'center', ...size },
    {
      // The digits of the drawing as well: a desk without a scanner types them.
      stack: [
        { text: typedLine(row.partyName), bold: true, ...size },
        small(under.join('  ')),
        small(ltr(codeGroups(row.code))),
      ],
    },
    {
      stack: [
        { text: typedLine(row.serviceName), ...size },
        small(amountOf(row.quantity, typedLine(row.unit), digits)),
      ],
    },
    {
      stack: [
        { text: typedLine(row.place), ...lineOf(10, mm(5)) },
        ...(row.atPlace ? [small('في موقع المستفيد')] : []),
      ],
    },
    { ...qrDrawing(row.code, QR), alignment: 'center', margin: [0, mm(0.8), 0, mm(0.8)] },
    {
      text: row.doneAt === '' ? '' : `سُلّم ${isolate(hourOnPaper(row.doneAt, digits))}`,
      color: INK_SOFT,
      ...lineOf(10, mm(5)),
    },
  ];
}

/** `+966501234567` as it is dialled from here: `050 123 4567`; another country's number as it is. */
const localMobile = (e164: string): string =>
  e164.startsWith('+966')
    ? `0${e164.slice(4)}`.replace(/^(\d{3})(\d{3})(\d{4})$/u, '$1\u00A0$2\u00A0$3')
    : e164;
