import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRightToLeft, stripControls, visualRuns } from '#electron/pdf/arabic/bidi.ts';
import type { FontkitFont } from '#electron/pdf/arabic/fontkit-types.ts';
import { parseFont } from '#electron/pdf/arabic/pdfmake-inside.ts';
import { scriptsOf, type Script } from '#electron/pdf/arabic/scripts.ts';
import { shape } from '#electron/pdf/arabic/shaped-words.ts';
import { layoutRun, runFeatures } from '#electron/pdf/arabic/shaping.ts';
import { normalized } from '#electron/pdf/arabic/text-style.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { harfbuzz, type ShapedGlyph } from '../../support/harfbuzz.ts';
import { arabicWord, latinWord, mixedText, number } from './random-text.ts';

const HARFBUZZ_SCRIPTS: Readonly<Record<Script, string>> = { arab: 'Arab', latn: 'Latn', DFLT: 'Zyyy' };
const FILES = [...new Set(Object.values(PDF_FONTS).flatMap((family) => Object.values(family)))];
const FONTS = FILES.map((file) => ({
  name: file.slice(file.lastIndexOf('/') + 1, -'.ttf'.length),
  font: parseFont(readFileSync(file)),
  reference: harfbuzz(file),
}));

interface Run {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly script: Script;
}

/** A paragraph cut as the layer cuts it: runs of one level and one script, without what is dropped. */
function runsOf(text: string): Run[] {
  return visualRuns(normalized(text)).flatMap(({ text: run, level }) => {
    const scripts = scriptsOf(run);
    const found: Run[] = [];
    let start = 0;
    for (let at = 1; at <= run.length; at++) {
      if (at < run.length && scripts[at] === scripts[start]) continue;
      const piece = stripControls(run.slice(start, at));
      if (piece !== '')
        found.push({ text: piece, rightToLeft: isRightToLeft(level), script: scripts[start] ?? 'DFLT' });
      start = at;
    }
    return found;
  });
}

/**
 * Letters that a control forces against their own direction (U+202D, U+202E around the other script): HarfBuzz shapes
 * them backwards. Nobody writes it, and both ways are guesses.
 */
const isForced = ({ text, rightToLeft, script }: Run): boolean =>
  script !== 'DFLT' && rightToLeft !== (script === 'arab') && /\p{L}/u.test(text);

/**
 * The one difference that is left: Amiri joins letters across a hamza on the line (فءت), and of two such hamzas around
 * one letter (فءتءت) HarfBuzz joins the first only, fontkit both. No word is written so.
 */
const HAMZA_TWICE = /\p{L}\p{M}*ء\p{M}*\p{L}\p{M}*ء/u;

interface Ink {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}
/** What is drawn, and where the pen ends; glyphs that draw nothing (a space, a joiner) only move it. */
interface Drawn {
  readonly ink: readonly Ink[];
  readonly advance: number;
}
const inOrder = (ink: Ink[]): Ink[] => ink.sort((a, b) => a.x - b.x || a.y - b.y || a.id - b.id);

function drawnByUs(
  font: FontkitFont,
  { text, rightToLeft, script }: Run,
  inked: (id: number) => boolean,
): Drawn {
  const run = shape(font, text, runFeatures(rightToLeft, script, null));
  let pen = 0;
  const ink: Ink[] = [];
  for (const { parts, advance } of run.clusters) {
    for (const { id, dx, dy } of parts) if (inked(id)) ink.push({ id, x: pen + dx, y: dy });
    pen += advance;
  }
  return { ink: inOrder(ink), advance: pen };
}
function drawnBy(glyphs: readonly ShapedGlyph[], inked: (id: number) => boolean): Drawn {
  let pen = 0;
  const ink: Ink[] = [];
  for (const { id, advance, dx, dy } of glyphs) {
    if (inked(id)) ink.push({ id, x: pen + dx, y: dy });
    pen += advance;
  }
  return { ink: inOrder(ink), advance: pen };
}

const isCovered = (font: FontkitFont, text: string): boolean =>
  Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

type Face = (typeof FONTS)[number];
const inkOf = (font: FontkitFont): ((id: number) => boolean) => {
  const box = font as unknown as {
    getGlyph(id: number): { readonly path: { readonly commands: readonly unknown[] } };
  };
  const known = new Map<number, boolean>();
  return (id) => {
    let answer = known.get(id);
    if (answer === undefined) known.set(id, (answer = box.getGlyph(id).path.commands.length > 0));
    return answer;
  };
};

let compared = 0;
type Draw = (font: FontkitFont, run: Run, inked: (id: number) => boolean) => Drawn;
const agreement = (
  { font, reference }: Face,
  texts: fc.Arbitrary<string>,
  draw: Draw = drawnByUs,
): fc.IProperty<[string]> => {
  const inked = inkOf(font);
  return fc.property(texts, (text) => {
    for (const run of runsOf(text)) {
      // What the font lacks is set in the other family; which empty glyph stands for a joiner does not matter.
      const left = isForced(run) || HAMZA_TWICE.test(run.text);
      if (left || !isCovered(font, run.text.replace(/[\u200C\u200D]/g, ''))) continue;
      compared++;
      const theirs = drawnBy(reference(run.text, run.rightToLeft, HARFBUZZ_SCRIPTS[run.script]), inked);
      expect({ run: run.text, ...draw(font, run, inked) }).toEqual({ run: run.text, ...theirs });
    }
  });
};

describe.each(FONTS)("random text in $name has HarfBuzz's glyphs and places", (face) => {
  it('in mixed text, run by run', () => {
    compared = 0;
    fc.assert(agreement(face, mixedText({ controls: true })), { numRuns: 300 });
    expect(compared).toBeGreaterThan(1_000);
  });

  it('in single words, with and without vowels', () => {
    fc.assert(agreement(face, arabicWord), {
      numRuns: 1_500,
      // A vowel between two letters whose join Amiri draws with a stroke of its own; three marks on one letter.
      examples: [['لَكُم'], ['شَچَپرا'], ['كّٔا'], ['رَٔ'], ['آَٔا']],
    });
    fc.assert(agreement(face, latinWord), { numRuns: 300 });
  });

  it('in numbers of any length, which are set digit by digit', () => {
    fc.assert(agreement(face, number), { numRuns: 300 });
    for (const zero of [0x30, 0x660, 0x6f0]) {
      const ten = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(zero + value));
      const pairs = ten.flatMap((a) => ten.map((b) => `${a}${b}`)).join('');
      fc.assert(agreement(face, fc.constantFrom(pairs, `رقم ${pairs} ثم`, `no ${pairs} x`)), { numRuns: 12 });
    }
  });
});

describe('a fault in the shaping would be found, and made small', () => {
  const amiri = FONTS.filter(({ name }) => name === 'Amiri_400Regular');
  const plex = FONTS.filter(({ name }) => name === 'IBMPlexSansArabic_400Regular');
  const words = fc.oneof(arabicWord, number, mixedText());
  const spoiled =
    (spoil: (text: string) => string): Draw =>
    (font, run, inked) =>
      drawnByUs(font, { ...run, text: spoil(run.text) }, inked);
  /** The font is given the text as it stands: NFC puts the vowel before the shadda. */
  const unprepared: Draw = (font, { text, rightToLeft, script }, inked) => {
    const { glyphs, positions } = layoutRun(font, text, runFeatures(rightToLeft, script, null));
    return drawnBy(
      glyphs.map(({ id }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        return { id, advance: Math.round(xAdvance), dx: Math.round(xOffset), dy: Math.round(yOffset) };
      }),
      inked,
    );
  };
  const reversed = (text: string): string =>
    text.replace(/\d{2,}|[٠-٩]{2,}/g, (digits) => Array.from(digits).toReversed().join(''));
  const unmirrored = (text: string): string =>
    text.replace(/[()[\]{}]/g, (sign) => '()[]{}'.charAt('()[]{}'.indexOf(sign) ^ 1));
  const torn = (text: string): string => text.replace(/(?<=[بتسعفقكلمنهي])(?=[بتسعفقكلمنهيا])/g, '\u200C');

  it.each([
    ['reversed digits', amiri, words, spoiled(reversed)],
    [
      'a shadda that is not put first',
      amiri,
      arabicWord.filter((word) => !/[^\p{L}\p{M}]/u.test(word)),
      unprepared,
    ],
    ['brackets that are not mirrored', amiri, words, spoiled(unmirrored)],
    ['letters torn apart', plex, words, spoiled(torn)],
    ['a forgotten tatweel', plex, words, spoiled((text) => text.replaceAll('ـ', ''))],
  ])('%s', (_name, faces, texts, draw) => {
    for (const face of faces) {
      const result = fc.check(agreement(face, texts, draw), { numRuns: 3_000 });
      expect(result.failed).toBe(true);
      expect(Array.from(result.counterexample?.[0] ?? '').length).toBeLessThanOrEqual(16);
    }
    expect(faces).toHaveLength(1);
  });
});
