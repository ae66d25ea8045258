import { AppError } from '#shared/app-error.ts';
import type { FontkitFont } from './fontkit-types.ts';

/** What is dropped before shaping (`stripControls`), joiners and the two spaces: no font is asked for these. */
const SHAPELESS =
  /[ \u00A0\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector}/u;
const COMBINING = /\p{M}/u;
const covered = new WeakMap<FontkitFont, Map<string, boolean>>();

function covers(font: FontkitFont, character: string): boolean {
  let answers = covered.get(font);
  if (answers === undefined) covered.set(font, (answers = new Map<string, boolean>()));
  let answer = answers.get(character);
  if (answer === undefined) {
    // IBM Plex has a glyph for U+0000, which draws nothing: what is typed must not vanish.
    answer =
      SHAPELESS.test(character) ||
      (character !== '\0' && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    answers.set(character, answer);
  }
  return answer;
}

export interface FontChoice {
  readonly start: number;
  readonly end: number;
  readonly fallback: boolean;
}

const CONTEXT_WORDS = 3;
function wordsAround(text: string, at: number): string {
  const before = text.slice(0, at).split(/\s+/);
  const after = text.slice(at).split(/\s+/);
  return [
    ...before.slice(-CONTEXT_WORDS - 1, -1),
    `${before.at(-1) ?? ''}${after[0] ?? ''}`,
    ...after.slice(1, 1 + CONTEXT_WORDS),
  ]
    .join(' ')
    .trim();
}

/**
 * Cuts a text (which stands at `offset` in the `whole` paragraph) where the asked font lacks a character and the other one has it. A mark stays with its letter, so that
 * the two are still drawn as one.
 * @throws AppError `missingGlyph` with the character, its code point and the words around it: an empty box is never set.
 */
export function chooseFonts(
  text: string,
  font: FontkitFont,
  fallback: () => FontkitFont,
  whole: string = text,
  offset = 0,
): FontChoice[] {
  const choices: FontChoice[] = [];
  let start = 0;
  let current = false;
  let at = 0;
  for (const character of text) {
    let next: boolean = current;
    if (!covers(font, character)) {
      if (!covers(fallback(), character)) {
        throw new AppError('missingGlyph', {
          character,
          codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
          context: wordsAround(whole, offset + at),
        });
      }
      next = true;
    } else if (current && !(COMBINING.test(character) && covers(fallback(), character))) {
      next = false;
    }
    if (next !== current && at > start) {
      choices.push({ start, end: at, fallback: current });
      start = at;
    }
    current = next;
    at += character.length;
  }
  if (at > start) choices.push({ start, end: at, fallback: current });
  return choices;
}
