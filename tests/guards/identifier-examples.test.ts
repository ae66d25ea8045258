import { describe, expect, it } from 'vitest';
import { validation as arabic } from '#shared/locales/ar/validation.ts';
import { validation as english } from '#shared/locales/en/validation.ts';

/** Identifiers, ways to reach somebody and dates: what is typed wrong most, and told by example (`desk-ux`, pattern 11). */
const TYPED = [
  'nationalId',
  'mobile',
  'landline',
  'iban',
  'shortAddress',
  'passport',
  'borderNumber',
  'unifiedNumber',
  'licence',
  'foreignMobile',
  'email',
  'birth',
  'date',
] as const;

describe.each([
  ['Arabic', arabic, 'مثل'],
  ['English', english, /such as|like/u],
] as const)('what is typed wrong in %s', (_, words, example) => {
  it.each(TYPED)('%s is told with an example, whatever is wrong', (name) => {
    for (const [code, text] of Object.entries(words[name])) expect(text, code).toMatch(example);
  });

  it.each(['dateNotIso', 'dateIncomplete', 'dateDoesNotExist', 'dateOutOfRange'] as const)(
    '%s is told with an example',
    (code) => expect(words[code]).toMatch(example),
  );
});
