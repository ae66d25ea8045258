import { counted } from '#shared/arabic/counted.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { dateOnPaper, fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bodyText, bothDates, officialSheet } from './official-sheet.ts';
import type { PartyLetters } from './paper-sheets.ts';
import { paperTable } from './paper-table.ts';
import { LETTER_NOUN } from './register-words.ts';

/**
 * The list that stands before a party's letters: each with its number, day and subject, and the page on which it begins.
 * `coverPages` is how many pages the list itself takes.
 */
export function partyCoverDocument(
  { profile, logo, partyName, madeOn, letters }: PartyLetters,
  coverPages: number,
): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  let next = coverPages + 1;
  const rows = letters.map((letter) => {
    const struck = letter.voided;
    const first = next;
    next += letter.pages;
    return [
      { text: numberOnPaper(letter.referenceNumber, digits), struck },
      dateOnPaper(dualDate(letter.day).hijri, 'هـ', digits),
      { text: letter.subject, struck },
      struck ? 'ملغى' : '',
      digitsIn(digits, first),
    ];
  });
  return officialSheet({
    profile,
    logo,
    title: 'بيان الخطابات',
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
      attachments: counted(letters.length, LETTER_NOUN, { digits }),
    },
    day: madeOn,
    content: () => [
      bodyText(
        `الخطابات الصادرة عن ${typedLine(profile.name)} في ملف ${typedLine(partyName)}، إلى تاريخ ${bothDates(madeOn, digits)}:`,
      ),
      paperTable({
        columns: [
          { title: 'الرقم', width: mm(34) },
          { title: 'التاريخ', width: mm(34) },
          { title: 'الموضوع', width: '*' },
          { title: 'الحالة', width: mm(16) },
          { title: 'الصفحة', width: mm(16), alignment: 'center' },
        ],
        rows,
      }),
      {
        text: 'هذه نسخة مجمّعة للاطلاع، صفحاتها مطابقة لصفحات الخطابات الصادرة. أما الخطاب المختوم رقميًا فهو ملفه المستقل، ويُتحقق منه برمز التحقق أسفل كل صفحة.',
        alignment: 'justify',
        ...lineOf(11.5, mm(7), { above: mm(4) }),
      },
    ],
  });
}
