import { counted } from '#shared/arabic/counted.ts';
import type { CountedNoun } from '#shared/arabic/counted-nouns.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { isolate } from '../arabic/content.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { mm } from '../paper.ts';
import { riyals } from './delivery-receipt-document.ts';
import type { DeliveryDaySheet } from './delivery-sheets.ts';
import {
  bodyText,
  bothDates,
  factRows,
  hourOnPaper,
  officialSheet,
  sectionTitle,
  signatureRow,
} from './official-sheet.ts';
import { nothing, paperTable } from './paper-table.ts';

const HANDOVER_NOUN: CountedNoun = {
  gender: 'masculine',
  singular: 'تسليم',
  dual: 'تسليمان',
  dualOblique: 'تسليمين',
  plural: 'تسليمات',
  accusative: 'تسليمًا',
};
const PERSON_NOUN: CountedNoun = {
  gender: 'masculine',
  singular: 'مستفيد',
  dual: 'مستفيدان',
  dualOblique: 'مستفيدين',
  plural: 'مستفيدين',
  accusative: 'مستفيدًا',
};
const MINUTE_NOUN: CountedNoun = {
  gender: 'feminine',
  singular: 'دقيقة',
  dual: 'دقيقتان',
  dualOblique: 'دقيقتين',
  plural: 'دقائق',
  accusative: 'دقيقة',
};

/** «محضر إقفال تسليم اليوم»: what was handed out, counted by service; who got it; and what could not be. */
export function deliveryDayDocument(sheet: DeliveryDaySheet): DocumentDefinition {
  const { profile, logo, day, services, lines, failures, officer } = sheet;
  const digits = profile.letters.fieldDigits;
  const figure = (count: number): string => digitsIn(digits, count);
  const count = (number: number, noun: CountedNoun): string => counted(number, noun, { digits });
  return officialSheet({
    profile,
    logo,
    code: sheet.code,
    title: 'محضر إقفال تسليم اليوم',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: sheet.madeOn,
    content: (width) => [
      bodyText(
        `أُقفل تسليم الخدمات ليوم ${bothDates(day, digits)} في الساعة ${hourOnPaper(sheet.madeAt, digits)}${sheet.madeOn === day ? '' : ` من يوم ${bothDates(sheet.madeOn, digits)}`} على ما يأتي:`,
      ),
      services.length === 0
        ? nothing('لم يُسلَّم في هذا اليوم شيء.')
        : paperTable({
            columns: [
              { title: 'الخدمة', width: '*' },
              { title: 'التسليمات', width: mm(22), alignment: 'center' },
              { title: 'الكمية', width: mm(32), alignment: 'center' },
              { title: 'المستفيدون', width: mm(24), alignment: 'center' },
              { title: 'القيمة', width: mm(32), alignment: 'center' },
            ],
            size: 12,
            leading: 20,
            rows: services.map((one) => [
              { text: one.serviceName, bold: true },
              figure(one.deliveries),
              `${figure(one.quantity)} ${isolate(one.unit)}`,
              figure(one.persons),
              one.valueHalalas === 0 ? '—' : riyals(one.valueHalalas, digits),
            ]),
          }),
      { stack: [], margin: [0, mm(3), 0, 0] },
      ...factRows(
        [
          {
            label: 'المجموع',
            value: `${count(sheet.delivered, HANDOVER_NOUN)}، ${count(sheet.persons, PERSON_NOUN)}`,
          },
          {
            label: 'في موقع المستفيد',
            value:
              sheet.atPlace === 0
                ? ''
                : `${count(sheet.atPlace, HANDOVER_NOUN)}${sheet.atPlaceMinutes === null ? '' : `، والوسيط من الخروج إلى التسليم ${count(sheet.atPlaceMinutes, MINUTE_NOUN)}`}`,
          },
          { label: 'لم يتم', value: sheet.failed === 0 ? '' : count(sheet.failed, HANDOVER_NOUN) },
          {
            label: 'بقي من اليوم',
            value: sheet.stillPlanned === 0 ? '' : count(sheet.stillPlanned, HANDOVER_NOUN),
          },
        ],
        width,
      ),
      ...(lines.length === 0
        ? []
        : [
            sectionTitle('من استلم'),
            paperTable({
              columns: [
                { title: 'م', width: mm(7), alignment: 'center' },
                { title: 'المستفيد', width: '*' },
                { title: 'الطلب', width: mm(19), alignment: 'center' },
                { title: 'الخدمة', width: mm(30) },
                { title: 'المستلم', width: mm(33) },
                { title: 'الساعة', width: mm(11), alignment: 'center' },
              ],
              size: 10.5,
              leading: 16,
              rows: lines.map((line, index) => [
                figure(index + 1),
                line.partyName,
                line.requestNumber === null ? '—' : groupsOnPaper(line.requestNumber, digits),
                line.quantity === 1 ? line.serviceName : `${line.serviceName} (${figure(line.quantity)})`,
                line.receiverName === line.partyName ? 'أصالةً' : line.receiverName,
                hourOnPaper(line.time, digits),
              ]),
            }),
          ]),
      ...(failures.length === 0
        ? []
        : [
            sectionTitle('ما لم يتم'),
            paperTable({
              columns: [
                { title: 'المستفيد', width: mm(58) },
                { title: 'الخدمة', width: mm(44) },
                { title: 'السبب', width: '*' },
              ],
              size: 10.5,
              leading: 16,
              rows: failures.map((one) => [one.partyName, one.serviceName, one.failReason]),
            }),
          ]),
      signatureRow([
        { label: officer.jobTitle === '' ? 'من أقفل اليوم' : officer.jobTitle, name: officer.name },
        { label: 'المراجعة والاعتماد', name: '' },
      ]),
    ],
  });
}
