import { afterEach, describe, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

const H = 'cd'.repeat(32);
const issued = (id: number, number: number): string => `
INSERT INTO letter VALUES (${id}, 'issued', 1, 1, 1, 3, '{}', 'موضوع', 'سعادة', 'موضوع', '', 1, 1000, 'outgoing', 1448, ${number},
  '${number}/ص/1448', '2026-11-22', 1, 1001, '${H}', '${H}', '${H}', '${H}', '${H}', 2, '${H}', NULL, NULL, '', NULL, 1000, 1001);
INSERT INTO letter_pdf VALUES (${id}, x'255044462d');`;
const LETTER_ROWS = `
INSERT INTO register_counter VALUES ('outgoing', 1448, 126, 126, '${H}');
UPDATE register_counter SET last = 127;
INSERT INTO letter VALUES (1, 'draft', NULL, NULL, 1, 1, '{}', '', '', '', '', NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, 1000, 1000);
${issued(2, 127)}
INSERT INTO print_job VALUES (1, 2, '127/ص/1448', 'print', 2, 'TestPDF', '${H}', 1002, 1);
`;

it('0040 adds letters and registers and leaves every row before them as it was', () => {
  old = databaseAt(30);
  old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS);
  const before = old.rows();
  old.to(40);
  const after = old.rows();
  for (const table of Object.keys(before)) expect([table, after[table]]).toEqual([table, before[table]]);
  old.sqlite.exec(LETTER_ROWS);
  expect(old.rows()['letter']).toHaveLength(2);
});

describe('0040 refuses, whatever the program above it does,', () => {
  it.each([
    ['a number twice', issued(3, 127)],
    ['a number in a register that was never opened', issued(3, 128).replace('1448, 128', '1449, 128')],
    ['half a number', `UPDATE letter SET number = 128 WHERE id = 1`],
    ['an issue without its seal', `UPDATE letter SET state = 'issued' WHERE id = 1`],
    ['an edit of what was issued', `UPDATE letter SET content_json = '{"x":1}' WHERE id = 2`],
    ['another number for it', `UPDATE letter SET number = 128 WHERE id = 2`],
    ['another day for it', `UPDATE letter SET day = '2026-11-21' WHERE id = 2`],
    ['its way back to a draft', `UPDATE letter SET state = 'draft' WHERE id = 2`],
    [
      'to void it without a reason',
      `UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 1 WHERE id = 2`,
    ],
    ['to discard it', `UPDATE letter SET discarded_at_ms = 1 WHERE id = 2`],
    ['to erase it', 'DELETE FROM letter WHERE id = 2'],
    ['another PDF', `UPDATE letter_pdf SET pdf = x'00'`],
    ['no PDF', 'DELETE FROM letter_pdf'],
    ['an empty PDF', `INSERT INTO letter_pdf VALUES (1, x'')`],
  ])('%s', (_, sql) => {
    old = databaseAt(40);
    old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS + LETTER_ROWS);
    const before = old.rows();
    expect(() => old.sqlite.exec(sql)).toThrow(/constraint|never/u);
    expect(old.rows()).toEqual(before);
  });

  it('but a letter is voided with a reason, once', () => {
    old = databaseAt(40);
    old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS + LETTER_ROWS);
    old.sqlite.exec(
      `UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 5, void_reason = 'خطأ' WHERE id = 2`,
    );
    expect(() => old.sqlite.exec(`UPDATE letter SET void_reason = 'غيره' WHERE id = 2`)).toThrow('never');
  });
});
