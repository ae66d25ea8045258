import { z } from 'zod';
import { draftIdSchema } from '../ids.ts';
import { jsonRecord } from '../ipc/bounded.ts';
import { command, defineContract, query } from '../ipc/contract.ts';

/** What was typed into a form and not yet saved: offered again after a power cut. Letters are drafts of their own. */
export const DRAFT_KINDS = [
  'newVisit',
  'contact',
  'supportRequest',
  'incoming',
  'party',
  'agreement',
  'committee',
] as const;
/** Of a draft's JSON: far beyond what every field of the longest form takes. */
export const MOST_DRAFT_CHARACTERS = 2_000_000;

export const draftSchema = z.object({
  id: draftIdSchema,
  kind: z.enum(DRAFT_KINDS),
  /** What tells two drafts of one kind apart: `party:12`, or empty. */
  key: z.string().max(80),
  /** One line for the list of drafts. */
  title: z.string().max(200),
  data: jsonRecord(MOST_DRAFT_CHARACTERS),
  savedAtMs: z.int(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftsContract = defineContract({
  /** Of the person who is signed in. */
  'drafts.list': query('signedIn', z.void(), z.array(draftSchema)),
  'drafts.save': command(
    'signedIn',
    draftSchema.pick({ kind: true, key: true, title: true, data: true }),
    draftSchema,
    ['drafts'],
  ),
  'drafts.discard': command('signedIn', draftSchema.pick({ kind: true, key: true }), z.void(), ['drafts']),
});
