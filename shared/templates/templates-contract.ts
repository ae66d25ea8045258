import { z } from 'zod';
import {
  incomingIdSchema,
  letterIdSchema,
  partyIdSchema,
  requestIdSchema,
  templateIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { letterContentSchema } from '../letters/letter.ts';
import { ASKED_FIELD_IDS, type AskedFieldId } from '../letters/templates/merge-fields.ts';
import { PHRASE_GROUP_IDS } from '../letters/templates/phrases.ts';
import { letterTemplateSchema, templateCategorySchema } from '../letters/templates/template.ts';
import { DESK_ROLES } from '../staff/staff.ts';

/** Who keeps the office's wordings; everybody reads and writes letters with them. */
export const TEMPLATE_ROLES = ['beneficiaryRelationsOfficer', 'manager', 'administrator'] as const;
const keepers = { roles: TEMPLATE_ROLES } as const;

/** What a template is called by: the key of a built-in one (`acceptance`), or the id of one of the office's own (`12`). */
export const templateRefSchema = z
  .string()
  .regex(/^(?:[a-zA-Z]{3,40}|[1-9]\d{0,9})$/u, { message: 'notFound' });
export type TemplateRef = z.infer<typeof templateRefSchema>;

const askedField = z.enum(ASKED_FIELD_IDS as unknown as [AskedFieldId, ...AskedFieldId[]]);

export const templateSummarySchema = z.object({
  ref: templateRefSchema,
  name: z.string(),
  category: templateCategorySchema,
  subject: z.string(),
  /** `builtIn` as it came · `edited` a built-in with the office's words · `own`. */
  origin: z.enum(['builtIn', 'edited', 'own']),
  /** Of the office's edition; null for a built-in as it came. */
  updatedAtMs: z.int().nullable(),
  updatedByName: z.string().nullable(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const templateDetailSchema = templateSummarySchema.extend({
  template: letterTemplateSchema,
  /** Rises with each save; 0 for a built-in as it came. */
  version: z.int(),
  /** What a person is asked for, in order. */
  asks: z.array(askedField),
  /** Whether it speaks of a person, of a request. */
  wants: z.object({ person: z.boolean(), request: z.boolean() }),
});
export type TemplateDetail = z.infer<typeof templateDetailSchema>;

const phraseGroup = z.enum(PHRASE_GROUP_IDS);
export const phraseSchema = z.object({
  /** Null: one of Wisam's own. */
  id: z.int().positive().nullable(),
  group: phraseGroup,
  text: z.string(),
});
export type Phrase = z.infer<typeof phraseSchema>;

const ref = z.object({ ref: templateRefSchema });

export const templatesContract = defineContract({
  'templates.list': query('signedIn', z.void(), z.array(templateSummarySchema)),
  'templates.get': query('signedIn', ref, templateDetailSchema),
  /**
   * A new template (`ref` null), a new edition of the office's own, or the office's words for a built-in one. Errors:
   * templateUnknownField { field, meant, place }, templateOpenBrace { field, place }, templateNameTaken { name },
   * conflict { version }.
   */
  'templates.save': command(
    keepers,
    z.object({ ref: templateRefSchema.nullable(), version: z.int().min(0), template: letterTemplateSchema }),
    templateDetailSchema,
    ['templates'],
  ),
  /** Takes the office's own away, or its edition of a built-in one, which then stands as it came. Undone by `undoRemove`. */
  'templates.remove': command(keepers, ref, z.object({ id: templateIdSchema }), ['templates']),
  /** Errors: notFound, templateNameTaken, conflict (there is a newer edition). */
  'templates.undoRemove': command(keepers, z.object({ id: templateIdSchema }), templateDetailSchema, [
    'templates',
  ]),
  /**
   * A letter's content from a template: person and request from their registers, the references of the letter that is
   * corrected or answered, the rest as typed. What has no value stays in its braces and is named in `unfilled`. For who
   * writes letters: identity and need stand whole in it. A look at somebody's record is logged, once for a while.
   */
  'templates.fill': query(
    { roles: DESK_ROLES },
    z.object({
      ref: templateRefSchema,
      partyId: partyIdSchema.nullable().default(null),
      requestId: requestIdSchema.nullable().default(null),
      correctsId: letterIdSchema.nullable().default(null),
      answersId: incomingIdSchema.nullable().default(null),
      asked: z.partialRecord(askedField, z.string().max(4000, { message: 'tooLong' })).default({}),
    }),
    z.object({ content: letterContentSchema, unfilled: z.array(z.string()) }),
  ),
  'phrases.list': query('signedIn', z.void(), z.array(phraseSchema)),
  'phrases.save': command(
    keepers,
    z.object({
      id: z.int().positive().nullable(),
      group: phraseGroup,
      text: z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' }),
    }),
    z.object({ id: z.int().positive() }),
    ['templates'],
  ),
  'phrases.remove': command(keepers, z.object({ id: z.int().positive() }), z.void(), ['templates']),
  'phrases.undoRemove': command(keepers, z.object({ id: z.int().positive() }), z.void(), ['templates']),
});
