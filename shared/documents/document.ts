import { z } from 'zod';
import { gregorianMonthLength, isIsoDay, parseIsoDay, writeParts } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { maskIdentityNumber } from '../identifiers/mask.ts';
import { partyIdSchema } from '../ids.ts';

/**
 * What a person shows. The first six are the checklist of S.6, under the keys of a request's requirements; a deed is
 * صك وكالة أو ولاية, a residence is إقامة.
 */
export const DOCUMENT_KINDS = [
  'identity',
  'housing',
  'income',
  'iban',
  'circumstance',
  'reports',
  'deed',
  'residence',
  'other',
] as const;
export const documentKindSchema = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Months for which a kind holds from the day of its issue: «مشهد دخل لا يتجاوز ثلاثة أشهر». */
export const VALID_MONTHS: Readonly<Partial<Record<DocumentKind, number>>> = { income: 3 };

/** The same day some months later; the last of the month where that month is shorter. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = parseIsoDay(iso);
  const index = year * 12 + (month - 1) + months;
  const there = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return writeParts({ ...there, day: Math.min(day, gregorianMonthLength(there.year, there.month)) });
}

/**
 * The last day on which a document holds, null when it does not end: what is printed on it, or what its kind allows from
 * the day of issue, whichever comes first.
 */
export function validUntil(
  kind: DocumentKind,
  issuedOn: string | null,
  expiresOn: string | null,
): string | null {
  const months = VALID_MONTHS[kind];
  const allowed = months === undefined || issuedOn === null ? null : addMonths(issuedOn, months);
  if (allowed === null || expiresOn === null) return allowed ?? expiresOn;
  return allowed < expiresOn ? allowed : expiresOn;
}

const isoDay = z.string().refine(isIsoDay, { message: 'dateIncomplete' });
const line = (most: number) => z.string().trim().max(most, { message: 'tooLong' });

export const documentIdSchema = z.int().positive().brand<'DocumentId'>();
export type DocumentId = z.infer<typeof documentIdSchema>;

/** As it is typed at the desk, with the document in hand. Messages are codes of `validation`. */
export const documentInputSchema = z
  .object({
    kind: documentKindSchema,
    /** What it is, where the kind does not tell: «بطاقة ضمان». */
    title: line(120).default(''),
    number: line(60).default(''),
    issuedOn: isoDay.nullable().default(null),
    /** The last day on which it holds, as printed; null when it does not end. */
    expiresOn: isoDay.nullable().default(null),
    note: line(500).default(''),
    /** «طُوبق على الأصل»: the original is in the officer's hand now. */
    matched: z.boolean().default(true),
  })
  .superRefine((document, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (document.kind === 'other' && document.title === '') fail('title', 'document.title');
    if (VALID_MONTHS[document.kind] !== undefined && document.issuedOn === null)
      fail('issuedOn', 'document.issuedOn');
    if (document.issuedOn !== null && document.expiresOn !== null && document.expiresOn < document.issuedOn)
      fail('expiresOn', 'document.expiresBeforeIssue');
  });
export type DocumentInput = z.output<typeof documentInputSchema>;

/** Why a copy is kept and until when (PDPL art. 28): without both none is. */
export const keptCopySchema = z.object({
  basis: line(300).min(1, { message: 'document.basis' }),
  destroyBy: isoDay,
  file: fileRefSchema,
});

export const partyDocumentSchema = z.object({
  id: documentIdSchema,
  partyId: partyIdSchema,
  kind: documentKindSchema,
  title: z.string(),
  /** On its way to the desk an id is masked: «matching.sheet» shows it while it is held against the original. */
  number: z.string().transform(maskIdentityNumber),
  issuedOn: z.string().nullable(),
  /** The last day on which it holds: printed, or derived from the issue. */
  expiresOn: z.string().nullable(),
  note: z.string(),
  matchedAtMs: z.int().nullable(),
  matchedByName: z.string().nullable(),
  /** Null: no copy is kept, which is the rule. */
  copy: z
    .object({
      attachmentId: z.int().positive(),
      file: fileRefSchema,
      basis: z.string(),
      destroyBy: z.string(),
    })
    .nullable(),
  createdAtMs: z.int(),
  createdByName: z.string(),
  removed: z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable(),
});
export type PartyDocument = z.infer<typeof partyDocumentSchema>;
