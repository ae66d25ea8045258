import { digitsIn } from '#shared/arabic/digits.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { mm } from '../paper.ts';
import { factRows, officialSheet, sectionTitle, signatureRow } from './official-sheet.ts';
import { paperTable } from './paper-table.ts';
import type { RequestFormRow, RequestFormSheet } from './request-form-sheet.ts';

const MARKS: Readonly<Record<RequestFormRow['mark'], string>> = {
  matched: 'طُوبق على الأصل',
  told: 'أُكّد',
  open: '—',
};

const TABLE = { size: 11.5, leading: 18 } as const;

/**
 * «طلب دعم مستفيد» (T.4): what the register knows, how each datum stands, the household and its income line by line, what is
 * asked for, and what was brought. Filled by the desk: nothing is asked twice.
 */
export function requestFormDocument(sheet: RequestFormSheet): DocumentDefinition {
  const { profile, logo, madeOn, rows, members, amounts, asked, requirements } = sheet;
  const digits = profile.letters.fieldDigits;
  const number = (text: string | null): string => (text === null ? '' : groupsOnPaper(text, digits));
  return officialSheet({
    profile,
    logo,
    title: 'طلب دعم مستفيد',
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: sheet.requestNumber === null ? '—' : number(sheet.requestNumber),
    },
    day: madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: sheet.applicantTitle, value: sheet.applicantName },
          { label: 'رقم الملف', value: number(sheet.fileNumber) },
          { label: 'مستوى الطلب', value: sheet.level },
        ],
        width,
      ),
      sectionTitle('الخدمة المطلوبة'),
      ...factRows(
        asked.map(({ label, text }) => ({ label, value: digitsIn(digits, text) })),
        width,
      ),
      sectionTitle('بيانات مقدم الطلب'),
      paperTable({
        ...TABLE,
        columns: [
          { title: 'البيان', width: mm(36) },
          { title: 'كما في السجل', width: '*' },
          { title: 'المطابقة', width: mm(34), alignment: 'center' },
        ],
        rows: rows.map(({ label, text, code, mark }) => [
          { text: label, bold: true },
          code ? text : digitsIn(digits, text),
          MARKS[mark],
        ]),
      }),
      ...(members.length === 0
        ? []
        : [
            sectionTitle('أفراد الأسرة'),
            paperTable({
              ...TABLE,
              columns: [
                { title: 'م', width: mm(10), alignment: 'center' },
                { title: 'الاسم', width: '*' },
                { title: 'الصلة برب الأسرة', width: mm(40) },
                { title: 'العمر', width: mm(30), alignment: 'center' },
              ],
              rows: members.map(({ name, relation, age }, index) => [
                digitsIn(digits, index + 1),
                name,
                relation,
                digitsIn(digits, age),
              ]),
            }),
          ]),
      ...(amounts.length === 0
        ? []
        : [
            sectionTitle('الدخل والمصروفات والديون'),
            paperTable({
              ...TABLE,
              columns: [
                { title: 'النوع', width: mm(24) },
                { title: 'البند', width: '*' },
                { title: 'في الشهر', width: mm(38), alignment: 'center' },
              ],
              rows: amounts.map(({ kind, name, monthly }) => [kind, name, digitsIn(digits, monthly)]),
            }),
          ]),
      sectionTitle('المتطلبات'),
      paperTable({
        ...TABLE,
        columns: [
          { title: 'م', width: mm(10), alignment: 'center' },
          { title: 'المتطلب', width: '*' },
          { title: 'حاله', width: mm(58), alignment: 'center' },
        ],
        rows: requirements.map(({ name, state }, index) => [
          digitsIn(digits, index + 1),
          name,
          digitsIn(digits, state),
        ]),
      }),
      signatureRow([
        { label: sheet.applicantTitle, name: sheet.applicantName },
        { label: 'موظف الجمعية', name: sheet.staffName },
      ]),
    ],
  });
}
