import type { AuditSample, SampleItem } from '#shared/audit/sample-contract.ts';
import { dualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RequestId } from '#shared/ids.ts';
import { attestationPaper } from '#shared/locales/ar/attestation-paper.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { auditSample as words } from '#shared/locales/ar/request-path.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Reader } from '#db/transaction.ts';
import { readSample, type SampleOrder } from '../audit/sample-service.ts';
import { dateOnPaper, groupsOnPaper } from '../pdf/letter-fields.ts';
import type { PaperHead } from '../pdf/documents/paper-sheets.ts';
import type { AuditSampleSheet, PathOnPaper, RequestPathSheet } from '../pdf/documents/path-sheets.ts';
import { explainRequest } from '../requests/path-service.ts';

interface PaperContext {
  readonly reader: Reader;
  readonly nowMs: number;
  readonly staff: Staff;
}
interface About {
  readonly subject: { readonly kind: string; readonly id: number | null };
  readonly letterId: null;
  readonly keep: null;
}

/** Its digits are those of paper once the sheet is set. */
const isolated = (text: string): string => groupsOnPaper(text, 'latin');

/** The whole path of a request, as it stands. Error: notFound. */
export function requestPathPaper(
  { requestId }: { readonly requestId: RequestId },
  { reader, nowMs, staff }: PaperContext,
  head: PaperHead,
): [sheet: { readonly kind: 'requestPath' } & RequestPathSheet, title: string, about: About] {
  const answer = explainRequest(reader, requestId, nowMs);
  const heading =
    answer.number === null ? `طلب دعم لم يُرفع: ${answer.partyName}` : `طلب الدعم ${isolated(answer.number)}`;
  return [
    {
      kind: 'requestPath',
      ...head,
      heading,
      facts: [
        { label: 'رقم الطلب', value: answer.number === null ? 'لم يُرفع' : isolated(answer.number) },
        { label: attestationPaper.applicant[answer.partySex ?? 'unknown'], value: answer.partyName },
        { label: 'رقم الملف', value: answer.fileNumber === null ? '' : isolated(answer.fileNumber) },
        { label: 'الخدمة المطلوبة', value: answer.service },
        { label: 'المستوى', value: domain.requestLevel[answer.level] },
      ],
      path: answer.path,
      gaps: answer.gaps,
      madeOn: riyadhDay(nowMs),
      staffName: staff.name,
    },
    `مسار ${heading}`,
    { subject: { kind: 'request', id: requestId }, letterId: null, keep: null },
  ];
}

const itemOnPaper = ({ register, number, name, subject, day, path, gaps }: SampleItem): PathOnPaper => ({
  heading: `${words.register[register]} ${number === null ? `(${words.unnumbered})` : isolated(number)}: ${name}`,
  facts: [
    { label: words.subject, value: subject },
    { label: words.day, value: dateOnPaper(dualDate(day).hijri, 'هـ', 'latin') },
  ],
  path,
  gaps,
});

/** The printed report of a sample: drawn again from its seed, so that the paper is the pick. */
export function auditSamplePaper(
  order: SampleOrder,
  { reader, nowMs, staff }: PaperContext,
  head: PaperHead,
): [sheet: { readonly kind: 'auditSample' } & AuditSampleSheet, title: string, about: About] {
  const sample: AuditSample = readSample(reader, order, nowMs);
  return [
    {
      kind: 'auditSample',
      ...head,
      seed: sample.seed,
      asOf: sample.asOf,
      population: sample.population,
      items: sample.items.map(itemOnPaper),
      madeOn: riyadhDay(nowMs),
      staffName: staff.name,
    },
    `${words.title}: ${sample.seed}`,
    { subject: { kind: 'installation', id: 1 }, letterId: null, keep: null },
  ];
}
