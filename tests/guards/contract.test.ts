import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ERROR_CODES } from '#shared/app-error.ts';
import { appContract } from '#shared/ipc/app-contract.ts';
import { CHANNEL_NAMES } from '#shared/ipc/channel-names.ts';
import { root } from './support/plant.ts';

type Words = { readonly [key: string]: string | Words };

const locales = readdirSync(join(root, 'shared/locales'))
  .filter((name) => /^[a-z]{2}\.ts$/.test(name))
  .map((name) => name.slice(0, 2));

async function wordsOf(locale: string): Promise<Words> {
  const module = (await import(join(root, `shared/locales/${locale}.ts`))) as Readonly<Record<string, Words>>;
  return module[locale]!;
}
const flatten = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );

/** Arabic has six plural forms, English two: the forms of a word are one word here. */
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([^,}\s]+)/g)].map((match) => match[1]!).toSorted();

describe('the contract', () => {
  it('the preload’s list of channels is the contract’s', () => {
    expect([...CHANNEL_NAMES].toSorted()).toEqual(Object.keys(appContract).toSorted());
    expect(new Set(CHANNEL_NAMES).size).toBe(CHANNEL_NAMES.length);
  });
  it('every command says what it changes, and no query does', () => {
    for (const [name, channel] of Object.entries(appContract))
      expect(channel.changes !== undefined, name).toBe(channel.kind === 'command');
  });
});

describe('the words', () => {
  it('there is Arabic and English', () => {
    expect(locales.toSorted()).toEqual(['ar', 'en']);
  });
  it.each(locales)('every error code has its message in %s', async (locale) => {
    const { errors } = (await wordsOf(locale)) as { errors: Readonly<Record<string, string>> };
    expect(APP_ERROR_CODES.filter((code) => (errors[code] ?? '').trim() === '')).toEqual([]);
    // `code_context`: the same refusal in the words of one of its cases (i18next's context).
    expect(
      Object.keys(errors).filter((key) => !APP_ERROR_CODES.some((each) => each === key.split('_')[0])),
    ).toEqual([]);
  });
  it.each(locales.filter((locale) => locale !== 'ar'))(
    '%s has every word of Arabic, with the same places to fill',
    async (locale) => {
      const source = new Map(flatten(await wordsOf('ar')).map(([key, text]) => [stem(key), text]));
      const other = new Map(flatten(await wordsOf(locale)).map(([key, text]) => [stem(key), text]));
      expect([...source.keys()].filter((key) => !other.has(key))).toEqual([]);
      expect([...other.keys()].filter((key) => !source.has(key))).toEqual([]);
      const differ = [...source].filter(
        ([key, text]) =>
          !places(text).every((place) => place === 'count' || places(other.get(key) ?? '').includes(place)),
      );
      expect(differ.map(([key]) => key)).toEqual([]);
    },
  );
  it('no word is empty', async () => {
    for (const locale of locales)
      expect(flatten(await wordsOf(locale)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
