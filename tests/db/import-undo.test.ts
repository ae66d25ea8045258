import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportCalls } from '#electron/imports/import-thread-side.ts';
import { planUndo, undoRun } from '#db/imports/import-undo.ts';
import { TRACED_TABLES } from '#db/imports/worked-with.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { giveFileNumber, insertParty, updateParty } from '#db/parties/party-writes.ts';
import { partyRecordSchema, recordOf } from '#shared/parties/party-record.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { idOf, mobileOf, workbook, type Value } from '../support/workbooks.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const ACTOR = { id: 1 as never, name: 'سارة' };
const HEADINGS = [
  'الاسم',
  'رقم الهوية',
  'الجوال',
  'القرية',
  'رقم الملف',
  'الكنية',
  'الحالة الاجتماعية',
  'الفئة',
  'الآيبان',
];
const row = (n: number): Value[] => [
  `فهد سالم رقم${n} الحربي`,
  idOf(n),
  mobileOf(n),
  'الصمد',
  `${n}/ب`,
  `أبو ${n % 2 === 0 ? 'خالد' : 'سعد'}`,
  'أرملة',
  'مسن',
  'SA4980000324608010160967',
];

let desk: TestDesk;
let db: Database;
beforeEach(async () => {
  desk = await openOffice();
  db = desk.office().db;
});
afterEach(() => desk.close());

const known = (n: number) =>
  partyRecordSchema.parse({
    name: `فهد سالم رقم${n} الحربي`,
    idKind: 'nationalId',
    idNumber: idOf(n),
    contactPoints: [{ kind: 'landline', value: '0125551234', owner: 'جاره' }],
  });

/** What an undoing does not put back: its own record, the log, the words that the search has learnt. */
const LEFT =
  /^(?:import_|audit_|desk_setting|name_|party_words|party_pair_words|member_words|member_pair_words|sqlite_)/u;

/** Every table, every row. */
const tables = (): Record<string, unknown[]> =>
  Object.fromEntries(
    (
      db.sqlite
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
        .pluck()
        .all() as string[]
    )
      .filter((name) => !LEFT.test(name))
      .map((name) => [
        name,
        db.sqlite
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((one) => JSON.stringify(one))
          .toSorted(),
      ]),
  );

let at = NOW;
async function imported(rows: readonly (readonly Value[])[]): Promise<number> {
  at += 60_000;
  const calls = createImportCalls(db, () => {});
  const state = await calls.open({ name: 'قائمة.xlsx', bytes: await workbook([HEADINGS, ...rows]) });
  calls.check({ columns: state.columns.map(({ choice }) => choice), options: state.options, nowMs: at });
  return calls.run({ actor: ACTOR, nowMs: at }).runId;
}
const undo = (id: number) =>
  createImportCalls(db, () => {}).undo({ id: id as never, actor: ACTOR, nowMs: at + 5000 });
const partyOf = (id: string): number =>
  db.sqlite.prepare('SELECT id FROM party WHERE id_number = ?').pluck().get(id) as number;

describe('undoing an import', () => {
  it('puts every row of every table back', async () => {
    db.write((tx) => {
      tx.unaudited();
      for (const n of [1, 2, 3]) insertParty(tx, known(n), ACTOR.id, 1000 + n);
    });
    const before = tables();
    const id = await imported([1, 2, 3, 4, 5, 6].map(row));
    const after = tables();
    expect(after['party']).toHaveLength(6);
    expect(after['party_fact']).toHaveLength(12);
    expect(after['party_category']).toHaveLength(6);
    expect(undo(id)).toMatchObject({ remove: 3, restore: 3, keep: [] });
    expect(tables()).toEqual(before);
    expect(
      db.sqlite.prepare(`SELECT count(*) FROM party_words WHERE party_words MATCH 'فهد'`).pluck().get(),
    ).toBe(3);
    expect(() => undo(id)).toThrow(expect.objectContaining({ code: 'importUndone' }));
  });

  it('gives nobody the id of somebody who was taken out: the log still speaks of them by it', async () => {
    const add = (n: number): number =>
      db.write((tx) => {
        tx.unaudited();
        return insertParty(tx, known(n), ACTOR.id, NOW);
      });
    const first = add(1);
    const id = await imported([2, 3, 4].map(row));
    undo(id);
    expect([add(5), add(6)]).toEqual([first + 4, first + 5]);
    // One that is taken out below the highest does not bring the mark down.
    const again = await imported([row(7)]);
    undo(again);
    expect(add(8)).toBe(first + 7);
  });

  it('takes an import on top of another back, and then the one beneath', async () => {
    const before = tables();
    const one = await imported([row(1)]);
    const between = tables();
    expect(tables()['party']).toHaveLength(1);
    const two = await imported([[...row(1).slice(0, 3), 'الصمد', '99/ج', ...row(1).slice(5)]]);
    // What a later import has filled stays until that one is undone.
    expect(planUndo(db, one as never)).toMatchObject({ remove: 0, keep: [{ row: 2, reason: 'import' }] });
    expect(undo(two)).toMatchObject({ restore: 1, keep: [] });
    expect(tables()).toEqual(between);
    expect(undo(one)).toMatchObject({ remove: 1, keep: [] });
    expect(tables()).toEqual(before);
  });

  it('goes back to what was there when it is stopped in the middle', async () => {
    const id = await imported([1, 2, 3].map(row));
    const before = tables();
    const run = db.sqlite.prepare('SELECT * FROM import_run').all();
    expect(() =>
      db.write((tx) => {
        tx.unaudited();
        undoRun(tx, id as never, ACTOR.id, at, () => {
          throw new Error('stopped');
        });
      }),
    ).toThrow('stopped');
    expect(tables()).toEqual(before);
    expect(db.sqlite.prepare('SELECT * FROM import_run').all()).toEqual(run);
  });

  /** What somebody does with a record after the import, and the reason that is told. */
  const DEEDS: readonly (readonly [reason: string, deed: (party: number) => string])[] = [
    [
      'visits',
      (p) =>
        `INSERT INTO visit (day, party_id, purpose, state, arrived_at_ms, note) VALUES ('2026-11-22', ${p}, 'inquiry', 'waiting', 1, '')`,
    ],
    [
      'contacts',
      (p) =>
        `INSERT INTO contact (party_id, channel, direction, platform, inquiry, answer, next_action, happened_at_ms, officer_id) VALUES (${p}, 'phoneCall', 'in', '', 'x', '', '', 1, 1)`,
    ],
    [
      'circumstances',
      (p) =>
        `INSERT INTO party_fact (party_id, kind, value_json, known_on, source, recorded_at_ms, recorded_by, withdraw_reason) VALUES (${p}, 'work', '{}', '2026-11-22', '', 5, 1, '')`,
    ],
    [
      'circumstances',
      (p) => `UPDATE party_fact SET withdrawn_at_ms = 5, withdrawn_by = 1 WHERE party_id = ${p}`,
    ],
    ['fileNumber', (p) => `UPDATE party SET file_year = 1448, file_number = 9 WHERE id = ${p}`],
    [
      'household',
      (p) =>
        `INSERT INTO household VALUES (1, 1, 1); INSERT INTO household_member (household_id, party_id, relation, name, search_name, birth_printed, breadwinner, occupation, health, left_reason, left_note, created_at_ms, created_by) VALUES (1, ${p}, 'head', '', '', '', 1, '', '', '', '', 1, 1)`,
    ],
    ['other', (p) => `INSERT INTO outreach_snooze VALUES (${p}, 'silent', '2026-12-01', '', 1, 1)`],
  ];
  it.each(DEEDS)('leaves a record alone that has %s, and says so', async (reason, deed) => {
    const id = await imported([1, 2].map(row));
    db.sqlite.exec(deed(partyOf(idOf(1))));
    const plan = undo(id);
    expect(plan).toMatchObject({ remove: 1, keep: [{ row: 2, reason }] });
    expect(partyOf(idOf(1))).toBeDefined();
    expect(partyOf(idOf(2))).toBeUndefined();
    expect(
      db.sqlite.prepare('SELECT row_number, party_id IS NULL AS gone, kept_reason FROM import_row').all(),
    ).toEqual([
      { row_number: 2, gone: 0, kept_reason: reason },
      { row_number: 3, gone: 1, kept_reason: '' },
    ]);
  });

  it('leaves a record alone that was edited since, added or filled', async () => {
    db.write((tx) => {
      tx.unaudited();
      insertParty(tx, known(1), ACTOR.id, 1000);
    });
    const id = await imported([1, 2, 3].map(row));
    for (const n of [1, 2])
      db.write((tx) => {
        tx.unaudited();
        const party = findParty(tx, partyOf(idOf(n)))!;
        updateParty(tx, party.id, { ...recordOf(party), village: 'حدا' }, ACTOR.id, at + 1);
      });
    expect(undo(id)).toMatchObject({
      remove: 1,
      restore: 0,
      keep: [
        { row: 2, reason: 'edited' },
        { row: 3, reason: 'edited' },
      ],
    });
    expect(findParty(db, partyOf(idOf(1)))?.village).toBe('حدا');
  });

  it('takes what it filled back, and leaves the file number that was given since', async () => {
    db.write((tx) => {
      tx.unaudited();
      insertParty(tx, known(1), ACTOR.id, 1000);
    });
    const before = tables()['contact_point'];
    const id = await imported([row(1)]);
    db.write((tx) => {
      tx.unaudited();
      giveFileNumber(tx, partyOf(idOf(1)) as never, 1448, 311);
    });
    expect(undo(id)).toMatchObject({ restore: 1, keep: [] });
    expect(tables()['contact_point']).toEqual(before);
    expect(db.sqlite.prepare('SELECT file_year, file_number, village FROM party').all()).toEqual([
      { file_year: 1448, file_number: 311, village: '' },
    ]);
  });

  it('knows every table that refers to a party', () => {
    const all = db.sqlite
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    const referring = all.filter((name) =>
      (db.sqlite.pragma(`foreign_key_list("${name}")`) as { table: string }[]).some(
        ({ table }) => table === 'party',
      ),
    );
    expect(referring.length).toBeGreaterThan(20);
    expect(referring.filter((name) => !TRACED_TABLES.has(name))).toEqual([]);
  });
});
