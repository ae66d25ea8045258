import { z } from 'zod';
import { letterIdSchema, partyIdSchema, requestIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { letterContentSchema, letterSchema, letterStateSchema, letterSummarySchema } from './letter.ts';

const desk = { roles: DESK_ROLES } as const;
const ref = z.object({ id: letterIdSchema });
const bytes = z.instanceof(Uint8Array);

export const lettersContract = defineContract({
  'letters.list': query(
    'signedIn',
    z.object({
      text: z.string().max(200).default(''),
      states: z.array(letterStateSchema).default([]),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(letterSummarySchema) }),
  ),
  'letters.get': query('signedIn', ref, letterSchema),
  'letters.create': command(
    desk,
    z.object({
      partyId: partyIdSchema.nullable().default(null),
      requestId: requestIdSchema.nullable().default(null),
      content: letterContentSchema,
    }),
    letterSchema,
    ['letters'],
  ),
  /** Autosave. Takes a proof or an approval back to draft. Errors: conflict { version }, letterStateForbids. */
  'letters.save': command(
    desk,
    z.object({ id: letterIdSchema, version: z.int(), content: letterContentSchema }),
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
   * it also approves, for who holds both rights. Errors: letterIncomplete, missingGlyph, clockWentBack { lastMs, nowMs }
   * until called again with `confirmClock`, letterStateForbids, notAllowed, diskFull.
   */
  'letters.issue': command(
    { rights: ['issueLetters'] },
    z.object({ id: letterIdSchema, confirmClock: z.boolean().default(false) }),
    letterSchema,
    ['letters', 'requests'],
  ),
  'letters.void': command(
    { rights: ['issueLetters'] },
    z.object({
      id: letterIdSchema,
      reason: z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' }),
    }),
    letterSchema,
    ['letters'],
  ),
  'letters.discard': command(desk, ref, z.void(), ['letters']),
  /** Undo of `letters.discard`, for as long as the toast stands. */
  'letters.restoreDiscarded': command(desk, ref, letterSchema, ['letters']),
  /** The sealed bytes of an issued letter, or the watermarked proof of any other. */
  'letters.pdf': query('signedIn', ref, z.object({ pdf: bytes, pages: z.int(), sealed: z.boolean() })),
  /** Prints the sealed bytes (or the proof). Every print and reprint is logged. Errors: printerFailed, printerMissing. */
  'letters.print': command(
    'signedIn',
    z.object({
      id: letterIdSchema,
      copies: z.int().min(1).max(20).default(1),
      printer: z.string().nullable().default(null),
    }),
    z.object({ printedAtMs: z.int(), printer: z.string() }),
    ['letters'],
  ),
  /** «حفظ نسخة»: asks for a file; null when the person closed the dialog. Logged. */
  'letters.savePdf': command('signedIn', ref, z.object({ path: z.string() }).nullable(), ['letters']),
});
