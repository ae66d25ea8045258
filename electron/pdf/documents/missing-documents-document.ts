import { digitsIn } from '#shared/arabic/digits.ts';
import { counted } from '#shared/arabic/counted.ts';
import { assertNever } from '#shared/assert.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { documents as words } from '#shared/locales/ar/documents.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { dateOnPaper, fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { lineOf, mm } from '../paper.ts';
import { bodyText, bothDates, factRows, officialSheet, signatureRow } from './official-sheet.ts';
import type { MissingDocuments } from './paper-sheets.ts';
import { paperTable } from './paper-table.ts';

const DOCUMENT_NOUN = {
  gender: 'masculine',
  singular: 'مستند',
  dual: 'مستندان',
  dualOblique: 'مستندين',
  plural: 'مستندات',
  accusative: 'مستندًا',
} as const;

const DOTS = '....... / ....... / .............';

/** As the request calls it, or the register. */
const nameOf = ({ kind, name }: MissingDocuments['items'][number]): string =>
  name ??
  (kind === 'income'
    ? `${words.kind.income} (لم يمضِ على إصداره ثلاثة أشهر)`
    : kind === null
      ? ''
      : words.kind[kind]);

/** Why it is asked for, to the person who brings it. */
function why({ state, expiresOn }: MissingDocuments['items'][number], digits: DigitSystem): string {
  switch (state) {
    case 'missing':
      return 'لم يُقدَّم بعد';
    case 'expired':
      return expiresOn === null
        ? 'انتهت صلاحيته'
        : `انتهى في ${dateOnPaper(dualDate(expiresOn).hijri, 'هـ', digits)}`;
    case 'unmatched':
      return 'يُحضر أصله للمطابقة';
    case 'expiring':
    case 'valid':
      return '';
    default:
      return assertNever(state);
  }
}

/**
 * «بيان بالمستندات المطلوبة» for somebody to take home: what to bring, why, and when to come back, in both calendars. It
 * says that originals are shown and given back: no copy is kept (PDPL art. 28).
 */
export function missingDocumentsDocument(sheet: MissingDocuments): DocumentDefinition {
  const { profile, logo, partyName, fileNumber, items, returnDay, madeOn, staffName } = sheet;
  const digits = profile.letters.fieldDigits;
  return officialSheet({
    profile,
    logo,
    title: 'بيان بالمستندات المطلوبة',
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: 'صاحب الملف', value: partyName },
          {
            label: 'رقم الملف',
            value: fileNumber === null ? '' : groupsOnPaper(fileNumber, digits),
          },
          { label: 'المطلوب', value: counted(items.length, DOCUMENT_NOUN, { digits }) },
        ],
        width,
      ),
      bodyText('لاستكمال ملفكم لدى الجمعية، نأمل منكم إحضار أصول المستندات الآتية:'),
      paperTable({
        columns: [
          { title: 'م', width: mm(10), alignment: 'center' },
          { title: 'المستند', width: '*' },
          { title: 'سبب طلبه', width: mm(58) },
          { title: 'أُحضر', width: mm(18), alignment: 'center' },
        ],
        size: 13,
        leading: 24,
        rows: items.map((item, index) => [digitsIn(digits, index + 1), nameOf(item), why(item, digits), '']),
      }),
      {
        text: `موعد المراجعة: ${returnDay === null ? DOTS : bothDates(returnDay, digits)}`,
        bold: true,
        ...lineOf(14, mm(9), { above: mm(5) }),
      },
      bodyText('تُطابق الأصول في الحال وتُعاد إليكم، ولا تحتفظ الجمعية بصور منها إلا بسند نظامي.'),
      signatureRow([
        { label: 'موظف الجمعية', name: staffName },
        { label: 'استلم البيان', name: '' },
      ]),
    ],
  });
}
