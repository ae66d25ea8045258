import { digitsIn } from '#shared/arabic/digits.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
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
  value === null ? '' : groupsOnPaper(value, digits);

/** Lines to write on by hand: the most first, fewer where long words leave less of the page. */
export interface Room {
  readonly long: number;
  readonly short: number;
}
export const ROOMS: readonly [Room, ...Room[]] = [
  { long: 7, short: 4 },
  { long: 6, short: 3 },
  { long: 5, short: 3 },
  { long: 4, short: 2 },
  { long: 3, short: 1 },
  { long: 2, short: 1 },
];

/** Lines to write on by hand. */
const ruled = (lines: number, width: number): Content[] =>
  Array.from({ length: lines }, () => ({
    margin: [0, mm(8.5), 0, 0] as const,
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: INK_SOFT }],
  }));

/** The service with its number, in one line. */
const requestOf = (name: string, number: string | null, digits: DigitSystem): string =>
  [name, inLine(number, digits)].filter((part) => part !== '').join('، ');

/** The name with the file's number, in one line: what is saved is room to write. */
const fileOf = (name: string, number: string | null, digits: DigitSystem): string =>
  number === null ? name : `${name}، ملف ${inLine(number, digits)}`;

const applicant = (sex: 'male' | 'female' | null): string =>
  sex === 'female' ? 'صاحبة السؤال' : 'صاحب السؤال';
const visited = (sex: 'male' | 'female' | null): string => (sex === 'female' ? 'طالبة الدعم' : 'طالب الدعم');

const headFields = (madeOn: string, digits: DigitSystem) => ({
  ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
  number: '—',
});

/** «إحالة إلى مسؤول البحث الاجتماعي»: goes to the officer, and comes back signed. */
export function referralDocument(sheet: ReferralSheet, room: Room): DocumentDefinition {
  const { profile, logo, madeOn, answer } = sheet;
  const digits = profile.letters.fieldDigits;
  const facts: Fact[] = [
    { label: applicant(sheet.partySex), value: fileOf(sheet.partyName, sheet.fileNumber, digits) },
    { label: 'الطلب', value: requestOf(sheet.serviceName, sheet.requestNumber, digits) },
    { label: 'رقم الانتظار', value: sheet.ticket === null ? '' : digitsIn(digits, sheet.ticket) },
    {
      label: 'أحالها',
      value: `${sheet.askedByName}، ${bothDates(sheet.askedDay, digits)}، ${hourOnPaper(sheet.askedAt, digits)}`,
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
      ...(answer === null ? ruled(room.long, width) : [bodyText(answer.text)]),
      sectionTitle('إيضاح الجوانب التنظيمية'),
      ...(answer === null
        ? ruled(room.short, width)
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
export function fieldVisitDocument(sheet: FieldVisitSheet, room: Room): DocumentDefinition {
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
          { label: visited(sheet.partySex), value: fileOf(sheet.partyName, sheet.fileNumber, digits) },
          { label: 'الطلب', value: requestOf(sheet.serviceName, sheet.requestNumber, digits) },
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
      sectionTitle('ما وُجد، أو سبب عدم إتمام الزيارة'),
      ...ruled(room.long, width),
      signatureRow([
        { label: 'الباحث', name: sheet.researcherName },
        { label: 'تاريخ الزيارة وساعتها', name: '' },
      ]),
    ],
  });
}
