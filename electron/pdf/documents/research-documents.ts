import { digitsIn } from '#shared/arabic/digits.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts } from '../letter-fields.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import {
  bodyText,
  bothDates,
  type Fact,
  factRows,
  hourOnPaper,
  officialSheet,
  sectionTitle,
  signatureRow,
} from './official-sheet.ts';
import type { FieldVisitSheet, ReferralSheet } from './research-sheets.ts';

/** A number of a register in a line of Arabic. */
const inLine = (value: string | null, digits: DigitSystem): string =>
  value === null ? '' : `\u2066${digitsIn(digits, value)}\u2069`;

/** Lines to write on by hand. */
const ruled = (lines: number, width: number): Content[] =>
  Array.from({ length: lines }, () => ({
    margin: [0, mm(8.5), 0, 0] as const,
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: INK_SOFT }],
  }));

const applicant = (sex: 'male' | 'female' | null): string =>
  sex === 'female' ? 'صاحبة السؤال' : 'صاحب السؤال';
const visited = (sex: 'male' | 'female' | null): string => (sex === 'female' ? 'طالبة الدعم' : 'طالب الدعم');

const headFields = (madeOn: string, digits: DigitSystem) => ({
  ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
  number: '—',
});

/** «إحالة إلى مسؤول البحث الاجتماعي»: goes to the officer, and comes back signed. */
export function referralDocument(sheet: ReferralSheet): DocumentDefinition {
  const { profile, logo, madeOn, answer } = sheet;
  const digits = profile.letters.fieldDigits;
  const facts: Fact[] = [
    { label: applicant(sheet.partySex), value: sheet.partyName },
    { label: 'رقم الملف', value: inLine(sheet.fileNumber, digits) },
    { label: 'الطلب', value: sheet.serviceName },
    { label: 'رقم الطلب', value: inLine(sheet.requestNumber, digits) },
    { label: 'رقم الانتظار', value: sheet.ticket === null ? '' : digitsIn(digits, sheet.ticket) },
    { label: 'أحالها', value: sheet.askedByName },
    {
      label: 'وقت الإحالة',
      value: `${bothDates(sheet.askedDay, digits)}، ${hourOnPaper(sheet.askedAt, digits)}`,
    },
    { label: 'إلى', value: sheet.forName },
  ];
  return officialSheet({
    profile,
    logo,
    title: 'إحالة إلى مسؤول البحث الاجتماعي',
    fields: headFields(madeOn, digits),
    day: madeOn,
    content: (width) => [
      ...factRows(facts, width),
      sectionTitle('السؤال'),
      bodyText(sheet.question),
      sectionTitle('الجواب'),
      ...(answer === null ? ruled(5, width) : [bodyText(answer.text)]),
      sectionTitle('إيضاح الجوانب التنظيمية'),
      ...(answer === null
        ? ruled(4, width)
        : answer.explanation === ''
          ? []
          : [bodyText(answer.explanation)]),
      {
        text: 'تعود هذه الورقة إلى الاستقبال ليُبلَّغ بها صاحب السؤال، ودوره وطلبه محفوظان حتى تعود.',
        color: INK_SOFT,
        ...lineOf(11.5, mm(7), { above: mm(5) }),
      },
      signatureRow([
        { label: 'مسؤول البحث الاجتماعي', name: answer?.byName ?? sheet.forName },
        { label: 'استلم الإعادة', name: '' },
      ]),
    ],
  });
}

/** «زيارة ميدانية»: taken along, written on, and signed by the researcher. */
export function fieldVisitDocument(sheet: FieldVisitSheet): DocumentDefinition {
  const { profile, logo, madeOn, contacts } = sheet;
  const digits = profile.letters.fieldDigits;
  const when = [
    bothDates(sheet.plannedOn, digits),
    sheet.plannedTime === '' ? '' : `الساعة ${hourOnPaper(sheet.plannedTime, digits)}`,
  ].filter((part) => part !== '');
  const reach = contacts.map(({ kind, value, owner, hours, discreet }): Fact => {
    // What must be minded stands with the number, and never without it.
    const minded = [
      discreet ? 'لا تُذكر الجمعية' : '',
      owner === '' ? '' : `لـ: ${owner}`,
      hours === '' ? '' : `يُتصل: ${hours}`,
    ].filter((part) => part !== '');
    return {
      label: kind,
      value: `${inLine(value, digits)}${minded.length === 0 ? '' : ` (${minded.join('، ')})`}`,
    };
  });
  const discreet = contacts.some((one) => one.discreet);
  return officialSheet({
    profile,
    logo,
    title: 'ورقة زيارة ميدانية',
    fields: headFields(madeOn, digits),
    day: madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: visited(sheet.partySex), value: sheet.partyName },
          { label: 'رقم الملف', value: inLine(sheet.fileNumber, digits) },
          { label: 'الطلب', value: sheet.serviceName },
          { label: 'رقم الطلب', value: inLine(sheet.requestNumber, digits) },
          { label: 'الباحث', value: sheet.researcherName },
          { label: 'الموعد', value: when.join('، ') },
          { label: 'المكان', value: sheet.place },
          { label: 'الوصف للوصول', value: sheet.directions },
          { label: 'ما يُراد معرفته', value: sheet.purpose },
          ...reach,
        ],
        width,
      ),
      ...(discreet
        ? [
            {
              text: 'تنبيه: لا تُذكر الجمعية ولا سبب الزيارة لمن يرد على الهاتف أو يفتح الباب من غير أهل الطلب.',
              bold: true,
              ...lineOf(12, mm(7.5), { above: mm(2) }),
            } satisfies Content,
          ]
        : []),
      sectionTitle('من حضر'),
      ...ruled(1, width),
      sectionTitle('ما وُجد'),
      ...ruled(7, width),
      sectionTitle('إن لم تتم الزيارة فالسبب'),
      ...ruled(1, width),
      signatureRow([
        { label: 'الباحث', name: sheet.researcherName },
        { label: 'تاريخ الزيارة وساعتها', name: '' },
      ]),
    ],
  });
}
