import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { letterAttachmentsSchema } from '../letters/letter.ts';

/** The two registers whose numbers stand on paper, each sealed in a chain of its own. */
export const LETTER_REGISTERS = ['outgoing', 'incoming'] as const;
export const letterRegisterSchema = z.enum(LETTER_REGISTERS);
export type LetterRegister = z.infer<typeof letterRegisterSchema>;

export const hijriYearSchema = z.int().min(1343).max(1500);

/** As many numbers as a person may take away for paper at once. */
export const MOST_RESERVED = 200;

/** One number of a register, whatever became of it: a line of the book. */
export const registerLineSchema = z.object({
  number: z.int(),
  /** ASCII digits. */
  referenceNumber: z.string(),
  /**
   * `valid`: a letter stands under it. `voided`: it stays, with why in `note`. `reserved`: kept for paper, and what was
   * written has not been entered yet.
   */
  state: z.enum(['valid', 'voided', 'reserved']),
  origin: z.enum(['desk', 'paper']),
  /** The row of the letter (outgoing or incoming); null for a number kept for paper that has none. */
  letterId: z.int().nullable(),
  /** ISO day of the number; of a reserved number the day of its reservation. */
  day: z.string(),
  /** To whom it went, or from whom it came. */
  party: z.string(),
  subject: z.string(),
  /** Of outgoing letters; null where none are known. */
  attachments: letterAttachmentsSchema.nullable(),
  /** Of incoming letters: what they wrote on it; else empty and null. */
  theirNumber: z.string(),
  theirDay: z.string().nullable(),
  /** Of outgoing letters; epoch ms, null when it is not (known to be) so. */
  signedAtMs: z.int().nullable(),
  deliveredAtMs: z.int().nullable(),
  /** Why it is void, or why its number was kept for paper; else empty. */
  note: z.string(),
  /** Who issued, registered, or reserved. */
  byName: z.string(),
});
export type RegisterLine = z.infer<typeof registerLineSchema>;

/** Numbers kept for paper in one act, and how they stand. */
export const paperRangeSchema = z.object({
  id: z.int().positive(),
  register: letterRegisterSchema,
  hijriYear: hijriYearSchema,
  first: z.int(),
  last: z.int(),
  reason: z.string(),
  /** ISO day of the reservation. */
  day: isoDaySchema,
  byName: z.string(),
  entered: z.int(),
  voided: z.int(),
  open: z.int(),
});
export type PaperRange = z.infer<typeof paperRangeSchema>;

/** A number that is kept for paper and waits to be entered. */
export const reservedNumberSchema = z.object({
  register: letterRegisterSchema,
  hijriYear: hijriYearSchema,
  number: z.int(),
  referenceNumber: z.string(),
  rangeId: z.int(),
  /** ISO day and reason of the reservation. */
  day: z.string(),
  reason: z.string(),
  byName: z.string(),
});
export type ReservedNumber = z.infer<typeof reservedNumberSchema>;

/** How a register stands in one Hijri year: what its closing certificate says. */
export const registerSummarySchema = z.object({
  register: letterRegisterSchema,
  hijriYear: hijriYearSchema,
  /** The last number used on paper before the first of ours. */
  opening: z.int(),
  /** Null while none is given. */
  first: z.int().nullable(),
  last: z.int(),
  /** Numbers under which a letter stands, issued at the desk or entered from paper. */
  valid: z.int(),
  voided: z.int(),
  /** Of `valid`: entered from paper. */
  fromPaper: z.int(),
  /** Numbers kept for paper that wait to be entered. */
  reserved: z.int(),
  /** Numbers between the opening and the last under which nothing stands: 0, or the register was tampered with. */
  missing: z.int(),
  /** The head of the register's chain of seals, 64 lower-case hex digits. */
  chainHead: z.string(),
});
export type RegisterSummary = z.infer<typeof registerSummarySchema>;

/** The yearly book: every number in order, then the closing certificate. */
export interface RegisterBook {
  readonly summary: RegisterSummary;
  readonly lines: readonly RegisterLine[];
  readonly ranges: readonly PaperRange[];
}

/** What one day did to one register. */
export interface RegisterDay {
  readonly register: LetterRegister;
  readonly hijriYear: number;
  /** The last number before this day's first. */
  readonly before: number;
  /** The numbers given on this day, in order. */
  readonly lines: readonly RegisterLine[];
  /** Numbers that were voided on this day, of whatever day they are. */
  readonly voided: readonly RegisterLine[];
  /** Reservations for paper made on this day. */
  readonly ranges: readonly PaperRange[];
  /** The head of the chain after this day's last number (before it, when there is none). */
  readonly chainHead: string;
}

/** The day's closing page. */
export interface DayClosing {
  /** ISO day, Asia/Riyadh. */
  readonly day: string;
  readonly registers: readonly RegisterDay[];
  /** Over all days: issued and not yet signed, not yet delivered. */
  readonly unsigned: number;
  readonly undelivered: number;
}
