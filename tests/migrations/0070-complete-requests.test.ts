import { afterEach, describe, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';
import { FROZEN_ROWS, STEP_ROWS } from './support/rows-at-70.ts';

let old: OldDatabase;
afterEach(() => old.close());

/** 2026-11-22 at 21:30 of Greenwich: the desk's day is the 23rd already. */
const RAISED_MS = Date.UTC(2026, 10, 22, 21, 30);

/** A request at each step of 0030, with the steps behind it, and one whose steps are all done. */
const REQUESTS = [2, 3, 4, 5, 6, 7, null].map((step, index) => {
  const id = 11 + index;
  const done = Array.from({ length: (step ?? 8) - 1 }, (_, at) => at + 1);
  const steps = done.map((one) => `(${id}, ${one}, 'done', ${one === 5 ? RAISED_MS : 900 + one}, 1, '')`);
  return `
INSERT INTO support_request VALUES (${id}, 1, NULL, 'سلة غذائية', 'حاجة', 'normal', 1448, ${400 + id}, ${step ?? 'NULL'}, 1000, ${5000 + id}, 1);
INSERT INTO request_step VALUES ${steps.join(', ')};`;
});

/** Rows of 0030 with requests at every step, brought up to what 0062 made of them. */
function officeAt62(): OldDatabase {
  const database = databaseAt(40);
  database.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS + REQUESTS.join(''));
  database.to(62);
  return database;
}
function officeAt70(): OldDatabase {
  const database = officeAt62();
  database.to(70);
  database.sqlite.exec(STEP_ROWS);
  return database;
}

type Row = Readonly<Record<string, unknown>>;
const ADDED: Record<string, Row> = {
  request_event: { clause: '', subject_kind: '', subject_id: null },
  request_requirement: { document_id: null, valid_until: null, due_on: null, note: '' },
};

describe('0070 completes requests', () => {
  it('leaves every row before it as it was, its new columns empty', () => {
    old = officeAt62();
    const before = old.rows();
    old.to(70);
    const after = old.rows();
    for (const table of Object.keys(before).filter((name) => name !== 'support_request')) {
      const wanted = (before[table] as Row[]).map((row) => ({ ...row, ...ADDED[table] }));
      expect([table, after[table]]).toEqual([table, wanted]);
    }
    // Where it stands is told again, by the next test.
    const kept = (row: Row): Row => ({ ...row, current_step: undefined });
    const requests = after['support_request'] as Row[];
    expect(requests.map(kept)).toEqual(
      (before['support_request'] as Row[])
        .map((row, index) => ({ ...requests[index], ...kept(row) }))
        .map(kept),
    );
    expect(after['service']).toHaveLength(9);
    expect(after['service_requirement']).toHaveLength(6);
  });

  it.each([
    [11, { current_step: 2, state: 'open', phase: 'matching' }],
    [12, { current_step: 3, state: 'open', phase: 'referral' }],
    [13, { current_step: 4, state: 'open', phase: 'attestation' }],
    [14, { current_step: 5, state: 'open', phase: 'raising', raised_on: null, not_before: null }],
    // Raised before decisions were recorded: S.5 waits until the committee has answered.
    [15, { current_step: 5, state: 'open', phase: 'committee', raised_on: '2026-11-23' }],
    [16, { current_step: 5, state: 'open', phase: 'committee', raised_on: '2026-11-23' }],
    [17, { current_step: null, state: 'closed', phase: 'closed', closed_at_ms: 5017 }],
  ])('knows where request %i stands', (id, wanted) => {
    old = officeAt62();
    old.to(70);
    expect((old.rows()['support_request'] as Row[]).find((row) => row['id'] === id)).toMatchObject(wanted);
  });

  it('counts the two weeks from the day of the desk on which it was raised', () => {
    old = officeAt62();
    old.to(70);
    const requests = old.rows()['support_request'] as Row[];
    expect(requests.filter((row) => row['raised_on'] !== null).map((row) => row['id'])).toEqual([15, 16, 17]);
    for (const row of requests) {
      const raised = row['raised_on'] !== null;
      expect(row).toMatchObject({
        raised_at_ms: raised ? RAISED_MS : null,
        reply_mode: raised ? 'notice' : null,
        not_before: raised ? '2026-12-07' : null,
        target_on: raised ? '2026-12-23' : null,
        target_days: 30,
        stopped_from: null,
        return_on: null,
        answers_json: '{}',
        level_reason: '',
        version: 1,
      });
    }
  });

  it('holds what each step leaves behind', () => {
    old = officeAt70();
    old.sqlite.exec(FROZEN_ROWS);
    const rows = old.rows();
    for (const [, table] of (STEP_ROWS + FROZEN_ROWS).matchAll(/INSERT INTO (\w+)/gu))
      expect([table, rows[table ?? '']?.length]).not.toEqual([table, 0]);
  });

  it.each([
    [
      'a second stop that runs',
      `INSERT INTO request_stop VALUES (2, 11, 'office', '2026-12-02', NULL, 'x', 1, 1, NULL, NULL, '')`,
    ],
    [
      'a stop that ends before it begins',
      `UPDATE request_stop SET until_day = '2026-11-30', ended_at_ms = 1, ended_by = 1`,
    ],
    [
      'a refusal without its clause',
      `INSERT INTO decision SELECT 9, request_id, session_id, appeal_id, 'refused', '', 'سبب', 'ما يغيره',
      granted_json, decided_on, early_reason, override_by, conflict_note, at_ms, entered_by, letter_id, NULL, NULL, '' FROM decision WHERE id = 1`,
    ],
    ['a closed session that nobody closed', `UPDATE committee_session SET state = 'closed'`],
    ['a return of what nobody answered', `UPDATE referral SET returned_at_ms = 1, returned_by = 1`],
    [
      'an end of research without what was found',
      `UPDATE social_research SET finished_at_ms = 1, finished_by = 1`,
    ],
    [
      'a second open appeal',
      `INSERT INTO appeal SELECT 2, request_id, decision_id, received_on, text, level, NULL, '', at_ms, staff_id,
      NULL, '', NULL, '', NULL, '', NULL, NULL FROM appeal`,
    ],
    ['a code that is not digits', `UPDATE delivery SET code = 'abcdefghijklmnop' WHERE id = 1`],
    [
      'the same turn handed out twice',
      `INSERT INTO delivery SELECT 9, plan_id, request_id, turn, 2, due_on, 'planned', quantity, unit, NULL, place,
      at_place, '9999999999999999', NULL, '', NULL, '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, '', '' FROM delivery WHERE id = 1`,
    ],
    ['a rating that tells the day', `UPDATE rating SET month = '2026-11-22'`],
    ['a state that is none', `UPDATE support_request SET state = 'stopped' WHERE id = 11`],
    ['a day that is none', `UPDATE support_request SET return_on = '22-11-2026' WHERE id = 11`],
  ])('refuses %s', (_, sql) => {
    old = officeAt70();
    old.sqlite.exec(FROZEN_ROWS);
    expect(() => old.sqlite.exec(sql)).toThrow(/constraint/u);
  });
});
