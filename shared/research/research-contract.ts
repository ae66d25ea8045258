import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { fieldVisitIdSchema, requestIdSchema, researchIdSchema, staffIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { RESEARCH_ROLES } from '../referrals/referrals-contract.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { plannedVisitSchema, recommendationSchema, RESEARCH_VIEWS, researchSchema } from './research.ts';

const caseworkers = { roles: CASE_ROLES } as const;
const desk = { roles: DESK_ROLES } as const;
const researchers = { roles: RESEARCH_ROLES } as const;
/** The committee's study of a case shows it. */
const changes = ['research', 'requests', 'committee'] as const;

const research = z.object({ id: researchIdSchema });
const versioned = research.extend({ version: z.int() });
const said = (max: number) =>
  z.string().trim().min(1, { message: 'required' }).max(max, { message: 'tooLong' });
const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'time' })
  .or(z.literal(''))
  .default('');

const plan = {
  researcherId: staffIdSchema.nullable().default(null),
  purpose: text(1000),
  dueOn: isoDaySchema.nullable().default(null),
};
/** What a finished research says: its findings, and what it recommends, and why. */
export const studyShape = {
  findings: said(8000),
  recommendation: recommendationSchema,
  recommendationReason: said(2000),
} as const;
/** Where and when a field visit is to be made. */
export const visitPlanSchema = z.object({
  plannedOn: isoDaySchema,
  plannedTime: time,
  place: said(200),
  directions: text(500),
});
/** What became of a field visit. One that was made has its day and its findings; the others say why not. */
export const visitRecordSchema = z
  .object({
    state: z.enum(['done', 'failed', 'cancelled']),
    visitedOn: isoDaySchema.nullable().default(null),
    present: text(300),
    findings: said(4000),
  })
  .refine(({ state, visitedOn }) => state !== 'done' || visitedOn !== null, {
    message: 'required',
    path: ['visitedOn'],
  });
export type VisitRecord = z.output<typeof visitRecordSchema>;

/** بحث اجتماعي: prepares the committee's study of a request. Not the referral of S.3, and not a service at their place. */
export const researchContract = defineContract({
  /** Open ones by the day until which they are wanted, those without one last; those that are over, the latest first. */
  'research.list': query(
    caseworkers,
    z.object({
      view: z.enum(RESEARCH_VIEWS),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      rows: z.array(researchSchema),
      /** Of the view, on all pages. */
      total: z.int(),
      counts: z.object({ open: z.int(), mine: z.int(), overdue: z.int() }),
      /** The next field visits of those under way, and how many there are. */
      visits: z.object({ total: z.int(), rows: z.array(plannedVisitSchema) }),
    }),
  ),
  /** Latest first. */
  'research.ofRequest': query(caseworkers, z.object({ requestId: requestIdSchema }), z.array(researchSchema)),
  /** A look is logged, once for a while. Error: notFound. */
  'research.get': query(caseworkers, research, researchSchema),
  /** Errors: notFound, requestForbids { action: 'research' }, researchForbids { reason: 'otherOpen' }. */
  'research.open': command(desk, z.object({ requestId: requestIdSchema, ...plan }), researchSchema, changes),
  /** Errors: notFound, conflict, researchForbids. */
  'research.edit': command(desk, versioned.extend(plan), researchSchema, changes),
  /** Typing, kept while it is under way. Errors: notFound, researchForbids. */
  'research.saveText': command(
    researchers,
    research.extend({
      findings: text(8000),
      recommendation: recommendationSchema.nullable(),
      recommendationReason: text(2000),
    }),
    z.object({ savedAtMs: z.int() }),
    [],
  ),
  /** Errors: notFound, conflict, researchForbids (a planned visit is neither made nor called off). */
  'research.finish': command(researchers, versioned.extend(studyShape), researchSchema, changes),
  /** On the researcher's behalf, from the paper they signed. Errors: as above, fileVanished { name }. */
  'research.enterFinished': command(
    desk,
    versioned.extend({ ...studyShape, researcherId: staffIdSchema, paper: fileRefSchema }),
    researchSchema,
    changes,
  ),
  /** Errors: notFound, conflict, researchForbids. */
  'research.cancel': command(desk, versioned.extend({ reason: said(500) }), researchSchema, changes),
  /**
   * A finished or cancelled one is under way again. Errors: notFound, requestForbids, researchForbids (the committee has
   * decided on it, or another one was opened).
   */
  'research.reopen': command(desk, research, researchSchema, changes),
  /** Errors: notFound, researchForbids. */
  'research.planVisit': command(desk, research.extend(visitPlanSchema.shape), researchSchema, changes),
  /** While it is planned. Errors: notFound, researchForbids. */
  'research.editVisit': command(
    desk,
    visitPlanSchema.extend({ id: fieldVisitIdSchema }),
    researchSchema,
    changes,
  ),
  /** Errors: notFound, researchForbids, dayNotCome { day }. */
  'research.recordVisit': command(
    desk,
    z.object({ id: fieldVisitIdSchema, record: visitRecordSchema }),
    researchSchema,
    changes,
  ),
  /** A record that was wrong: planned again. Errors: notFound, researchForbids. */
  'research.reopenVisit': command(desk, z.object({ id: fieldVisitIdSchema }), researchSchema, changes),
});
