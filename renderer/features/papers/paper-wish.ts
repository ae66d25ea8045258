import { paperRequestSchema, type PaperRequest } from '#shared/papers/papers-contract.ts';

/**
 * The paper that an address asks for: `?wish={…}` of `paths.paper`, or its parts one by one (`?kind=…&letterId=5`).
 * Null for an address that asks for none.
 */
export function readWish(search: Readonly<Record<string, unknown>>): PaperRequest | null {
  const { wish, ...parts } = search;
  const parsed = paperRequestSchema.safeParse(typeof wish === 'string' ? fromJson(wish) : fromParts(parts));
  return parsed.success ? parsed.data : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LISTS: ReadonlySet<string> = new Set(['letterIds']);
const asNumber = (text: string): string | number => (/^\d+$/u.test(text) ? Number(text) : text);

const fromParts = (parts: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(parts).map(([name, value]) => {
      const text = String(value);
      return [name, LISTS.has(name) ? text.split(',').map(asNumber) : asNumber(text)];
    }),
  );
