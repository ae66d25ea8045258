import { nameKey } from '#shared/arabic/names.ts';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { legacyKey } from '#shared/parties/legacy-number.ts';
import { indexMember, indexParty, searchColumns, settleSearchIndex } from '../search-index.ts';
import { type NoParams, queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import {
  forgetEnds,
  forgetWords,
  memberPairs,
  memberWords,
  partyPairs,
  partyWords,
  raw,
} from './search-statements.ts';

/** Folding again what was folded by other rules: every column and every index of names, and keys of paper numbers. */
const SLICE = 5000;
/** Who has a file is found by it; what was entered by mistake is not found. */
const FOLDED_MEMBER = "name <> '' AND party_id IS NULL AND withdrawn_at_ms IS NULL";

const normVersion = statement()(() => queries.selectFrom('installation').select('norm_version'));
const setNorm = statement<{ version: number }>()((param) =>
  queries.updateTable('installation').set({ norm_version: param('version') }),
);
const parties = statement<{ after: number; limit: number }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name', 'latin_name'])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(param('limit')),
);
const foldParty = statement<{ id: number; search_name: string; name_key: string }>()((param) =>
  queries
    .updateTable('party')
    .set({ search_name: param('search_name'), name_key: param('name_key') })
    .where('id', '=', param('id')),
);
const aliasesBetween = statement<{ after: number; to: number }>()((param) =>
  queries
    .selectFrom('party_alias')
    .select(['id', 'party_id', 'alias'])
    .where('party_id', '>', param('after'))
    .where('party_id', '<=', param('to'))
    .orderBy('id'),
);
const foldAlias = statement<{ id: number; search_name: string }>()((param) =>
  queries
    .updateTable('party_alias')
    .set({ search_name: param('search_name') })
    .where('id', '=', param('id')),
);
const members = statement<{ after: number; limit: number }>()((param) =>
  queries
    .selectFrom('household_member')
    .select(['id', 'name'])
    .where('id', '>', param('after'))
    .where('name', '<>', '')
    // Who has a file is found by it; what was entered by mistake is not found.
    .where('party_id', 'is', null)
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('id')
    .limit(param('limit')),
);
const foldMember = statement<{ id: number; search_name: string }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ search_name: param('search_name') })
    .where('id', '=', param('id')),
);
const legacyNumbers = statement()(() =>
  queries.selectFrom('party_legacy_number').select(['party_id', 'key', 'number']),
);
/** Two numbers of one file that fold to one now keep the keys they have. */
const foldLegacy = raw<{ key: string; party: number; before: string }, never>(
  'UPDATE OR IGNORE party_legacy_number SET key = ? WHERE party_id = ? AND key = ?',
  ['key', 'party', 'before'],
);
const staffNames = statement()(() => queries.selectFrom('staff').select(['id', 'name']));
const foldStaff = statement<{ id: number; name_key: string }>()((param) =>
  queries
    .updateTable('staff')
    .set({ name_key: param('name_key') })
    .where('id', '=', param('id')),
);

const lastFolded = (table: 'party_words' | 'member_words') =>
  raw<NoParams, { id: number }>(`SELECT rowid AS id FROM ${table} ORDER BY rowid DESC LIMIT 1`, []);
const lastParty = lastFolded('party_words');
const lastMember = lastFolded('member_words');
/** Parties and members with a name of their own to fold, and those of them that lie at or before two ids. */
const countNames = raw<{ party: number; member: number }, { total: number; done: number }>(
  `SELECT (SELECT count(*) FROM party) + (SELECT count(*) FROM household_member WHERE ${FOLDED_MEMBER}) AS total,
   (SELECT count(*) FROM party WHERE id <= ?)
   + (SELECT count(*) FROM household_member WHERE ${FOLDED_MEMBER} AND id <= ?) AS done`,
  ['party', 'member'],
);

type Writable = Reader & { write<T>(act: (tx: WriteTransaction) => T): T };

/** How many names are folded by the new rules. */
export interface NamesFolded {
  readonly done: number;
  readonly total: number;
}

export interface RefoldOptions {
  /** Told before the first slice and after each. A throw ends the folding there: the next call goes on behind it. */
  readonly onNames?: (names: NamesFolded) => void;
  /** For tests: names in one slice. */
  readonly slice?: number;
}

/** What `norm_version` says while the folding by these rules is under way: it may be ended at any slice. */
export const FOLDING = -NORM_VERSION;

/** Whether names are still folded by other rules, or only in part by these. */
export const needsRefolding = (reader: Reader): boolean => {
  const stored = reader.get(normVersion, {})?.norm_version;
  return stored !== undefined && stored !== NORM_VERSION;
};

/**
 * Folds everything again when the rules of folding have changed since the columns were written. In slices, each whole or
 * not at all, and in the order of ids: the index itself says how far it came, so whatever ends this (a closed window, a
 * power cut) costs one slice. The desk opens only once all of it is done.
 */
export function refreshSearchIndex(db: Writable, atMs: number, options: RefoldOptions = {}): boolean {
  const stored = db.get(normVersion, {})?.norm_version;
  if (stored === undefined || stored === NORM_VERSION) return false;
  if (stored !== FOLDING) startAnew(db, stored, atMs);
  const { onNames = () => {}, slice = SLICE } = options;
  const place = { party: db.get(lastParty, {})?.id ?? 0, member: db.get(lastMember, {})?.id ?? 0 };
  let names: NamesFolded = db.get(countNames, place) ?? { done: 0, total: 0 };
  onNames(names);
  const walk = (after: number, fold: (tx: WriteTransaction, after: number, limit: number) => Slice): void => {
    for (let at = after; ;) {
      const { last, folded } = db.write((tx) => {
        tx.unaudited();
        return fold(tx, at, slice);
      });
      if (last === null) return;
      at = last;
      names = { ...names, done: names.done + folded };
      onNames(names);
    }
  };
  walk(place.party, foldParties);
  walk(place.member, foldMembers);
  db.write((tx) => {
    tx.unaudited();
    for (const row of tx.all(legacyNumbers, {})) {
      const key = legacyKey(row.number);
      if (key !== row.key && key !== '') tx.run(foldLegacy, { party: row.party_id, before: row.key, key });
    }
    for (const row of tx.all(staffNames, {})) tx.run(foldStaff, { id: row.id, name_key: nameKey(row.name) });
    settleSearchIndex(tx);
    tx.run(setNorm, { version: NORM_VERSION });
  });
  return true;
}

/** Logged here, where it is still known from which rules: what follows may take several starts. */
function startAnew(db: Writable, stored: number, atMs: number): void {
  db.write((tx) => {
    tx.run(forgetWords, {});
    tx.run(forgetEnds, {});
    for (const table of [partyWords, partyPairs, memberWords, memberPairs]) tx.run(table.clear, {});
    tx.run(setNorm, { version: FOLDING });
    tx.audit({
      atMs,
      actorId: null,
      actorName: '',
      action: 'search.refolded',
      subjectKind: 'installation',
      subjectId: 1,
      details: { from: stored, to: NORM_VERSION },
    });
  });
}

/** The last id of a slice; null where none was left. */
interface Slice {
  readonly last: number | null;
  readonly folded: number;
}

function foldParties(tx: WriteTransaction, after: number, limit: number): Slice {
  const rows = tx.all(parties, { after, limit });
  const last = rows.at(-1)?.id ?? null;
  if (last === null) return { last, folded: 0 };
  const aliases = Map.groupBy(tx.all(aliasesBetween, { after, to: last }), (row) => row.party_id);
  for (const { id, name, latin_name } of rows) {
    const others = aliases.get(id) ?? [];
    tx.run(foldParty, { id, ...searchColumns(name) });
    for (const row of others)
      tx.run(foldAlias, { id: row.id, search_name: searchColumns(row.alias).search_name });
    indexParty(tx, id, { name, latinName: latin_name, aliases: others.map((row) => row.alias) });
  }
  return { last, folded: rows.length };
}

function foldMembers(tx: WriteTransaction, after: number, limit: number): Slice {
  const rows = tx.all(members, { after, limit });
  for (const { id, name } of rows) {
    tx.run(foldMember, { id, search_name: searchColumns(name).search_name });
    indexMember(tx, id, name);
  }
  return { last: rows.at(-1)?.id ?? null, folded: rows.length };
}
