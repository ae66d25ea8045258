import type { Database as SqliteDatabase } from 'better-sqlite3';
import { AppError } from '#shared/app-error.ts';
import { fromSqliteError } from './sqlite-error.ts';

export interface PageCheck {
  readonly pages: number;
  /** Free pages are read by nobody, so a flipped bit there goes unseen: with auto_vacuum FULL there are none. */
  readonly free: number;
  /** `pages:<what>`, `foreignKey:<table>` (`:outgoing-1448-127` where it is of a number), `freelist:<count>`, or null. */
  readonly fault: string | null;
}

/** Every page in use is decrypted and its HMAC checked; every reference is followed. */
export function checkPages(sqlite: SqliteDatabase): PageCheck {
  const pages = sqlite.pragma('page_count', { simple: true }) as number;
  const free = sqlite.pragma('freelist_count', { simple: true }) as number;
  const fault = ((): string | null => {
    try {
      // The check itself walks b-trees; `cipher_integrity_check` does not exist in this build.
      const check = sqlite.pragma('integrity_check(1)', { simple: true });
      if (check !== 'ok') return `pages:${firstLineOf(String(check))}`;
      if (free > 0) return `freelist:${free}`;
      const orphan = (sqlite.pragma('foreign_key_check') as Orphan[])[0];
      return orphan === undefined ? null : `foreignKey:${orphan.table}${numberOf(sqlite, orphan)}`;
    } catch (error) {
      const known = fromSqliteError(error);
      if (known instanceof AppError && known.code === 'databaseCorrupt') return 'pages:unreadable';
      throw known;
    }
  })();
  return { pages, free, fault };
}

interface Orphan {
  readonly table: string;
  readonly rowid: number | null;
}

/** The number of the register that a row is, or is about: `:outgoing-1448-127`; nothing where it is of none. */
function numberOf(sqlite: SqliteDatabase, { table, rowid }: Orphan): string {
  const columns = sqlite.pragma(`table_info("${table}")`) as { name: string }[];
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const of = has('register') && has('number') ? '' : has('letter_id') ? 'letter' : null;
  if (rowid === null || of === null) return '';
  const row = sqlite
    .prepare(
      of === ''
        ? `SELECT register, hijri_year AS year, number FROM "${table}" WHERE rowid = ?`
        : `SELECT letter.register, letter.hijri_year AS year, letter.number FROM "${table}" AS one
           JOIN letter ON letter.id = one.letter_id WHERE one.rowid = ?`,
    )
    .get(rowid) as { register: string | null; year: number | null; number: number | null } | undefined;
  return row === undefined || row.number === null ? '' : `:${row.register}-${row.year}-${row.number}`;
}

/** SQLite's first line only names the database, `*** in database main ***`: the page is on the next. */
const firstLineOf = (report: string): string => {
  const lines = report.split('\n');
  return lines.find((line) => !line.startsWith('***')) ?? lines[0] ?? '';
};

/** Rows of every table of ours, by name; the search index is counted by the parties that it stands for. */
export function countTables(sqlite: SqliteDatabase): { table: string; rows: number }[] {
  const names = sqlite
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return names.map((table) => ({
    table,
    rows: sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
  }));
}
