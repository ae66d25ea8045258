import { createHash } from 'node:crypto';
import type { Database } from '#db/open-database.ts';

type Sql = Database['sqlite'];
type Values = Readonly<Record<string, string | number | null>>;
const AT = 1_795_000_000_000;
const DAY = '2026-11-01';
const json = (value: unknown): string => JSON.stringify(value);

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

/** A row with what matters; every other column that must hold something holds nothing to speak of. */
export function insertRaw(sql: Sql, table: string, values: Values): number {
  const columns = sql.pragma(`table_info(${table})`) as ColumnInfo[];
  const filled: Record<string, string | number | null> = {};
  for (const { name, type, notnull, dflt_value, pk } of columns)
    if (notnull === 1 && dflt_value === null && pk === 0)
      filled[name] = name.endsWith('_at_ms')
        ? AT
        : name.endsWith('_by') || name === 'staff_id'
          ? 1
          : type === 'INTEGER'
            ? 0
            : name.endsWith('_on')
              ? DAY
              : '';
  const row = { ...filled, ...values };
  return Number(
    sql
      .prepare(
        `INSERT OR IGNORE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row)).lastInsertRowid,
  );
}

type Hang = (sql: Sql, party: number, n: number, other: number) => void;
const row =
  (table: string, values: (n: number) => Values): Hang =>
  (sql, party, n) =>
    void insertRaw(sql, table, { party_id: party, ...values(n) });

/** One row of each kind that hangs on a party. `n` tells rows apart, `other` is a third party. */
export const HANGERS: Readonly<Record<string, Hang>> = {
  visit: row('visit', (n) => ({ day: DAY, purpose: 'inquiry', state: 'served', arrived_at_ms: AT + n })),
  contact: row('contact', (n) => ({ channel: 'phoneCall', inquiry: `سؤال ${n}`, officer_id: 1 })),
  request: row('support_request', (n) => ({ service: `خدمة ${n}`, level: 'ordinary', current_step: 1 })),
  letterDraft: row('letter', (n) => ({
    state: 'draft',
    author_id: 1,
    version: 1,
    content_json: '{}',
    subject: `مسودة ${n}`,
  })),
  household: (sql, party) => {
    const left = lives(sql, party);
    insertRaw(sql, 'household_member', {
      household_id: insertRaw(sql, 'household', {}),
      party_id: party,
      relation: 'head',
      breadwinner: 1,
      left_on: left ? DAY : null,
      left_reason: left ? 'moved' : '',
    });
  },
  representative: (sql, party, _n, other) => {
    const both = { kind: 'proxy', relation: 'أخ' };
    insertRaw(sql, 'representative', { ...both, party_id: party, representative_id: other });
    insertRaw(sql, 'representative', { ...both, party_id: other, representative_id: party });
  },
  fact: row('party_fact', (n) => ({
    kind: 'health',
    value_json: json({ state: 'chronic', illness: `علة ${n}`, disability: 'none', disabilityNote: '' }),
  })),
  money: row('money_line', (n) => ({ kind: 'income', category: 'salary', monthly_halalas: n * 100 })),
  category: row('party_category', (n) => ({ category_id: (n % 4) + 1 })),
  need: row('party_need', (n) => ({ need: `حاجة ${n}` })),
  document: row('party_document', (n) => ({
    kind: 'nationalId',
    expires_on: `2027-01-${String((n % 27) + 1).padStart(2, '0')}`,
  })),
  match: row('datum_match', () => ({ datum: 'name', value_sha256: 'a'.repeat(64) })),
  agreement: row('agreement', (n) => ({ kind: 'contract', title: `اتفاقية ${n}`, version: 1 })),
  snooze: row('outreach_snooze', (n) => ({ reason: `reason${n % 3}`, until_on: DAY, note: '', at_ms: AT })),
  alias: row('party_alias', (n) => ({ alias: `ابو ${n % 5}`, search_name: `ابو${n % 5}` })),
  legacy: row('party_legacy_number', (n) => ({ key: `${n % 5}/ق`, number: `${n % 5}/ق` })),
  point: row('contact_point', (n) => ({
    position: 10 + n,
    kind: 'landline',
    value: `+96612555${String(1000 + (n % 50))}`,
  })),
  draft: (sql, party, n) =>
    void insertRaw(sql, 'draft', {
      kind: 'contact',
      key: `party:${party}`,
      data_json: json({ partyId: party, inquiry: `مسودة ${n}` }),
    }),
  dismissed: (sql, party, _n, other) =>
    void insertRaw(sql, 'duplicate_pair', {
      low_id: Math.min(party, other),
      high_id: Math.max(party, other),
      score: 50,
      parts_json: '[]',
      dismissed_at_ms: AT,
      dismissed_by: 1,
      dismiss_reason: 'أخوان',
    }),
};

const lives = (sql: Sql, party: number): boolean =>
  sql
    .prepare(
      'SELECT 1 FROM household_member WHERE party_id = ? AND left_on IS NULL AND withdrawn_at_ms IS NULL',
    )
    .get(party) !== undefined;

/** What only grows: the log, what is kept of merges, the history of an identity, words that were ever indexed. */
const LEFT_OUT = /^(?:audit_|party_merge|party_version|sqlite_|name_)/u;

/** A paper by its hash: years of them are megabytes. */
const rowText = (cells: object): string =>
  json(
    Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : (value as unknown),
      ]),
    ),
  );

/** Every table of the database, every row, as text. Indexes of words are asked by searching instead. */
export function wholeTables(sql: Sql, but: readonly string[] = []): Record<string, string[]> {
  const named = (where: string): string[] =>
    sql
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${where} ORDER BY name`)
      .pluck()
      .all() as string[];
  const virtual = named(`sql LIKE 'CREATE VIRTUAL%'`);
  return Object.fromEntries(
    named('1')
      .filter((name) => !LEFT_OUT.test(name) && !but.includes(name))
      .filter((name) => !virtual.some((index) => name === index || name.startsWith(`${index}_`)))
      .map((name) => [name, sql.prepare<[], object>(`SELECT * FROM ${name}`).all().map(rowText).toSorted()]),
  );
}
