import { z } from 'zod';
import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { channelSchema, type contactInputSchema, directionSchema } from '#shared/contacts/contact.ts';
import type { PartyId } from '#shared/ids.ts';

/** Platforms of channel C.3; WhatsApp is the first of the list. */
export const PLATFORMS = [
  'whatsapp',
  'x',
  'instagram',
  'snapchat',
  'tiktok',
  'facebook',
  'telegram',
  'other',
] as const;
export type Platform = (typeof PLATFORMS)[number];

export type ContactFormInput = z.input<typeof contactInputSchema>;

/** `about`: we call them, and know what about (the list of whom to contact). */
export const startOf = (partyId: PartyId, about = ''): ContactFormInput => ({
  partyId,
  channel: 'phoneCall',
  direction: about === '' ? 'in' : 'out',
  platform: '',
  inquiry: about,
  answer: '',
  nextAction: '',
  nextActionOn: null,
});

/** A draft comes from the disk, perhaps from an older Wisam: what is odd is left as a new form has it. */
const draftSchema = z.object({
  channel: channelSchema.catch('phoneCall'),
  direction: directionSchema.catch('in'),
  platform: z.string().catch(''),
  inquiry: z.string().catch(''),
  answer: z.string().catch(''),
  nextAction: z.string().catch(''),
  nextActionOn: z.string().refine(isIsoDay).nullable().catch(null),
});

export const fromDraft = (partyId: PartyId, data: Record<string, unknown>): ContactFormInput => ({
  partyId,
  ...draftSchema.parse(data),
});

/** Something was typed: what the form began with is no draft. */
export const isWorthKeeping = (values: Partial<ContactFormInput>, about = ''): boolean =>
  !['', about.trim()].includes((values.inquiry ?? '').trim()) ||
  [values.answer, values.nextAction].some((text) => (text ?? '').trim() !== '');
