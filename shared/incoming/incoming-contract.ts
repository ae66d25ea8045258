import { z } from 'zod';
import { isIsoDay } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { incomingIdSchema, partyIdSchema, staffIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  incomingContentSchema,
  incomingLetterSchema,
  incomingSummarySchema,
  senderSchema,
} from './incoming.ts';
import { incomingProblems } from './incoming-rules.ts';

const desk = { roles: DESK_ROLES } as const;
const ref = z.object({ id: incomingIdSchema });
const isoDay = z.string().refine(isIsoDay, { message: 'dateIncomplete' });
const said = z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' });

/** Tabs of the list. `overdue` holds what is due today as well. */
export const INCOMING_VIEWS = ['open', 'overdue', 'mine', 'unassigned', 'closed', 'all'] as const;
export const incomingViewSchema = z.enum(INCOMING_VIEWS);
export type IncomingView = z.infer<typeof incomingViewSchema>;

export const registerIncomingSchema = z.object({
  content: incomingContentSchema.superRefine((content, context) => {
    for (const { field, code } of incomingProblems(content))
      context.addIssue({
        code: 'custom',
        path: field === 'sender' ? ['sender', 'organisation'] : [field],
        message: code,
      });
  }),
  partyId: partyIdSchema.nullable().default(null),
  assignedTo: staffIdSchema.nullable().default(null),
  dueDay: isoDay.nullable().default(null),
  confirmClock: z.boolean().default(false),
});

export const incomingContract = defineContract({
  'incoming.list': query(
    'signedIn',
    z.object({
      text: z.string().max(200).default(''),
      view: incomingViewSchema.default('open'),
      /** Of our number, both ends in. */
      from: isoDay.nullable().default(null),
      to: isoDay.nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      total: z.int(),
      rows: z.array(incomingSummarySchema),
      /** How many stand under each tab, whatever is searched for. */
      counts: z.record(incomingViewSchema, z.int()),
    }),
  ),
  /** A look at it is logged, once for a while. Error: notFound. */
  'incoming.get': query('signedIn', ref, incomingLetterSchema),
  /** Senders of earlier letters that hold these words, latest first; with no words, the latest ones. */
  'incoming.senders': query(
    'signedIn',
    z.object({ text: z.string().max(200) }),
    z.array(z.object({ sender: senderSchema, partyId: partyIdSchema.nullable() })),
  ),
  /**
   * One act: the next number of the register, today's day, the seal and the log, or none of it. Errors: invalidInput,
   * clockWentBack and clockJumped { lastMs, nowMs }, clockMoved { expectedMs, nowMs } until called again with `confirmClock`,
   * notFound (party, staff), fileVanished { name } (a scan that is not kept here), diskFull.
   */
  'incoming.register': command(desk, registerIncomingSchema, incomingLetterSchema, [
    'incoming',
    'registers',
    'drafts',
  ]),
  /** Gives it to somebody, or to nobody; undone by calling it again. Errors: notFound, incomingStateForbids. */
  'incoming.assign': command(
    desk,
    z.object({ id: incomingIdSchema, to: staffIdSchema.nullable(), dueDay: isoDay.nullable() }),
    incomingLetterSchema,
    ['incoming'],
  ),
  /** It needs no answer, and says why. */
  'incoming.close': command(desk, z.object({ id: incomingIdSchema, note: said }), incomingLetterSchema, [
    'incoming',
  ]),
  'incoming.reopen': command(desk, ref, incomingLetterSchema, ['incoming']),
  /**
   * By who may issue a letter, as an outgoing one: the number stays, and says why. Errors: notFound,
   * incomingStateForbids { state, action }.
   */
  'incoming.void': command(
    { rights: ['issueLetters'] },
    z.object({ id: incomingIdSchema, reason: said }),
    incomingLetterSchema,
    ['incoming', 'registers'],
  ),
  /** Errors: notFound, incomingStateForbids, fileVanished { name }. */
  'incoming.addScan': command(
    desk,
    z.object({ id: incomingIdSchema, file: fileRefSchema }),
    incomingLetterSchema,
    ['incoming'],
  ),
  /** Undo of `incoming.addScan`: the scan stays on record, as withdrawn. */
  'incoming.removeScan': command(
    desk,
    z.object({ id: incomingIdSchema, scanId: z.int().positive() }),
    incomingLetterSchema,
    ['incoming'],
  ),
});
