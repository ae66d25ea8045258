import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { decisionSchema } from '../committee/committee.ts';
import { appealIdSchema, letterIdSchema, noticeIdSchema, requestIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { contactPointSchema } from '../parties/contact-point.ts';
import { REPLY_MODES } from '../requests/reply-clock.ts';
import { requestLevelSchema, requestSchema, stopKindSchema } from '../requests/request.ts';
import { sealedDocumentSchema } from '../sealed/sealed-document.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { appealAnswerSchema, appealInputSchema, appealSchema } from './appeal.ts';
import { noticeInputSchema, noticeSchema } from './notice.ts';
import { replySettingSchema } from './reply-setting.ts';

const desk = { roles: DESK_ROLES } as const;
const cases = { roles: CASE_ROLES } as const;
const keepers = { roles: ['manager', 'administrator'] } as const;
const id = z.object({ id: requestIdSchema });
const changed = ['requests', 'contacts', 'committee'] as const;

/** The days of S.5, in Asia/Riyadh. */
const daysSchema = z.object({
  mode: z.enum(REPLY_MODES),
  level: requestLevelSchema,
  notBefore: isoDaySchema,
  /** That day, or the next one on which the office is open. */
  officeDay: isoDaySchema,
  targetOn: isoDaySchema,
});

/** What a raising on this day would give, and what is read to the applicant before it. */
export const raisingSchema = daysSchema.extend({
  day: isoDaySchema,
  /** In Arabic, as it is said and printed: the policy's words, the day, how to ask. */
  told: z.string(),
  /** `1448-0317`, unless somebody is faster. */
  nextNumber: z.string(),
});
export type Raising = z.infer<typeof raisingSchema>;

export const replyStandingSchema = z.object({
  kind: z.enum(['open', 'early', 'blocked', 'overdue', 'exempt']),
  daysLeft: z.int(),
  targetPassed: z.boolean(),
});

/** All that the desk asks of a request once it was raised: its clock, its slip, its decisions and who was told. */
export const requestReplySchema = z.object({
  requestId: requestIdSchema,
  /** Null: not raised. */
  clock: daysSchema
    .extend({
      raisedOn: isoDaySchema,
      /** A stop is running: both days still move. */
      moving: z.boolean(),
      /** How a reply today would stand. */
      today: replyStandingSchema,
      /** As it can be told today. */
      told: z.string(),
    })
    .nullable(),
  stops: z.array(
    z.object({
      kind: stopKindSchema,
      fromDay: z.string(),
      untilDay: z.string().nullable(),
      reason: z.string(),
      endNote: z.string(),
      officerName: z.string(),
    }),
  ),
  /** Newest first; the first one is what is printed, the others were lost or voided. */
  slips: z.array(sealedDocumentSchema),
  /** Newest first, without voided ones; `standing`: how it stood against the clock on its day. */
  decisions: z.array(
    decisionSchema.extend({
      standing: replyStandingSchema.nullable(),
      notices: z.array(noticeSchema),
      letter: z
        .object({ id: letterIdSchema, referenceNumber: z.string().nullable(), state: z.string() })
        .nullable(),
    }),
  ),
  appeals: z.array(appealSchema),
  /** To whom a refused applicant appeals, as the settings name it today. */
  appealLevel: z.string(),
  /** How the applicant is reached, with what makes it safe. */
  reach: z.array(contactPointSchema),
  /** The next working day: when a try that reached nobody is made again. */
  againOn: isoDaySchema,
  /** Who may be told in the applicant's stead today; null: nobody. */
  representative: z.string().nullable(),
});
export type RequestReply = z.infer<typeof requestReplySchema>;
export type ReplyDecision = RequestReply['decisions'][number];

export const replyContract = defineContract({
  'reply.setting': query('signedIn', z.void(), replySettingSchema),
  /** Days of requests that were raised stay as they were told. */
  'reply.saveSetting': command(keepers, replySettingSchema, replySettingSchema, ['requests']),
  /** Errors: notFound, requestForbids { action: 'raise' }. */
  'requests.raising': query(desk, id, raisingSchema),
  /**
   * S.5, one act: told, raised, numbered, and the slip frozen. Not taken back. Errors: notFound, requestForbids, urgentWithoutReason,
   * clockWentBack, clockJumped, conflict (numbers were taken faster than the slip was set), missingGlyph, renderFailed.
   */
  'requests.raise': command(
    desk,
    id.extend({
      note: z.string().trim().max(2000, { message: 'tooLong' }).default(''),
      /** The day that was read to the applicant: past midnight it would be another one. */
      day: isoDaySchema,
      confirmClock: z.boolean().default(false),
    }),
    z.object({ request: requestSchema, slip: sealedDocumentSchema }),
    ['requests', 'audit'],
  ),
  /** «بدل فاقد»: another slip, numbered, with the days as they stand now. Errors: notFound, requestForbids, renderFailed. */
  'requests.replaceSlip': command(desk, id, sealedDocumentSchema, ['requests', 'audit']),
  /** Errors: notFound. */
  'requests.reply': query(cases, id, requestReplySchema),
  /** Errors: notFound, requestForbids { action: 'notify' }, mayNotAct (their deed has ended), dayPast. */
  'notices.record': command(desk, noticeInputSchema, noticeSchema, changed),
  /** Undo of `notices.record`. Error: notFound. */
  'notices.withdraw': command(desk, z.object({ id: noticeIdSchema }), noticeSchema, changed),
  /** Errors: notFound, requestForbids { action: 'appeal' }, appealDay { decidedOn }. */
  'appeals.receive': command(desk, appealInputSchema, appealSchema, ['requests', 'committee']),
  /**
   * Changed: a decision of the appeal's level is written, and the request goes on at S.6. Not taken back but by a void of
   * that decision. Errors: notFound, requestForbids { action: 'answerAppeal' }, appealDay { decidedOn }, appealPaperMissing
   * (changed without its signed paper, by who is no manager).
   */
  'appeals.answer': command(desk, appealAnswerSchema, appealSchema, ['requests', 'committee', 'letters']),
  /**
   * An answer that left the refusal as it was, and was recorded by mistake: gives the appeal that waits again.
   * Errors: notFound, conflict (it is not the last one), requestForbids { action: 'voidAppealAnswer' }.
   */
  'appeals.voidAnswer': command(
    desk,
    z.object({
      id: appealIdSchema,
      reason: z.string().trim().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
    }),
    appealSchema,
    ['requests', 'committee'],
  ),
});
