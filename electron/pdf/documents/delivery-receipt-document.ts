import { digitsIn, type DigitSystem } from '#shared/arabic/digits.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { isolate } from '../arabic/content.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { mm } from '../paper.ts';
import type { DeliveryReceiptSheet } from './delivery-sheets.ts';
import { bodyText, bothDates, factRows, hourOnPaper, officialSheet, signatureRow } from './official-sheet.ts';

/** An identifier stands left to right, its digits as they are typed. */
const code = (text: string): string => (text === '' ? '' : `\u2066${text}\u2069`);

/** «سلة، العدد ٢»: what a unit is called is the office's own word, so it is not inflected. */
export const amountOf = (quantity: number, unit: string, digits: DigitSystem): string =>
  `${isolate(unit)}، العدد ${digitsIn(digits, quantity)}`;

export const riyals = (halalas: number, digits: DigitSystem): string =>
  `${formatAmount(halalas, digits)} ريال`;

function receiverOf({ receiverKind, receiverName, deedNumber }: DeliveryReceiptSheet): string {
  if (receiverKind === 'self') return `${isolate(receiverName)} (أصالةً)`;
  if (receiverKind === 'household') return `${isolate(receiverName)} (من أفراد الأسرة)`;
  return deedNumber === ''
    ? `${isolate(receiverName)} (بالولاية)`
    : `${isolate(receiverName)} (نيابةً بالصك رقم ${code(deedNumber)})`;
}

/**
 * What was handed over, to whom and when, with the places to sign (S.7); of a transfer the account and the bank's reference
 * stand for the receiver's hand. Its code brings the signed sheet back.
 */
export function deliveryReceiptDocument(sheet: DeliveryReceiptSheet): DocumentDefinition {
  const { profile, logo, day } = sheet;
  const digits = profile.letters.fieldDigits;
  const beneficiary = sheet.partySex === 'female' ? 'المستفيدة' : 'المستفيد';
  const transfer = sheet.serviceKind === 'transfer';
  const said = transfer
    ? 'حوّلت الجمعية المبلغ المبيَّن أعلاه إلى الحساب المبيَّن، وهذا سند بذلك.'
    : sheet.atPlace
      ? 'استلمتُ في موقعي ما هو مبيَّن أعلاه من الجمعية، وهذا سند بذلك.'
      : 'استلمتُ ما هو مبيَّن أعلاه من الجمعية، وهذا سند بذلك.';
  return officialSheet({
    profile,
    logo,
    code: sheet.code,
    title: transfer ? 'سند حوالة' : 'سند استلام',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: sheet.requestNumber === null ? '—' : groupsOnPaper(sheet.requestNumber, digits),
    },
    day,
    content: (width) => [
      ...factRows(
        [
          { label: beneficiary, value: sheet.partyName },
          { label: 'رقم الهوية', value: code(sheet.idNumber) },
          {
            label: 'رقم الملف',
            value: sheet.fileNumber === null ? '' : groupsOnPaper(sheet.fileNumber, digits),
          },
          { label: 'الخدمة', value: sheet.serviceName },
          { label: 'المقدار', value: amountOf(sheet.quantity, sheet.unit, digits) },
          {
            label: 'القيمة',
            value: sheet.valueHalalas === null ? '' : riyals(sheet.valueHalalas, digits),
          },
          {
            label: 'الدفعة',
            value:
              sheet.times === 1 ? '' : `${digitsIn(digits, sheet.turn)} من ${digitsIn(digits, sheet.times)}`,
          },
          { label: sheet.atPlace ? 'سُلّم في الموقع' : 'مكان التسليم', value: sheet.place },
          { label: 'الحساب', value: code(sheet.iban) },
          { label: 'صاحب الحساب', value: sheet.iban === '' ? '' : sheet.ibanHolder },
          { label: 'مرجع الحوالة', value: code(sheet.transferReference) },
          { label: transfer ? 'صُرف إلى' : 'المستلم', value: receiverOf(sheet) },
          {
            label: 'اليوم والساعة',
            value: `${bothDates(day, digits)}، ${hourOnPaper(sheet.time, digits)}`,
          },
          { label: 'ملاحظة', value: sheet.note },
        ],
        width,
      ),
      { stack: [], margin: [0, mm(4), 0, 0] },
      bodyText(said),
      bodyText('تقييمكم للخدمة حق لكم، نأخذ به في تحسينها ولا يُربط باسمكم.'),
      signatureRow([
        { label: transfer ? beneficiary : 'المستلم', name: sheet.receiverName },
        { label: 'موظف الجمعية', name: sheet.officerName },
      ]),
    ],
  });
}
