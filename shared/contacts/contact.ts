import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { contactIdSchema, partyIdSchema } from '../ids.ts';
import { CHANNEL_CODES } from '../policy/channels.ts';

export const channelSchema = z.enum(CHANNEL_CODES);
export const directionSchema = z.enum(['in', 'out']);

const text = z.string().trim().max(4000, { message: 'tooLong' });

/** A contact on one of the eight channels (C.1–C.8): what was asked, what was answered, what comes next. */
export const contactInputSchema = z
  .object({
    partyId: partyIdSchema,
    channel: channelSchema,
    direction: directionSchema,
    /** The platform of socialMedia; WhatsApp is the first of the list. Empty for other channels. */
    platform: z.string().trim().max(40).default(''),
    inquiry: text.min(1, { message: 'required' }),
    answer: text.default(''),
    nextAction: text.default(''),
    /** ISO day on which the next action is due; null when there is none. */
    nextActionOn: isoDaySchema.nullable().default(null),
  })
  .refine((contact) => contact.nextActionOn === null || contact.nextAction !== '', {
    path: ['nextAction'],
    message: 'nextAction.required',
  });
export type ContactInput = z.output<typeof contactInputSchema>;

export const contactSchema = z.object({
  id: contactIdSchema,
  partyId: partyIdSchema,
  partyName: z.string(),
  channel: channelSchema,
  direction: directionSchema,
  platform: z.string(),
  inquiry: z.string(),
  answer: z.string(),
  nextAction: z.string(),
  nextActionOn: z.string().nullable(),
  closedAtMs: z.int().nullable(),
  happenedAtMs: z.int(),
  officerName: z.string(),
});
export type Contact = z.infer<typeof contactSchema>;
