import { digitsIn } from '#shared/arabic/digits.ts';
import { counted } from '#shared/arabic/counted.ts';
import { referenceNumber } from '#shared/letters/letter-rules.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { mm } from '../paper.ts';
import { bodyText, bothDates, factRows, officialSheet, signatureRow } from './official-sheet.ts';
import type { PaperRangeList } from './paper-sheets.ts';
import { paperTable } from './paper-table.ts';
import { NUMBER_NOUN, registerName } from './register-words.ts';

/**
 * The list that goes out with numbers kept for paper: each number with empty places for what is written under it by
 * hand, so that nothing has to be remembered when the desk is back.
 */
export function paperRangeDocument({ profile, logo, range }: PaperRangeList): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const { register, hijriYear, first, last, day, reason, byName } = range;
  const pattern = register === 'outgoing' ? profile.letters.outgoingPattern : profile.letters.incomingPattern;
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return officialSheet({
    profile,
    logo,
    title: 'أرقام محجوزة للكتابة باليد',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day,
    content: (width) => [
      ...factRows(
        [
          { label: 'السجل', value: `${registerName(register)} لعام ${digitsIn(digits, hijriYear)} هـ` },
          { label: 'الأرقام', value: digitsIn(digits, `من ${first} إلى ${last}`) },
          { label: 'العدد', value: counted(numbers.length, NUMBER_NOUN, { digits }) },
          { label: 'يوم الحجز', value: bothDates(day, digits) },
          { label: 'السبب', value: reason },
        ],
        width,
      ),
      bodyText(
        'يُكتب كل رقم على خطاب واحد، ويُدوَّن في سطره. وعند العودة يُدخل كل خطاب في السجل مع صورته الموقّعة، ويُلغى ما لم يُستعمل بسبب.',
      ),
      paperTable({
        columns: [
          { title: 'الرقم', width: mm(30) },
          { title: 'التاريخ', width: mm(26) },
          { title: register === 'outgoing' ? 'المرسل إليه' : 'المرسل', width: mm(44) },
          { title: 'الموضوع', width: '*' },
        ],
        // Room for a hand: two lines of print high.
        leading: 30,
        rows: numbers.map((number) => [
          numberOnPaper(referenceNumber(pattern, number, hijriYear), digits),
          '',
          '',
          '',
        ]),
      }),
      signatureRow([
        { label: 'حجزها', name: byName },
        { label: 'استلمها', name: '' },
      ]),
    ],
  });
}
