import { z } from 'zod';
import { inquiryIdSchema, partyIdSchema, requestIdSchema, visitIdSchema } from '../ids.ts';

/** في الانتظار · عند الموظف · تمت خدمته · انصرف قبل الخدمة. */
export const VISIT_STATES = ['waiting', 'serving', 'served', 'left'] as const;
export const visitStateSchema = z.enum(VISIT_STATES);
export type VisitState = z.infer<typeof visitStateSchema>;

export const VISIT_ACTIONS = ['serve', 'finish', 'leave', 'returnToQueue', 'reopen'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

const NEXT: Readonly<Record<VisitState, Partial<Record<VisitAction, VisitState>>>> = {
  waiting: { serve: 'serving', leave: 'left' },
  serving: { finish: 'served', leave: 'left', returnToQueue: 'waiting' },
  // Undo of «إنهاء الزيارة» and of «انصرف»: nothing at the desk is lost by one wrong key.
  served: { reopen: 'serving' },
  left: { reopen: 'waiting' },
};

/** The state after an action, or null where the action makes no sense. */
export const nextVisitState = (state: VisitState, action: VisitAction): VisitState | null =>
  NEXT[state][action] ?? null;

/** Why somebody came, as chosen at the door. */
export const VISIT_PURPOSES = [
  'supportRequest',
  'inquiry',
  'followUp',
  'missingDocuments',
  'delivery',
  'letter',
  'dataUpdate',
  'committeeAppointment',
  'complaint',
  'other',
] as const;
export const visitPurposeSchema = z.enum(VISIT_PURPOSES);
export type VisitPurpose = z.infer<typeof visitPurposeSchema>;

/** S.1 and O.3: a question asked, and its answer. `referred` waits for the social research officer. */
export const inquirySchema = z.object({
  id: inquiryIdSchema,
  question: z.string(),
  answer: z.string(),
  outcome: z.enum(['open', 'answered', 'referred']),
  askedAtMs: z.int(),
  answeredAtMs: z.int().nullable(),
});
export type Inquiry = z.infer<typeof inquirySchema>;

export const visitSchema = z.object({
  id: visitIdSchema,
  /** The day in Asia/Riyadh, ISO. */
  day: z.string(),
  partyId: partyIdSchema,
  partyName: z.string(),
  purpose: visitPurposeSchema,
  state: visitStateSchema,
  /** The day's ticket, 1 upwards; null while tickets are off. */
  ticket: z.int().nullable(),
  arrivedAtMs: z.int(),
  servedFromMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  officerName: z.string().nullable(),
  note: z.string(),
  inquiries: z.array(inquirySchema),
  /** The support request opened from this visit, if any. */
  requestId: requestIdSchema.nullable(),
});
export type Visit = z.infer<typeof visitSchema>;
