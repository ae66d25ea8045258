import { counted } from '#shared/arabic/counted.ts';
import { digitsIn, type DigitSystem } from '#shared/arabic/digits.ts';
import { leftOutOnPaper } from '#shared/batches/left-out-words.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { mm } from '../paper.ts';
import {
  bothDates,
  factRows,
  hourOnPaper,
  officialSheet,
  sectionTitle,
  signatureRow,
} from './official-sheet.ts';
import type { BatchReport } from './paper-sheets.ts';
import { nothing, type PaperCell, paperTable } from './paper-table.ts';
import { LETTER_NOUN } from './register-words.ts';

const PERSON_NOUN = {
  gender: 'masculine',
  singular: 'شخص',
  dual: 'شخصان',
  dualOblique: 'شخصين',
  plural: 'أشخاص',
  accusative: 'شخصًا',
} as const;

/**
 * «تقرير خطابات لعدة أشخاص»: who got which number, in the order of the choice, and who was left out and why; signed by who
 * prepared it.
 */
export function batchReportDocument({
  profile,
  logo,
  name,
  templateName,
  persons,
  preparedBy,
  preparedDay,
  madeOn,
  madeAt,
}: BatchReport): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const issued = persons.filter((one) => one.referenceNumber !== null);
  const leftOut = persons.filter((one) => one.leftOut !== null && one.referenceNumber === null);
  const anyVoided = issued.some((one) => one.voided);
  const waiting = persons.length - issued.length - leftOut.length;
  const first = issued[0]?.referenceNumber;
  const last = issued.at(-1)?.referenceNumber;
  return officialSheet({
    profile,
    logo,
    title: 'تقرير خطابات لعدة أشخاص',
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: 'الخطابات', value: name },
          { label: 'القالب', value: templateName === name ? '' : templateName },
          { label: 'المختارون', value: counted(persons.length, PERSON_NOUN, { digits }) },
          { label: 'صدر', value: counted(issued.length, LETTER_NOUN, { digits }) },
          {
            label: 'الأرقام',
            value:
              first === undefined || last === undefined || first === null || last === null
                ? ''
                : first === last
                  ? numberOnPaper(first, digits)
                  : `من ${numberOnPaper(first, digits)} إلى ${numberOnPaper(last, digits)}`,
          },
          { label: 'استُبعد', value: counted(leftOut.length, PERSON_NOUN, { digits }) },
          { label: 'لم يصدر بعد', value: waiting === 0 ? '' : counted(waiting, LETTER_NOUN, { digits }) },
          { label: 'أُعدّت', value: bothDates(preparedDay, digits) },
          { label: 'حتى', value: `${bothDates(madeOn, digits)}، ${hourOnPaper(madeAt, digits)}` },
        ],
        width,
      ),
      sectionTitle('ما صدر'),
      issued.length === 0
        ? nothing('لم يصدر خطاب بعد.')
        : paperTable({
            columns: [
              { title: 'م', width: mm(12), alignment: 'center' },
              { title: 'صاحب الخطاب', width: '*' },
              { title: 'رقم الخطاب', width: mm(44) },
              ...(anyVoided ? [{ title: 'ملاحظة', width: mm(30) }] : []),
            ],
            rows: issued.map((one, index) => [
              ...issuedRow(one, index, digits),
              ...(anyVoided ? [one.voided ? 'ملغى' : ''] : []),
            ]),
          }),
      sectionTitle('من لم يصدر له خطاب، وسببه'),
      leftOut.length === 0
        ? nothing('لم يُستبعد أحد.')
        : paperTable({
            columns: [
              { title: 'م', width: mm(12), alignment: 'center' },
              { title: 'الاسم', width: mm(60) },
              { title: 'السبب', width: '*' },
            ],
            rows: leftOut.map((one, index) => [
              digitsIn(digits, index + 1),
              one.name,
              one.leftOut === null ? '' : leftOutOnPaper(one.leftOut),
            ]),
          }),
      signatureRow([{ label: 'أعدّ الخطابات', name: preparedBy }]),
    ],
  });
}

const issuedRow = (one: BatchReport['persons'][number], index: number, digits: DigitSystem): PaperCell[] => [
  digitsIn(digits, index + 1),
  { text: one.name, struck: one.voided },
  {
    text: one.referenceNumber === null ? '' : numberOnPaper(one.referenceNumber, digits),
    struck: one.voided,
  },
];
