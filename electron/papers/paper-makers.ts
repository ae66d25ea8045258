import { AppError } from '#shared/app-error.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import type { BatchId, LetterId, PartyId } from '#shared/ids.ts';
import { letterLife } from '#shared/locales/ar/letter-life.ts';
import type { Offsets, PaperKind, PaperRequest } from '#shared/papers/papers-contract.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findIncoming } from '#db/incoming/incoming-queries.ts';
import { findRendering, findSealedPaper, type RenderingKey } from '#db/letters/letter-renderings.ts';
import { findAddressee, findVoidedLetter, listDeliveredOn } from '#db/letters/paper-queries.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { findPaperRange } from '#db/registers/paper-ranges.ts';
import { readDayClosing, readRegisterBook } from '#db/registers/register-book.ts';
import { getPrintSetting } from '#db/settings/desk-settings.ts';
import type { Reader } from '#db/transaction.ts';
import { readPictures } from '../letters/letter-images.ts';
import type { LetterFiles, PaperJob } from '../letters/letter-ports.ts';
import type { PaperHead, PaperSheet, PostalAddress } from '../pdf/documents/paper-sheets.ts';
import { agreementRecord } from './agreement-paper.ts';
import { batchLetters, batchReport } from './batch-papers.ts';
import { deliveryList } from './delivery-list-paper.ts';
import { fieldVisitSheet, referralSheet } from './research-papers.ts';
import { caseSummary, sessionMinutes } from './committee-papers.ts';
import { missingDocuments } from './missing-documents-paper.ts';
import { supportRequestForm } from './request-form-paper.ts';
import { requirePaperRole } from './paper-roles.ts';
import { partyLetters } from './party-letters-paper.ts';
import { auditSamplePaper, requestPathPaper } from './path-papers.ts';
import { personSummary } from './person-summary-paper.ts';
import { sealedHead } from '../sealed/seal.ts';

/** A paper as it is to be set, or as it was kept; and what the log says of it. */
export interface PaperPlan {
  readonly paper:
    | { readonly set: 'sheet'; readonly sheet: PaperSheet }
    | { readonly set: 'letter'; readonly job: PaperJob }
    | { readonly set: 'kept'; readonly pdf: Uint8Array; readonly pages: number }
    | { readonly set: 'sealed'; readonly document: SealedDocument; readonly frozen: Uint8Array };
  /** As on the paper, in Arabic; numbers in ASCII digits. */
  readonly title: string;
  /** What the paper is about, for the log. */
  readonly subject: { readonly kind: string; readonly id: number | null };
  readonly letterId: LetterId | null;
  /** Kept under this key from its first print on. */
  readonly keep: RenderingKey | null;
  /** Whose data leave the desk with it: printed or saved, that is a disclosure (PDPL). */
  readonly discloses?: PartyId;
}

interface MakerContext {
  readonly reader: Reader;
  readonly nowMs: number;
  readonly staff: Staff;
  readonly files: LetterFiles;
}
type Request<K extends PaperKind> = Extract<PaperRequest, { readonly kind: K }>;
type Maker<K extends PaperKind> = (request: Request<K>, context: MakerContext) => PaperPlan;

const NOT_ABOUT_ONE = { subject: { kind: 'paper', id: null }, letterId: null, keep: null } as const;

const sheetPlan = (
  sheet: PaperSheet,
  title: string,
  about: Pick<PaperPlan, 'subject' | 'letterId' | 'keep' | 'discloses'> = NOT_ABOUT_ONE,
): PaperPlan => ({ paper: { set: 'sheet', sheet }, title, ...about });

/** The office's head as it is today. */
const headOf = ({ reader, files }: MakerContext): PaperHead => sealedHead(reader, files);

/** @throws AppError notFound */
function found<T>(value: T | undefined, kind: string, id: number): T {
  if (value === undefined) throw new AppError('notFound', { kind, id });
  return value;
}

/** The kept bytes, if there are any, else how the paper is set. */
function keptOr(reader: Reader, key: RenderingKey, set: () => PaperPlan['paper']): PaperPlan['paper'] {
  const kept = findRendering(reader, key);
  return kept === undefined ? set() : { set: 'kept', ...kept };
}

const MAKERS: { readonly [K in PaperKind]: Maker<K> } = {
  voidCertificate({ letterId }, context) {
    const letter = findAddressee(context.reader, letterId);
    const { state } = found(letter, 'letter', letterId);
    const voided = findVoidedLetter(context.reader, letterId);
    if (voided === undefined) throw new AppError('letterStateForbids', { state, action: 'paper' });
    const keep: RenderingKey = { letterId, kind: 'voidCertificate', setting: '' };
    const { voidedAtMs, ...certificate } = voided;
    return {
      title: `شهادة إلغاء الرقم ${inLine(voided.referenceNumber)}`,
      subject: { kind: 'letter', id: letterId },
      letterId,
      keep,
      paper: keptOr(context.reader, keep, () => ({
        set: 'sheet',
        sheet: {
          kind: 'voidCertificate',
          ...headOf(context),
          ...certificate,
          voidedDay: riyadhDay(voidedAtMs),
          voidedTime: riyadhTime(voidedAtMs),
        },
      })),
    };
  },

  preprinted({ letterId, offsets }, { reader, files }) {
    const { state } = found(findAddressee(reader, letterId), 'letter', letterId);
    const sealed = findSealedPaper(reader, letterId);
    const { xMm, yMm } = offsets ?? deskOffsets(reader);
    const keep: RenderingKey = { letterId, kind: 'preprinted', setting: `x=${xMm} y=${yMm}` };
    // A void letter is not set anew as if it held; what was printed of it before stays to be seen.
    if (sealed === undefined || (state === 'voided' && findRendering(reader, keep) === undefined))
      throw new AppError('letterStateForbids', { state, action: 'paper' });
    const number = sealed.paper.referenceNumber ?? '';
    return {
      title: `الخطاب ${inLine(number)} على الورق المطبوع سلفًا`,
      subject: { kind: 'letter', id: letterId },
      letterId,
      keep,
      paper: keptOr(reader, keep, () => ({
        set: 'letter',
        job: {
          letter: sealed.paper,
          profile: sealed.profile,
          mark: null,
          title: `${number} ${sealed.paper.subject}`,
          code: sealed.code,
          pictures: readPictures(sealed.images, files),
          sheet: { preprinted: { xMm, yMm } },
        },
      })),
    };
  },

  receiptSlip({ incomingId }, context) {
    const letter = found(findIncoming(context.reader, incomingId), 'incoming', incomingId);
    if (letter.state === 'voided')
      throw new AppError('incomingStateForbids', { state: letter.state, action: 'paper' });
    // A number entered later from paper: its hour and its clerk are those of the entry, not of the receipt.
    const atDesk = letter.origin === 'desk';
    return sheetPlan(
      {
        kind: 'receiptSlip',
        ...headOf(context),
        referenceNumber: letter.referenceNumber,
        day: letter.day,
        time: atDesk ? riyadhTime(letter.registeredAtMs) : null,
        senderLine: letter.senderLine,
        theirNumber: letter.theirNumber,
        theirDay: letter.theirDay,
        subject: letter.subject,
        attachments: letter.content.attachments,
        receivedByName: atDesk ? letter.registeredByName : null,
      },
      `إيصال استلام الوارد ${inLine(letter.referenceNumber)}`,
      { subject: { kind: 'incoming', id: incomingId }, letterId: null, keep: null },
    );
  },

  dayClosing({ day }, context) {
    const { reader, staff, nowMs } = context;
    // What has not begun is not closed: its sheet would be signed in advance.
    if (day > riyadhDay(nowMs)) throw new AppError('paperEmpty', { kind: 'dayClosing' });
    return sheetPlan(
      {
        kind: 'dayClosing',
        ...headOf(context),
        closing: readDayClosing(reader, day),
        officer: { name: staff.name, jobTitle: staff.jobTitle },
        delivered: listDeliveredOn(reader, day).map((one) => ({ ...one, method: methodWord(one.method) })),
      },
      `محضر إقفال سجلات اليوم ${inLine(day.split('-').toReversed().join('/'))}`,
    );
  },

  registerBook({ register, hijriYear }, context) {
    const book = readRegisterBook(context.reader, register, hijriYear);
    if (book === undefined) throw new AppError('paperEmpty', { kind: 'registerBook' });
    return sheetPlan(
      { kind: 'registerBook', ...headOf(context), book, madeOn: riyadhDay(context.nowMs) },
      `سجل الخطابات ${register === 'outgoing' ? 'الصادرة' : 'الواردة'} لعام ${hijriYear} هـ`,
    );
  },

  paperRange({ rangeId }, context) {
    const range = found(findPaperRange(context.reader, rangeId), 'paperRange', rangeId);
    const title = `أرقام محجوزة للكتابة باليد من ${range.first} إلى ${range.last}`;
    return sheetPlan({ kind: 'paperRange', ...headOf(context), range }, title);
  },

  envelopes: ({ letterIds, size }, { reader }) =>
    sheetPlan(
      { kind: 'envelopes', profile: getProfile(reader), size, addresses: addressesOf(reader, letterIds) },
      `مظاريف الخطابات: ${letterIds.length}`,
      aboutLetters(letterIds),
    ),

  labels: ({ letterIds, columns, rows, skip }, { reader }) =>
    sheetPlan(
      {
        kind: 'labels',
        digits: getProfile(reader).letters.fieldDigits,
        columns,
        rows,
        skip,
        addresses: addressesOf(reader, letterIds),
      },
      `ملصقات العناوين: ${letterIds.length}`,
      aboutLetters(letterIds),
    ),

  partyLetters: (wish, context) =>
    sheetPlan(...partyLetters(wish, context.reader, context.nowMs, headOf(context))),

  personSummary: (wish, context) => sheetPlan(...personSummary(wish, context, headOf(context))),

  sessionMinutes: (wish, context) => sessionMinutes(wish, context, headOf(context)),

  supportRequestForm: (wish, context) => sheetPlan(...supportRequestForm(wish, context, headOf(context))),

  referralSheet: (wish, context) => sheetPlan(...referralSheet(wish, context, headOf(context))),
  fieldVisitSheet: (wish, context) => sheetPlan(...fieldVisitSheet(wish, context, headOf(context))),
  caseSummary: (wish, context) => sheetPlan(...caseSummary(wish, context, headOf(context))),

  missingDocuments: (wish, context) => sheetPlan(...missingDocuments(wish, context, headOf(context))),

  requestPath: (wish, context) => sheetPlan(...requestPathPaper(wish, context, headOf(context))),

  auditSample: (wish, context) => sheetPlan(...auditSamplePaper(wish, context, headOf(context))),

  agreementRecord: (wish, context) => sheetPlan(...agreementRecord(wish, context, headOf(context))),

  batchReport({ batchId }, context) {
    const report = batchReport(context.reader, batchId, headOf(context), context.nowMs);
    return sheetPlan({ kind: 'batchReport', ...report }, `تقرير خطابات: ${report.name}`, aboutBatch(batchId));
  },

  batchLetters({ batchId }, context) {
    const letters = batchLetters(context.reader, batchId, headOf(context), context.nowMs);
    return sheetPlan({ kind: 'batchLetters', ...letters }, `خطابات: ${letters.name}`, aboutBatch(batchId));
  },

  deliveryList: (wish, context) => sheetPlan(...deliveryList(wish, context, headOf(context))),

  calibration: ({ offsets }, context) =>
    sheetPlan(
      { kind: 'calibration', ...headOf(context), offsets: offsets ?? deskOffsets(context.reader) },
      'ورقة معايرة الورق المطبوع سلفًا',
    ),

  testPage: ({ printer }, { reader, nowMs }) =>
    sheetPlan(testPageSheet(reader, nowMs, printer), 'صفحة اختبار الطابعة'),

  blankHead: (_, context) => sheetPlan({ kind: 'blankHead', ...headOf(context) }, 'ورقة بترويسة الجمعية'),
};

/** What a request's paper is set from, read at one moment. Errors: those of `papers.make`. */
export function planPaper(request: PaperRequest, context: MakerContext): PaperPlan {
  requirePaperRole(request.kind, context.staff);
  return (MAKERS[request.kind] as Maker<PaperKind>)(request, context);
}

export const testPageSheet = (reader: Reader, nowMs: number, printer: string): PaperSheet => ({
  kind: 'testPage',
  profile: getProfile(reader),
  printer,
  day: riyadhDay(nowMs),
  time: riyadhTime(nowMs),
});

function deskOffsets(reader: Reader): Offsets {
  const { xMm, yMm } = getPrintSetting(reader).preprinted;
  return { xMm, yMm };
}

const aboutBatch = (id: BatchId) => ({ subject: { kind: 'batch', id }, letterId: null, keep: null });

const addressesOf = (reader: Reader, letterIds: readonly LetterId[]): PostalAddress[] =>
  letterIds.map((id) => {
    const { recipient, referenceNumber } = found(findAddressee(reader, id), 'letter', id);
    return { recipient, referenceNumber };
  });

const aboutLetters = ([first, ...others]: readonly LetterId[]): Pick<
  PaperPlan,
  'subject' | 'letterId' | 'keep'
> =>
  others.length > 0 || first === undefined
    ? NOT_ABOUT_ONE
    : { subject: { kind: 'letter', id: first }, letterId: first, keep: null };

/** Groups of a number or a date stand right to left in a line of Arabic. */
const inLine = (groups: string): string => `\u2067${groups.split('/').join('\u200F/\u200F')}\u2069`;

const methodWord = (method: string): string =>
  (letterLife.method as Readonly<Record<string, string>>)[method] ?? method;
