import { digitsIn } from '#shared/arabic/digits.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bodyText, bothDates, factRows, hourOnPaper, officialSheet, signatureRow } from './official-sheet.ts';
import type { VoidCertificate } from './paper-sheets.ts';

/**
 * «شهادة إلغاء رقم»: says of a number of the outgoing register that the letter under it holds no more, why, by whom and
 * since when. The number stays in the register; it is never given again.
 */
export function voidCertificateDocument(certificate: VoidCertificate): DocumentDefinition {
  const { profile, logo, referenceNumber, day, voidedDay, code } = certificate;
  const digits = profile.letters.fieldDigits;
  const number = numberOnPaper(referenceNumber, digits);
  return officialSheet({
    profile,
    logo,
    title: 'شهادة إلغاء رقم من سجل الصادر',
    // The certificate has no number of its own: it bears the one that it is about.
    fields: fieldTexts({ referenceNumber, day: voidedDay, attachments: { kind: 'list', items: [] } }, digits),
    day: voidedDay,
    code,
    content: (width) => [
      bodyText(
        `تشهد ${typedLine(profile.name)} بأن الخطاب الصادر عنها ذا الرقم ${number} قد أُلغي إلغاءً مسبَّبًا، فلا يُعتدّ به ولا بأي نسخة منه، ويبقى رقمه في سجل الصادر ملغى ولا يُعطى لخطاب آخر.`,
      ),
      ...factRows(
        [
          { label: 'الرقم الملغى', value: number },
          { label: 'تاريخ صدوره', value: bothDates(day, digits) },
          { label: 'المرسل إليه', value: certificate.recipientLine },
          { label: 'الموضوع', value: certificate.subject },
          { label: 'أصدره', value: certificate.issuedByName },
          { label: 'سبب الإلغاء', value: certificate.reason },
          { label: 'ألغاه', value: certificate.voidedByName },
          {
            label: 'تاريخ الإلغاء',
            value: `${bothDates(voidedDay, digits)}، الساعة ${hourOnPaper(certificate.voidedTime, digits)}`,
          },
        ],
        width,
      ),
      ...(code === null
        ? []
        : [
            {
              text: `رمز التحقق أسفل الورقة هو رمز الخطاب الملغى نفسه، وبه يُتحقق من حالته لدى ${typedLine(profile.name)}${profile.letterhead.footer.phone === '' ? '' : ` على الرقم ${digitsIn('latin', profile.letterhead.footer.phone)}`}.`,
              alignment: 'justify' as const,
              ...lineOf(12, mm(7), { above: mm(3) }),
            },
          ]),
      signatureRow([
        { label: 'مسؤول السجل', name: certificate.voidedByName },
        { label: 'المفوَّض بالتوقيع', name: '' },
      ]),
    ],
  });
}
