import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import { boundedRecord, jsonRecord } from '#shared/ipc/bounded.ts';
import { richTextSchema } from '#shared/letters/rich-text.ts';
import { unboundedIn } from '../support/unbounded-inputs.ts';

/** Nobody fills the disk, or the memory of the main process, through a channel: whatever it takes has an end. */
describe('every text, list, record and file that a channel takes has an upper bound', () => {
  it.each(Object.keys(appContract) as ChannelName[])('%s', (channel) => {
    expect(unboundedIn(appContract[channel].input, channel)).toEqual([]);
  });
});

describe('what has no end is found', () => {
  type Nested = { readonly inside: readonly Nested[] };
  const nested: z.ZodType<Nested, Nested> = z.lazy(() => z.object({ inside: z.array(nested) }));
  it.each<[string, z.ZodType, string[]]>([
    ['a text', z.object({ note: z.string().trim().min(1) }), ['x.note']],
    ['a text of a pattern', z.string().regex(/^[a-z]+$/u), ['x']],
    ['a text that may be left out', z.string().nullable().default(null), ['x']],
    ['a text in a name of a pattern', z.templateLiteral(['answer:', z.string()]), ['x']],
    ['a text that becomes a number', z.string().transform(Number), ['x']],
    ['a bound that is none', z.string().max(100_000_000), ['x']],
    ['a list', z.array(z.int()), ['x[]']],
    ['a list in one of two shapes', z.union([z.array(z.int()), z.literal('all')]), ['x|0[]']],
    ['a list in itself', nested, ['x.inside[]']],
    ['a record', z.record(z.string().max(9), z.int()), ['x{}']],
    ['names and values of a record', boundedRecord(z.string(), z.string(), 9), ['x{name}', 'x{}']],
    ['a file', z.instanceof(Uint8Array), ['x']],
    ['whatever it is', z.object({ data: z.unknown() }), ['x.data (unknown)']],
  ])('%s', (_, schema, found) => {
    expect(unboundedIn(schema, 'x')).toEqual(found);
  });

  it('and what has one is not', () => {
    const schema = z.object({
      note: z.string().max(9),
      day: z.iso.date(),
      hash: z.string().regex(/^[0-9a-f]{64}$/u),
      names: z.partialRecord(z.enum(['one']), z.string().length(9)),
      list: z.array(z.int()).max(9).optional(),
      file: z.instanceof(Uint8Array).refine((bytes) => bytes.length < 9),
      form: jsonRecord(9),
      letter: richTextSchema,
    });
    expect(unboundedIn(schema, 'x')).toEqual([]);
  });
});

describe('records with an end', () => {
  const codes = (schema: z.ZodType, value: unknown): string[] =>
    schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
  it('count their entries', () => {
    const schema = boundedRecord(z.string().max(2), z.int(), 2);
    expect(codes(schema, { a: 1, b: 2 })).toEqual([]);
    expect(codes(schema, { a: 1, b: 2, c: 3 })).toEqual(['tooLong']);
  });

  it('measure their JSON, and refuse what is none', () => {
    const schema = jsonRecord(20);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(codes(schema, { note: 'س'.repeat(9) })).toEqual([]);
    expect(codes(schema, { note: 'س'.repeat(10) })).toEqual(['tooLong']);
    expect(codes(schema, circle)).toEqual(['tooLong']);
    expect(codes(schema, { big: 1n })).toEqual(['tooLong']);
  });
});
