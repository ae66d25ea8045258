import type { IdKind } from '#shared/parties/party.ts';
import type { Reader } from '../transaction.ts';
import { idVariants } from './id-variants.ts';
import { rawStatement } from './raw-statement.ts';

/**
 * The whole register looked through for what may be double, along its indexes: each pass reads rows in the order of one
 * index, a page at a time, and gives the groups that share something. Nothing is compared here.
 */
export interface ScanStep {
  /** Ids that share a name, a telephone, a birth … each group of two or more. */
  readonly groups: readonly (readonly number[])[];
  /** Rows that were read for it. */
  readonly read: number;
}

const PAGE = 400;
/** Numbers that are looked up before a step is given. */
const MOST_LOOKED_UP = 250;

interface Keyed {
  id: number;
  key: string;
}
const byName = rawStatement<{ key: string; id: number }, Keyed>(
  `SELECT id, name_key AS key FROM party WHERE (name_key, id) > (?, ?) ORDER BY name_key, id LIMIT ${PAGE}`,
  ['key', 'id'],
);
const byPhone = rawStatement<{ key: string; id: number }, Keyed & { party_id: number }>(
  `SELECT id, value AS key, party_id FROM contact_point WHERE (value, id) > (?, ?) ORDER BY value, id LIMIT ${PAGE}`,
  ['key', 'id'],
);
const bySearchName = rawStatement<{ key: string; id: number }, Keyed>(
  `SELECT id, search_name AS key FROM party WHERE (search_name, id) > (?, ?) ORDER BY search_name, id LIMIT ${PAGE}`,
  ['key', 'id'],
);
const byBirth = rawStatement<{ year: number; key: string; id: number }, Keyed & { year: number }>(
  `SELECT id, birth_year AS year, search_name AS key FROM party
   WHERE birth_year IS NOT NULL AND (birth_year, search_name, id) > (?, ?, ?)
   ORDER BY birth_year, search_name, id LIMIT ${PAGE}`,
  ['year', 'key', 'id'],
);
const byNumber = rawStatement<{ key: string; id: number }, Keyed & { kind: string }>(
  `SELECT id, id_number AS key, id_kind AS kind FROM party
   WHERE id_number IS NOT NULL AND (id_number, id) > (?, ?) ORDER BY id_number, id LIMIT ${PAGE}`,
  ['key', 'id'],
);
const bearers = rawStatement<{ numbers: string }, { id: number }>(
  `SELECT p.id FROM json_each(?) e CROSS JOIN party p ON p.id_number = e.value`,
  ['numbers'],
);
const byAlias = rawStatement<{ id: number }, { id: number; party_id: number; key: string }>(
  `SELECT id, party_id, search_name AS key FROM party_alias WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
  ['id'],
);
const namesakes = rawStatement<{ keys: string }, { id: number; key: string }>(
  `SELECT p.id, p.search_name AS key FROM json_each(?) e CROSS JOIN party p ON p.search_name = e.value`,
  ['keys'],
);

/** Every pass, one after the other. */
export function* scanGroups(reader: Reader): Generator<ScanStep> {
  yield* alongKey(
    (after) => reader.all(byName, after),
    (row) => row.key,
  );
  yield* alongKey(
    (after) => reader.all(byPhone, after),
    (row) => row.key,
    (row) => row.party_id,
  );
  // First name and father stand together in the index, the family after them: gathered per father.
  yield* alongKey((after) => reader.all(bySearchName, after), fatherAndFamily, undefined, headOf(2));
  yield* alongKey(
    (after) => reader.all(byBirth, { ...after, year: after.year }),
    (row) => `${row.year} ${headOf(1)(row)} ${familyOf(row.key)}`,
    undefined,
    (row) => `${row.year} ${headOf(1)(row)}`,
  );
  yield* slips(reader);
  yield* knownAs(reader);
}

const headOf =
  (words: number) =>
  ({ key }: { readonly key: string }): string =>
    key.split(' ').slice(0, words).join(' ');
const familyOf = (name: string): string => (name.split(' ').at(-1) ?? '').replace(/^ال(?=.{2})/u, '');
const fatherAndFamily = (row: Keyed): string | null => {
  const words = row.key.split(' ');
  return words.length < 3 ? null : `${words[0]} ${words[1]} ${familyOf(row.key)}`;
};

/**
 * Rows in the order of an index; those of one key are a group. `gather` says how far a key's rows may lie apart: within
 * one stretch of it they are collected.
 */
function* alongKey<R extends Keyed & { year?: number }>(
  page: (after: { key: string; id: number; year: number }) => R[],
  key: (row: R) => string | null,
  party: (row: R) => number = (row) => row.id,
  gather: (row: R) => string | null = key,
): Generator<ScanStep> {
  let after = { key: '', id: 0, year: 0 };
  let stretch: string | null = null;
  let groups = new Map<string, Set<number>>();
  const taken = (): number[][] => {
    const found = [...groups.values()].filter((ids) => ids.size > 1).map((ids) => [...ids]);
    groups = new Map();
    return found;
  };
  for (;;) {
    const rows = page(after);
    const last = rows.at(-1);
    if (last === undefined) break;
    const found: number[][] = [];
    for (const row of rows) {
      const now = gather(row);
      if (now !== stretch) {
        found.push(...taken());
        stretch = now;
      }
      const own = key(row);
      if (own === null || own === '') continue;
      const ids = groups.get(own) ?? new Set<number>();
      groups.set(own, ids.add(party(row)));
    }
    after = { key: last.key, id: last.id, year: last.year ?? 0 };
    yield { groups: found, read: rows.length };
  }
  yield { groups: taken(), read: 0 };
}

/** Numbers that one slip of the hand makes of each other. */
function* slips(reader: Reader): Generator<ScanStep> {
  let after = { key: '', id: 0 };
  for (;;) {
    const rows = reader.all(byNumber, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    let groups: number[][] = [];
    let [read, looked] = [0, 0];
    for (const { id, key, kind } of rows) {
      read += 1;
      // Of two whole national ids only 09 written for 90 escapes the check digit.
      if (kind === 'nationalId' && !/09|90/u.test(key)) continue;
      const variants = idVariants({ kind: kind as IdKind, number: key });
      if (variants.length === 0) continue;
      for (const other of reader.all(bearers, { numbers: JSON.stringify(variants) }))
        if (other.id > id) groups.push([id, other.id]);
      looked += variants.length;
      // A passport has a hundred slips: whoever presses a key does not wait for a page of passports.
      if (looked < MOST_LOOKED_UP) continue;
      yield { groups, read };
      groups = [];
      [read, looked] = [0, 0];
    }
    after = { key: last.key, id: last.id };
    yield { groups, read };
  }
}

/** A شهرة that is another's whole name. */
function* knownAs(reader: Reader): Generator<ScanStep> {
  let id = 0;
  for (;;) {
    const rows = reader.all(byAlias, { id });
    const last = rows.at(-1);
    if (last === undefined) return;
    const keys = [...new Set(rows.map(({ key }) => key).filter((key) => key.includes(' ')))];
    const named = Map.groupBy(reader.all(namesakes, { keys: JSON.stringify(keys) }), ({ key }) => key);
    yield {
      groups: rows.flatMap((row) =>
        (named.get(row.key) ?? [])
          .filter((other) => other.id !== row.party_id)
          .map((other) => [row.party_id, other.id]),
      ),
      read: rows.length,
    };
    id = last.id;
  }
}

/** Pairs within a group; of a large one (a telephone of a whole office) each with its next few. */
export function* pairsOf(group: readonly number[]): Generator<readonly [number, number]> {
  const reach = group.length <= 12 ? group.length : 5;
  for (let at = 0; at < group.length; at += 1)
    for (let next = at + 1; next < Math.min(group.length, at + 1 + reach); next += 1) {
      const [one, other] = [group[at], group[next]];
      if (one !== undefined && other !== undefined) yield [one, other];
    }
}
