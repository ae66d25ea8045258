import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { recordedFactSchema } from '../circumstances/circumstances-contract.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import {
  committeeMemberIdSchema,
  committeeSessionIdSchema,
  decisionIdSchema,
  requestIdSchema,
  staffIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { needAssessmentSchema, recordedNeedSchema } from '../need/need-contract.ts';
import { REPLY_MODES } from '../requests/reply-clock.ts';
import { REQUEST_REFUSALS } from '../requests/request-actions.ts';
import { ATTESTATION_STATES, REQUEST_PHASES } from '../requests/request-machine.ts';
import { requirementSchema } from '../requests/request.ts';
import { CASE_ROLES } from '../staff/staff.ts';
import { committeeSettingSchema } from './committee-setting.ts';
import {
  attendanceSchema,
  caseLineSchema,
  committeeMemberSchema,
  decisionKindSchema,
  decisionSchema,
  decisionVoteSchema,
  grantedSchema,
  memberInputSchema,
  sessionSchema,
  sessionStateSchema,
  sessionSummarySchema,
} from './committee.ts';

/** Who plans sessions, keeps their agenda and enters what was written by hand. */
export const COMMITTEE_DESK_ROLES = [
  'beneficiaryRelationsOfficer',
  'socialResearchOfficer',
  'committeeMember',
  'manager',
] as const;
/** Who records a decision while the committee sits, and voids one. */
export const DECIDING_ROLES = ['committeeMember', 'manager'] as const;

const desk = { roles: COMMITTEE_DESK_ROLES } as const;
const deciders = { roles: DECIDING_ROLES } as const;
const keepers = { roles: ['manager', 'administrator'] } as const;
const caseworkers = { roles: CASE_ROLES } as const;

const session = z.object({ id: committeeSessionIdSchema });
const versioned = session.extend({ version: z.int() });
const said = z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' });
const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'time' })
  .or(z.literal(''))
  .default('');
const when = { day: isoDaySchema, time, place: text(120), note: text(1000) };

/**
 * What was decided of one request. A refusal needs its clause (an id of the policy, or the office's own rule in words),
 * its reason and what would change it; a request for completion says what is wanted.
 */
const decided = {
  requestId: requestIdSchema,
  kind: decisionKindSchema,
  clause: text(300),
  reason: text(2000),
  wouldChange: text(2000),
  granted: grantedSchema.nullable().default(null),
  /** Of the members present; empty: all of them for it. */
  votes: z.array(decisionVoteSchema).max(30).default([]),
  earlyReason: text(500),
  conflictNote: text(500),
};
type DecidedText = z.output<z.ZodObject<Pick<typeof decided, 'kind' | 'clause' | 'reason' | 'wouldChange'>>>;
const whole = (one: DecidedText, context: z.RefinementCtx): void => {
  const need = (field: 'clause' | 'reason' | 'wouldChange'): void => {
    if (one[field] === '') context.addIssue({ code: 'custom', path: [field], message: `decision.${field}` });
  };
  if (one.kind === 'refused') for (const field of ['clause', 'reason', 'wouldChange'] as const) need(field);
  if (one.kind === 'moreInformation') need('reason');
};
/** As a form sends one decision, without its session. */
export const decidedSchema = z.object(decided).superRefine(whole);
export type Decided = z.output<typeof decidedSchema>;
export type DecidedInput = z.input<typeof decidedSchema>;

/** All that the committee has before it of one request. */
export const committeeCaseSchema = caseLineSchema.extend({
  need: z.string(),
  levelReason: z.string(),
  fileNumber: z.string().nullable(),
  village: z.string(),
  phase: z.enum(REQUEST_PHASES),
  /** People of the household who are there, and how many of them are under eighteen; null: none is recorded. */
  household: z.object({ people: z.int(), minors: z.int() }).nullable(),
  /** Halalas a month. */
  perHead: z
    .object({ heads: z.int(), income: z.int(), essential: z.int(), gross: z.int(), net: z.int() })
    .nullable(),
  /** As they stand today, without the IBAN. */
  facts: z.array(recordedFactSchema),
  categories: z.array(z.string()),
  needs: z.array(z.string()),
  requirements: z.array(requirementSchema),
  attestation: z.enum(ATTESTATION_STATES),
  /** Earlier requests of the same person, newest first. */
  earlier: z.array(
    z.object({
      requestId: requestIdSchema,
      number: z.string().nullable(),
      service: z.string(),
      openedAtMs: z.int(),
      phase: z.enum(REQUEST_PHASES),
      decision: decisionKindSchema.nullable(),
      decidedOn: z.string().nullable(),
    }),
  ),
  /** The last finished social research; null: there is none. */
  research: z
    .object({
      researcherId: staffIdSchema.nullable(),
      researcherName: z.string(),
      findings: z.string(),
      recommendation: z.enum(['accept', 'refuse', 'moreInformation']),
      reason: z.string(),
      finishedAtMs: z.int(),
      visits: z.array(z.object({ visitedOn: z.string(), place: z.string(), findings: z.string() })),
    })
    .nullable(),
  /** Social research that is still under way. */
  researchOpen: z.boolean(),
  needNow: needAssessmentSchema,
  needRecorded: recordedNeedSchema.nullable(),
  /** Of this request, newest first, voided ones too. */
  decisions: z.array(decisionSchema),
  /** How a reply on the day asked about stands (S.5); null: not raised. */
  standing: z
    .object({
      mode: z.enum(REPLY_MODES),
      kind: z.enum(['open', 'early', 'blocked', 'overdue', 'exempt']),
      daysLeft: z.int(),
      targetPassed: z.boolean(),
    })
    .nullable(),
  /** Members who made the research of this case: by their account, or by their name where they have none. */
  researchedBy: z.array(committeeMemberIdSchema),
  /** Why a decision of a kind is not for now; null: it may be taken. */
  refusals: z.record(decisionKindSchema, z.enum(REQUEST_REFUSALS).nullable()),
});
export type CommitteeCase = z.infer<typeof committeeCaseSchema>;

export const committeeContract = defineContract({
  'committee.setting': query('signedIn', z.void(), committeeSettingSchema),
  'committee.saveSetting': command(keepers, committeeSettingSchema, committeeSettingSchema, ['committee']),
  /** In their order; those whose membership ended come last. */
  'committee.members': query('signedIn', z.void(), z.array(committeeMemberSchema)),
  /** Adds (id null) or changes; nobody is deleted, a membership ends. Errors: notFound, committeeMemberTwice { name }. */
  'committee.saveMember': command(
    keepers,
    z.object({ id: committeeMemberIdSchema.nullable(), member: memberInputSchema }),
    committeeMemberSchema,
    ['committee'],
  ),
  /** The whole list in its new order. Error: conflict when it is another list by now. */
  'committee.reorderMembers': command(
    keepers,
    z.object({ ids: z.array(committeeMemberIdSchema).max(1000) }),
    z.null(),
    ['committee'],
  ),

  /** Sessions to come first, the nearest on top; then those that were, the latest first. */
  'committee.sessions': query(
    caseworkers,
    z.object({
      states: z.array(sessionStateSchema).max(20).default([]),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(sessionSummarySchema), waiting: z.int(), decidable: z.int() }),
  ),
  'committee.session': query(caseworkers, session, sessionSchema),
  /** Raised, not stopped, and on no open agenda: urgent ones first, then by the day from which they may be answered. */
  'committee.waiting': query(
    caseworkers,
    z.object({
      /** Those whose day has come, and urgent ones; false: all. */
      onlyDue: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), due: z.int(), rows: z.array(caseLineSchema) }),
  ),
  /** Numbered within the Hijri year of its day. Errors: committeeEmpty (no member on that day), requestForbids, conflict. */
  'committee.plan': command(
    desk,
    z.object({ ...when, requestIds: z.array(requestIdSchema).max(200).default([]) }),
    sessionSchema,
    ['committee'],
  ),
  /** Errors: notFound, conflict { version }, sessionForbids { state, action }, committeeEmpty, sessionYear { year }. */
  'committee.editSession': command(desk, versioned.extend(when), sessionSchema, ['committee']),
  /** Its cases wait again. Errors: as above, and `sessionForbids` once something was decided. */
  'committee.cancelSession': command(desk, versioned.extend({ reason: said }), sessionSchema, ['committee']),
  /**
   * The agenda in its order; what was decided stays. An undo calls it again with the list as it was. Errors: notFound,
   * conflict { version }, sessionForbids, requestForbids { action: 'schedule' }, caseElsewhere { number, session }.
   */
  'committee.setAgenda': command(
    desk,
    versioned.extend({ requestIds: z.array(requestIdSchema).max(200) }),
    sessionSchema,
    ['committee'],
  ),
  /**
   * Who is there. Somebody present: the session is held. Errors: notFound, sessionForbids, conflict (a member twice),
   * dayNotCome (nobody was there yet).
   */
  'committee.attend': command(
    desk,
    session.extend({ attendance: z.array(attendanceSchema).max(30) }),
    sessionSchema,
    ['committee'],
  ),
  /** Put off to a later session; an empty reason takes that back. Errors: notFound, sessionForbids. */
  'committee.deferCase': command(
    desk,
    session.extend({ requestId: requestIdSchema, reason: text(500) }),
    sessionSchema,
    ['committee'],
  ),
  /** All that the committee has before it; a look is logged, once for a while. `on`: the day a reply would be given. */
  'committee.case': query(
    caseworkers,
    z.object({ requestId: requestIdSchema, on: isoDaySchema.nullable().default(null) }),
    committeeCaseSchema,
  ),
  /**
   * One act: decision, votes, the state of the request, the timeline, and the draft of the letter that tells it. Errors:
   * notFound, sessionForbids, requestForbids, quorumMissing { present, quorum }, votesNotCarried, voterAbsent,
   * conflictNotAcknowledged { names }, replyEarly { notBefore } (say why), replyBlocked { notBefore } (a manager says why),
   * clockWentBack, clockJumped.
   */
  'committee.decide': command(
    deciders,
    z
      .object({ ...decided, sessionId: committeeSessionIdSchema, confirmClock: z.boolean().default(false) })
      .superRefine(whole),
    decisionSchema,
    ['committee', 'requests', 'letters'],
  ),
  /**
   * A mistake: the decision stays, struck through, and the request is before the committee again. Its letter is discarded
   * while a draft. Errors: notFound, requestForbids { action: 'voidDecision' }, letterStands { number } (issued: void it first).
   */
  'committee.voidDecision': command(
    deciders,
    z.object({ id: decisionIdSchema, reason: said }),
    decisionSchema,
    ['committee', 'requests', 'letters'],
  ),
  /**
   * Closes the session and seals its minutes: cannot be undone. What was not decided waits for another session. Errors:
   * notFound, conflict { version }, sessionForbids, quorumMissing, clockWentBack, clockJumped, renderFailed.
   */
  'committee.closeSession': command(
    deciders,
    versioned.extend({ confirmClock: z.boolean().default(false) }),
    sessionSchema,
    ['committee', 'requests'],
  ),
  /**
   * A whole session from its signed minutes, with their scan: attendance, cases and decisions at once. `number`: as the paper
   * says, null: the next one. Errors as `committee.decide`, and sessionNumberTaken { number }, dayNotCome { day },
   * decidedBeforeRaised { number, day }, fileVanished { name }.
   */
  'committee.enterPaper': command(
    desk,
    z.object({
      ...when,
      number: z.int().min(1).max(9999).nullable().default(null),
      attendance: z.array(attendanceSchema).min(1, { message: 'required' }).max(30),
      decisions: z.array(decidedSchema).min(1, { message: 'required' }).max(200),
      scan: fileRefSchema,
      confirmClock: z.boolean().default(false),
    }),
    sessionSchema,
    ['committee', 'requests', 'letters'],
  ),
});
