import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { incomingContentSchema } from '../incoming/incoming.ts';
import { incomingProblems } from '../incoming/incoming-rules.ts';
import { incomingIdSchema, letterIdSchema, partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { letterAttachmentsSchema, recipientSchema } from '../letters/letter.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  hijriYearSchema,
  letterRegisterSchema,
  MOST_RESERVED,
  paperRangeSchema,
  registerSummarySchema,
  reservedNumberSchema,
} from './register.ts';

const line = z.string().trim().max(200, { message: 'tooLong' });
const required = line.min(1, { message: 'required' });
const reason = z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' });
const address = { hijriYear: hijriYearSchema, number: z.int().positive() };
const issuers = { rights: ['issueLetters'] } as const;

/** What was written by hand under a number of the outgoing register. */
export const enteredOutgoingSchema = z.object({
  ...address,
  recipient: recipientSchema.refine(
    ({ name, title, organisation }) => name !== '' || title !== '' || organisation !== '',
    { message: 'required', path: ['name'] },
  ),
  subject: required,
  /** As it stands on the paper: an ISO day between the reservation and today. */
  day: isoDaySchema,
  signatory: z.object({ title: required, name: required }),
  attachments: letterAttachmentsSchema,
  partyId: partyIdSchema.nullable().default(null),
  /** Why it was written by hand. */
  reason,
  /** The signed paper: a PDF, or a picture, which is set on a page. */
  scan: fileRefSchema,
});
export type EnteredOutgoing = z.output<typeof enteredOutgoingSchema>;

/** What was received and registered by hand under a number of the incoming register. */
export const enteredIncomingSchema = z.object({
  ...address,
  content: incomingContentSchema.superRefine((content, context) => {
    for (const { field, code } of incomingProblems(content))
      context.addIssue({
        code: 'custom',
        path: field === 'sender' ? ['sender', 'organisation'] : [field],
        message: code,
      });
  }),
  day: isoDaySchema,
  partyId: partyIdSchema.nullable().default(null),
  reason,
});
export type EnteredIncoming = z.output<typeof enteredIncomingSchema>;

/** What a check of all registers found. */
export const registerCheckSchema = z.object({
  /** Null: all is well. Else as `wisam verify` prints it: `letter.content:outgoing-1448-127`. */
  fault: z.string().nullable(),
  /** What the fault is about, where it names a place in a register. */
  place: z.object({ register: z.string(), hijriYear: z.int(), number: z.int().nullable() }).nullable(),
  /** How many were read and found whole. */
  letters: z.int(),
  incoming: z.int(),
  reserved: z.int(),
  files: z.int(),
  events: z.int(),
  /** The head of the log. */
  auditHead: z.string(),
  checkedAtMs: z.int(),
});
export type RegisterCheck = z.infer<typeof registerCheckSchema>;

export const registersContract = defineContract({
  /** Every letter register and year, latest first, and every reservation for paper. */
  'registers.overview': query(
    'signedIn',
    z.void(),
    z.object({ registers: z.array(registerSummarySchema), ranges: z.array(paperRangeSchema) }),
  ),
  /** «أرقام محجوزة لم تُدخل بعد». */
  'registers.listReserved': query('signedIn', z.void(), z.array(reservedNumberSchema)),
  /**
   * Keeps the next numbers for paper, in one transaction; it cannot be undone, only voided number by number.
   * Errors: clockWentBack and clockJumped { lastMs, nowMs }, clockMoved { expectedMs, nowMs } until called again with
   * `confirmClock`, diskFull.
   */
  'registers.reserve': command(
    issuers,
    z.object({
      register: letterRegisterSchema,
      count: z.int().min(1, { message: 'required' }).max(MOST_RESERVED),
      reason,
      confirmClock: z.boolean().default(false),
    }),
    paperRangeSchema,
    ['registers', 'letters', 'incoming'],
  ),
  /**
   * Enters what was written by hand. Errors: notFound (no such reservation, no such person), reservedNumberSettled
   * { referenceNumber }, paperDayOutside { from, to }, fileVanished, fileTypeRefused, imageUnreadable and pdfUnreadable
   * { name }, notAllowed (the scan is a picture of the stamp or of a signature), diskFull.
   */
  'registers.enterOutgoing': command(issuers, enteredOutgoingSchema, z.object({ id: letterIdSchema }), [
    'registers',
    'letters',
  ]),
  /** Errors: as `registers.enterOutgoing`. */
  'registers.enterIncoming': command(
    { roles: DESK_ROLES },
    enteredIncomingSchema,
    z.object({ id: incomingIdSchema }),
    ['registers', 'incoming'],
  ),
  /** A sheet that was spoiled or never used: its number stays, and says why. Errors: notFound, reservedNumberSettled. */
  'registers.voidReserved': command(
    issuers,
    z.object({ register: letterRegisterSchema, ...address, reason }),
    z.void(),
    ['registers', 'letters', 'incoming'],
  ),
  /** Reads all of the database in a thread of its own and believes nothing. Takes seconds; the desk goes on meanwhile. */
  'registers.check': query('signedIn', z.void(), registerCheckSchema),
  /**
   * The book of a register and year as an Excel file: asks for a file; null when the person closed the dialog. Logged.
   * Errors: notFound, diskFull, fileUnwritable.
   */
  'registers.exportExcel': command(
    'signedIn',
    z.object({ register: letterRegisterSchema, hijriYear: hijriYearSchema }),
    z.object({ path: z.string() }).nullable(),
    ['audit'],
  ),
});
