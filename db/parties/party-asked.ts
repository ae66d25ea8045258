import type { PartyFilter } from '#shared/parties/party-list.ts';
import type { SqlValue } from '../statement.ts';

/** What the register is narrowed by, in SQL. */

/** One thing that is asked of a party: whether it bears it, and where all who do are kept. */
export interface Asked {
  /** Of the party with this id, in SQL: asked of an id alone, so that a list need not look at the records. */
  readonly bears: (id: string) => string;
  /** The same of a record `p` that is walked past, where an index of the records knows it. */
  readonly column?: string;
  readonly all: string | null;
  /** Nobody stands twice in `all`: a primary key says so. */
  readonly once?: true;
  readonly value: SqlValue | undefined;
}

export function askedOf({ role, categoryId, village, state }: PartyFilter, today: string): Asked[] {
  const asked: Asked[] = [];
  const from = (table: string, where: string, value?: SqlValue, once?: true): void => {
    asked.push({
      bears: (id) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.party_id = ${id} AND ${where})`,
      all: `SELECT x.party_id AS id FROM ${table} x WHERE ${where}`,
      value,
      ...(once === undefined ? {} : { once }),
    });
  };
  const ofRecord = (where: string): Asked['bears'] => {
    return (id) => `EXISTS (SELECT 1 FROM party x WHERE x.id = ${id} AND ${where})`;
  };
  if (role !== null) from('party_role', 'x.role = ?', role, true);
  if (categoryId !== null)
    from(
      'party_category',
      'x.category_id = ? AND x.until_on IS NULL AND x.withdrawn_at_ms IS NULL',
      categoryId,
    );
  if (state === 'openRequest') from('support_request', 'x.current_step IS NOT NULL');
  if (state === 'expiredDocuments')
    // Of one that was renewed the new one counts; and this is what its index holds.
    from('party_document', 'x.expires_on < ? AND x.current = 1', today);
  if (village !== null)
    asked.push({
      bears: ofRecord('x.village = ?'),
      // Not empty: so the index of the villages may be walked, which is in the order of names.
      column: "p.village = ? AND p.village <> ''",
      all: "SELECT x.id FROM party x WHERE x.village <> '' AND x.village = ?",
      once: true,
      value: village,
    });
  if (state === 'noFile')
    asked.push({
      bears: ofRecord('x.file_number IS NULL'),
      column: 'p.file_number IS NULL',
      all: null,
      value: undefined,
    });
  return asked;
}

/** Not merged, told by the few that were: so whoever is passed over costs no look at their record. */
const stands = (id: string): string => `${id} NOT IN (SELECT id FROM party WHERE merged_into IS NOT NULL)`;

export const walkedPast = (asked: readonly Asked[]): string =>
  [stands('p.id'), ...asked.map(({ bears, column }) => column ?? bears('p.id'))].join(' AND ');
export const bearsAll = (id: string, asked: readonly Asked[]): string =>
  [stands(id), ...asked.map(({ bears }) => bears(id))].join(' AND ');
