import { TEMPLATES_TO_BODIES } from './built-in/to-bodies.ts';
import { TEMPLATES_TO_PERSONS } from './built-in/to-persons.ts';
import type { BuiltInTemplate } from './template.ts';

/** Wisam's own templates, shelf by shelf. A key is kept for ever: an office's edition of one is stored under it. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  ...TEMPLATES_TO_PERSONS,
  ...TEMPLATES_TO_BODIES,
];

const BY_KEY = new Map(BUILT_IN_TEMPLATES.map((one) => [one.key, one]));

export const builtInTemplate = (key: string): BuiltInTemplate | undefined => BY_KEY.get(key);
