import type { PartyCursor, PartyFilter } from '#shared/parties/party-list.ts';
import { rawStatement } from '../duplicates/raw-statement.ts';
import { listParties } from '../parties/party-list.ts';
import type { Reader } from '../transaction.ts';

export interface PartyExportRow {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly latin_name: string;
  readonly id_kind: string;
  readonly id_number: string | null;
  readonly nationality: string;
  readonly birth_printed: string;
  readonly birth_calendar: string | null;
  readonly sex: string | null;
  readonly mobile: string | null;
  readonly village: string;
  readonly district: string;
  readonly short_address: string;
  readonly file_year: number | null;
  readonly file_number: number | null;
  readonly created_at_ms: number;
  readonly roles: string | null;
  readonly aliases: string | null;
  readonly legacy: string | null;
  readonly categories: string | null;
  readonly discreet: number;
  readonly health_json: string | null;
  readonly status_json: string | null;
  readonly iban_json: string | null;
  /** Halalas a month, of what is known to come in today; null: nothing is known. */
  readonly income: number | null;
}

/** The newest that was not withdrawn stands. */
const fact = (kind: string): string => `(SELECT f.value_json FROM party_fact f WHERE f.party_id = p.id
  AND f.kind = '${kind}' AND f.withdrawn_at_ms IS NULL ORDER BY f.known_on DESC, f.id DESC LIMIT 1)`;
const joined = (column: string, from: string): string =>
  `(SELECT group_concat(${column}, '، ') FROM (SELECT ${column} FROM ${from}))`;

/** All that is exported of these records, in their order: one query for a slice. */
const rows = rawStatement<{ ids: string; today: string }, PartyExportRow>(
  `SELECT p.id, p.kind, p.name, p.latin_name, p.id_kind, p.id_number, p.nationality, p.birth_printed,
     p.birth_calendar, p.sex, p.mobile, p.village, p.district, p.short_address, p.file_year, p.file_number,
     p.created_at_ms,
     (SELECT group_concat(role, ',') FROM (SELECT role FROM party_role WHERE party_id = p.id ORDER BY role)) AS roles,
     ${joined('alias', 'party_alias WHERE party_id = p.id ORDER BY id')} AS aliases,
     ${joined('number', 'party_legacy_number WHERE party_id = p.id ORDER BY key')} AS legacy,
     ${joined(
       'name',
       `party_category g JOIN category c ON c.id = g.category_id
        WHERE g.party_id = p.id AND g.until_on IS NULL AND g.withdrawn_at_ms IS NULL ORDER BY c.position`,
     )} AS categories,
     EXISTS (SELECT 1 FROM contact_point k WHERE k.party_id = p.id AND k.discreet = 1) AS discreet,
     ${fact('health')} AS health_json,
     ${fact('socialStatus')} AS status_json,
     ${fact('iban')} AS iban_json,
     (SELECT sum(m.monthly_halalas) FROM money_line m WHERE m.party_id = p.id AND m.kind = 'income'
        AND m.withdrawn_at_ms IS NULL AND m.since_on <= ? AND (m.until_on IS NULL OR m.until_on >= ?)) AS income
   FROM json_each(?) j CROSS JOIN party p ON p.id = j.value ORDER BY j.key`,
  ['today', 'today', 'ids'],
);

/** How many the list shows; of a long one, how many at least. */
export function countParties(
  reader: Reader,
  filter: PartyFilter,
  today: string,
): { readonly rows: number; readonly more: boolean } {
  const { count, more } = listParties(reader, filter, { after: null, limit: 1 }, today);
  // A text finds its best and no more: these are all that the list, and so the file, has.
  return { rows: count, more: more && filter.text.trim() === '' };
}

/** A slice of the list in its own order. */
export function sliceParties(
  reader: Reader,
  filter: PartyFilter,
  after: PartyCursor | null,
  limit: number,
  today: string,
): { readonly rows: readonly PartyExportRow[]; readonly next: PartyCursor | null } {
  const page = listParties(reader, filter, { after, limit }, today);
  const ids = JSON.stringify(page.rows.map(({ id }) => id));
  return { rows: reader.all(rows, { ids, today }), next: page.next };
}
