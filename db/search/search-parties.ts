import { otherLayouts } from '#shared/arabic/keyboard-layout.ts';
import type { Reader } from '../transaction.ts';
import type { FoundParty } from './found-party.ts';
import { searchNames } from './name-search.ts';
import { searchNumbers } from './number-search.ts';
import { raw } from './search-statements.ts';

/** What one search gives at most. Whoever asks for as many says that there may be more. */
export const MOST_FOUND = 200;

const ARABIC = /\p{Script=Arabic}/u;

const mergedOf = raw<{ ids: string }, { id: number; into: number; name: string }>(
  `SELECT p.id, p.merged_into AS "into", p.name FROM json_each(?) j CROSS JOIN party p ON p.id = j.value
   WHERE p.merged_into IS NOT NULL`,
  ['ids'],
);

/**
 * The parties that a fragment means, best first, at most `limit` (≤ 200), each once and with the reason when it is not
 * their own name or number. A record that was merged is never among them, but the one it was merged into.
 */
export function searchParties(reader: Reader, text: string, limit: number): FoundParty[] {
  const wanted = Math.min(limit, MOST_FOUND);
  const found = once(asTyped(reader, text, wanted));
  // Typed on the wrong keyboard layout: hgsghl is السلام on the same keys. Latin names are few among Arabic letters, so
  // Arabic letters are read as Latin ones only when they mean nobody.
  if (found.length < wanted && (found.length === 0 || !ARABIC.test(text)))
    for (const meant of otherLayouts(text.trim())) found.push(...asTyped(reader, meant, wanted));
  return once(forwarded(reader, once(found))).slice(0, wanted);
}

function asTyped(reader: Reader, text: string, limit: number): FoundParty[] {
  const numbers = searchNumbers(reader, text, limit);
  return numbers === null || numbers.length === 0 ? searchNames(reader, text, limit) : numbers;
}

/** The first mention of each counts: it is the best. */
function once(found: readonly FoundParty[]): FoundParty[] {
  const seen = new Set<number>();
  return found.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function forwarded(reader: Reader, found: readonly FoundParty[]): FoundParty[] {
  if (found.length === 0) return [];
  let now = [...found];
  // A record may have been merged into one that was merged later itself.
  for (;;) {
    const rows = reader.all(mergedOf, { ids: JSON.stringify(now.map(({ id }) => id)) });
    if (rows.length === 0) return now;
    const into = new Map(rows.map((row) => [row.id, row]));
    now = now.map((one) => {
      const row = into.get(one.id);
      return row === undefined ? one : { id: row.into, via: one.via ?? { kind: 'merged', text: row.name } };
    });
  }
}
