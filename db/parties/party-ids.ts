import { type RawBuilder, sql } from 'kysely';
import { raw } from '../search/search-statements.ts';
import type { WriteTransaction } from '../transaction.ts';

/**
 * An id is never given twice: the log speaks of records by it. SQLite would give that of the last record again once it is
 * taken out (an import that is undone), and AUTOINCREMENT would want the whole table written anew.
 */
const KEY = 'party.highestId';

const keep = raw<{ key: string; id: number }, never>(
  `INSERT INTO desk_setting (key, value_json, updated_at_ms) VALUES (?, ?, 0)
   ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json
   WHERE CAST(value_json AS INTEGER) < CAST(excluded.value_json AS INTEGER)`,
  ['key', 'id'],
);

/** Before a record is taken out. */
export const keepPartyId = (tx: WriteTransaction, id: number): void => {
  tx.run(keep, { key: KEY, id });
};

/** The id of a new record: null, which is the next one, unless that was given before. */
export const newPartyId = (): RawBuilder<number> =>
  sql<number>`(SELECT CAST(value_json AS INTEGER) + 1 FROM desk_setting WHERE key = ${sql.lit(KEY)}
    AND CAST(value_json AS INTEGER) > coalesce((SELECT max(id) FROM party), 0))`;
