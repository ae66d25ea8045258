import { counted, type CountedOptions } from '#shared/arabic/counted.ts';
import type { CountedNoun } from '#shared/arabic/counted-nouns.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { ltr, rtlTable } from '../arabic/content.ts';
import type { Content, DocumentDefinition, TableCell, TableLayout } from '../arabic/definition.ts';
import { dateOnPaper, fieldTexts } from '../letter-fields.ts';
import { HAIRLINE, INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bothDates, hourOnPaper, officialSheet } from './official-sheet.ts';
import type { PersonSummary, SummaryFact } from './paper-sheets.ts';
import { paperTable } from './paper-table.ts';

/** How much of what may be long is shown; what is left out is counted. */
export interface SummaryFit {
  readonly members: number;
  readonly documents: number;
  readonly contacts: number;
  readonly ways: number;
  /** Letters of a text that somebody wrote. */
  readonly text: number;
}

/** From the roomiest on: the first that fits one page is taken. The last fits whatever stands in the file. */
export const SUMMARY_FITS: readonly [SummaryFit, ...SummaryFit[]] = [
  { members: 14, documents: 12, contacts: 4, ways: 4, text: 110 },
  { members: 12, documents: 10, contacts: 3, ways: 4, text: 100 },
  { members: 10, documents: 10, contacts: 2, ways: 3, text: 90 },
  { members: 9, documents: 8, contacts: 2, ways: 3, text: 80 },
  { members: 9, documents: 6, contacts: 1, ways: 2, text: 80 },
  { members: 8, documents: 6, contacts: 1, ways: 2, text: 70 },
  { members: 7, documents: 6, contacts: 1, ways: 2, text: 70 },
  { members: 5, documents: 4, contacts: 1, ways: 2, text: 60 },
  { members: 2, documents: 2, contacts: 1, ways: 1, text: 28 },
];

const noun = (
  gender: CountedNoun['gender'],
  [singular, dual, dualOblique, plural, accusative]: readonly [string, string, string, string, string],
): CountedNoun => ({ gender, singular, dual, dualOblique, plural, accusative });
const MEMBER = noun('masculine', ['فرد', 'فردان', 'فردين', 'أفراد', 'فردًا']);
const DOCUMENT = noun('masculine', ['مستند', 'مستندان', 'مستندين', 'مستندات', 'مستندًا']);
const WAY = noun('feminine', ['وسيلة', 'وسيلتان', 'وسيلتين', 'وسائل', 'وسيلة']);
const CASE = noun('feminine', ['معاملة', 'معاملتان', 'معاملتين', 'معاملات', 'معاملة']);
const REQUIREMENT = noun('masculine', ['متطلب', 'متطلبان', 'متطلبين', 'متطلبات', 'متطلبًا']);

/** «و٣ أفراد غيرهم», «ومستند واحد غيرها»: what was left out, in agreement. */
const others = (count: number, what: CountedNoun, rest: string, digits: DigitSystem): string =>
  `و${counted(count, what, { digits } satisfies CountedOptions)} ${rest}`;

/** A file has no more of one section than this; whatever comes later must not push the page over. */
const MOST_FACTS = 14;
const SIZE = 10.5;
const LEADING = 13.5;
const line = lineOf(SIZE, LEADING);

/** A file on one page: for a meeting, a visit to the house, or the next who sits at the desk. The identity is masked. */
export function personSummaryDocument(sheet: PersonSummary, fit: SummaryFit): DocumentDefinition {
  const { profile, logo, partyName, madeOn, madeAt, staffName } = sheet;
  const digits = profile.letters.fieldDigits;
  return officialSheet({
    profile,
    logo,
    title: `ملخص ملف ${cut(partyName, 80)}`,
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: () => [
      pairs([...sheet.identity, ...waysOf(sheet, fit, digits)], fit, digits),
      ...caseOf(sheet, fit, digits),
      ...householdOf(sheet, fit, digits),
      ...circumstancesOf(sheet, fit, digits),
      ...documentsOf(sheet, fit, digits),
      ...lastContactsOf(sheet, fit, digits),
      {
        text: `أعدّه ${typedLine(staffName)} يوم ${bothDates(madeOn, digits)} الساعة ${hourOnPaper(madeAt, digits)}. بيانات شخصية تُتلف بعد الحاجة إليها.`,
        color: INK_SOFT,
        alignment: 'justify',
        ...lineOf(9.5, 14, { above: mm(2) }),
      },
    ],
  });
}

/** At a word, with an ellipsis: a long remark must not push the rest off the page. */
function cut(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const letters = Array.from(plain);
  if (letters.length <= most) return plain;
  const kept = letters.slice(0, most - 1).join('');
  const atWord = kept.lastIndexOf(' ');
  return `${atWord > most / 2 ? kept.slice(0, atWord) : kept}…`;
}

const heading = (title: string): Content => ({
  text: typedLine(title),
  bold: true,
  structure: 'H2',
  ...lineOf(12, mm(5.6), { above: mm(1.4), below: mm(0.3) }),
});

const RULED: TableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : mm(0.12)),
  vLineWidth: () => 0,
  hLineColor: () => HAIRLINE,
  vLineColor: () => HAIRLINE,
  paddingLeft: () => mm(1),
  paddingRight: () => mm(1),
  paddingTop: () => mm(0.2),
  paddingBottom: () => mm(0.2),
};

/** As long as it stands on the paper. */
const lengthOf = ({ value, note = '' }: SummaryFact, { text }: SummaryFit): number =>
  Array.from(`${cut(value, text)}${cut(note, text)}`).length;

const words = (text: string, digits: DigitSystem, fit: SummaryFit): string =>
  typedLine(digitsIn(digits, cut(text, fit.text)));

/** Terms with their values, two in a row over hairlines; one that needs a whole row takes it. */
function pairs(facts: readonly SummaryFact[], fit: SummaryFit, digits: DigitSystem): Content {
  const label = (text: string): TableCell => ({ text: `${text}:`, color: INK_SOFT, ...line });
  const value = ({ value: text, code = false, note }: SummaryFact, span: number): TableCell => ({
    text: [code ? ltr(text) : words(text, digits, fit), note === undefined ? '' : words(note, digits, fit)]
      .filter((part) => part !== '')
      .join(' '),
    alignment: 'right',
    ...(span === 1 ? {} : { colSpan: span }),
    ...line,
  });
  const rows: TableCell[][] = [];
  let waiting: SummaryFact | null = null;
  const flush = (): void => {
    if (waiting !== null) rows.push([label(waiting.label), value(waiting, 3), '', '']);
    waiting = null;
  };
  for (const fact of facts.filter((one) => one.value !== '').slice(0, MOST_FACTS)) {
    if (lengthOf(fact, fit) > 38) {
      flush();
      rows.push([label(fact.label), value(fact, 3), '', '']);
    } else if (waiting === null) waiting = fact;
    else {
      rows.push([label(waiting.label), value(waiting, 1), label(fact.label), value(fact, 1)]);
      waiting = null;
    }
  }
  flush();
  return rtlTable({ table: { body: rows, widths: [mm(27), '*', mm(27), '*'] }, layout: RULED });
}

function waysOf({ contacts }: PersonSummary, { ways }: SummaryFit, digits: DigitSystem): SummaryFact[] {
  const shown = contacts.slice(0, ways).map(({ kind, value, owner, hours, discreet }): SummaryFact => {
    const minded = [
      discreet ? 'لا تُذكر الجمعية' : '',
      owner === '' ? '' : `لـ: ${owner}`,
      hours === '' ? '' : `يُتصل: ${hours}`,
    ].filter((part) => part !== '');
    // What must be minded stands with the number, and never without it.
    return minded.length === 0
      ? { label: kind, value, code: true }
      : { label: kind, value, code: true, note: `(${minded.join('، ')})` };
  });
  const left = contacts.length - shown.length;
  return left === 0 ? shown : [...shown, { label: 'وسائل أخرى', value: counted(left, WAY, { digits }) }];
}

function caseOf({ currentCase }: PersonSummary, fit: SummaryFit, digits: DigitSystem): Content[] {
  if (currentCase === null) return [];
  const { service, number, step, urgent, missing, others: more } = currentCase;
  const named = missing.slice(0, 3);
  const rest = missing.length - named.length;
  const lacking = [...named, ...(rest === 0 ? [] : [others(rest, REQUIREMENT, 'غيرها', digits)])];
  return [
    heading('المعاملة الحالية'),
    pairs(
      [
        { label: 'الطلب', value: `${urgent ? 'عاجل: ' : ''}${cut(service, 30)}` },
        { label: 'رقمه', value: number ?? '', code: true },
        { label: 'الخطوة', value: step },
        { label: 'غيرها مفتوحة', value: more === 0 ? '' : counted(more, CASE, { digits }) },
        { label: 'ينقصه', value: missing.length === 0 ? 'اكتملت متطلباته' : lacking.join('، ') },
      ],
      fit,
      digits,
    ),
  ];
}

function householdOf(
  { household }: PersonSummary,
  { members, text }: SummaryFit,
  digits: DigitSystem,
): Content[] {
  if (household.length === 0) return [heading('الأسرة'), said('لم تُسجَّل أسرة لهذا الملف.')];
  const shown = household.slice(0, members);
  const left = household.length - shown.length;
  return [
    heading(`الأسرة (${counted(household.length, MEMBER, { digits })})`),
    paperTable({
      columns: [
        { title: 'الاسم', width: '*' },
        { title: 'القرابة', width: mm(30) },
        { title: 'العمر', width: mm(24) },
        { title: 'العمل والصحة', width: mm(54) },
      ],
      size: SIZE,
      leading: LEADING,
      rows: shown.map(({ name, relation, age, about }) => [
        cut(name, 46),
        relation,
        digitsIn(digits, age),
        digitsIn(digits, cut(about, Math.min(text, 40))),
      ]),
    }),
    ...(left === 0 ? [] : [said(`${others(left, MEMBER, 'غيرهم', digits)}.`)]),
  ];
}

function circumstancesOf(
  { circumstances, perHead }: PersonSummary,
  fit: SummaryFit,
  digits: DigitSystem,
): Content[] {
  if (circumstances.length === 0 && perHead === null) return [];
  // A lack keeps its sign on its left, as it is written.
  const riyals = (halalas: number): string => `${ltr(formatAmount(halalas))} ريال`;
  const money: SummaryFact[] =
    perHead === null
      ? []
      : [
          { label: 'دخل الأسرة', value: `${riyals(perHead.income)} في الشهر` },
          {
            label: 'نصيب الفرد',
            value: `${riyals(perHead.gross)}، وبعد المصروفات الأساسية ${riyals(perHead.net)}`,
          },
        ];
  return [heading('الأحوال'), pairs([...circumstances, ...money], fit, digits)];
}

function documentsOf({ documents }: PersonSummary, fit: SummaryFit, digits: DigitSystem): Content[] {
  if (documents.length === 0) return [];
  const shown = documents.slice(0, fit.documents);
  const left = documents.length - shown.length;
  return [
    heading('المستندات وصلاحيتها اليوم'),
    paperTable({
      columns: [0, 1].flatMap(() => [
        { title: 'المستند', width: '*' as const },
        { title: 'الحال', width: mm(17) },
        { title: 'يسري حتى', width: mm(29) },
      ]),
      size: SIZE,
      leading: LEADING,
      rows: Array.from({ length: Math.ceil(shown.length / 2) }, (_, row) =>
        [shown[row * 2], shown[row * 2 + 1]].flatMap((one) =>
          one === undefined
            ? ['', '', '']
            : [
                cut(one.name, 32),
                one.state,
                one.until === null ? '' : dateOnPaper(dualDate(one.until).hijri, 'هـ', digits),
              ],
        ),
      ),
    }),
    ...(left === 0 ? [] : [said(`${others(left, DOCUMENT, 'غيرها', digits)}.`)]),
  ];
}

function lastContactsOf({ lastContacts }: PersonSummary, fit: SummaryFit, digits: DigitSystem): Content[] {
  if (lastContacts.length === 0) return [];
  return [
    heading('آخر التواصل'),
    ...lastContacts
      .slice(0, fit.contacts)
      .map(({ day, channel, inquiry }): Content =>
        said(
          `${dateOnPaper(dualDate(day).hijri, 'هـ', digits)}، ${channel}: ${typedLine(digitsIn(digits, cut(inquiry, fit.text)))}`,
        ),
      ),
  ];
}

const said = (text: string): Content => ({ text, ...line });
