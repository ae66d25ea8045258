/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { mirrored, stripControls } from './bidi.ts';
import { quicken } from './fast-lookups.ts';
import type { FontkitFont, Glyph, GlyphOccurrence, GlyphRun } from './fontkit-types.ts';
import type { Script } from './scripts.ts';

/** One glyph of a cluster, at its offset from the cluster's origin, in font units. */
export interface Part {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
}
/** A base with its marks: what one character code of the PDF stands for. */
export interface Cluster {
  readonly parts: readonly Part[];
  /** What the pen moves, after kerning, in font units. */
  readonly advance: number;
  /** The advance that the font file gives the base glyph. */
  readonly ownAdvance: number;
  /** Characters in *visual* order: every reader of PDFs reverses right-to-left text character by character. */
  readonly codePoints: readonly number[];
  /** Identifies the cluster within its font. */
  readonly key: string;
}
/** Clusters in visual order, left to right. */
export interface ShapedRun {
  readonly clusters: readonly Cluster[];
  readonly advance: number;
}
/** How to shape a piece of one level; it travels through pdfmake and pdfkit as their `features`. */
export interface RunFeatures {
  readonly rightToLeft: boolean;
  readonly script: Script;
  /** OpenType features asked for by the definition. */
  readonly tags: Readonly<Record<string, boolean>>;
  /** Space after each character but the last, in font units; never between joined letters. */
  readonly tracking: number;
  /** Names all of the above: part of the cache's key. */
  readonly key: string;
}

const NO_TAGS: Readonly<Record<string, boolean>> = {};
const known = new Map<string, RunFeatures>();

export function runFeatures(
  rightToLeft: boolean,
  script: Script,
  asked: readonly string[] | Readonly<Record<string, boolean>> | null | undefined,
  tracking = 0,
): RunFeatures {
  const tags = Array.isArray(asked) ? Object.fromEntries(asked.map((tag: string) => [tag, true])) : asked;
  const key = `${rightToLeft ? 'R' : 'L'}${script}${tags ? JSON.stringify(tags) : ''}${tracking || ''}|`;
  let features = known.get(key);
  if (features === undefined) {
    features = {
      rightToLeft,
      script,
      tags: (tags as Record<string, boolean> | null) ?? NO_TAGS,
      tracking,
      key,
    };
    known.set(key, features);
  }
  return features;
}

/** NFC puts a vowel before the shadda; fonts stack them rightly only the other way round. */
const VOWEL_BEFORE_SHADDA = /([\u064B-\u0650\u0670])\u0651/g;
export const shaddaFirst = (text: string): string => text.replace(VOWEL_BEFORE_SHADDA, '\u0651$1');

/** What the font is given: no controls, shadda first, and in right-to-left text the mirrored brackets (rule L4). */
export function prepare(text: string, rightToLeft: boolean): string {
  const clean = shaddaFirst(stripControls(text));
  return rightToLeft ? Array.from(clean, mirrored).join('') : clean;
}

const JOINERS: ReadonlySet<number> = new Set([0x200c, 0x200d]);

/**
 * fontkit keeps each glyph with the characters with which it was first met: a later no-break space would be read as a
 * space, a joiner that the font lacks as nothing. So each glyph goes in with its own character …
 */
const glyphsOf = (font: FontkitFont, prepared: string): Glyph[] =>
  Array.from(prepared, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return Object.create(font.glyphForCodePoint(codePoint), { codePoints: { value: [codePoint] } }) as Glyph;
  });

/** … and the characters of each occurrence are read from the engine just before it forgets them. */
interface Recording {
  glyphs: readonly GlyphOccurrence[];
}
const records = new WeakMap<FontkitFont, Recording>();
function recorder(font: FontkitFont): Recording {
  let record = records.get(font);
  if (record === undefined) {
    const fresh: Recording = { glyphs: [] };
    record = fresh;
    font.layout(' ', {}, 'latn', undefined, 'ltr'); // makes the engine
    const engine = font._layoutEngine?.engine;
    if (engine !== undefined) {
      for (const processor of [engine.GSUBProcessor, engine.GPOSProcessor]) {
        if (processor !== null) quicken(processor);
      }
      const cleanup = engine.cleanup.bind(engine);
      engine.cleanup = () => {
        fresh.glyphs = engine.glyphInfos ?? [];
        cleanup();
      };
    }
    records.set(font, record);
  }
  return record;
}

export interface RawRun extends GlyphRun {
  /** Characters of each glyph, in the order of the glyphs; brackets as they were typed. */
  readonly occurrences: readonly GlyphOccurrence[];
}

/** Runs the font over prepared text of one direction. `rtlm` stays off: it would undo the mirroring of L4. */
export function layoutRun(font: FontkitFont, prepared: string, features: RunFeatures): RawRun {
  const record = recorder(font);
  record.glyphs = [];
  const { glyphs, positions } = font.layout(
    glyphsOf(font, prepared),
    { ...features.tags, rtlm: false },
    features.script,
    undefined,
    features.rightToLeft ? 'rtl' : 'ltr',
  );
  const recorded = record.glyphs.length === glyphs.length;
  if (!features.rightToLeft) return { glyphs, positions, occurrences: recorded ? record.glyphs : glyphs };
  const visual: readonly GlyphOccurrence[] = recorded ? record.glyphs.toReversed() : glyphs;
  const occurrences = visual.map(({ codePoints, ligatureComponent }) => ({
    codePoints: codePoints.map((point) => mirrored(String.fromCodePoint(point)).codePointAt(0) ?? point),
    ligatureComponent: ligatureComponent ?? null,
  }));
  return { glyphs, positions, occurrences };
}

/** Characters of a base and its marks as they were typed: a mark inside a ligature follows its own letter. */
function asTyped(base: readonly number[], marks: readonly GlyphOccurrence[]): number[] {
  if (base.length === 0) return marks.flatMap(({ codePoints }) => codePoints);
  const after = base.map((): number[] => []);
  for (const { codePoints, ligatureComponent } of marks) {
    const letter = ligatureComponent == null || ligatureComponent === 0 ? base.length : ligatureComponent;
    (after[Math.min(letter, base.length) - 1] ?? after[0] ?? []).push(...codePoints);
  }
  return base.flatMap((point, index) => [point, ...(after[index] ?? [])]);
}

/** Groups glyphs into clusters: a base takes its marks, and a shaper-made kashida belongs to the letter it lengthens. */
function clustersOf(run: RawRun, rightToLeft: boolean): Cluster[] {
  type Open = { parts: Part[]; advance: number; ownAdvance: number; codePoints: number[] };
  const clusters: Open[] = [];
  let marks: { part: Part; occurrence: GlyphOccurrence }[] = [];
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index];
    const occurrence = run.occurrences[index];
    if (position === undefined || occurrence === undefined) return;
    const codePoints = occurrence.codePoints.filter((point) => !JOINERS.has(point));
    const advance = Math.round(position.xAdvance);
    const part = { id: glyph.id, dx: Math.round(position.xOffset), dy: Math.round(position.yOffset) };
    // A joiner has done its work; a font without one would draw its empty box for it.
    if (codePoints.length === 0 && occurrence.codePoints.length > 0) return;
    const last = clusters.at(-1);
    if (rightToLeft && codePoints.length === 0 && advance !== 0 && last !== undefined) {
      last.parts.push({ ...part, dx: part.dx + last.advance });
      last.advance += advance;
      return;
    }
    // Right to left, a mark stands before its base in visual order, at the base's own origin.
    if (rightToLeft && advance === 0 && index < run.glyphs.length - 1) {
      marks.push({ part, occurrence: { ...occurrence, codePoints } });
      return;
    }
    clusters.push({
      parts: [part, ...marks.map((mark) => mark.part)],
      advance,
      ownAdvance: glyph.advanceWidth,
      // In visual order marks stand before their base, the last one first.
      codePoints: rightToLeft
        ? asTyped(codePoints, marks.map((mark) => mark.occurrence).toReversed()).toReversed()
        : [...codePoints],
    });
    marks = [];
  });
  // What its marks stood on was a joiner and nothing else: they are drawn for themselves.
  if (marks.length > 0)
    clusters.push({
      parts: marks.map((mark) => mark.part),
      advance: 0,
      ownAdvance: 0,
      codePoints: marks.toReversed().flatMap((mark) => [...mark.occurrence.codePoints]),
    });
  return clusters.map((cluster) => ({ ...cluster, key: clusterKey(cluster, rightToLeft) }));
}

/** A gap of this many font units (of 1000) is a space to whoever reads the PDF: the glyph itself must be wider. */
const READ_AS_SPACE = 90;

/** A glyph that stands as the font drew it: no marks, no shift, and right to left no changed advance either. */
export const isPlain = (cluster: Omit<Cluster, 'key'>, rightToLeft: boolean): boolean => {
  const [first, second] = cluster.parts;
  return (
    second === undefined &&
    first?.dx === 0 &&
    first.dy === 0 &&
    (rightToLeft
      ? cluster.advance === cluster.ownAdvance
      : cluster.advance - cluster.ownAdvance < READ_AS_SPACE)
  );
};

const clusterKey = (cluster: Omit<Cluster, 'key'>, rightToLeft: boolean): string =>
  isPlain(cluster, rightToLeft)
    ? `${cluster.parts[0]?.id}/${cluster.codePoints.join()}`
    : `${cluster.advance}/${cluster.codePoints.join()}/${cluster.parts.map(({ id, dx, dy }) => `${id},${dx},${dy}`).join(';')}`;

/** Shaping costs more than all the rest, and letters repeat their words: every word is shaped once a process. */
const WORDS_KEPT = 20_000;
const shapedWords = new WeakMap<FontkitFont, Map<string, ShapedRun>>();

const tracked = (clusters: readonly Cluster[], { tracking, rightToLeft }: RunFeatures): Cluster[] =>
  clusters.map((cluster, index) => {
    if (index === clusters.length - 1) return cluster;
    const wider = { ...cluster, advance: cluster.advance + tracking };
    return { ...wider, key: clusterKey(wider, rightToLeft) };
  });

const joined = (left: ShapedRun, right: ShapedRun): ShapedRun => ({
  clusters: [...left.clusters, ...right.clusters],
  advance: left.advance + right.advance,
});

function shapeAnew(font: FontkitFont, text: string, features: RunFeatures): ShapedRun {
  // A word is the same with and without the space after it: in our fonts no rule reaches across a space.
  const word = features.tracking === 0 ? text.replace(/ +$/, '') : text;
  if (word !== '' && word !== text) {
    const space = shape(font, text.slice(word.length), features);
    const alone = shape(font, word, features);
    return features.rightToLeft ? joined(space, alone) : joined(alone, space);
  }
  const prepared = prepare(text, features.rightToLeft);
  const shaped = prepared === '' ? [] : clustersOf(layoutRun(font, prepared, features), features.rightToLeft);
  const clusters = features.tracking === 0 ? shaped : tracked(shaped, features);
  return { clusters, advance: clusters.reduce((sum, { advance }) => sum + advance, 0) };
}

export function shape(font: FontkitFont, text: string, features: RunFeatures): ShapedRun {
  let words = shapedWords.get(font);
  if (words === undefined) shapedWords.set(font, (words = new Map<string, ShapedRun>()));
  const key = features.key + text;
  let run = words.get(key);
  if (run === undefined) {
    run = shapeAnew(font, text, features);
    if (words.size >= WORDS_KEPT) words.clear();
    words.set(key, run);
  }
  return run;
}
