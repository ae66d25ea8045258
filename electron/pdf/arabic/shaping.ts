/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { mirrored, stripControls } from './bidi.ts';
import { quicken } from './fast-lookups.ts';
import type { FontkitFont, Glyph, GlyphOccurrence, GlyphRun } from './fontkit-types.ts';
import { marksInOrder } from './mark-order.ts';
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
  /** One glyph that stands as the font drew it. */
  readonly plain: boolean;
  /** The width of its glyph in the PDF: the font's own of a plain one, which kerning does not change. */
  readonly width: number;
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
  /** Nothing beyond what the script itself asks for. */
  readonly alone: boolean;
  /** The same without tracking. */
  readonly untracked: RunFeatures;
}

const NO_TAGS: Readonly<Record<string, boolean>> = {};
const known = new Map<string, RunFeatures>();
const plainly = (rightToLeft: boolean): Readonly<Record<Script, RunFeatures>> => ({
  arab: madeFeatures(rightToLeft, 'arab', NO_TAGS, 0),
  latn: madeFeatures(rightToLeft, 'latn', NO_TAGS, 0),
  DFLT: madeFeatures(rightToLeft, 'DFLT', NO_TAGS, 0),
});
const RIGHT_TO_LEFT = plainly(true);
const LEFT_TO_RIGHT = plainly(false);

/** The one object for these features: runs are kept by it. */
export function runFeatures(
  rightToLeft: boolean,
  script: Script,
  asked: readonly string[] | Readonly<Record<string, boolean>> | null | undefined,
  tracking = 0,
): RunFeatures {
  if (tracking === 0 && (asked === null || asked === undefined))
    return (rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)[script];
  const tags = Array.isArray(asked) ? Object.fromEntries(asked.map((tag: string) => [tag, true])) : asked;
  const key = `${rightToLeft ? 'R' : 'L'}${script}${JSON.stringify(tags ?? NO_TAGS)}${tracking}`;
  let features = known.get(key);
  if (features === undefined) {
    features = madeFeatures(
      rightToLeft,
      script,
      (tags as Record<string, boolean> | null) ?? NO_TAGS,
      tracking,
    );
    known.set(key, features);
  }
  return features;
}

function madeFeatures(
  rightToLeft: boolean,
  script: Script,
  tags: Readonly<Record<string, boolean>>,
  tracking: number,
): RunFeatures {
  const alone = tracking === 0 && tags === NO_TAGS;
  const same = { rightToLeft, script, tags, tracking, alone };
  if (tracking !== 0)
    return { ...same, untracked: runFeatures(rightToLeft, script, tags === NO_TAGS ? null : tags) };
  const features: RunFeatures = {
    ...same,
    get untracked() {
      return features;
    },
  };
  return features;
}

/** What the font is given: no controls, marks in their order, and in right-to-left text the mirrored brackets (rule L4). */
export function prepare(text: string, rightToLeft: boolean): string {
  const clean = marksInOrder(stripControls(text));
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

/** A gap of this many font units (of 1000) is a space to whoever reads the PDF: the glyph itself must be wider. */
const READ_AS_SPACE = 90;

/**
 * Plain is a glyph without marks, without a shift, and right to left without a changed advance either; what has no
 * advance of its own in the font is never plain.
 */
export function finished(
  cluster: Pick<Cluster, 'parts' | 'advance' | 'codePoints'>,
  ownAdvance: number | undefined,
  rightToLeft: boolean,
): Cluster {
  const { parts, advance, codePoints } = cluster;
  const [first] = parts;
  const plain =
    ownAdvance !== undefined &&
    parts.length === 1 &&
    first?.dx === 0 &&
    first.dy === 0 &&
    (rightToLeft ? advance === ownAdvance : advance - ownAdvance < READ_AS_SPACE);
  const key = plain
    ? `${first.id}/${codePoints.join()}`
    : `${advance}/${codePoints.join()}/${parts.map(({ id, dx, dy }) => `${id},${dx},${dy}`).join(';')}`;
  return { parts, advance, codePoints, plain, width: plain ? ownAdvance : advance, key };
}

/** Groups glyphs into clusters: a base takes its marks, and a shaper-made kashida belongs to the letter it lengthens. */
export function clustersOf(run: RawRun, rightToLeft: boolean): Cluster[] {
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
      // Marks that wait for their letter stand where they stood: the letter now begins further on.
      marks = marks.map((mark) => ({ ...mark, part: { ...mark.part, dx: mark.part.dx - advance } }));
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
  return clusters.map(({ ownAdvance, ...cluster }) => finished(cluster, ownAdvance, rightToLeft));
}
