import { counted } from '#shared/arabic/counted.ts';
import type { CountedNoun } from '#shared/arabic/counted-nouns.ts';
import { digitsIn, type DigitSystem } from '#shared/arabic/digits.ts';
import type { RegisterDay, RegisterLine } from '#shared/registers/register.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { lineOf, mm } from '../paper.ts';
import {
  bodyText,
  bothDates,
  factRows,
  officialSheet,
  sectionTitle,
  signatureRow,
} from './official-sheet.ts';
import type { DayClosingPage } from './paper-sheets.ts';
import { nothing, type PaperCell, paperTable } from './paper-table.ts';
import { chainGroups, LETTER_NOUN, NUMBER_NOUN, registerName } from './register-words.ts';

/**
 * «إقفال اليوم»: what the registers gave on a day, what became void, what went out, and what still waits; the head of the
 * chain of seals stands on paper, so that nobody can write the day anew in the database.
 */
export function dayClosingDocument({
  profile,
  logo,
  closing,
  officer,
  delivered,
}: DayClosingPage): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const { day, registers } = closing;
  return officialSheet({
    profile,
    logo,
    title: 'محضر إقفال سجلات اليوم',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day,
    content: (width) => [
      bodyText(
        `أُقفلت سجلات الخطابات في يوم ${bothDates(day, digits)} على ما يأتي، وخُتمت أرقامها بعلامة السلسلة المبيَّنة لكل سجل.`,
      ),
      ...(registers.length === 0 ? [nothing('لم يُعطَ في هذا اليوم رقم من أي سجل، ولم يُلغَ رقم.')] : []),
      ...registers.flatMap((register) => registerDay(register, digits, width)),
      sectionTitle(`ما سُلِّم في هذا اليوم: ${counted(delivered.length, LETTER_NOUN, { digits })}`),
      ...(delivered.length === 0
        ? []
        : [
            paperTable({
              columns: [
                { title: 'الرقم', width: mm(34) },
                { title: 'المستلم', width: '*' },
                { title: 'طريقة التسليم', width: mm(38) },
              ],
              rows: delivered.map((one) => [
                numberOnPaper(one.referenceNumber, digits),
                one.receiver,
                one.method,
              ]),
            }),
          ]),
      sectionTitle('ما بقي من الصادر في نهاية اليوم'),
      ...factRows(
        [
          { label: 'لم يُوقَّع', value: counted(closing.unsigned, LETTER_NOUN, { digits }) },
          { label: 'لم يُسلَّم', value: counted(closing.undelivered, LETTER_NOUN, { digits }) },
        ],
        width,
      ),
      signatureRow([
        { label: officer.jobTitle === '' ? 'مسؤول السجل' : officer.jobTitle, name: officer.name },
        { label: 'المراجعة والاعتماد', name: '' },
      ]),
    ],
  });
}

function registerDay(register: RegisterDay, digits: DigitSystem, width: number): Content[] {
  const { lines, voided, ranges, before } = register;
  const first = lines[0];
  const last = lines.at(-1);
  const year = digitsIn(digits, register.hijriYear);
  const count = (noun: CountedNoun, number: number): string => counted(number, noun, { digits });
  return [
    sectionTitle(`${registerName(register.register)} لعام ${year} هـ`),
    ...factRows(
      [
        { label: 'آخر رقم قبل اليوم', value: digitsIn(digits, before) },
        {
          label: 'أرقام اليوم',
          value:
            first === undefined || last === undefined
              ? 'لا يوجد'
              : first === last
                ? `${count(NUMBER_NOUN, 1)}: ${numberOnPaper(first.referenceNumber, digits)}`
                : `${count(NUMBER_NOUN, lines.length)}، من ${numberOnPaper(first.referenceNumber, digits)} إلى ${numberOnPaper(last.referenceNumber, digits)}`,
        },
        {
          label: 'الملغى في هذا اليوم',
          value: voided.length === 0 ? 'لا يوجد' : count(NUMBER_NOUN, voided.length),
        },
        ...ranges.map((range) => ({
          label: 'حُجز للورق',
          value: `من ${digitsIn(digits, range.first)} إلى ${digitsIn(digits, range.last)}، والسبب: ${range.reason}`,
        })),
      ],
      width,
    ),
    ...(lines.length === 0 ? [] : [spaced(linesTable(register.register, lines, digits))]),
    ...(voided.length === 0
      ? []
      : [
          spaced(
            paperTable({
              columns: [
                { title: 'الرقم الملغى', width: mm(34) },
                { title: 'سبب الإلغاء', width: '*' },
              ],
              rows: voided.map((line) => [numberOnPaper(line.referenceNumber, digits), line.note]),
            }),
          ),
        ]),
    {
      text: ['علامة السلسلة بعد آخر رقم: ', chainGroups(register.chainHead)],
      ...lineOf(10, mm(6), { above: mm(1.5) }),
    },
  ];
}

const spaced = (content: Content): Content => ({ stack: [content], margin: [0, mm(2), 0, 0] });

function linesTable(
  register: RegisterDay['register'],
  lines: readonly RegisterLine[],
  digits: DigitSystem,
): Content {
  return paperTable({
    columns: [
      { title: 'الرقم', width: mm(34) },
      { title: register === 'outgoing' ? 'المرسل إليه' : 'الجهة المرسلة', width: mm(52) },
      { title: 'الموضوع', width: '*' },
    ],
    rows: lines.map((line): PaperCell[] => {
      const struck = line.state === 'voided';
      return [
        { text: numberOnPaper(line.referenceNumber, digits), struck },
        { text: line.state === 'reserved' ? 'محجوز للورق' : line.party, struck },
        { text: line.state === 'reserved' ? line.note : line.subject, struck },
      ];
    }),
  });
}
