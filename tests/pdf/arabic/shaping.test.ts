import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embeddingLevels, stripControls, visualRuns } from '#electron/pdf/arabic/bidi.ts';
import { parseFont } from '#electron/pdf/arabic/pdfmake-inside.ts';
import type { Script } from '#electron/pdf/arabic/scripts.ts';
import { layoutRun, prepare, runFeatures } from '#electron/pdf/arabic/shaping.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { listClauses } from '#shared/policy/clauses.ts';
import { harfbuzz, type ShapedGlyph } from '../../support/harfbuzz.ts';
import { CORPUS } from './corpus.ts';

interface Piece {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly script: Script;
}
const HARFBUZZ_SCRIPTS: Readonly<Record<Script, string>> = { arab: 'Arab', latn: 'Latn', DFLT: 'Zyyy' };

/** The words of our texts, each of one direction, as the layer shapes them. */
const WORDS: readonly Piece[] = [
  ...new Map(
    [...CORPUS, ...listClauses().map(({ text }) => text)]
      .flatMap((line) => stripControls(line).normalize('NFC').split(/\s+/))
      .flatMap((word) => visualRuns(word))
      .map(({ text, level }) => {
        const script: Script = /\p{Script_Extensions=Arabic}/u.test(text) ? 'arab' : 'latn';
        return [text, { text, rightToLeft: level % 2 === 1, script }] as const;
      }),
  ).values(),
];

const FONTS = [
  ['Amiri', PDF_FONTS.Amiri.normal],
  ['Amiri bold', PDF_FONTS.Amiri.bold],
  ['Plex', PDF_FONTS.Plex.normal],
  ['Plex semi-bold', PDF_FONTS['Plex SemiBold'].normal],
] as const;

/** Zero-width joiners draw nothing; the two shapers only disagree on which empty glyph stands for them. */
const drawnOnly = (glyphs: readonly ShapedGlyph[], joiners: number): readonly ShapedGlyph[] =>
  joiners === 0 ? glyphs : glyphs.filter(({ advance, dx, dy }) => advance !== 0 || dx !== 0 || dy !== 0);

const isCovered = (font: ReturnType<typeof parseFont>, text: string): boolean =>
  Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

describe.each(FONTS)("words in %s have HarfBuzz's glyphs, advances and offsets", (_name, file) => {
  const font = parseFont(readFileSync(file));
  const reference = harfbuzz(file);
  const ours = ({ text, rightToLeft, script }: Piece): readonly ShapedGlyph[] => {
    const { glyphs, positions } = layoutRun(
      font,
      prepare(text, rightToLeft),
      runFeatures(rightToLeft, script, null),
    );
    return glyphs.map(({ id }, index) => ({
      id,
      advance: Math.round(positions[index]?.xAdvance ?? 0),
      dx: Math.round(positions[index]?.xOffset ?? 0),
      dy: Math.round(positions[index]?.yOffset ?? 0),
    }));
  };
  const words = WORDS.filter(({ text }) => isCovered(font, text));

  it(`in ${words.length} words`, () => {
    expect(words.length).toBeGreaterThan(450);
    const wrong = words.filter((word) => {
      const joiners = word.text.match(/[\u200C\u200D]/g)?.length ?? 0;
      const theirs = reference(word.text, word.rightToLeft, HARFBUZZ_SCRIPTS[word.script]);
      return JSON.stringify(drawnOnly(ours(word), joiners)) !== JSON.stringify(drawnOnly(theirs, joiners));
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe.each(FONTS)('a space in %s', (_name, file) => {
  it('is crossed by no rule: words may be shaped one by one', () => {
    const reference = harfbuzz(file);
    const arabic = WORDS.filter(({ rightToLeft, script }) => rightToLeft && script === 'arab')
      .map(({ text }) => text)
      .filter((text) => !text.includes('\u200C')); // HarfBuzz draws a joiner by a font's glyph or by none
    const together = arabic.slice(1).filter((word, index) => {
      const whole = reference(`${arabic[index]} ${word}`, true, 'Arab');
      const parts = [word, ' ', arabic[index] ?? ''].flatMap((part) => reference(part, true, 'Arab'));
      return JSON.stringify(whole) !== JSON.stringify(parts);
    });
    expect(together).toEqual([]);
  });
});

describe.each(FONTS.slice(0, 2))('a shadda after its vowel, as NFC writes it, in %s', (_name, file) => {
  const font = parseFont(readFileSync(file));
  const ids = (prepared: string): number[] =>
    layoutRun(font, prepared, runFeatures(true, 'arab', null)).glyphs.map(({ id }) => id);

  it('is shaped as HarfBuzz does once it is put first, and wrongly as it stands', () => {
    const word = 'مُحَمَّدٌ'.normalize('NFC');
    const theirs = harfbuzz(file)(word, true, 'Arab').map(({ id }) => id);
    expect(ids(prepare(word, true))).toEqual(theirs);
    expect(ids(word)).not.toEqual(theirs);
  });
});

it('mirrors a bracket once, not twice', () => {
  expect(embeddingLevels('(أ)', 'rtl').levels).toEqual(new Uint8Array([1, 1, 1]));
  expect(prepare('(أ)', true)).toBe(')أ(');
  const font = parseFont(readFileSync(PDF_FONTS.Amiri.normal));
  const glyphOf = (text: string, rightToLeft: boolean): number | undefined =>
    layoutRun(font, prepare(text, rightToLeft), runFeatures(rightToLeft, 'arab', null)).glyphs[0]?.id;
  for (const [open, close] of ['()', '[]', '{}', '«»']) {
    expect(glyphOf(open ?? '', true)).toBe(glyphOf(close ?? '', false));
  }
});

it('tells the characters of a glyph apart, whatever the font was used for before', () => {
  const text = 'أ\u00A0ب \u00ADج ‐-';
  const codePoints = (font: ReturnType<typeof parseFont>): (readonly number[])[] =>
    layoutRun(font, text, runFeatures(true, 'arab', null)).occurrences.map((glyph) => glyph.codePoints);
  for (const [, file] of FONTS) {
    const used = parseFont(readFileSync(file));
    for (const first of [' ', '-', '\u200D', 'ب-\u00A0'])
      layoutRun(used, first, runFeatures(true, 'arab', null));
    expect(codePoints(used)).toEqual(codePoints(parseFont(readFileSync(file))));
    expect(
      codePoints(used)
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from(text, (character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b));
  }
});

it('joins letters across a joiner that the font lacks', () => {
  const font = parseFont(readFileSync(PDF_FONTS.Plex.normal));
  expect(font.hasGlyphForCodePoint(0x200d)).toBe(false);
  font.layout('😀', {}, 'latn', undefined, 'ltr'); // the empty box has been met
  const ids = (text: string): number[] =>
    layoutRun(font, text, runFeatures(true, 'arab', null)).glyphs.map(({ id }) => id);
  expect(ids('مستفيدون')).toEqual(expect.arrayContaining(ids('مستف\u200D').slice(1)));
});
