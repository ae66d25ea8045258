import { nameKey, nameWords } from '#shared/arabic/names.ts';
import { birthOf, latinWords, wordsOf, type Likeness, type Phone } from '#shared/duplicates/likeness.ts';
import type { PartyId } from '#shared/ids.ts';
import { yearNumber } from '../registers/register-counter.ts';
import type { Reader } from '../transaction.ts';
import { rawStatement } from './raw-statement.ts';

/** A standing record as it is compared, with what a person is shown of it. */
export interface ComparedParty extends Likeness {
  readonly partyId: PartyId;
  readonly name: string;
  readonly fileNumber: string | null;
  readonly shown: { readonly birth: string; readonly village: string; readonly latinName: string };
}

interface Row {
  id: number;
  kind: string;
  name: string;
  name_key: string;
  latin_name: string;
  id_kind: string;
  id_number: string | null;
  birth_printed: string;
  birth_calendar: string | null;
  birth_day: string | null;
  village: string;
  sex: string | null;
  file_year: number | null;
  file_number: number | null;
}

const parties = rawStatement<{ ids: string }, Row>(
  `SELECT p.id, p.kind, p.name, p.name_key, p.latin_name, p.id_kind, p.id_number, p.birth_printed, p.birth_calendar,
     p.birth_day, p.village, p.sex, p.file_year, p.file_number
   FROM json_each(?) e CROSS JOIN party p ON p.id = e.value WHERE p.merged_into IS NULL`,
  ['ids'],
);
const phones = rawStatement<{ ids: string }, { party_id: number; value: string; owner: string }>(
  `SELECT c.party_id, c.value, c.owner FROM json_each(?) e CROSS JOIN contact_point c ON c.party_id = e.value`,
  ['ids'],
);
const aliases = rawStatement<{ ids: string }, { party_id: number; alias: string }>(
  `SELECT a.party_id, a.alias FROM json_each(?) e CROSS JOIN party_alias a ON a.party_id = e.value`,
  ['ids'],
);

/** The standing ones among some records, ready to be compared; three statements however many they are. */
export function listCompared(reader: Reader, ids: readonly number[]): ComparedParty[] {
  if (ids.length === 0) return [];
  const json = JSON.stringify(ids);
  const phonesOf = Map.groupBy(reader.all(phones, { ids: json }), (row) => row.party_id);
  const aliasesOf = Map.groupBy(reader.all(aliases, { ids: json }), (row) => row.party_id);
  return reader.all(parties, { ids: json }).map((row) => ({
    partyId: row.id as PartyId,
    name: row.name,
    fileNumber:
      row.file_year === null || row.file_number === null ? null : yearNumber(row.file_year, row.file_number),
    shown: { birth: row.birth_printed, village: row.village, latinName: row.latin_name },
    kind: row.kind === 'organisation' ? 'organisation' : 'person',
    words: wordsOf(row.name_key),
    latin: row.latin_name === '' ? [] : latinWords(row.latin_name),
    aliases: (aliasesOf.get(row.id) ?? []).map(({ alias }) => nameKey(alias)),
    id:
      row.id_number === null
        ? null
        : { kind: row.id_kind as NonNullable<Likeness['id']>['kind'], number: row.id_number },
    birth: birthOf({
      printed: row.birth_printed,
      calendar: row.birth_calendar as 'hijri' | 'gregorian' | null,
      day: row.birth_day,
    }),
    phones: (phonesOf.get(row.id) ?? []).map(({ value, owner }): Phone => ({ value, own: owner === '' })),
    village: foldedVillage(row.village),
    sex: row.sex as Likeness['sex'],
  }));
}

// An office knows a few hundred villages, and each is folded for every person compared.
const villages = new Map<string, string>();
function foldedVillage(village: string): string {
  let folded = villages.get(village);
  if (folded === undefined) {
    if (villages.size > 5000) villages.clear();
    folded = nameWords(village).join(' ');
    villages.set(village, folded);
  }
  return folded;
}
