import type { Likeness } from '#shared/duplicates/likeness.ts';
import { scoreSimilarity, type Similarity } from '#shared/duplicates/similarity.ts';
import type { Reader } from '../transaction.ts';
import { idVariants } from './id-variants.ts';
import { listCompared, type ComparedParty } from './likeness-rows.ts';
import { rawStatement } from './raw-statement.ts';

/**
 * Who might be one with somebody: gathered by indexes alone (id and its slips, telephone, name key, شهرة, first name and
 * birth year, first name and father), then scored. Each way in is capped, so that a register of a million answers as
 * one of ten thousand does.
 */
interface Id {
  id: number;
}
const byIds = rawStatement<{ numbers: string }, Id>(
  `SELECT p.id FROM json_each(?) e CROSS JOIN party p ON p.id_number = e.value LIMIT 40`,
  ['numbers'],
);
const byPhones = rawStatement<{ values: string }, Id>(
  `SELECT c.party_id AS id FROM json_each(?) e CROSS JOIN contact_point c ON c.value = e.value LIMIT 30`,
  ['values'],
);
const byNameKey = rawStatement<{ key: string }, Id>(`SELECT id FROM party WHERE name_key = ? LIMIT 30`, [
  'key',
]);
const byAlias = rawStatement<{ name: string }, Id>(
  `SELECT party_id AS id FROM party_alias WHERE search_name = ? LIMIT 10`,
  ['name'],
);
/** Of one year's first names a few hundred rows of the index are looked through, and only the family's are taken. */
const byBirth = rawStatement<
  { year: number; from: string; to: string; family: string; articled: string },
  Id
>(
  `SELECT id FROM (SELECT id, search_name FROM party
     WHERE birth_year = ? AND search_name >= ? AND search_name < ? LIMIT 1500)
   WHERE search_name LIKE ? OR search_name LIKE ? LIMIT 30`,
  ['year', 'from', 'to', 'family', 'articled'],
);
const byFather = rawStatement<{ from: string; to: string; family: string; articled: string }, Id>(
  `SELECT id FROM (SELECT id, search_name FROM party WHERE search_name >= ? AND search_name < ? LIMIT 1000)
   WHERE search_name LIKE ? OR search_name LIKE ? LIMIT 30`,
  ['from', 'to', 'family', 'articled'],
);

/** Compared in one go at most: the surest ways in come first. */
const MOST = 120;

/** Ids of records that share something with `sought`, the surest ways in first; `except` is left out. */
export function gatherSimilar(reader: Reader, sought: Likeness, except: number | null): number[] {
  const found = new Set<number>();
  const take = (rows: readonly Id[]): void => {
    for (const { id } of rows) found.add(id);
  };
  if (sought.id !== null)
    take(reader.all(byIds, { numbers: JSON.stringify([sought.id.number, ...idVariants(sought.id)]) }));
  if (sought.phones.length > 0)
    take(reader.all(byPhones, { values: JSON.stringify(sought.phones.map(({ value }) => value)) }));
  const { words } = sought;
  const [first, father] = words;
  const family = words.at(-1);
  if (first !== undefined) take(reader.all(byNameKey, { key: words.join(' ') }));
  for (const alias of sought.aliases) {
    take(reader.all(byNameKey, { key: alias }));
    take(reader.all(byAlias, { name: alias }));
  }
  if (first !== undefined && family !== undefined && words.length > 1) {
    take(reader.all(byAlias, { name: words.join(' ') }));
    const ending = { family: `% ${family}`, articled: `% ال${family}` };
    if (sought.birth !== null)
      // Of a Hijri year alone the Gregorian one is a guess: its neighbours are looked at as well.
      for (const year of sought.birth.day === null
        ? [sought.birth.year, sought.birth.year - 1, sought.birth.year + 1]
        : [sought.birth.year])
        take(reader.all(byBirth, { year, ...within(`${first} `), ...ending }));
    if (father !== undefined && words.length > 2)
      take(reader.all(byFather, { ...within(`${first} ${father} `), ...ending }));
  }
  if (except !== null) found.delete(except);
  return [...found].slice(0, MOST);
}

/** All that begin with a text, in the byte order that SQLite compares by. */
const within = (prefix: string): { from: string; to: string } => ({
  from: prefix,
  to: `${prefix}\u{10FFFF}`,
});

export interface FoundSimilar extends Similarity {
  readonly party: ComparedParty;
}

/** Standing records like `sought` with a score of `from` or more, best first; `except` is its own record. */
export function findSimilar(
  reader: Reader,
  sought: Likeness,
  {
    limit,
    from,
    except = null,
  }: { readonly limit: number; readonly from: number; readonly except?: number | null },
): FoundSimilar[] {
  return listCompared(reader, gatherSimilar(reader, sought, except))
    .map((party) => ({ party, ...scoreSimilarity(sought, party) }))
    .filter(({ score }) => score >= from)
    .sort((a, b) => b.score - a.score || a.party.partyId - b.party.partyId)
    .slice(0, limit);
}
