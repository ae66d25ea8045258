import { z } from 'zod';

/** How much of a record a schema lets in, since zod has no word for it: told to who asks whether every input has an end. */
export const boundsOfRecords = z.registry<{
  readonly entries?: number;
  readonly characters?: number;
}>();

/** A record of free keys with an end: at most so many entries. Code: `tooLong`. */
export function boundedRecord<K extends z.core.$ZodRecordKey, V extends z.ZodType>(
  key: K,
  value: V,
  entries: number,
) {
  const bounded = z
    .record(key, value)
    .refine((record) => Object.keys(record).length <= entries, { message: 'tooLong' });
  boundsOfRecords.add(bounded, { entries });
  return bounded;
}

/** A record of whatever JSON holds, as a form is kept, with an end to the length of its JSON. Code: `tooLong`. */
export function jsonRecord(characters: number) {
  const bounded = z
    .record(z.string(), z.unknown())
    .refine((record) => jsonLength(record) <= characters, { message: 'tooLong' });
  boundsOfRecords.add(bounded, { characters });
  return bounded;
}

/** What is no JSON (a circle, a bigint, a depth that runs out of stack) has no length that would do. */
function jsonLength(value: unknown): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
