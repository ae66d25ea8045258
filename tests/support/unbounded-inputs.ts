/* oxlint-disable no-underscore-dangle -- zod keeps there what a schema is */
import { z } from 'zod';
import { boundsOfRecords } from '#shared/ipc/bounded.ts';

/** The longest text that a schema may allow, the longest JSON, list and file: what is longer is no bound at all. */
const MOST_TEXT = 100_000;
const MOST_CHARACTERS = 2_000_000;
const MOST_ENTRIES = 60_001;
const MOST_BYTES = 128 * 1024 * 1024;

/** Texts of many kinds, beyond what is a bound: a pattern or a check of a schema's own has an end if none passes. */
const texts = (): string[] => ['س', 'a', 'A', '1', '0', '2026-11-22'].map((one) => one.repeat(MOST_TEXT + 1));
let longTexts: readonly string[] | undefined;
let manyBytes: Uint8Array | undefined;

/** Where a schema of an input lets in what has no end: each text, list, record and file without an upper bound. */
export const unboundedIn = (schema: z.ZodType, path: string): string[] => [...walk(schema, path, new Set())];

/** The checks of a schema itself: the bag of bounds is not filled before something is parsed. */
function declared(schema: z.core.$ZodType): number {
  const bounds = (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    if (def.check === 'max_length') return [(def as z.core.$ZodCheckMaxLengthDef).maximum];
    return def.check === 'length_equals' ? [(def as z.core.$ZodCheckLengthEqualsDef).length] : [];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}
const takes = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;
function takesLongText(schema: z.core.$ZodType, before = ''): boolean {
  longTexts ??= texts();
  return longTexts.some((text) => takes(schema, before + text));
}

/* oxlint-disable-next-line complexity -- one case for each kind of schema */
function* walk(
  schema: z.core.$ZodType,
  path: string,
  above: ReadonlySet<z.core.$ZodType>,
): Generator<string> {
  // A text of lists in lists is walked once: what its second round holds, its first did.
  if (above.has(schema)) return;
  const seen = new Set(above).add(schema);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      if (declared(schema) > MOST_TEXT && takesLongText(schema)) yield path;
      return;
    case 'template_literal': {
      const [first] = def.parts;
      if (takesLongText(schema, typeof first === 'string' ? first : '')) yield path;
      return;
    }
    case 'array':
      if (declared(schema) > MOST_ENTRIES) yield `${path}[]`;
      yield* walk(def.element, `${path}[]`, seen);
      return;
    case 'record': {
      const { entries, characters } = boundsOfRecords.get(schema as z.ZodType) ?? {};
      if (characters !== undefined && characters <= MOST_CHARACTERS) return;
      const { type } = (def.keyType as z.core.$ZodTypes)._zod.def;
      // Names that are told one by one have an end.
      if (type !== 'enum' && type !== 'literal' && (entries ?? Number.POSITIVE_INFINITY) > MOST_ENTRIES)
        yield `${path}{}`;
      yield* walk(def.keyType, `${path}{name}`, seen);
      yield* walk(def.valueType, `${path}{}`, seen);
      return;
    }
    case 'object':
      for (const [name, field] of Object.entries(def.shape)) yield* walk(field, `${path}.${name}`, seen);
      if (def.catchall !== undefined) yield* walk(def.catchall, `${path}.*`, seen);
      return;
    case 'tuple':
      for (const [at, item] of def.items.entries()) yield* walk(item, `${path}.${at}`, seen);
      if (def.rest !== null) yield `${path}[]`;
      return;
    case 'union':
      for (const [at, option] of def.options.entries()) yield* walk(option, `${path}|${at}`, seen);
      return;
    case 'intersection':
      yield* walk(def.left, path, seen);
      yield* walk(def.right, path, seen);
      return;
    case 'pipe': {
      // What passes has passed both: one of them with an end is enough.
      const [before, after] = [[...walk(def.in, path, seen)], [...walk(def.out, path, seen)]];
      const last = (def.out as z.core.$ZodTypes)._zod.def.type;
      if (before.length > 0 && (last === 'transform' || after.length > 0))
        yield* last === 'transform' ? before : after;
      return;
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      yield* walk(def.innerType, path, seen);
      return;
    case 'lazy':
      yield* walk(def.getter(), path, seen);
      return;
    case 'custom':
      manyBytes ??= new Uint8Array(MOST_BYTES + 1);
      if (takes(schema, manyBytes)) yield path;
      return;
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'null':
    case 'undefined':
    case 'void':
    case 'never':
    case 'transform':
      return;
    case 'any':
    case 'bigint':
    case 'date':
    case 'file':
    case 'function':
    case 'map':
    case 'nan':
    case 'promise':
    case 'set':
    case 'success':
    case 'symbol':
    case 'unknown':
      // They hold anything, or no channel has needed one yet: whoever does tells here how its end is known.
      yield `${path} (${def.type})`;
  }
}
