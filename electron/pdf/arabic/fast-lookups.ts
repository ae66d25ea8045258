/**
 * fontkit tries every lookup of a font at every glyph, and searches glyph lists from their beginnings. Here, as in
 * HarfBuzz, a lookup is tried only where one of its tables can begin, and lists are indexed: the same glyphs, several
 * times as fast (a letter's first setting is mostly shaping).
 */
import type { Coverage, Lookup, LookupGlyph, LookupProcessor, LookupTable } from './fontkit-types.ts';

/** Glyph → place in the list. */
const indexes = new WeakMap<Coverage, ReadonlyMap<number, number>>();

function indexOf(coverage: Coverage): ReadonlyMap<number, number> {
  let index = indexes.get(coverage);
  if (index === undefined) {
    const places = new Map<number, number>();
    if (coverage.version === 1) {
      coverage.glyphs.forEach((glyph, place) => {
        if (!places.has(glyph)) places.set(glyph, place);
      });
    } else {
      for (const { start, end, startCoverageIndex } of coverage.rangeRecords) {
        for (let glyph = start; glyph <= end; glyph++) {
          if (!places.has(glyph)) places.set(glyph, startCoverageIndex + glyph - start);
        }
      }
    }
    index = places;
    indexes.set(coverage, index);
  }
  return index;
}

/** The list of glyphs at which a table can begin; undefined when its kind does not say. */
function beginnings(table: LookupTable): Coverage | undefined {
  if (table.extension !== undefined) return beginnings(table.extension);
  return (
    table.coverage ??
    table.markCoverage ??
    table.mark1Coverage ??
    table.inputCoverage?.[0] ??
    table.coverages?.[0]
  );
}

interface PreparedTable {
  readonly table: LookupTable;
  readonly begins: ReadonlyMap<number, number> | undefined;
}
interface PreparedLookup extends Lookup {
  readonly tables: readonly PreparedTable[];
  /** At which glyphs any of the tables can begin; undefined for all. */
  readonly begins: ReadonlySet<number> | undefined;
}

function prepare(lookup: Lookup): PreparedLookup {
  const tables = Array.from(lookup.lookup.subTables, (table): PreparedTable => {
    const coverage = beginnings(table);
    return { table, begins: coverage && indexOf(coverage) };
  });
  const begins = tables.every((each) => each.begins !== undefined)
    ? new Set(tables.flatMap((each) => [...(each.begins?.keys() ?? [])]))
    : undefined;
  return { ...lookup, tables, begins };
}

type Selected = Pick<LookupProcessor, 'script' | 'scriptTag' | 'language' | 'languageTag' | 'features'>;

/** Puts the quick ways into one processor (GSUB or GPOS) of one font, which has laid out something before. */
export function quicken(processor: LookupProcessor): void {
  processor.coverageIndex = function (coverage, given) {
    const glyph = given ?? this.glyphIterator.cur?.id;
    return (glyph === undefined ? undefined : indexOf(coverage).get(glyph)) ?? -1;
  };

  const selectScript = processor.selectScript.bind(processor);
  const selected = new Map<string, Selected>();
  processor.selectScript = function (script, language, direction) {
    const known = language === undefined ? selected.get(script) : undefined;
    if (known !== undefined) {
      Object.assign(this, known);
      this.direction = direction;
      return known.scriptTag;
    }
    const tag = selectScript(script, language, direction);
    const { languageTag, features } = this;
    selected.set(script, {
      script: this.script,
      scriptTag: tag,
      language: this.language,
      languageTag,
      features,
    });
    return tag;
  };

  const lookupsForFeatures = processor.lookupsForFeatures.bind(processor);
  const prepared = new Map<number, PreparedLookup>();
  const plans = new WeakMap<object, Map<string, readonly PreparedLookup[]>>();
  processor.lookupsForFeatures = function (tags) {
    let ofFeatures = plans.get(this.features);
    if (ofFeatures === undefined)
      plans.set(this.features, (ofFeatures = new Map<string, readonly PreparedLookup[]>()));
    const key = tags.join();
    let lookups = ofFeatures.get(key);
    if (lookups === undefined) {
      lookups = lookupsForFeatures(tags).map((lookup) => {
        let ready = prepared.get(lookup.index);
        if (ready === undefined) prepared.set(lookup.index, (ready = prepare(lookup)));
        return { ...ready, feature: lookup.feature };
      });
      ofFeatures.set(key, lookups);
    }
    return lookups;
  };

  processor.applyLookups = function (lookups, glyphs, positions) {
    this.glyphs = glyphs;
    this.positions = positions;
    const iterator = this.glyphIterator;
    iterator.glyphs = glyphs;
    for (const lookup of lookups as readonly PreparedLookup[]) {
      const { feature, begins, tables } = lookup;
      const { lookupType, flags } = lookup.lookup;
      this.currentFeature = feature;
      iterator.reset(flags);
      // A lookup may add and take away glyphs: the length is asked each time.
      while (iterator.index < glyphs.length) {
        const glyph = iterator.cur as LookupGlyph;
        if (feature in glyph.features && (begins === undefined || begins.has(glyph.id))) {
          for (const { table, begins: here } of tables) {
            if ((here === undefined || here.has(glyph.id)) && this.applyLookup(lookupType, table)) break;
          }
        }
        iterator.next();
      }
    }
  };
}
