import bidiFactory from 'bidi-js';
import { plainLevels } from './plain-levels.ts';
import type { Direction } from './definition.ts';

const bidi = bidiFactory();

/** Characters that steer UAX#9 or line breaking and have no shape; they are dropped once levels and breaks are known. */
const CONTROLS = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector}/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
export interface Levels {
  /** One embedding level for each UTF-16 unit; odd is right to left. */
  readonly levels: Uint8Array;
  /** Level of the paragraph itself: 1 is right to left. */
  readonly base: number;
}

/** UAX#9 levels of one paragraph (no line feeds inside). Controls take part, so strip them only afterwards. */
export function embeddingLevels(text: string, direction: Direction): Levels {
  const plain = direction === 'rtl' ? plainLevels(text) : undefined;
  if (plain !== undefined) return { levels: plain, base: 1 };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  return { levels, base: paragraphs[0]?.level ?? (direction === 'ltr' ? 0 : 1) };
}
export const isRightToLeft = (level: number): boolean => (level & 1) === 1;

export const stripControls = (text: string): string => text.replace(CONTROLS, '');

/** Rule L4: what a bracket looks like inside a right-to-left run. */
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character;

/** Rule L2: from logical to visual (left to right) order, for items that have one level each. */
export function visualOrder<T>(items: readonly T[], levelOf: (item: T) => number): T[] {
  const ordered = items.map((item) => ({ item, level: levelOf(item) }));
  const highest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++;
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return ordered.map(({ item }) => item);
}

export interface VisualRun {
  readonly text: string;
  readonly level: number;
}

/** A whole string cut into single-level runs in visual order: for text that never met the line layout (SVG, watermark). */
export function visualRuns(text: string): VisualRun[] {
  const { levels } = embeddingLevels(text, RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr');
  const runs: VisualRun[] = [];
  for (let start = 0, at = 1; at <= text.length; at++) {
    if (at === text.length || levels[at] !== levels[start]) {
      runs.push({ text: text.slice(start, at), level: levels[start] ?? 0 });
      start = at;
    }
  }
  return visualOrder(runs, ({ level }) => level);
}
