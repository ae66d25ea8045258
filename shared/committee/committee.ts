import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import {
  appealIdSchema,
  committeeMemberIdSchema,
  committeeSessionIdSchema,
  decisionIdSchema,
  letterIdSchema,
  partyIdSchema,
  requestIdSchema,
  sealedDocumentIdSchema,
  serviceIdSchema,
  staffIdSchema,
} from '../ids.ts';
import { sexSchema } from '../parties/party.ts';
import { DECISION_KINDS } from '../requests/request-machine.ts';
import { REPLY_MODES } from '../requests/reply-clock.ts';
import { requestLevelSchema } from '../requests/request.ts';

export const decisionKindSchema = z.enum(DECISION_KINDS);

export const MEMBER_ROLES = ['chair', 'deputy', 'secretary', 'member'] as const;
export const memberRoleSchema = z.enum(MEMBER_ROLES);
export type MemberRole = z.infer<typeof memberRoleSchema>;

/** عضو لجنة: with an account of this desk or without one. Nobody is deleted: a membership ends. */
export const committeeMemberSchema = z.object({
  id: committeeMemberIdSchema,
  staffId: staffIdSchema.nullable(),
  name: z.string(),
  title: z.string(),
  role: memberRoleSchema,
  fromDay: z.string(),
  untilDay: z.string().nullable(),
});
export type CommitteeMember = z.infer<typeof committeeMemberSchema>;

export const memberInputSchema = z
  .object({
    staffId: staffIdSchema.nullable().default(null),
    name: z.string().trim().min(1, { message: 'required' }).max(160, { message: 'tooLong' }),
    title: z.string().trim().max(160, { message: 'tooLong' }).default(''),
    role: memberRoleSchema.default('member'),
    fromDay: isoDaySchema,
    untilDay: isoDaySchema.nullable().default(null),
  })
  .refine(({ fromDay, untilDay }) => untilDay === null || untilDay >= fromDay, {
    message: 'spanBackwards',
    path: ['untilDay'],
  });
export type MemberInput = z.output<typeof memberInputSchema>;

/** `held` once somebody's attendance is recorded; `closed` with its minutes sealed, or entered from its paper. */
export const SESSION_STATES = ['planned', 'held', 'closed', 'cancelled'] as const;
export const sessionStateSchema = z.enum(SESSION_STATES);
export type SessionState = z.infer<typeof sessionStateSchema>;

export const VOTES = ['for', 'against', 'abstained'] as const;
export const voteSchema = z.enum(VOTES);
export type Vote = z.infer<typeof voteSchema>;

/** What an acceptance grants, as it is told to the applicant; the plan of S.7 begins with it. */
export const grantedSchema = z.object({
  serviceId: serviceIdSchema.nullable().default(null),
  service: z.string().trim().max(200, { message: 'tooLong' }).default(''),
  quantity: z.int().min(1).max(100_000).default(1),
  unit: z.string().trim().max(40, { message: 'tooLong' }).default(''),
  valueHalalas: z.int().positive().nullable().default(null),
  frequency: z.enum(['once', 'weekly', 'monthly']).default('once'),
  /** How many times; 1 for `once`. */
  times: z.int().min(1).max(120).default(1),
  note: z.string().trim().max(300, { message: 'tooLong' }).default(''),
});
export type Granted = z.output<typeof grantedSchema>;

export const decisionVoteSchema = z.object({
  memberId: committeeMemberIdSchema,
  vote: voteSchema,
  note: z.string().trim().max(300, { message: 'tooLong' }).default(''),
});
export type DecisionVote = z.output<typeof decisionVoteSchema>;

export const decisionSchema = z.object({
  id: decisionIdSchema,
  requestId: requestIdSchema,
  sessionId: committeeSessionIdSchema.nullable(),
  /** Of the level that an appeal went to; null: of the committee. */
  appealId: appealIdSchema.nullable(),
  kind: decisionKindSchema,
  /** Of a refusal: an id of the policy (`S.2`) or the office's own rule in words. */
  clause: z.string(),
  /** Of a refusal why; of moreInformation what is wanted. */
  reason: z.string(),
  wouldChange: z.string(),
  granted: grantedSchema.nullable(),
  decidedOn: z.string(),
  /** Before day 14: why. */
  earlyReason: z.string(),
  /** The manager who let it be given before its day in the floor mode. */
  overrideByName: z.string().nullable(),
  conflictNote: z.string(),
  atMs: z.int(),
  enteredByName: z.string(),
  letterId: letterIdSchema.nullable(),
  votes: z.array(decisionVoteSchema.extend({ name: z.string() })),
  voided: z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A request that waits for the committee, or was before it. */
export const caseLineSchema = z.object({
  requestId: requestIdSchema,
  number: z.string().nullable(),
  partyId: partyIdSchema,
  partyName: z.string(),
  sex: sexSchema.nullable(),
  service: z.string(),
  level: requestLevelSchema,
  raisedOn: z.string().nullable(),
  notBefore: z.string().nullable(),
  targetOn: z.string().nullable(),
  /** How the waiting time was read when it was raised. */
  replyMode: z.enum(REPLY_MODES).nullable(),
  /** The clock stands: not decided upon until it goes on. */
  stopped: z.boolean(),
  /** As last recorded; null: never. */
  needScore: z.int().nullable(),
  recommendation: z.enum(['accept', 'refuse', 'moreInformation']).nullable(),
});
export type CaseLine = z.infer<typeof caseLineSchema>;

export const agendaCaseSchema = caseLineSchema.extend({
  note: z.string(),
  /** Put off to a later session, with why; empty: not. */
  deferredReason: z.string(),
  /** Of this session, and not voided. */
  decision: decisionSchema.nullable(),
});
export type AgendaCase = z.infer<typeof agendaCaseSchema>;

export const sessionSummarySchema = z.object({
  id: committeeSessionIdSchema,
  hijriYear: z.int(),
  number: z.int(),
  day: z.string(),
  time: z.string(),
  place: z.string(),
  state: sessionStateSchema,
  quorum: z.int(),
  onPaper: z.boolean(),
  present: z.int(),
  cases: z.int(),
  decided: z.int(),
  minutesDocumentId: sealedDocumentIdSchema.nullable(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const attendanceSchema = z.object({
  memberId: committeeMemberIdSchema,
  present: z.boolean(),
  /** Why somebody was away. */
  note: z.string().trim().max(200, { message: 'tooLong' }).default(''),
});
export type Attendance = z.output<typeof attendanceSchema>;

export const sessionSchema = sessionSummarySchema.extend({
  note: z.string(),
  /** Every member of that day, whether there or not. */
  attendance: z.array(attendanceSchema.extend({ member: committeeMemberSchema })),
  agenda: z.array(agendaCaseSchema),
  paper: fileRefSchema.nullable(),
  cancelReason: z.string(),
  closed: z.object({ atMs: z.int(), byName: z.string() }).nullable(),
  version: z.int(),
});
export type CommitteeSession = z.infer<typeof sessionSchema>;
