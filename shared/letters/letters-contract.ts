import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import {
  deliveryIdSchema,
  incomingIdSchema,
  letterIdSchema,
  partyIdSchema,
  requestIdSchema,
} from '../ids.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { printChoiceShape, printedSchema } from '../printing/print-choice.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { deliveryMethodSchema, signingPicturesSchema } from './letter-life.ts';
import { letterContentSchema, letterSchema, letterStateSchema, letterSummarySchema } from './letter.ts';
import { codeAnswerSchema } from './verified-letter.ts';

const desk = { roles: DESK_ROLES } as const;
const ref = z.object({ id: letterIdSchema });
const bytes = z.instanceof(Uint8Array);

export const lettersContract = defineContract({
  /**
   * Found by number, day, month or year of either calendar, addressee, subject or words of the body, as `text` is read by
   * `readLetterSearch`. Letters on their way first, latest change first; then the register, newest number first.
   */
  'letters.list': query(
    'signedIn',
    z.object({
      text: z.string().max(200).default(''),
      states: z.array(letterStateSchema).max(20).default([]),
      /** «لم يُوقَّع», «لم يُسلَّم»: of issued letters only. */
      unsigned: z.boolean().default(false),
      undelivered: z.boolean().default(false),
      /** ISO days of the number, both in. */
      from: isoDaySchema.nullable().default(null),
      to: isoDaySchema.nullable().default(null),
      partyId: partyIdSchema.nullable().default(null),
      origin: z.enum(['desk', 'paper']).nullable().default(null),
      /** Hijri year of the register. */
      year: z.int().nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      total: z.int(),
      /** Matches of a text are counted to a thousand and no further: there are more than `total`. */
      more: z.boolean(),
      rows: z.array(letterSummarySchema),
      /** What was searched instead: the text as it would read on the other keyboard layout. */
      meant: z.string().nullable(),
    }),
  ),
  /** How many issued letters wait for a signature, for delivery. */
  'letters.waiting': query('signedIn', z.void(), z.object({ unsigned: z.int(), undelivered: z.int() })),
  'letters.get': query('signedIn', ref, letterSchema),
  'letters.create': command(
    desk,
    z.object({
      partyId: partyIdSchema.nullable().default(null),
      requestId: requestIdSchema.nullable().default(null),
      content: letterContentSchema,
      /** The issued or voided letter of ours that this one corrects or completes. */
      correctsId: letterIdSchema.nullable().default(null),
      /** The incoming letter that this one answers. */
      answersId: incomingIdSchema.nullable().default(null),
    }),
    letterSchema,
    ['letters', 'incoming'],
  ),
  /**
   * Autosave. Takes a proof or an approval back to draft. Errors: conflict { version }, letterStateForbids, notFound,
   * conflict { kind: 'request' } (another party's).
   */
  'letters.save': command(
    desk,
    z.object({
      id: letterIdSchema,
      version: z.int(),
      content: letterContentSchema,
      /** Whom and which request it is about from now on; absent: as before. */
      partyId: partyIdSchema.nullable().optional(),
      requestId: requestIdSchema.nullable().optional(),
    }),
    z.object({ version: z.int(), state: letterStateSchema, savedAtMs: z.int() }),
    ['letters'],
  ),
  /** The live page: the PDF of the content as it stands, watermarked, without a number. Error: missingGlyph. */
  'letters.preview': query(
    'signedIn',
    z.object({ content: letterContentSchema }),
    z.object({ pdf: bytes, pages: z.int() }),
  ),
  /** للعرض. Error: letterIncomplete { fields }. */
  'letters.submit': command(desk, ref, letterSchema, ['letters']),
  'letters.return': command(
    { rights: ['approveLetters'] },
    z.object({
      id: letterIdSchema,
      remarks: z.string().trim().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
    }),
    letterSchema,
    ['letters'],
  ),
  'letters.approve': command({ rights: ['approveLetters'] }, ref, letterSchema, ['letters']),
  /**
   * Gives the number, sets and seals the PDF, writes both and the audit event in one transaction. From draft or proof
   * it also approves, for who holds both rights. Errors: letterIncomplete, missingGlyph, clockWentBack or clockJumped
   * { lastMs, nowMs }, clockMoved { expectedMs, nowMs } until called again with `confirmClock`, letterStateForbids, notAllowed, signingPictureMissing { picture },
   * signatureNotApproved { name } (the signatory whose picture is asked for is not who approved it),
   * fileVanished { name } (an attachment), diskFull.
   */
  'letters.issue': command(
    { rights: ['issueLetters'] },
    z.object({
      id: letterIdSchema,
      confirmClock: z.boolean().default(false),
      /** The pictures that stand on the page: for who holds `useSigningPictures`. */
      pictures: signingPicturesSchema.default({ signature: false, stamp: false }),
    }),
    letterSchema,
    ['letters', 'requests', 'incoming', 'registers'],
  ),
  'letters.void': command(
    { rights: ['issueLetters'] },
    z.object({
      id: letterIdSchema,
      reason: z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' }),
    }),
    letterSchema,
    // It counts among the voids of its register, and what it answered waits for an answer again.
    ['letters', 'incoming', 'registers'],
  ),
  /** The signed and stamped sheet, scanned. Errors: letterStateForbids, fileVanished { name }. */
  'letters.fileSignedScan': command(
    desk,
    z.object({ id: letterIdSchema, file: fileRefSchema }),
    letterSchema,
    ['letters'],
  ),
  /** A scan that was filed by mistake; it stays on record. Error: notFound when none is filed. */
  'letters.withdrawSigning': command(desk, ref, letterSchema, ['letters']),
  /**
   * How it reached whom, and when. A letter about a person on file writes the disclosure of their data.
   * Errors: letterStateForbids, deliveryDayWrong { day, from, to }, fileVanished { name }.
   */
  'letters.deliver': command(
    desk,
    z.object({
      id: letterIdSchema,
      method: deliveryMethodSchema,
      receiver: z.string().trim().min(1, { message: 'required' }).max(200, { message: 'tooLong' }),
      /** ISO day: not before the letter's own, not after today. */
      day: z.iso.date(),
      note: z.string().trim().max(500, { message: 'tooLong' }).default(''),
      signature: fileRefSchema.nullable().default(null),
    }),
    letterSchema,
    ['letters'],
  ),
  'letters.withdrawDelivery': command(desk, z.object({ deliveryId: deliveryIdSchema }), letterSchema, [
    'letters',
  ]),
  /** Whether a code printed in a foot is genuine: everything about the letter is computed again on the spot. */
  'letters.verifyCode': query('signedIn', z.object({ code: z.string().max(200) }), codeAnswerSchema),
  'letters.discard': command(desk, ref, z.void(), ['letters']),
  /** Undo of `letters.discard`, for as long as the toast stands. */
  'letters.restoreDiscarded': command(desk, ref, letterSchema, ['letters']),
  /** The sealed bytes of an issued letter, or the watermarked proof of any other. */
  'letters.pdf': query('signedIn', ref, z.object({ pdf: bytes, pages: z.int(), sealed: z.boolean() })),
  /** Prints the sealed bytes (or the proof). Every print and reprint is logged. Errors: printerFailed, printerMissing, pageRangeWrong. */
  'letters.print': command('signedIn', z.object({ id: letterIdSchema, ...printChoiceShape }), printedSchema, [
    'letters',
  ]),
  /** «حفظ نسخة»: asks for a file; null when the person closed the dialog. Logged. */
  'letters.savePdf': command('signedIn', ref, z.object({ path: z.string() }).nullable(), ['letters']),
});
