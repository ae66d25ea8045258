import { agreements as words } from '#shared/locales/ar/agreements.ts';
import type { Agreement, AgreementEvent } from '#shared/agreements/agreement.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, numberOnPaper } from '../letter-fields.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedText } from '../typed-text.ts';
import { bothDates, factRows, officialSheet, sectionTitle, signatureRow } from './official-sheet.ts';
import { paperTable } from './paper-table.ts';
import type { AgreementRecord } from './paper-sheets.ts';

const paragraphs = (text: string): Content[] =>
  text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      text: typedText(line.trim()),
      alignment: 'justify' as const,
      ...lineOf(13.5, mm(7.6), { below: mm(1) }),
    }));

const side = (title: string, text: string): Content[] =>
  text === '' ? [] : [sectionTitle(title), ...paragraphs(text)];

/** From when until when, in the words of paper. */
function termOf({ startsOn, endsOn }: Agreement, digits: DigitSystem): string {
  const from = startsOn === null ? '' : `من ${bothDates(startsOn, digits)}`;
  const to = endsOn === null ? words.facts.openEnd : `إلى ${bothDates(endsOn, digits)}`;
  return from === '' && endsOn === null
    ? words.term.open
    : [from, to].filter((part) => part !== '').join('، ');
}

const nameOf = ({ kind, byWhom }: AgreementEvent): string =>
  kind === 'breach' && byWhom !== '' ? words.event.breachOf[byWhom] : words.event.kinds[kind];

const settledAs = (event: AgreementEvent, digits: DigitSystem): string =>
  event.kind === 'note'
    ? ''
    : event.settledOn === null
      ? words.event.waits
      : `${event.settlement} (${bothDates(event.settledOn, digits)})`;

/**
 * «بيان اتفاقية» (P.2): what each side owes, its term, how far each is liable, what was broken and how it was settled. A
 * record for the file: the agreement itself is the signed paper. The clause that asks for it stands whole at its end.
 */
export function agreementRecordDocument({
  profile,
  logo,
  agreement,
  madeOn,
  staffName,
}: AgreementRecord): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const { number, signedOn, endedOn, endReason, attachments } = agreement;
  const events = agreement.events.toReversed();
  return officialSheet({
    profile,
    logo,
    title: 'بيان اتفاقية',
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: 'الاتفاقية', value: agreement.title },
          { label: 'الطرف', value: agreement.partyName },
          { label: 'النوع', value: words.kind[agreement.kind] },
          { label: 'رقمها', value: number === '' ? '' : numberOnPaper(number, digits) },
          {
            label: 'التوقيع',
            value: signedOn === null ? words.facts.notSigned : bothDates(signedOn, digits),
          },
          { label: 'المدة', value: termOf(agreement, digits) },
          {
            label: 'الإنهاء',
            value: endedOn === null ? '' : `${bothDates(endedOn, digits)}: ${endReason}`,
          },
          { label: 'الحالة', value: words.state[agreement.state] },
          { label: 'المرفقات', value: attachments.map(({ file }) => file.name).join('، ') },
        ],
        width,
      ),
      ...side(words.facts.ourDuties, agreement.ourDuties),
      ...side(words.facts.theirDuties, agreement.theirDuties),
      ...side(words.facts.liability, agreement.liability),
      ...(events.length === 0
        ? []
        : [
            sectionTitle(words.event.heading),
            paperTable({
              columns: [
                // A date with its «هـ» in one line: it would be broken within the word.
                { title: 'متى', width: mm(40) },
                { title: words.event.kind, width: mm(26) },
                { title: words.event.text, width: '*' },
                { title: words.settle.how, width: mm(46) },
              ],
              size: 11.5,
              leading: 19,
              rows: events.map((event) => [
                bothDates(event.onDay, digits),
                nameOf(event),
                event.text,
                settledAs(event, digits),
              ]),
            }),
          ]),
      {
        text: `«${clause('P.2').text}»`,
        alignment: 'justify',
        color: INK_SOFT,
        ...lineOf(10.5, mm(5.6), { above: mm(5) }),
      },
      signatureRow([
        { label: 'أعدّ البيان', name: staffName },
        { label: 'المدير', name: '' },
      ]),
    ],
  });
}
