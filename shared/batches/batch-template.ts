import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { letterContentSchema } from '../letters/letter.ts';
import { ASKED_FIELD_IDS, findFields, MERGE_FIELDS, placesOf } from '../letters/templates/merge-fields.ts';
import { letterTemplateSchema, type LetterTemplate } from '../letters/templates/template.ts';
import { MOST_PERSONS, personFilterSchema } from './batch.ts';

/** What is typed once for all: the template's asked fields by their id, as typed. */
const valuesSchema = z.partialRecord(z.enum(ASKED_FIELD_IDS), z.string().max(4000));

/** What every letter of a batch is made from; kept with the batch as it stood. */
export const batchSourceSchema = z.object({
  template: letterTemplateSchema,
  values: valuesSchema,
  signatory: letterContentSchema.shape.signatory,
});
export type BatchSource = z.infer<typeof batchSourceSchema>;

export const chosenPersonsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(partyIdSchema).max(MOST_PERSONS) }),
  /** A part of the register, as it stands when the batch is made. */
  z.object({
    kind: z.literal('filter'),
    filter: personFilterSchema,
    except: z.array(partyIdSchema).max(MOST_PERSONS).default([]),
  }),
]);
export type ChosenPersons = z.infer<typeof chosenPersonsSchema>;

export const batchDraftSchema = batchSourceSchema.extend({
  persons: chosenPersonsSchema,
  /** Which of a person's requests the letter is about, where the template names one. */
  request: personFilterSchema.shape.request,
});
export type BatchDraft = z.infer<typeof batchDraftSchema>;

/** Whether the template speaks of a request: its letters then stand in the request's own history. */
export const isAboutRequest = (template: LetterTemplate): boolean =>
  placesOf(template).some(({ text }) =>
    findFields(text).some((found) => found.kind === 'field' && MERGE_FIELDS[found.id].group === 'request'),
  );
