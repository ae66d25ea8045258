import { z } from 'zod';
import { partyHitSchema } from './party.ts';

/** What the register is narrowed to beside its filters: what a receptionist looks for to act on it. */
export const PARTY_STATES = ['openRequest', 'noFile', 'expiredDocuments'] as const;
export const PARTY_SORTS = ['name', 'newest'] as const;

/** The filter of المستفيدون, of its screen and of its export alike. With a text the best come first, whatever the sort. */
export const partyFilterSchema = z.object({
  text: z.string().max(200).default(''),
  role: z.string().max(30).nullable().default(null),
  categoryId: z.int().positive().nullable().default(null),
  village: z.string().max(80).nullable().default(null),
  state: z.enum(PARTY_STATES).nullable().default(null),
  sort: z.enum(PARTY_SORTS).default('name'),
});
export type PartyFilter = z.output<typeof partyFilterSchema>;

export const EVERY_PARTY: PartyFilter = partyFilterSchema.parse({});

/** The last row that was given: the next page goes on behind it, as fast as the first. */
export const partyCursorSchema = z.object({ name: z.string().max(1000), id: z.int() });
export type PartyCursor = z.infer<typeof partyCursorSchema>;

export const partyPageInputSchema = partyFilterSchema.extend({
  after: partyCursorSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(100),
});

export const partyListSchema = z.object({
  rows: z.array(partyHitSchema),
  /** Null: this was the last page. */
  next: partyCursorSchema.nullable(),
  count: z.int(),
  /** There are more than `count`: counting them all would keep the desk waiting, and a text gives its best 200. */
  more: z.boolean(),
});
export type PartyList = z.infer<typeof partyListSchema>;

/** What the list can be narrowed by: as much as is in use. */
export const partyChoicesSchema = z.object({
  villages: z.array(z.string()),
  categories: z.array(z.object({ id: z.int(), name: z.string() })),
});
export type PartyChoices = z.infer<typeof partyChoicesSchema>;
