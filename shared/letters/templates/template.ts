import { z } from 'zod';
import { recipientSchema } from '../letter.ts';
import { richTextSchema } from '../rich-text.ts';

/** The library's shelves, in the order that the screen shows them. */
export const TEMPLATE_CATEGORIES = [
  'beneficiaries',
  'donors',
  'volunteers',
  'government',
  'banks',
  'correspondence',
] as const;
export const templateCategorySchema = z.enum(TEMPLATE_CATEGORIES);
export type TemplateCategory = z.infer<typeof templateCategorySchema>;

const line = z.string().trim().max(200, { message: 'tooLong' });

/**
 * A letter with merge fields in its texts. Signatory, attachments and date are the letter's own: they are chosen when it
 * is written.
 */
export const letterTemplateSchema = z.object({
  name: z.string().trim().min(1, { message: 'required' }).max(80, { message: 'tooLong' }),
  category: templateCategorySchema,
  recipient: recipientSchema,
  subject: line,
  inReplyTo: line.default(''),
  body: richTextSchema,
  copies: z.array(line).max(12).default([]),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;

/** A template of Wisam's own library: kept in code, so that an office always finds it again. */
export interface BuiltInTemplate {
  readonly key: string;
  /** Rises when its words change. */
  readonly version: number;
  readonly template: LetterTemplate;
}
