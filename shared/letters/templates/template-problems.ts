import {
  MERGE_FIELDS,
  ASKED_FIELD_IDS,
  findFields,
  nearestFieldName,
  placesOf,
  type AskedFieldId,
  type TemplatePlace,
} from './merge-fields.ts';
import type { LetterTemplate } from './template.ts';

/**
 * What keeps a template from being saved: `unknownField`, a name that no field bears, with the one that was probably
 * meant («هل تقصد {اسم المستفيد}؟»), or `openBrace`, a brace without its other half.
 */
export type TemplateProblem = {
  readonly code: 'unknownField' | 'openBrace';
  readonly place: TemplatePlace;
  /** What stands between the braces, or the text around the lone brace. */
  readonly field: string;
  readonly meant: string | null;
};

const LONE = /[{}]/;

/** In the order of the paper. Empty for a template that may be saved. */
export function templateProblems(
  template: Pick<LetterTemplate, 'recipient' | 'subject' | 'inReplyTo' | 'body' | 'copies'>,
): TemplateProblem[] {
  return placesOf(template).flatMap(({ place, text }) =>
    text.split('\n').flatMap((line): TemplateProblem[] => {
      const found = findFields(line);
      const unknown = found
        .filter((one) => one.kind === 'unknown')
        .map((one): TemplateProblem => ({
          code: 'unknownField',
          place,
          field: one.text,
          meant: nearestFieldName(one.text) ?? null,
        }));
      // What is left when every pair is taken out.
      const rest = found
        .toReversed()
        .reduce((left, one) => left.slice(0, one.start) + left.slice(one.end), line);
      const at = rest.search(LONE);
      if (at < 0) return unknown;
      const around = rest.slice(Math.max(0, at - 12), at + 16).trim();
      return [...unknown, { code: 'openBrace', place, field: around, meant: null }];
    }),
  );
}

/** The fields that a person is asked for when a letter is written from a template, in the catalogue's order. */
export function askedFields(
  template: Pick<LetterTemplate, 'recipient' | 'subject' | 'inReplyTo' | 'body' | 'copies'>,
): readonly AskedFieldId[] {
  const used = new Set<string>(
    placesOf(template).flatMap(({ text }) =>
      findFields(text).flatMap((one) => (one.kind === 'field' ? [one.id] : [])),
    ),
  );
  if (used.has('amountWords')) used.add('amount');
  return ASKED_FIELD_IDS.filter((id) => used.has(id));
}

/** Whether a template speaks of a person or of a request: then the letter wants one. */
export function wantsRecord(
  template: Pick<LetterTemplate, 'recipient' | 'subject' | 'inReplyTo' | 'body' | 'copies'>,
): { readonly person: boolean; readonly request: boolean } {
  const groups = new Set<string>(
    placesOf(template).flatMap(({ text }) =>
      findFields(text).flatMap((one) => (one.kind === 'field' ? [MERGE_FIELDS[one.id].group] : [])),
    ),
  );
  return { person: groups.has('person') || groups.has('request'), request: groups.has('request') };
}
