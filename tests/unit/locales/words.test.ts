import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOCK_CONFIRMED } from '#db/audit/audit-chain.ts';
import { APP_ERROR_CODES } from '#shared/app-error.ts';
import {
  BORDER_NUMBER_PROBLEMS,
  LICENCE_PROBLEMS,
  PASSPORT_PROBLEMS,
  UNIFIED_NUMBER_PROBLEMS,
} from '#shared/identifiers/document-numbers.ts';
import { EMAIL_PROBLEMS } from '#shared/identifiers/email.ts';
import { FOREIGN_MOBILE_PROBLEMS } from '#shared/identifiers/foreign-mobile.ts';
import { IBAN_PROBLEMS } from '#shared/identifiers/iban.ts';
import { PHONE_PROBLEMS } from '#shared/identifiers/mobile.ts';
import { NATIONAL_ID_PROBLEMS } from '#shared/identifiers/national-id.ts';
import { SHORT_ADDRESS_PROBLEMS } from '#shared/identifiers/short-address.ts';
import { BIRTH_PROBLEMS } from '#shared/parties/birth-date.ts';
import { appContract } from '#shared/ipc/app-contract.ts';
import { ar } from '#shared/locales/ar.ts';
import { en } from '#shared/locales/en.ts';

type Leaves = ReadonlyMap<string, string>;

function leaves(words: object, prefix = ''): Leaves {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...leaves(value as object, `${prefix}${key}.`)],
    ),
  );
}

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '').sort();
/** `count_few` and its kin: Arabic has six forms, English two. */
const singular = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/u, '');

const arabic = leaves(ar);
const english = leaves(en);

/** Every message that a schema of the contract can give, found by feeding it what is wrong in each field. */
function schemaMessages(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const error = (schema as { error?: unknown }).error;
  const own: string[] = [];
  if (typeof error === 'function') {
    const said: unknown = (error as (issue: object) => unknown)({ code: 'custom', input: undefined });
    if (typeof said === 'string') own.push(said);
    else if (typeof said === 'object' && said !== null && 'message' in said) own.push(String(said.message));
  }
  return own.concat(Object.values(schema).flatMap((part: unknown) => schemaMessages(part, seen)));
}

describe('every code has its message', () => {
  it.each([
    ['Arabic', arabic],
    ['English', english],
  ])('of an error in %s', (_language, words) => {
    for (const code of APP_ERROR_CODES) expect(words.get(`errors.${code}`) ?? '', code).not.toBe('');
  });

  it('what any paper can be refused for speaks of the paper, not of a letter', () => {
    for (const code of ['missingGlyph', 'renderFailed', 'printerFailed', 'printerMissing'])
      for (const [words, letter] of [
        [arabic, 'خطاب'],
        [english, 'letter is'],
      ] as const)
        expect(words.get(`errors.${code}`), code).not.toContain(letter);
    // Neither is the chosen printer that is gone said to be no printer at all, nor a silent one's job to be withdrawn.
    expect(arabic.get('errors.printerMissing')).toContain('المختارة');
    expect(english.get('errors.printerMissing')).toContain('chosen');
    expect(arabic.get('printing.failed.timeout')).not.toContain('سُحبت');
    expect(english.get('printing.failed.timeout')).not.toContain('taken out');
    for (const words of [arabic, english]) expect(words.get('errors.letterIncomplete')).toContain('{…}');
  });

  it.each([
    ['nationalId', NATIONAL_ID_PROBLEMS],
    ['mobile', PHONE_PROBLEMS.filter((code) => code !== 'mobile')],
    ['landline', PHONE_PROBLEMS.filter((code) => code !== 'landline')],
    ['iban', IBAN_PROBLEMS],
    ['shortAddress', SHORT_ADDRESS_PROBLEMS],
    ['passport', PASSPORT_PROBLEMS],
    ['borderNumber', BORDER_NUMBER_PROBLEMS],
    ['unifiedNumber', UNIFIED_NUMBER_PROBLEMS],
    ['licence', LICENCE_PROBLEMS],
    ['foreignMobile', FOREIGN_MOBILE_PROBLEMS],
    ['email', EMAIL_PROBLEMS],
    ['birth', BIRTH_PROBLEMS],
  ])('of the identifier %s', (identifier, codes) => {
    for (const code of codes) {
      expect(arabic.has(`validation.${identifier}.${code}`), code).toBe(true);
      expect(english.has(`validation.${identifier}.${code}`), code).toBe(true);
    }
  });

  it('of every act in the log', () => {
    const root = resolve(import.meta.dirname, '../../..');
    const sources = ['electron', 'db'].flatMap((layer) =>
      readdirSync(resolve(root, layer), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(resolve(root, layer, name), 'utf8')),
    );
    const acts = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/auditEntry\(\s*[^,]+,\s*[^,]+,\s*'([\w.]+)'/gu)].map((match) => match[1] ?? ''),
      ),
    );
    // The walk itself must find something, or it proves nothing.
    expect(acts.size).toBeGreaterThan(30);
    for (const act of [...acts, CLOCK_CONFIRMED]) {
      expect(arabic.get(`auditAction.${act}`) ?? '', act).not.toBe('');
      expect(english.get(`auditAction.${act}`) ?? '', act).not.toBe('');
    }
  });

  it('of every key that the screens put together', () => {
    const root = resolve(import.meta.dirname, '../../..', 'renderer');
    const put = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('use-text.ts'))
      .flatMap((name) =>
        [
          ...readFileSync(resolve(root, name), 'utf8').matchAll(/\btext\(\s*'([\w.]+)',\s*(?:'(\w+)')?/gu),
        ].map(([, section = '', code = '']) => `${section}.${code}`),
      );
    // The walk itself must find something, or it proves nothing.
    expect(put.length).toBeGreaterThan(100);
    for (const key of put)
      for (const words of [arabic, english]) {
        // A code that is known only when it is shown has at least a section to be looked up in.
        const told = [...words.keys()].some((word) =>
          key.endsWith('.') ? word.startsWith(key) : singular(word) === key,
        );
        expect(told, key).toBe(true);
      }
  });

  it('of every schema in the contract', () => {
    const codes = new Set(Object.values(appContract).flatMap((channel) => schemaMessages(channel.input.def)));
    // The walk itself must find something, or it proves nothing.
    expect(codes.size).toBeGreaterThan(6);
    for (const code of codes) {
      expect(arabic.has(`validation.${code}`), code).toBe(true);
      expect(english.has(`validation.${code}`), code).toBe(true);
    }
  });
});

describe('the two languages', () => {
  it('have the same keys', () => {
    const names = (words: Leaves): string[] => [...new Set([...words.keys()].map(singular))].sort();
    expect(names(english)).toEqual(names(arabic));
  });

  it('fill the same blanks', () => {
    for (const [key, text] of english) {
      const source = arabic.get(key);
      if (source !== undefined && singular(key) === key) expect(blanks(text), key).toEqual(blanks(source));
    }
  });

  it('never say that an error is unknown', () => {
    for (const [key, text] of [...arabic, ...english])
      expect(text, key).not.toMatch(/خطأ غير معروف|unknown error/iu);
  });

  it('write ASCII digits, which the display setting turns', () => {
    for (const [key, text] of arabic) expect(text, key).not.toMatch(/[٠-٩۰-۹]/u);
  });
});
