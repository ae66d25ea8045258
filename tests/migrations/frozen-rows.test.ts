import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';
import { FROZEN_ROWS, STEP_ROWS } from './support/rows-at-70.ts';

let old: OldDatabase;
beforeEach(() => {
  old = databaseAt(40);
  old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS);
  for (const id of [11, 15, 17])
    old.sqlite.exec(
      `INSERT INTO support_request VALUES (${id}, 1, NULL, 'سلة', '', 'normal', 1448, ${id}, NULL, 1, 1, 1)`,
    );
  old.to(70);
  old.sqlite.exec(STEP_ROWS + FROZEN_ROWS);
});
afterEach(() => old.close());

interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'BLOB';
  readonly notnull: 0 | 1;
  readonly pk: number;
}
const OTHER = { INTEGER: '77777', TEXT: `'غيره'`, BLOB: `x'00'` } as const;

/** What a column is set to in vain: another value, and where it may be empty, nothing. */
const otherValues = ({ name, type, notnull, pk, value }: Column & { readonly value: unknown }) =>
  [OTHER[type], ...(notnull === 1 || pk > 0 || value === null ? [] : ['NULL'])].map((other) => ({
    name,
    value: other,
  }));

/** Tells what a statement is refused with, and leaves everything as it was. */
function refusal(sql: string): string {
  old.sqlite.exec('SAVEPOINT tried; PRAGMA defer_foreign_keys = ON');
  try {
    old.sqlite.exec(sql);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    old.sqlite.exec('ROLLBACK TO tried; RELEASE tried');
  }
}

/** What a frozen row still takes, as one act; every other column of it is refused, also together with that act. */
const FROZEN = [
  {
    table: 'sealed_document',
    id: 1,
    act: `voided_at_ms = 3000, voided_by = 1, void_reason = 'خطأ'`,
    takes: ['voided_at_ms', 'voided_by', 'void_reason'],
    edit: 'a sealed document is never edited',
    erase: 'a sealed document is never erased',
  },
  {
    table: 'document_signature',
    id: 1,
    act: `withdrawn_at_ms = 3000, withdrawn_by = 1, withdraw_reason = 'خطأ'`,
    takes: ['withdrawn_at_ms', 'withdrawn_by', 'withdraw_reason'],
    edit: 'a signature is never edited',
    erase: 'a signature is never erased',
  },
  {
    table: 'decision',
    id: 1,
    act: `voided_at_ms = 3000, voided_by = 1, void_reason = 'خطأ'`,
    takes: ['letter_id', 'voided_at_ms', 'voided_by', 'void_reason'],
    edit: 'a decision is never edited',
    erase: 'a decision is never erased',
  },
  {
    table: 'delivery',
    id: 3,
    act: `state = 'voided', voided_at_ms = 3000, voided_by = 1, void_reason = 'خطأ'`,
    takes: ['state', 'departed_at_ms', 'fail_reason', 'note', 'voided_at_ms', 'voided_by', 'void_reason'],
    edit: 'a delivery is never edited',
    erase: 'a delivery is never erased',
  },
] as const;

describe('what is frozen', () => {
  it.each(FROZEN)('keeps every column of $table, also in the act that it takes', (frozen) => {
    const { table, id, act, edit } = frozen;
    const takes: readonly string[] = frozen.takes;
    const columns = old.sqlite.prepare(`PRAGMA table_info(${table})`).all() as Column[];
    const row = old.sqlite.prepare(`SELECT * FROM ${table} WHERE id = ${id}`).get() as Record<
      string,
      unknown
    >;
    const kept = columns
      .filter(({ name }) => !takes.includes(name))
      .map((column) => ({ ...column, value: row[column.name] }));
    expect(kept.length).toBe(columns.length - takes.length);
    for (const { name, value } of kept.flatMap(otherValues)) {
      expect([name, refusal(`UPDATE ${table} SET ${name} = ${value} WHERE id = ${id}`)]).toEqual([
        name,
        edit,
      ]);
      expect([name, refusal(`UPDATE ${table} SET ${act}, ${name} = ${value} WHERE id = ${id}`)]).toEqual([
        name,
        edit,
      ]);
    }
    // The act alone is taken: what was refused above was refused for its column.
    expect(refusal(`UPDATE ${table} SET ${act} WHERE id = ${id}`)).toBe('');
  });

  it.each(FROZEN)('takes the act on $table once, and nothing after it', ({ table, id, act, takes, edit }) => {
    old.sqlite.exec(`UPDATE ${table} SET ${act} WHERE id = ${id}`);
    expect(refusal(`UPDATE ${table} SET ${act} WHERE id = ${id}`)).toBe(edit);
    for (const name of takes)
      expect([name, refusal(`UPDATE ${table} SET ${name} = ${name} WHERE id = ${id}`)]).toEqual([name, edit]);
  });

  it.each(FROZEN)('never erases a row of $table', ({ table, id, act, erase }) => {
    expect(refusal(`DELETE FROM ${table} WHERE id = ${id}`)).toBe(erase);
    old.sqlite.exec(`UPDATE ${table} SET ${act} WHERE id = ${id}`);
    expect(refusal(`DELETE FROM ${table} WHERE id = ${id}`)).toBe(erase);
  });

  it('lets a decision have its letter later, and a delivery its receipt once', () => {
    old.sqlite.exec('PRAGMA foreign_keys = OFF');
    expect(refusal('UPDATE decision SET letter_id = 5 WHERE id = 1')).toBe('');
    expect(refusal('UPDATE delivery SET receipt_document_id = 2 WHERE id = 2')).toBe('');
    expect(refusal('UPDATE delivery SET receipt_document_id = 1 WHERE id = 3')).toBe(
      'a delivery is never edited',
    );
    expect(refusal('UPDATE delivery SET receipt_document_id = NULL WHERE id = 3')).toBe(
      'a delivery is never edited',
    );
  });

  it('freezes a delivery when it is handed over, and takes back only a tick that has no receipt', () => {
    const back = `state = 'planned', done_at_ms = NULL, done_by = NULL, receiver_kind = NULL, receiver_name = ''`;
    expect(refusal(`UPDATE delivery SET ${back} WHERE id = 2`)).toBe('');
    expect(refusal(`UPDATE delivery SET ${back} WHERE id = 3`)).toBe('a delivery is never edited');
    expect(refusal(`UPDATE delivery SET ${back} WHERE id = 4`)).toBe('a delivery is never edited');
    // What is only planned is still anybody's: moved, and taken away with its plan, unless it has left already.
    expect(refusal(`UPDATE delivery SET due_on = '2026-12-11', place = 'الصمد' WHERE id = 1`)).toBe('');
    expect(refusal('DELETE FROM delivery WHERE id = 1')).toBe('');
    old.sqlite.exec('UPDATE delivery SET departed_at_ms = 2500 WHERE id = 1');
    expect(refusal('DELETE FROM delivery WHERE id = 1')).toBe('a delivery is never erased');
  });
});
