import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { agreementEventIdSchema, agreementIdSchema, partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  agreementEventInputSchema,
  agreementSchema,
  agreementSummarySchema,
  agreementTermsSchema,
} from './agreement.ts';

const desk = { roles: DESK_ROLES } as const;
const said = z.string().trim().min(1, { message: 'required' }).max(1000, { message: 'tooLong' });
const versioned = { id: agreementIdSchema, version: z.int() };
const CHANGES = ['agreements', 'parties'] as const;

/** Tabs of the list. `current` holds all that is neither over nor expired, and what is still to be settled. */
export const AGREEMENT_VIEWS = ['current', 'ending', 'breached', 'over', 'all'] as const;
export const agreementViewSchema = z.enum(AGREEMENT_VIEWS);
export type AgreementView = z.infer<typeof agreementViewSchema>;

/** P.2: contracts and agreements with any party. Commands on a merged party's: partyMerged { into, name }. */
export const agreementsContract = defineContract({
  'agreements.list': query(
    'signedIn',
    z.object({
      /** Words of the title, the number or the party's name. */
      text: z.string().max(200).default(''),
      view: agreementViewSchema.default('current'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      total: z.int(),
      rows: z.array(agreementSummarySchema),
      counts: z.record(agreementViewSchema, z.int()),
    }),
  ),
  /** Of a party and of what was merged into it, latest term first. */
  'agreements.ofParty': query(
    'signedIn',
    z.object({ partyId: partyIdSchema }),
    z.array(agreementSummarySchema),
  ),
  /** Error: notFound. */
  'agreements.get': query('signedIn', z.object({ id: agreementIdSchema }), agreementSchema),
  /** Error: notFound (party, or the agreement it renews), partyMerged, agreementRenewed. */
  'agreements.add': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      terms: agreementTermsSchema,
      renewsId: agreementIdSchema.nullable().default(null),
    }),
    agreementSchema,
    CHANGES,
  ),
  /** Errors: notFound, conflict { version }. */
  'agreements.edit': command(
    desk,
    z.object({ ...versioned, terms: agreementTermsSchema }),
    agreementSchema,
    CHANGES,
  ),
  /** Takes it off every list (undo of adding); `agreements.restore` puts it back. Errors: notFound, conflict. */
  'agreements.remove': command(desk, z.object(versioned), z.void(), CHANGES),
  'agreements.restore': command(desk, z.object({ id: agreementIdSchema }), agreementSchema, CHANGES),
  /** Ends it before its time, or for good where it has no term. Errors: notFound, conflict, agreementEndWrong { from }. */
  'agreements.end': command(
    desk,
    z.object({ ...versioned, endedOn: isoDaySchema, reason: said }),
    agreementSchema,
    CHANGES,
  ),
  /** Undo of `agreements.end`. */
  'agreements.reopen': command(desk, z.object(versioned), agreementSchema, CHANGES),
  'agreements.addEvent': command(
    desk,
    z.object({ id: agreementIdSchema, event: agreementEventInputSchema }),
    agreementSchema,
    CHANGES,
  ),
  /** Undo of `agreements.addEvent`. */
  'agreements.removeEvent': command(
    desk,
    z.object({ id: agreementIdSchema, eventId: agreementEventIdSchema }),
    agreementSchema,
    CHANGES,
  ),
  /** How a breach or a dispute was settled. Errors: notFound, agreementSettleWrong { from } (before it happened). */
  'agreements.settle': command(
    desk,
    z.object({
      id: agreementIdSchema,
      eventId: agreementEventIdSchema,
      settledOn: isoDaySchema,
      settlement: said,
    }),
    agreementSchema,
    CHANGES,
  ),
  /** Undo of `agreements.settle`. */
  'agreements.unsettle': command(
    desk,
    z.object({ id: agreementIdSchema, eventId: agreementEventIdSchema }),
    agreementSchema,
    CHANGES,
  ),
  /** Errors: notFound, fileVanished { name }. */
  'agreements.attach': command(
    desk,
    z.object({ id: agreementIdSchema, file: fileRefSchema }),
    agreementSchema,
    CHANGES,
  ),
  /** Undo of `agreements.attach`: the file stays on record, as withdrawn. */
  'agreements.detach': command(
    desk,
    z.object({ id: agreementIdSchema, attachmentId: z.int().positive() }),
    agreementSchema,
    CHANGES,
  ),
});
