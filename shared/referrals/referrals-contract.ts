import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import {
  inquiryIdSchema,
  partyIdSchema,
  referralIdSchema,
  requestIdSchema,
  staffIdSchema,
  visitIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { CASE_ROLES, DESK_ROLES, type Role } from '../staff/staff.ts';
import { namedStaffSchema, REFERRAL_VIEWS, referralSchema } from './referral.ts';

/** Who answers: مسؤول البحث الاجتماعي, and a manager in their place. */
export const RESEARCH_ROLES = ['socialResearchOfficer', 'manager'] as const satisfies readonly Role[];

const caseworkers = { roles: CASE_ROLES } as const;
const desk = { roles: DESK_ROLES } as const;
const research = { roles: RESEARCH_ROLES } as const;
/** A referral stands in a visit and in a request: both are shown anew. */
const changes = ['referrals', 'requests', 'visits'] as const;

const referral = z.object({ id: referralIdSchema });
const versioned = referral.extend({ version: z.int() });
const said = (max: number, missing = 'required') =>
  z.string().trim().min(1, { message: missing }).max(max, { message: 'tooLong' });
const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');

export const answerShape = { answer: said(4000, 'referral.answer'), explanation: text(4000) } as const;

export const referralsContract = defineContract({
  /** Those still to be answered or told, oldest first; those that are over, the latest first. */
  'referrals.list': query(
    caseworkers,
    z.object({
      view: z.enum(REFERRAL_VIEWS),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      rows: z.array(referralSchema),
      /** Of the view, on all pages. */
      total: z.int(),
      counts: z.object({ open: z.int(), mine: z.int(), answered: z.int() }),
    }),
  ),
  /** Of one request, of one visit, or of one person with all records merged into theirs; latest first. */
  'referrals.of': query(
    caseworkers,
    z.union([
      z.object({ requestId: requestIdSchema }),
      z.object({ visitId: visitIdSchema }),
      z.object({ partyId: partyIdSchema }),
    ]),
    z.array(referralSchema),
  ),
  /** Error: notFound. */
  'referrals.get': query(caseworkers, referral, referralSchema),
  /** Who can be asked: social research officers, then managers; `officer` tells them apart. */
  'referrals.officers': query(
    caseworkers,
    z.void(),
    z.array(namedStaffSchema.extend({ officer: z.boolean() })),
  ),
  /**
   * Asks. Of a visit the question stands among its inquiries. Errors: notFound, partyMerged { into, name },
   * requestForbids { action: 'refer' } (its last question is not back yet).
   */
  'referrals.refer': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      requestId: requestIdSchema.nullable().default(null),
      visitId: visitIdSchema.nullable().default(null),
      /** The visit's question that is passed on; null: a new one. */
      inquiryId: inquiryIdSchema.nullable().default(null),
      question: said(2000, 'referral.question'),
      assignedTo: staffIdSchema.nullable().default(null),
    }),
    referralSchema,
    changes,
  ),
  /** Question and whom it is for, until it is answered. Errors: notFound, conflict, referralForbids { state, action }. */
  'referrals.edit': command(
    desk,
    versioned.extend({ question: said(2000, 'referral.question'), assignedTo: staffIdSchema.nullable() }),
    referralSchema,
    changes,
  ),
  /** Typing, kept while nothing is answered yet. Errors: notFound, referralForbids. */
  'referrals.saveText': command(
    research,
    referral.extend({ answer: text(4000), explanation: text(4000) }),
    z.object({ savedAtMs: z.int() }),
    [],
  ),
  /** By the officer; again, until it was told. Errors: notFound, conflict, referralForbids. */
  'referrals.answer': command(research, versioned.extend(answerShape), referralSchema, changes),
  /** On the officer's behalf, from the paper they signed. Errors: as above, fileVanished { name }. */
  'referrals.enterAnswer': command(
    desk,
    versioned.extend({ ...answerShape, answeredBy: staffIdSchema, paper: fileRefSchema }),
    referralSchema,
    changes,
  ),
  /**
   * Back at the desk, the applicant told. Of a request that waits in S.3 the step is completed; of a visit the question has
   * its answer. Errors: notFound, conflict, referralForbids.
   */
  'referrals.return': command(desk, versioned, referralSchema, changes),
  /** Errors: notFound, conflict, referralForbids. */
  'referrals.cancel': command(desk, versioned.extend({ reason: said(500) }), referralSchema, changes),
  /**
   * Takes the last act back: an answer that was not told, a return (with the step that it completed), a cancelling.
   * Errors: notFound, referralForbids, requestForbids { action: 'refer' | 'reopenStep' }.
   */
  'referrals.undo': command(
    desk,
    referral.extend({ act: z.enum(['answer', 'return', 'cancel']) }),
    referralSchema,
    changes,
  ),
});
