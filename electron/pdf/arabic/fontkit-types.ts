/* oxlint-disable no-underscore-dangle -- fontkit names its private parts so */
/** The parts of fontkit that the layer uses, read from the sources of the version named in `versions.ts`. */

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
  readonly cbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
}
export interface GlyphPosition {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}
/** What a layout gives: glyphs and positions in visual order. */
export interface GlyphRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
}
export type Coverage =
  | { readonly version: 1; readonly glyphs: readonly number[] }
  | {
      readonly version: 2;
      readonly rangeRecords: readonly {
        readonly start: number;
        readonly end: number;
        readonly startCoverageIndex: number;
      }[];
    };
/** A table of a lookup; which list of glyphs it has depends on its kind. */
export interface LookupTable {
  readonly extension?: LookupTable;
  readonly coverage?: Coverage;
  readonly markCoverage?: Coverage;
  readonly mark1Coverage?: Coverage;
  readonly inputCoverage?: readonly Coverage[];
  readonly coverages?: readonly Coverage[];
}
export interface Lookup {
  readonly feature: string;
  readonly index: number;
  readonly lookup: {
    readonly lookupType: number;
    readonly flags: unknown;
    readonly subTables: Iterable<LookupTable> & ArrayLike<LookupTable>;
  };
}
export interface LookupGlyph {
  readonly id: number;
  readonly features: Readonly<Record<string, boolean>>;
}
/** GSUB or GPOS of one font. */
export interface LookupProcessor {
  script: unknown;
  scriptTag: string;
  language: unknown;
  languageTag: string | null;
  features: object;
  direction: string | undefined;
  glyphs: readonly LookupGlyph[];
  positions: unknown;
  currentFeature: string;
  readonly glyphIterator: {
    glyphs: readonly LookupGlyph[];
    readonly index: number;
    readonly cur: LookupGlyph | null;
    reset(flags: unknown): void;
    next(): LookupGlyph | null;
  };
  coverageIndex(coverage: Coverage, glyph?: number): number;
  selectScript(script: string, language: string | undefined, direction: string | undefined): string;
  lookupsForFeatures(tags: readonly string[]): readonly Lookup[];
  applyLookups(lookups: readonly Lookup[], glyphs: readonly LookupGlyph[], positions: unknown): void;
  applyLookup(type: number, table: LookupTable): boolean;
}
/** A glyph at its place in a run, until the engine forgets it. */
export interface GlyphOccurrence {
  readonly codePoints: readonly number[];
  /** For a mark on a ligature: on which of its letters it stands, from 1. */
  readonly ligatureComponent?: number | null;
}
export interface LayoutEngine {
  readonly GSUBProcessor: LookupProcessor | null;
  readonly GPOSProcessor: LookupProcessor | null;
  glyphInfos: GlyphOccurrence[] | null;
  cleanup(): void;
}
export interface FontkitFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Below the line, so negative. */
  readonly descent: number;
  readonly _layoutEngine?: { readonly engine?: LayoutEngine };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  layout(
    text: string | readonly Glyph[],
    features: Readonly<Record<string, boolean>>,
    script: string,
    language: string | undefined,
    direction: 'rtl' | 'ltr',
  ): GlyphRun;
}
