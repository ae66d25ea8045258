import { z } from 'zod';
import { requestIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { CASE_ROLES } from '../staff/staff.ts';
import { judgedSchema, needSettingSchema } from './need-criteria.ts';

const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), halalas: z.int() }),
  z.object({ kind: z.literal('count'), count: z.int() }),
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('judged'), level: z.int() }),
]);
export const needPartSchema = z.object({
  key: z.string(),
  name: z.string(),
  weight: z.int(),
  found: findingSchema.nullable(),
  share: z.int().nullable(),
  points: z.int(),
});
export const needAssessmentSchema = z.object({
  score: z.int().nullable(),
  knownWeight: z.int(),
  allWeight: z.int(),
  parts: z.array(needPartSchema),
});

/** An assessment as it was recorded, with the criteria of that day. */
export const recordedNeedSchema = needAssessmentSchema.extend({
  note: z.string(),
  atMs: z.int(),
  staffName: z.string(),
});
export type RecordedNeed = z.infer<typeof recordedNeedSchema>;

/** Who weighs a case: the researcher and the committee. */
export const NEED_ROLES = ['socialResearchOfficer', 'committeeMember', 'manager'] as const;

export const needContract = defineContract({
  'need.setting': query('signedIn', z.void(), needSettingSchema),
  /** Assessments that were recorded keep the criteria of their own day. */
  'need.saveSetting': command({ roles: ['manager', 'administrator'] }, needSettingSchema, needSettingSchema, [
    'committee',
  ]),
  /** As the file stands today, and as it was last recorded. Error: notFound. */
  'need.ofRequest': query(
    { roles: CASE_ROLES },
    z.object({ requestId: requestIdSchema }),
    z.object({ now: needAssessmentSchema, recorded: recordedNeedSchema.nullable() }),
  ),
  /**
   * Records the need as the file stands, with what is judged by a person: `judged` by key of the office's own criteria, 0 to
   * 4; what is left out stays unknown. Errors: notFound, requestForbids, needUnknown (nothing at all is known).
   */
  'need.record': command(
    { roles: NEED_ROLES },
    z.object({
      requestId: requestIdSchema,
      judged: judgedSchema.default({}),
      note: z.string().trim().max(500, { message: 'tooLong' }).default(''),
    }),
    recordedNeedSchema,
    ['committee', 'requests'],
  ),
});
