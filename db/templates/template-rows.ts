import { searchKey } from '#shared/arabic/search-key.ts';
import { letterTemplateSchema, type LetterTemplate } from '#shared/letters/templates/template.ts';

/** One of the office's templates as it is kept: its own, or its edition of a built-in one. */
export interface TemplateRow {
  readonly id: number;
  readonly builtInKey: string | null;
  readonly template: LetterTemplate;
  readonly version: number;
  readonly updatedAtMs: number;
  readonly updatedByName: string;
  readonly removed: boolean;
}

/** Two names that read alike are one name. */
export const nameKey = (name: string): string => searchKey(name);

export const templateColumns = (template: LetterTemplate) => ({
  name: template.name,
  name_key: nameKey(template.name),
  category: template.category,
  template_json: JSON.stringify(template),
});

export const templateOf = (json: string): LetterTemplate => letterTemplateSchema.parse(JSON.parse(json));
