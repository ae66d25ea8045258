import { domain } from './ar/domain.ts';
import { errors } from './ar/errors.ts';
import { office } from './ar/office.ts';
import { shell } from './ar/shell.ts';
import { validation } from './ar/validation.ts';

/**
 * The words of Wisam: Arabic is the source, every other language has the same shape. One section a feature; a section
 * of its own lies in `ar/<section>.ts`. `errors` and `validation` are keyed by code.
 */
export const ar = {
  ...shell,
  ...office,
  domain,
  errors,
  validation,
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape of every language. */
export type Locale = Words<typeof ar>;
