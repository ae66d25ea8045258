import type { KeptReason } from '#shared/imports/import.ts';
import { rawStatement } from '../duplicates/raw-statement.ts';
import type { Reader } from '../transaction.ts';

/**
 * Whether somebody has worked with what an import wrote. A test holds this list against the schema: a table that refers
 * to a party and is named here by nobody fails it.
 */
interface Trace {
  readonly reason: KeptReason;
  readonly table: string;
  /** SQL over `r` (the import's row) and `run`: true where the row speaks of work done since. */
  readonly when: string;
}

const hangs = (reason: KeptReason, table: string, column = 'party_id', and = ''): Trace => ({
  reason,
  table,
  when: `EXISTS (SELECT 1 FROM ${table} t WHERE t.${column} = r.party_id${and})`,
});
/** Written since by somebody, and not by the run itself. */
const notOurs =
  ' AND NOT (t.recorded_at_ms = run.at_ms AND t.recorded_by = run.staff_id AND t.withdrawn_at_ms IS NULL)';

/** What keeps any row, added or filled. */
const EDITED: readonly Trace[] = [
  // Told before the edit that it was; one that was undone has left no trace.
  hangs(
    'import',
    'import_row',
    'party_id',
    ' AND t.run_id > r.run_id AND (SELECT o.undone_at_ms FROM import_run o WHERE o.id = t.run_id) IS NULL',
  ),
  {
    reason: 'edited',
    table: 'party',
    when: `(SELECT p.version FROM party p WHERE p.id = r.party_id) > (SELECT max(o.version_after) FROM import_row o
      WHERE o.run_id = r.run_id AND o.party_id = r.party_id)`,
  },
  {
    reason: 'merged',
    table: 'party',
    when: 'EXISTS (SELECT 1 FROM party p WHERE p.id = r.party_id AND p.merged_into IS NOT NULL)',
  },
  hangs('merged', 'party', 'merged_into'),
  hangs('merged', 'party_merge', 'kept_id', ' AND t.at_ms >= run.at_ms'),
  hangs('merged', 'party_merge', 'merged_id', ' AND t.at_ms >= run.at_ms'),
  // What the run itself noted was withdrawn or closed by somebody: then it is theirs.
  hangs(
    'circumstances',
    'party_fact',
    'party_id',
    ' AND t.recorded_at_ms = run.at_ms AND t.recorded_by = run.staff_id AND t.withdrawn_at_ms IS NOT NULL',
  ),
  hangs(
    'circumstances',
    'party_category',
    'party_id',
    ' AND t.recorded_at_ms = run.at_ms AND t.recorded_by = run.staff_id AND (t.withdrawn_at_ms IS NOT NULL OR t.until_on IS NOT NULL)',
  ),
];

/** What keeps a row that was added: whatever hangs on it, the record would take with it. */
const HANGING: readonly Trace[] = [
  {
    reason: 'fileNumber',
    table: 'party',
    when: 'EXISTS (SELECT 1 FROM party p WHERE p.id = r.party_id AND p.file_number IS NOT NULL)',
  },
  hangs('visits', 'visit'),
  hangs('contacts', 'contact'),
  hangs('requests', 'support_request'),
  // A question sent to social research, with a request or without one.
  hangs('other', 'referral'),
  hangs('letters', 'letter'),
  hangs('letters', 'letter_batch_person'),
  hangs('letters', 'incoming_letter'),
  hangs('documents', 'party_document'),
  hangs('matched', 'datum_match'),
  hangs('household', 'household_member'),
  hangs('household', 'representative'),
  hangs('household', 'representative', 'representative_id'),
  hangs('circumstances', 'party_fact', 'party_id', notOurs),
  hangs('circumstances', 'party_category', 'party_id', notOurs),
  hangs('circumstances', 'money_line'),
  hangs('circumstances', 'party_need'),
  hangs('agreements', 'agreement'),
  hangs('other', 'outreach_snooze'),
  hangs('other', 'duplicate_pair', 'low_id', ' AND t.dismissed_at_ms IS NOT NULL'),
  hangs('other', 'duplicate_pair', 'high_id', ' AND t.dismissed_at_ms IS NOT NULL'),
  {
    reason: 'other',
    table: 'attachment',
    when: `EXISTS (SELECT 1 FROM attachment t WHERE t.subject_kind = 'party' AND t.subject_id = r.party_id)`,
  },
];

/** Tables whose rows of a party the undoing itself takes away, or that follow by themselves. */
export const OWN_TABLES = [
  'party_role',
  'party_alias',
  'contact_point',
  'party_legacy_number',
  'party_version',
  'party_reach',
] as const;

/** Every table that was thought of, for the test. */
export const TRACED_TABLES: ReadonlySet<string> = new Set([
  ...[...EDITED, ...HANGING].map(({ table }) => table),
  ...OWN_TABLES,
]);

const statements = (traces: readonly Trace[], kinds: string) =>
  traces.map(({ reason, when }) => ({
    reason,
    rows: rawStatement<{ run: number }, { row_number: number }>(
      `SELECT r.row_number FROM import_row r JOIN import_run run ON run.id = r.run_id
       WHERE r.run_id = ? AND r.party_id IS NOT NULL AND r.kind IN (${kinds}) AND ${when}`,
      ['run'],
    ),
  }));
const touched = rawStatement<{ party: number }, { party_id: number }>(
  `SELECT r.party_id FROM (SELECT id AS party_id, version, merged_into FROM party) r
   JOIN (SELECT id, created_at_ms AS at_ms, created_by AS staff_id FROM party) run ON run.id = r.party_id
   WHERE r.party_id = ? AND (r.version > 1 OR r.merged_into IS NOT NULL
     OR EXISTS (SELECT 1 FROM party m WHERE m.merged_into = r.party_id)
     OR EXISTS (SELECT 1 FROM import_row i WHERE i.party_id = r.party_id)
     OR ${HANGING.map(({ when }) => when).join(' OR ')})`,
  ['party'],
);

/** Whether anything was done with a record since it was added, or hangs on it: then it is nobody's to take away. */
export const isWorkedWith = (reader: Reader, party: number): boolean =>
  reader.get(touched, { party }) !== undefined;

const edited = statements(EDITED, `'added', 'updated'`);
const hanging = statements(HANGING, `'added'`);

/** Rows of a run that somebody has worked with since, each with the first reason found. */
export function workedWith(reader: Reader, runId: number): Map<number, KeptReason> {
  const found = new Map<number, KeptReason>();
  for (const { reason, rows } of [...edited, ...hanging])
    for (const { row_number: row } of reader.all(rows, { run: runId }))
      if (!found.has(row)) found.set(row, reason);
  return found;
}
