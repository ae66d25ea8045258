import { z } from 'zod';
import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { fileRefSchema } from '#shared/files/stored-file.ts';
import { type IncomingLetter, receivedBySchema } from '#shared/incoming/incoming.ts';
import type { registerIncomingSchema } from '#shared/incoming/incoming-contract.ts';
import { ATTACHMENT_KINDS } from '#shared/letters/letter.ts';

export type IncomingFormInput = z.input<typeof registerIncomingSchema>;

export const EMPTY_INCOMING = {
  content: {
    sender: { organisation: '', name: '', title: '' },
    theirNumber: '',
    theirDay: null,
    subject: '',
    attachments: { kind: 'list', items: [] },
    scans: [],
    receivedBy: 'byHand',
    note: '',
  },
  partyId: null,
  assignedTo: null,
  dueDay: null,
  confirmClock: false,
} satisfies IncomingFormInput;

const text = z.string().catch('');
const day = z.string().refine(isIsoDay).nullable().catch(null);
const staffId = z.int().positive().nullable().catch(null);

const itemSchema = z.object({
  unit: z.enum(ATTACHMENT_KINDS),
  count: z.int().min(0).max(1000),
  what: text,
  file: fileRefSchema.optional(),
});

/** A draft comes from the disk, perhaps from an older Wisam: what is odd is left as a new form has it. */
const draftSchema = z.object({
  content: z
    .object({
      sender: z.object({ organisation: text, name: text, title: text }).catch(EMPTY_INCOMING.content.sender),
      theirNumber: text,
      theirDay: day,
      subject: text,
      attachments: z
        .object({ kind: z.literal('list'), items: z.array(itemSchema) })
        .catch({ kind: 'list', items: [] }),
      scans: z.array(fileRefSchema).catch([]),
      receivedBy: receivedBySchema.catch('byHand'),
      note: text,
    })
    .catch({ ...EMPTY_INCOMING.content, attachments: { kind: 'list', items: [] } }),
  partyId: staffId,
  assignedTo: staffId,
  dueDay: day,
});

export const fromDraft = (data: Record<string, unknown>): IncomingFormInput => ({
  ...draftSchema.parse(data),
  confirmClock: false,
});

/** «تسجيل من جديد»: what a void entry said, to be corrected. */
export const fromVoided = (letter: IncomingLetter): IncomingFormInput => ({
  content: letter.content,
  partyId: letter.partyId,
  assignedTo: letter.assignedTo,
  dueDay: letter.dueDay,
  confirmClock: false,
});

export const isWorthKeeping = ({ content }: IncomingFormInput): boolean =>
  [content.sender.organisation, content.sender.name, content.subject, content.theirNumber, content.note].some(
    (one) => (one ?? '').trim() !== '',
  ) || content.scans.length > 0;
