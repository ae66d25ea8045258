import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import {
  documentIdSchema,
  documentInputSchema,
  documentKindSchema,
  keptCopySchema,
  partyDocumentSchema,
} from './document.ts';
import {
  datumSchema,
  datumStandingSchema,
  matchSourceSchema,
  seenSchema,
  shownDatumSchema,
} from './matching.ts';
import { documentSettingSchema } from './document-setting.ts';
import { STANDING_STATES } from './standing.ts';

const desk = { roles: DESK_ROLES } as const;
const ref = z.object({ id: documentIdSchema });
const ofParty = z.object({ partyId: partyIdSchema });

export const documentStandingSchema = z.object({
  kind: documentKindSchema,
  state: z.enum(STANDING_STATES),
  expected: z.boolean(),
  documentId: documentIdSchema.nullable(),
  expiresOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
});

/** S.2, of one person: documents, data, and how they stand on a day. */
export const partyDocumentsSchema = z.object({
  /** ISO day that the standing speaks of. */
  day: z.string(),
  /** Latest first; what was removed stands at the end, with why. */
  documents: z.array(partyDocumentSchema),
  standing: z.array(documentStandingSchema),
  data: z.array(datumStandingSchema),
});
export type PartyDocuments = z.infer<typeof partyDocumentsSchema>;

export const documentsContract = defineContract({
  /** On `day`, else on today. Errors: notFound. */
  'documents.ofParty': query(
    { roles: CASE_ROLES },
    ofParty.extend({ day: isoDaySchema.nullable().default(null) }),
    partyDocumentsSchema,
  ),
  /** A new document; a renewal is one too, and the old one stays. Errors: notFound, partyMerged, dayNotCome. */
  'documents.save': command(desk, ofParty.extend({ document: documentInputSchema }), partyDocumentSchema, [
    'documents',
    'parties',
  ]),
  /** «طُوبق على الأصل», by whom and when; false takes it back. Errors: notFound, documentRemoved. */
  'documents.match': command(desk, ref.extend({ matched: z.boolean() }), partyDocumentSchema, ['documents']),
  /** Says why; the document stays on record. Errors: notFound, documentRemoved. */
  'documents.remove': command(
    desk,
    ref.extend({
      reason: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
    }),
    partyDocumentSchema,
    ['documents', 'parties'],
  ),
  /** Undo of `documents.remove`. */
  'documents.restore': command(desk, ref, partyDocumentSchema, ['documents', 'parties']),
  /** PDPL art. 28: with its legal basis and the day of its destruction. Errors: notFound, documentRemoved, dayPast { day, today }, fileVanished. */
  'documents.keepCopy': command(desk, ref.extend({ copy: keptCopySchema }), partyDocumentSchema, [
    'documents',
  ]),
  /** The copy was destroyed: it is withdrawn for good, and the log says by whom. Errors: notFound. */
  'documents.destroyCopy': command(desk, ref, partyDocumentSchema, ['documents']),
  'documents.setting': query('signedIn', z.void(), documentSettingSchema),
  'documents.saveSetting': command(
    { roles: ['manager', 'administrator'] },
    documentSettingSchema,
    documentSettingSchema,
    ['documents'],
  ),

  /** Each datum whole, to hold against the original: the look is logged, and nothing of it is kept. Errors: notFound. */
  'matching.sheet': command(desk, ofParty, z.array(shownDatumSchema), []),
  /**
   * «طُوبق على الأصل» of these data, by whom, when and against what. Errors: notFound, partyMerged, matchedValueChanged
   * { datum } when a value is no longer the one that was shown.
   */
  'matching.match': command(
    desk,
    ofParty.extend({
      against: matchSourceSchema,
      data: z
        .array(z.object({ datum: datumSchema, seen: seenSchema }))
        .min(1, { message: 'required' })
        .max(100),
    }),
    z.array(datumStandingSchema),
    ['documents'],
  ),
  /** Takes these back; the undo of `matching.match`. */
  'matching.withdraw': command(
    desk,
    ofParty.extend({ data: z.array(datumSchema).min(1, { message: 'required' }).max(100) }),
    z.array(datumStandingSchema),
    ['documents'],
  ),
});
