import { z } from 'zod';
import { sampleOrderShape } from '../audit/sample-contract.ts';
import { isIsoDay } from '../calendar/iso-day.ts';
import {
  agreementIdSchema,
  batchIdSchema,
  committeeSessionIdSchema,
  fieldVisitIdSchema,
  incomingIdSchema,
  letterIdSchema,
  partyIdSchema,
  referralIdSchema,
  requestIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { printChoiceShape, printedSchema } from '../printing/print-choice.ts';

/** Envelopes and labels of more letters than this are a heap that no tray takes. */
export const MOST_ADDRESSED = 500;
const letterIds = z.array(letterIdSchema).min(1, { message: 'required' }).max(MOST_ADDRESSED);
/** A day of the published calendar: each stands on the paper in Hijri as well. */
const isoDay = z.iso.date().refine(isIsoDay, { message: 'dateOutOfRange' });

export const ENVELOPE_SIZES = ['dl', 'c5'] as const;
/** How many labels a sheet of A4 may hold across and down. */
export const LABELS_ACROSS_MOST = 5;
export const LABELS_DOWN_MOST = 16;

/** How far a pre-printed sheet is off, in millimetres: x to the right, y down, as one measures on the sheet. */
export const OFFSET_MOST_MM = 30;
const offset = z.number().min(-OFFSET_MOST_MM).max(OFFSET_MOST_MM);
export const offsetsSchema = z.object({ xMm: offset, yMm: offset });
export type Offsets = z.infer<typeof offsetsSchema>;

/** Every paper of the desk but a letter's own sheet, by its kind, with what it needs to be made. */
export const paperRequestSchema = z.discriminatedUnion('kind', [
  /** «شهادة إلغاء رقم», of a voided letter. Kept from its first print on. */
  z.object({ kind: z.literal('voidCertificate'), letterId: letterIdSchema }),
  /** Fields and body of a sealed letter for pre-printed paper; offsets of the desk where none are given. Kept likewise. */
  z.object({ kind: z.literal('preprinted'), letterId: letterIdSchema, offsets: offsetsSchema.optional() }),
  z.object({ kind: z.literal('receiptSlip'), incomingId: incomingIdSchema }),
  z.object({ kind: z.literal('dayClosing'), day: isoDay }),
  z.object({
    kind: z.literal('registerBook'),
    register: z.enum(['outgoing', 'incoming']),
    hijriYear: z.int().min(1343).max(1500),
  }),
  /** Numbers kept for paper, as a list to take along and fill in by hand. */
  z.object({ kind: z.literal('paperRange'), rangeId: z.int().positive() }),
  z.object({ kind: z.literal('envelopes'), letterIds, size: z.enum(ENVELOPE_SIZES).default('dl') }),
  z.object({
    kind: z.literal('labels'),
    letterIds,
    columns: z.int().min(1).max(LABELS_ACROSS_MOST).default(3),
    rows: z.int().min(1).max(LABELS_DOWN_MOST).default(8),
    /** Labels of the first sheet that are gone. */
    skip: z
      .int()
      .min(0)
      .max(LABELS_ACROSS_MOST * LABELS_DOWN_MOST - 1)
      .default(0),
  }),
  /** The sealed letters of a party behind a list of them: a copy, not the sealed files. */
  z.object({ kind: z.literal('partyLetters'), partyId: partyIdSchema }),
  /** What somebody has yet to bring, and when they come back (S.2); without a day that is written by hand. */
  z.object({
    kind: z.literal('missingDocuments'),
    partyId: partyIdSchema,
    /** What this request asks for and has not got; null: what is expected of the file. */
    requestId: requestIdSchema.nullable().default(null),
    returnDay: isoDay.nullable().default(null),
  }),
  /** A file on one page, the identity masked; its print is a disclosure, and is logged as one. */
  z.object({ kind: z.literal('personSummary'), partyId: partyIdSchema }),
  /** P.2: what each side owes, what was broken and how it was settled, as it stands today. */
  z.object({ kind: z.literal('agreementRecord'), agreementId: agreementIdSchema }),
  /** محضر of a session of the research committee: the sealed one, or the draft while the session is open. */
  z.object({ kind: z.literal('sessionMinutes'), sessionId: committeeSessionIdSchema }),
  /** A case on one page for the committee's table; its print is a disclosure, and is logged as one. */
  /** T.4 «طلب دعم مستفيد», filled from the register as it stands. */
  z.object({ kind: z.literal('supportRequestForm'), requestId: requestIdSchema }),
  /** S.3: to the officer, with room for the answer; and of a field visit, to take along. */
  z.object({ kind: z.literal('referralSheet'), referralId: referralIdSchema }),
  z.object({ kind: z.literal('fieldVisitSheet'), visitId: fieldVisitIdSchema }),
  z.object({ kind: z.literal('caseSummary'), requestId: requestIdSchema }),
  /** Clause by clause what was done for a request, on what evidence; for managers and auditors. */
  z.object({ kind: z.literal('requestPath'), requestId: requestIdSchema }),
  /** A pick that its seed repeats, with the path of each; for managers and auditors. */
  z.object({ kind: z.literal('auditSample'), ...sampleOrderShape }),
  /** Who got which number, who was left out and why. */
  z.object({ kind: z.literal('batchReport'), batchId: batchIdSchema }),
  /** The sealed letters of a batch behind one another: a copy, not the sealed files. */
  z.object({ kind: z.literal('batchLetters'), batchId: batchIdSchema }),
  /** S.7: what a day hands out, to be taken along; with `late` what is still to come of days before. */
  z.object({ kind: z.literal('deliveryList'), day: isoDay, late: z.boolean().default(false) }),
  z.object({ kind: z.literal('calibration'), offsets: offsetsSchema.optional() }),
  z.object({ kind: z.literal('testPage'), printer: z.string().trim().max(200).default('') }),
  z.object({ kind: z.literal('blankHead') }),
]);
/** As the main process has it, defaults filled in. */
export type PaperRequest = z.output<typeof paperRequestSchema>;
/** As a screen asks for it. */
export type PaperWish = z.input<typeof paperRequestSchema>;
export type PaperKind = PaperRequest['kind'];

export const PAPER_KINDS = paperRequestSchema.options.map(
  (option) => option.shape.kind.value,
) as readonly PaperKind[];

export const paperTokenSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const papersContract = defineContract({
  /**
   * Sets a paper and keeps its bytes for `papers.print` and `papers.save`: the paper that was looked at is the paper that
   * is printed. Errors: notAllowed (a paper of the case), notFound, letterStateForbids { state, action: 'paper' }, paperEmpty { kind }, missingGlyph,
   * pictureUnreadable { picture, reason }, renderFailed, databaseCorrupt.
   */
  'papers.make': query(
    'signedIn',
    paperRequestSchema,
    z.object({
      token: paperTokenSchema,
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      /** In Arabic, as on the paper: what it is, and of what. */
      title: z.string(),
    }),
  ),
  /**
   * Logged, once the printer has the job (`electron/printing/print-paper.ts` does both).
   * Errors: paperGone (made too long ago, or for somebody else: make it again), pageRangeWrong, printerFailed,
   * printerMissing.
   */
  'papers.print': command(
    'signedIn',
    z.object({ token: paperTokenSchema, ...printChoiceShape }),
    printedSchema,
    ['letters', 'audit'],
  ),
  /** «حفظ نسخة»: asks for a file; null when the person closed the dialog. Logged. Error: paperGone. */
  'papers.save': command(
    'signedIn',
    z.object({ token: paperTokenSchema }),
    z.object({ path: z.string() }).nullable(),
    ['letters', 'audit'],
  ),
});
