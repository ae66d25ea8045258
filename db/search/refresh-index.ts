import { nameKey } from '#shared/arabic/names.ts';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { legacyKey } from '#shared/parties/legacy-number.ts';
import { indexMember, indexParty, searchColumns, settleSearchIndex } from '../search-index.ts';
import { queries, statement } from '../statement.ts';
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
const BATCH = 5000;

const normVersion = statement()(() => queries.selectFrom('installation').select('norm_version'));
const setNorm = statement<{ version: number }>()((param) =>
  queries.updateTable('installation').set({ norm_version: param('version') }),
);
const parties = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name', 'latin_name'])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(BATCH),
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
const members = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('household_member')
    .select(['id', 'name'])
    .where('id', '>', param('after'))
    .where('name', '<>', '')
    // Who has a file is found by it; what was entered by mistake is not found.
    .where('party_id', 'is', null)
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('id')
    .limit(BATCH),
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

/** Folds everything again when the rules of folding have changed since the columns were written. */
export function refreshSearchIndex(
  db: Reader & { write<T>(act: (tx: WriteTransaction) => T): T },
  atMs: number,
): boolean {
  const stored = db.get(normVersion, {})?.norm_version;
  if (stored === undefined || stored === NORM_VERSION) return false;
  db.write((tx) => {
    tx.run(forgetWords, {});
    tx.run(forgetEnds, {});
    refoldParties(tx);
    refoldMembers(tx);
    for (const row of tx.all(legacyNumbers, {})) {
      const key = legacyKey(row.number);
      if (key !== row.key && key !== '') tx.run(foldLegacy, { party: row.party_id, before: row.key, key });
    }
    for (const row of tx.all(staffNames, {})) tx.run(foldStaff, { id: row.id, name_key: nameKey(row.name) });
    settleSearchIndex(tx);
    tx.run(setNorm, { version: NORM_VERSION });
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
  return true;
}

function refoldParties(tx: WriteTransaction): void {
  tx.run(partyWords.clear, {});
  tx.run(partyPairs.clear, {});
  for (let after = 0; ;) {
    const rows = tx.all(parties, { after });
    const last = rows.at(-1);
    if (last === undefined) return;
    const aliases = Map.groupBy(tx.all(aliasesBetween, { after, to: last.id }), (row) => row.party_id);
    for (const { id, name, latin_name } of rows) {
      const others = aliases.get(id) ?? [];
      tx.run(foldParty, { id, ...searchColumns(name) });
      for (const row of others)
        tx.run(foldAlias, { id: row.id, search_name: searchColumns(row.alias).search_name });
      indexParty(tx, id, { name, latinName: latin_name, aliases: others.map((row) => row.alias) });
    }
    after = last.id;
  }
}

function refoldMembers(tx: WriteTransaction): void {
  tx.run(memberWords.clear, {});
  tx.run(memberPairs.clear, {});
  for (let after = 0; ;) {
    const rows = tx.all(members, { after });
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { id, name } of rows) {
      tx.run(foldMember, { id, search_name: searchColumns(name).search_name });
      indexMember(tx, id, name);
    }
    after = last.id;
  }
}
