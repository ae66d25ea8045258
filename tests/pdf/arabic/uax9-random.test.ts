import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddingLevels, stripControls, visualOrder } from '#electron/pdf/arabic/bidi.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { plainLevels } from '#electron/pdf/arabic/plain-levels.ts';
import { normalized } from '#electron/pdf/arabic/text-style.ts';
import { TOOLS } from '../../../build/test/debian-tools.ts';
import { needTool } from '../../support/need-tool.ts';
import { placedGlyphs } from '../../support/pdf-reading.ts';
import { ALPHABET, anyCharacters, characterOf, mixedText } from './random-text.ts';
import { referenceLevels } from './uax9-reference.ts';
import { unicodeCharacters } from './unicode-data.ts';

const DIRECTIONS = ['ltr', 'rtl', 'auto'] as const;

describe('the reference implementation', () => {
  it('passes every case of BidiCharacterTest', (context) => {
    needTool(context, 'unicode');
    const character = unicodeCharacters();
    const file = TOOLS.unicode.find;
    const text = existsSync(file)
      ? readFileSync(file, 'utf8')
      : gunzipSync(readFileSync(`${file}.gz`)).toString();
    let cases = 0;
    const faults = text.split('\n').flatMap((row, index) => {
      if (row === '' || row.startsWith('#')) return [];
      cases++;
      const [codes = '', direction = '', base = '', levels = ''] = row.split(';');
      const characters = codes.split(' ').map((code) => character(Number.parseInt(code, 16)));
      const found = referenceLevels(characters, DIRECTIONS[Number(direction)] ?? 'auto');
      const shown = found.levels.map((level) => level ?? 'x').join(' ');
      return found.base === Number(base) && shown === levels ? [] : [`line ${index + 1}`];
    });
    expect(cases).toBeGreaterThan(91_000);
    expect(faults).toEqual([]);
  });

  it("knows the alphabet's classes and brackets as Unicode gives them", (context) => {
    needTool(context, 'unicode');
    const character = unicodeCharacters();
    for (const each of ALPHABET.keys()) {
      const code = each.codePointAt(0) ?? 0;
      const { bidi, bracket } = characterOf(each);
      expect({ each, ...character(code) }).toEqual({ each, bidi, ...(bracket && { bracket }) });
    }
  });
});

type LevelsOf = (text: string, direction: (typeof DIRECTIONS)[number]) => ArrayLike<number>;
const ours: LevelsOf = (text, direction) => embeddingLevels(text, direction).levels;

const texts = fc.oneof(mixedText({ controls: true, invisible: true }), mixedText(), anyCharacters);

/** Where X9 removes a character its level does not matter: it is dropped before anything is drawn. */
const agreement = (levelsOf: LevelsOf): fc.IProperty<[string, (typeof DIRECTIONS)[number]]> =>
  fc.property(texts, fc.constantFrom(...DIRECTIONS), (text, direction) => {
    const reference = referenceLevels(Array.from(text, characterOf), direction);
    const found = levelsOf(text, direction);
    const levels = reference.levels.map((level, at) => (level === undefined ? undefined : found[at]));
    expect(levels).toEqual(reference.levels);
  });

/** The levels as a faulty layer would have them. */
const spoiled =
  (change: (level: number, at: number, text: string) => number): LevelsOf =>
  (text, direction) => {
    const levels = ours(text, direction);
    return Array.from({ length: text.length }, (_, at) => change(levels[at] ?? 0, at, text));
  };

describe('random mixed text', () => {
  it('has the levels of the reference', () => {
    fc.assert(agreement(ours), { numRuns: 4_000 });
  });

  it.each([
    ['reversed digits', spoiled((level, at, text) => (/[0-9٠-٩]/.test(text[at] ?? '') ? 1 : level))],
    ['no isolates', (text, direction) => ours(text.replace(/[\u2066-\u2069]/g, '\u200B'), direction)],
    ['no rule for brackets', (text, direction) => ours(text.replace(/[()[\]{}]/g, '!'), direction)],
    ['a forgotten separator', (text, direction) => ours(text.replaceAll('/', '!'), direction)],
    ['trailing spaces left inside', spoiled((level, at, text) => (text.slice(at).trim() === '' ? 2 : level))],
  ] satisfies [string, LevelsOf][])('and %s would be found, and made small', (_fault, levelsOf) => {
    const result = fc.check(agreement(levelsOf), { numRuns: 4_000 });
    expect(result.failed).toBe(true);
    // Shrunk to what shows the fault: a digit, a pair of brackets around something, an isolate.
    expect(Array.from(result.counterexample?.[0] ?? '').length).toBeLessThanOrEqual(20);
  });

  it('takes the short way without being seen', () => {
    const plainish = mixedText().map((text) => text.replace(/[A-Za-zéüñçÄß]/g, ''));
    let short = 0;
    fc.assert(
      fc.property(plainish, (text) => {
        const levels = plainLevels(text);
        if (levels === undefined) return;
        short += text === '' ? 0 : 1;
        expect(Array.from(levels)).toEqual(referenceLevels(Array.from(text, characterOf), 'rtl').levels);
      }),
      { numRuns: 4_000 },
    );
    expect(short).toBeGreaterThan(500);
  });
});

/** One spelling of the marks on a letter: their order within it is the font's business. */
const marksSorted = (text: string): string =>
  text.replace(/\p{M}{2,}/gu, (marks) => Array.from(marks).toSorted().join(''));
const NOT_DRAWN = /[\u200C\u200D]/g;

/** From left to right: L2 over the reference's levels, of what is drawn. */
function expectedOrder(text: string): string {
  const characters = Array.from(normalized(text));
  const { levels } = referenceLevels(characters.map(characterOf), 'rtl');
  const shown = characters.map((character, at) => ({ character, level: levels[at] }));
  const isSpaceOrControl = (each: string): boolean => each === ' ' || stripControls(each) === '';
  const from = shown.findIndex(({ character }) => !isSpaceOrControl(character));
  const to = shown.findLastIndex(({ character }) => !isSpaceOrControl(character));
  const kept = shown
    .slice(Math.max(0, from), to + 1)
    .flatMap(({ character, level }) => (level === undefined ? [] : [{ character, level }]));
  // Isolates take part in the order and are dropped only then: between two runs they keep them apart.
  const visual = visualOrder(kept, ({ level }) => level);
  return marksSorted(stripControls(visual.map(({ character }) => character).join('')));
}

const onOneLine = (text: string): Promise<Uint8Array> =>
  setPdf({
    info: { title: 'ترتيب', creationDate: new Date(0) },
    pageSize: { width: 6_000, height: 120 },
    content: { text, noWrap: true },
  });

/** How far a letter's foot may reach under its neighbour, in points of a 12-point text. */
const KERNED = 8;

/** The glyphs as they are drawn, each begun right of the one before it but for kerning. */
async function drawnOrder(bytes: Uint8Array): Promise<string> {
  const glyphs = await placedGlyphs(bytes);
  let rightmost = -Infinity;
  for (const { left } of glyphs) {
    expect(left).toBeGreaterThan(rightmost - KERNED);
    rightmost = Math.max(rightmost, left);
  }
  return marksSorted(
    glyphs
      .map(({ text }) => text)
      .join('')
      .replace(NOT_DRAWN, ''),
  );
}

describe('a line of random mixed text', () => {
  /** Hebrew is in no font of ours; a mark that begins a text or stands on a sign has no letter to stay with. */
  const lines = mixedText({ controls: true, invisible: true, maxPieces: 14 });

  it('is drawn from left to right as the reference orders it', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (text) => {
        expect(await drawnOrder(await onOneLine(text))).toBe(expectedOrder(text));
      }),
      { numRuns: 250 },
    );
  });

  it('and a line without its brackets or digits in place would be found', async () => {
    const faulty = fc.asyncProperty(lines, async (text) => {
      const forced = text.replace(/\d+/g, (digits) => `\u202E${digits}\u202C`);
      expect(await drawnOrder(await onOneLine(forced))).toBe(expectedOrder(text));
    });
    expect((await fc.check(faulty, { numRuns: 250 })).failed).toBe(true);
  });
});
