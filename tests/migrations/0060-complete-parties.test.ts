import { afterEach, describe, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

/** Rows of 0030, brought up to what 0050 made of them. */
function officeAt50(): OldDatabase {
  const database = databaseAt(40);
  database.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS);
  database.to(50);
  return database;
}

type Row = Readonly<Record<string, unknown>>;
const H = 'ab'.repeat(32);

/** One row of each new table, written by hand. */
const LATER = `
INSERT INTO party_alias VALUES (1, 1, 'أبو فهد', 'ابوفهد', 2000);
INSERT INTO party_legacy_number VALUES (1, '17', '١٧');
INSERT INTO party_version VALUES (1, 1, '{}', '["mobile"]', 2001, 1);
INSERT INTO household VALUES (1, 2000, 1);
INSERT INTO household_member VALUES (1, 1, 1, 'head', '', '', NULL, '', NULL, NULL, NULL, 1, '', '', NULL, NULL, '', '', NULL, 2000, 1, NULL, NULL);
INSERT INTO household_member VALUES (2, 1, NULL, 'son', 'فهد', 'فهد', 'male', '1435-02', 'hijri', NULL, NULL, 0, 'طالب', '', NULL, NULL, '', '', NULL, 2000, 1, NULL, NULL);
INSERT INTO representative VALUES (1, 1, 2, 'proxy', 'أخ', '421', 'كتابة العدل', 'الاستلام', '2026-01-01', '2027-01-01', 1, 2000, NULL, '', 1, 2000, 1, NULL, NULL);
INSERT INTO party_fact VALUES (1, 1, 'housing', '{}', '2026-11-22', '', 2000, 1, NULL, NULL, '');
INSERT INTO money_line VALUES (1, 1, 'income', 'salary', '', 300000, NULL, '2026-01-01', NULL, '', NULL, NULL, 2000, 1, NULL, NULL, '');
INSERT INTO party_category VALUES (1, 1, 1, '2026-11-22', NULL, '', '', 2000, 1, NULL, NULL, '');
INSERT INTO party_need VALUES (1, 1, 'مكيف', '2026-11-22', NULL, '', 2000, 1, NULL, NULL, '');
INSERT INTO party_document VALUES (1, 1, 'nationalId', '', '', NULL, '2030-01-01', '', 1, 2000, '', NULL, 2000, 1, NULL, NULL, '', NULL, NULL, 1);
INSERT INTO datum_match VALUES (1, 1, 'name', '${H}', 'بطاقة الهوية', 1, 2000, NULL, NULL);
INSERT INTO outreach_snooze VALUES (1, 'silent', '2026-12-01', '', 2000, 1);
INSERT INTO agreement VALUES (1, 2, 'contract', 'توريد سلال', '', NULL, '2026-01-01', NULL, 'x', 'y', '', NULL, '', NULL, 1, 2000, 1, 2000, NULL, NULL);
INSERT INTO agreement_event VALUES (1, 1, 'breach', '2026-02-01', 'them', 'تأخر', NULL, '', 2000, 1, NULL);
INSERT INTO duplicate_pair VALUES (1, 2, 80, '[]', 2000, NULL, NULL, '');
INSERT INTO party_merge VALUES (1, 1, 2, 'سجل مكرر', '{}', 2000, 1, NULL, NULL);
INSERT INTO party_merge_row VALUES (1, 'visit', '1', 'moved', 'party_id', NULL, NULL);
INSERT INTO import_run VALUES (1, 'قائمة.xlsx', '${H}', 'ورقة1', '{}', '{}', 1, 0, 0, 2000, 1, NULL, NULL);
INSERT INTO import_row VALUES (1, 2, 1, 'added', NULL, 1, '');
`;

describe('0060 completes parties', () => {
  it('leaves every row before it as it was, its new columns empty, and takes each mobile along', () => {
    old = officeAt50();
    const before = old.rows();
    old.to(60);
    const after = old.rows();
    const added: Record<string, Row> = {
      party: {
        latin_name: '',
        nationality: '',
        birth_printed: '',
        birth_calendar: null,
        birth_day: null,
        birth_year: null,
        district: '',
        short_address: '',
        directions: '',
        note: '',
        merged_into: null,
        version: 1,
      },
      contact: { outcome: 'reached' },
    };
    for (const table of Object.keys(before)) {
      const wanted = (before[table] as Row[]).map((row) => ({ ...row, ...added[table] }));
      expect([table, after[table]]).toEqual([table, wanted]);
    }
    const parties = before['party'] as { id: number; mobile: string | null; created_at_ms: number }[];
    const reached = parties.filter((row) => row.mobile !== null);
    expect(reached.length).toBeGreaterThan(0);
    expect(after['contact_point']).toEqual(
      reached.map(({ id, mobile, created_at_ms }, index) => ({
        id: index + 1,
        party_id: id,
        position: 1,
        kind: 'mobile',
        value: mobile,
        owner: '',
        hours: '',
        discreet: 0,
        note: '',
        created_at_ms,
      })),
    );
    expect(after['category']).toHaveLength(10);
  });

  it('holds what is known of a party', () => {
    old = officeAt50();
    old.to(60);
    old.sqlite.exec(LATER);
    const rows = old.rows();
    for (const [, table] of LATER.matchAll(/INSERT INTO (\w+)/gu))
      expect([table, rows[table ?? '']?.length]).not.toEqual([table, 0]);
  });

  it.each([
    [
      'a second household at a time',
      `INSERT INTO household VALUES (2, 1, 1); INSERT INTO household_member
      VALUES (3, 2, 1, 'head', '', '', NULL, '', NULL, NULL, NULL, 1, '', '', NULL, NULL, '', '', NULL, 1, 1, NULL, NULL)`,
    ],
    [
      'a member without a name',
      `INSERT INTO household_member
      VALUES (3, 1, NULL, 'son', '', '', NULL, '', NULL, NULL, NULL, 0, '', '', NULL, NULL, '', '', NULL, 1, 1, NULL, NULL)`,
    ],
    ['one who acts for himself', `UPDATE representative SET representative_id = 1`],
    [
      'the same category twice',
      `INSERT INTO party_category VALUES (2, 1, 1, '2026-11-23', NULL, '', '', 1, 1, NULL, NULL, '')`,
    ],
    ['a copy without a day of destruction', `UPDATE party_document SET legal_basis = 'نظام'`],
    [
      'a second merge of what is merged',
      `INSERT INTO party_merge VALUES (2, 1, 2, '', '{}', 1, 1, NULL, NULL)`,
    ],
    ['a pair the wrong way round', `INSERT INTO duplicate_pair VALUES (2, 1, 80, '[]', 1, NULL, NULL, '')`],
    ['a day that is none', `UPDATE party_fact SET known_on = '22-11-2026'`],
  ])('refuses %s', (_, sql) => {
    old = officeAt50();
    old.to(60);
    old.sqlite.exec(LATER);
    expect(() => old.sqlite.exec(sql)).toThrow(/constraint/u);
  });
});
