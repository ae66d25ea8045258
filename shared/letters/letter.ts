import { z } from 'zod';
import { batchIdSchema, letterIdSchema, partyIdSchema, requestIdSchema, staffIdSchema } from '../ids.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { letterLifeSchema, letterOriginSchema } from './letter-life.ts';
import { richTextSchema } from './rich-text.ts';

const line = z.string().trim().max(200, { message: 'tooLong' });

/** للعرض is `proof`: a printed letter without a number that waits for the signatory. */
export const LETTER_STATES = ['draft', 'proof', 'returned', 'approved', 'issued', 'voided'] as const;
export const letterStateSchema = z.enum(LETTER_STATES);
export type LetterState = z.infer<typeof letterStateSchema>;

export const recipientSchema = z.object({
  /** سعادة، معالي، فضيلة … or empty. */
  honorific: line.default(''),
  name: line.default(''),
  title: line.default(''),
  organisation: line.default(''),
  /** حفظه الله، المحترم … stands at the far end of the line. */
  closingHonorific: line.default(''),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** المرفقات: free text printed as it stands, or things by kind and count, worded with number agreement. */
export const ATTACHMENT_KINDS = [
  'attachment',
  'sheet',
  'file',
  'envelope',
  'photo',
  'book',
  'copy',
  'form',
  'statement',
  'report',
  'invoice',
  'voucher',
  'receipt',
  'cheque',
  'contract',
  'certificate',
  'card',
  'disk',
  'memory',
  'box',
  'bag',
] as const;
export const letterAttachmentsSchema = z.union([
  z.object({ kind: z.literal('text'), text: line }),
  z.object({
    kind: z.literal('list'),
    items: z
      .array(
        z.object({
          unit: z.enum(ATTACHMENT_KINDS),
          count: z.int().min(0).max(1000),
          what: line.default(''),
          /** A file of ours (`files.put`); absent for things on paper. */
          file: fileRefSchema.optional(),
        }),
      )
      .max(20),
    /** Printed instead of the wording of the list, which stays what it is. */
    instead: line.optional(),
  }),
]);
export type LetterAttachments = z.infer<typeof letterAttachmentsSchema>;

/** What a person writes. A draft may lack anything; `letterProblems` says what keeps it from going on. */
export const letterContentSchema = z.object({
  recipient: recipientSchema,
  subject: line,
  body: richTextSchema,
  attachments: letterAttachmentsSchema,
  /** `staffId` is absent for a signatory who is not of the staff: then there is no picture of a signature. */
  signatory: z.object({ title: line, name: line, staffId: staffIdSchema.optional() }),
  copies: z.array(line).max(12),
  /** «إشارة إلى خطابكم رقم …»: free text, printed above the greeting; empty when there is none. */
  inReplyTo: line.default(''),
});
export type LetterContent = z.infer<typeof letterContentSchema>;

/** A letter with its fields as they stand on paper; what the PDF is set from and what the seal covers. */
export const paperLetterSchema = letterContentSchema.extend({
  /** As printed: `١٢٧/ص/١٤٤٨` in ASCII digits; null leaves the dots (a draft). */
  referenceNumber: z.string().nullable(),
  /** ISO day; both calendars are printed from it. Null leaves the dots. */
  day: z.string().nullable(),
  /** SHA-256 of the pictures that stand on the page; absent without any. */
  pictures: z.object({ signature: z.string().nullable(), stamp: z.string().nullable() }).optional(),
});
export type PaperLetter = z.infer<typeof paperLetterSchema>;

export const letterSummarySchema = z.object({
  id: letterIdSchema,
  state: letterStateSchema,
  /** ASCII digits; the renderer and the paper choose the digit system. Null before issue. */
  referenceNumber: z.string().nullable(),
  /** ISO day of issue. */
  issuedOn: z.string().nullable(),
  recipientLine: z.string(),
  subject: z.string(),
  partyId: partyIdSchema.nullable(),
  partyName: z.string().nullable(),
  updatedAtMs: z.int(),
  authorName: z.string(),
  /** A signed sheet is filed, or it was issued with the picture of the signature. */
  signed: z.boolean(),
  delivered: z.boolean(),
  origin: letterOriginSchema,
});
export type LetterSummary = z.infer<typeof letterSummarySchema>;

export const letterSchema = letterSummarySchema.extend({
  requestId: requestIdSchema.nullable(),
  content: letterContentSchema,
  /** Rises with each save: a save over a newer version is refused (`conflict`), so no text is lost between two windows. */
  version: z.int(),
  remarks: z.string(),
  approvedBy: staffIdSchema.nullable(),
  approvedByName: z.string().nullable(),
  approvedAtMs: z.int().nullable(),
  issuedByName: z.string().nullable(),
  issuedAtMs: z.int().nullable(),
  pages: z.int().nullable(),
  pdfSha256: z.string().nullable(),
  voidReason: z.string(),
  authorId: staffIdSchema,
  /** The verification code in the foot of its paper, 16 digits; null before issue and of what was sealed without one. */
  code: z.string().nullable(),
  batchId: batchIdSchema.nullable(),
  ...letterLifeSchema.shape,
});
export type Letter = z.infer<typeof letterSchema>;
