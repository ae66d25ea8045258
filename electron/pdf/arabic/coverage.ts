import { AppError } from '#shared/app-error.ts';
import type { FontkitFont } from './fontkit-types.ts';

/** What is dropped before shaping (`stripControls`), joiners and the two spaces: no font is asked for these. */
const SHAPELESS =
  /[ \u00A0\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector}/u;
const COMBINING = /\p{M}/u;
/** 0: not asked yet, 1: covered, 2: not. */
const covered = new WeakMap<FontkitFont, Uint8Array>();
const UNITS = 0x10000;

const hasShape = (font: FontkitFont, character: string): boolean =>
  SHAPELESS.test(character) ||
  // IBM Plex has a glyph for U+0000, which draws nothing: what is typed must not vanish.
  (character !== '\0' && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

function covers(font: FontkitFont, character: string): boolean {
  if (character.length > 1) return hasShape(font, character);
  let answers = covered.get(font);
  if (answers === undefined) covered.set(font, (answers = new Uint8Array(UNITS)));
  const unit = character.charCodeAt(0);
  if (answers[unit] === 0) answers[unit] = hasShape(font, character) ? 1 : 2;
  return answers[unit] === 1;
}

/** Whether the font has all of a text; halves of pairs are not asked about. */
function coversAll(font: FontkitFont, text: string): boolean {
  const answers = covered.get(font);
  if (answers === undefined) return false;
  for (let at = 0; at < text.length; at++) if (answers[text.charCodeAt(at)] !== 1) return false;
  return true;
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
  if (coversAll(font, text)) return text === '' ? [] : [{ start: 0, end: text.length, fallback: false }];
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
