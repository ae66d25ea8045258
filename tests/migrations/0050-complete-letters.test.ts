import { afterEach, describe, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

const H = 'cd'.repeat(32);
const F = 'ef'.repeat(32);
const CODE = '1234567890123456';

/** Letters as 0040 holds them: a draft, an issued one, a voided one. */
const OLD_LETTERS = `
INSERT INTO register_counter VALUES ('outgoing', 1448, 126, 126, '${H}'), ('incoming', 1448, 33, 33, '${H}');
UPDATE register_counter SET last = 127 WHERE register = 'outgoing';
UPDATE register_counter SET last = 128 WHERE register = 'outgoing';
INSERT INTO letter VALUES (1, 'draft', NULL, NULL, 1, 1, '{}', '', '', '', '', NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, 1000, 1000);
INSERT INTO letter VALUES (2, 'issued', 1, 1, 1, 3, '{}', 'موضوع', 'سعادة', 'موضوع', '', 1, 1000, 'outgoing', 1448, 127,
  '127/ص/1448', '2026-11-22', 1, 1001, '${H}', '${H}', '${H}', '${H}', '${H}', 2, '${H}', NULL, NULL, '', NULL, 1000, 1001);
INSERT INTO letter VALUES (3, 'voided', NULL, NULL, 1, 3, '{}', 'موضوع', 'سعادة', 'موضوع', '', 1, 1000, 'outgoing', 1448, 128,
  '128/ص/1448', '2026-11-22', 1, 1001, '${H}', '${H}', '${H}', '${H}', '${H}', 1, '${H}', 1, 1002, 'صدر مكررًا', NULL, 1000, 1002);
INSERT INTO letter_pdf VALUES (2, x'255044462d'), (3, x'255044462d');
INSERT INTO print_job VALUES (1, 2, '127/ص/1448', 'print', 2, 'TestPDF', '${H}', 1002, 1);
`;

/** What 0050 holds of them later on. */
const LATER = `
INSERT INTO stored_file VALUES ('${F}', 'application/pdf', 3, x'010203', 1003, 1);
INSERT INTO letter_paper VALUES (2, '{"day":"2026-11-22"}', '{"name":"جمعية"}', '{"logo":null}');
INSERT INTO letter_rendering VALUES (2, 'preprinted', '0/0', x'255044462d', 1, '${H}', 1004);
INSERT INTO letter_signing VALUES (1, 2, 'scan', '${F}', 'موقع.pdf', 1005, 1, NULL, NULL);
INSERT INTO letter_delivery VALUES (1, 2, 'byHand', 'مدير المكتب', '2026-11-23', '', NULL, '', 1006, 1, NULL, NULL);
INSERT INTO reserved_range VALUES (1, 'outgoing', 1448, 129, 130, 'انقطاع الكهرباء', '2026-11-23', 1, 1007);
INSERT INTO reserved_number VALUES ('outgoing', 1448, 129, 1, '129/ص/1448', '${H}', '${H}', '${H}', '${H}', 'voided', NULL, NULL, 1, 1008, 'لم تُستعمل');
INSERT INTO reserved_number VALUES ('outgoing', 1448, 130, 1, '130/ص/1448', '${H}', '${H}', '${H}', '${H}', 'open', NULL, NULL, NULL, NULL, '');
INSERT INTO incoming_letter VALUES (1, 'open', 'desk', 'incoming', 1448, 34, '34/و/1448', '2026-11-22', '{}', '55', NULL, 'الضمان', 'موضوع',
  NULL, 1, 1000, '${H}', '${H}', '${H}', '${H}', '${H}', NULL, NULL, NULL, NULL, '', NULL, NULL, '', 1000);
`;

const BEFORE = OFFICE_ROWS + PARTY_ROWS + DESK_ROWS + OLD_LETTERS;

type Row = Readonly<Record<string, unknown>>;

describe('0050 completes letters', () => {
  it('and leaves every row before it as it was, its new columns at their beginning', () => {
    old = databaseAt(40);
    old.sqlite.exec(BEFORE);
    const before = old.rows();
    old.to(50);
    const after = old.rows();
    const added: Record<string, Row> = {
      letter: {
        origin: 'desk',
        code: null,
        corrects_id: null,
        answers_id: null,
        batch_id: null,
        signed_at_ms: null,
        delivered_at_ms: null,
      },
      print_job: { paper: 'letter', page_range: '', came_out: null },
    };
    for (const table of Object.keys(before)) {
      if (table === 'attachment') continue;
      const wanted = (before[table] as Row[]).map((row) => ({ ...row, ...added[table] }));
      expect([table, after[table]]).toEqual([table, wanted]);
    }
    expect(before['letter']).toHaveLength(3);
  });

  it('and takes what lay in the first table of attachments along, its files by their content', () => {
    old = databaseAt(40);
    old.sqlite.exec(BEFORE);
    // The same content under two names, and a name over nothing.
    old.sqlite.exec(`
      INSERT INTO attachment VALUES (3, 'party', 2, 'copy.png', 'image/png', 3, '${F}', x'010203', 1009, 2);
      INSERT INTO attachment VALUES (4, 'party', 2, 'again.png', 'image/png', 3, '${F}', x'010203', 1010, 1);
      INSERT INTO attachment VALUES (5, 'party', 2, 'empty', 'text/plain', 0, '${H}', x'', 1011, 1);
      UPDATE attachment SET sha256 = '${'12'.repeat(32)}' WHERE id = 2;`);
    old.to(50);
    const { attachment, stored_file: files, first_attachment: gone } = old.rows();
    expect(gone).toBeUndefined();
    const life = { removed_at_ms: null, removed_by: null, role: 'attachment', subject_kind: 'party' };
    expect(attachment).toEqual(
      [
        {
          id: 1,
          name: 'scan.png',
          sha256: 'ab'.repeat(32),
          subject_id: 1,
          created_at_ms: 1003,
          created_by: 1,
        },
        {
          id: 2,
          name: 'big.tif',
          sha256: '12'.repeat(32),
          subject_id: 1,
          created_at_ms: 1003,
          created_by: 1,
        },
        { id: 3, name: 'copy.png', sha256: F, subject_id: 2, created_at_ms: 1009, created_by: 2 },
        { id: 4, name: 'again.png', sha256: F, subject_id: 2, created_at_ms: 1010, created_by: 1 },
      ].map((row) => ({ ...row, ...life })),
    );
    expect(files).toEqual([
      {
        sha256: '12'.repeat(32),
        media_type: 'image/tiff',
        size_bytes: 3000000,
        content: null,
        created_at_ms: 1003,
        created_by: 1,
      },
      {
        sha256: 'ab'.repeat(32),
        media_type: 'image/png',
        size_bytes: 3,
        content: Buffer.from([1, 2, 3]),
        created_at_ms: 1003,
        created_by: 1,
      },
      {
        sha256: F,
        media_type: 'image/png',
        size_bytes: 3,
        content: Buffer.from([1, 2, 3]),
        created_at_ms: 1009,
        created_by: 2,
      },
    ]);
  });

  it('and holds all that comes after an issue', () => {
    old = databaseAt(40);
    old.sqlite.exec(BEFORE);
    old.to(50);
    old.sqlite.exec(LATER);
    const rows = old.rows();
    for (const table of [
      'letter_paper',
      'letter_rendering',
      'letter_signing',
      'letter_delivery',
      'incoming_letter',
    ])
      expect([table, rows[table]?.length]).toEqual([table, 1]);
    // A void letter may still be found to have been delivered; a signing is withdrawn once, and stays.
    old.sqlite.exec(`
      UPDATE letter SET signed_at_ms = 1, delivered_at_ms = 2 WHERE id IN (2, 3);
      UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 5, void_reason = 'خطأ' WHERE id = 2;
      UPDATE letter_signing SET withdrawn_at_ms = 7, withdrawn_by = 1;
      UPDATE letter_delivery SET withdrawn_at_ms = 7, withdrawn_by = 1;
      UPDATE incoming_letter SET assigned_to = 2, due_day = '2026-12-01';
      UPDATE reserved_number SET state = 'entered', letter_id = 2, settled_by = 1, settled_at_ms = 9 WHERE number = 130;`);
  });
});

describe('0050 refuses, whatever the program above it does,', () => {
  it.each([
    ['a code that is not sixteen digits', `UPDATE letter SET code = '12345678901234x6' WHERE id = 1`],
    ['a code of a letter that was sealed without one', `UPDATE letter SET code = '${CODE}' WHERE id = 2`],
    [
      'a code twice',
      `INSERT INTO letter SELECT 9, state, party_id, request_id, author_id, version, content_json, subject,
      recipient_line, search_text, remarks, approved_by, approved_at_ms, register, hijri_year, number, reference_number, day,
      issued_by, issued_at_ms, content_sha256, seal, chain_before, chain_after, audit_hash, pages, pdf_sha256, voided_by,
      voided_at_ms, void_reason, discarded_at_ms, created_at_ms, updated_at_ms, origin, '${CODE}', NULL, NULL, NULL, NULL, NULL
      FROM letter WHERE id = 1; UPDATE letter SET code = '${CODE}' WHERE id = 1`,
    ],
    ['a correction of nothing', `UPDATE letter SET corrects_id = 99 WHERE id = 1`],
    ['another letter that it corrects', `UPDATE letter SET corrects_id = 3 WHERE id = 2`],
    ['an origin after the fact', `UPDATE letter SET origin = 'paper' WHERE id = 2`],
    ['an edit of what was issued', `UPDATE letter SET content_json = '{"x":1}' WHERE id = 2`],
    ['an edit of what was voided', `UPDATE letter SET subject = 'غيره' WHERE id = 3`],
    ['another reason of a void', `UPDATE letter SET void_reason = 'غيره' WHERE id = 3`],
    ['a voided letter back in force', `UPDATE letter SET state = 'issued' WHERE id = 3`],
    ['another sealed paper', `UPDATE letter_paper SET paper_json = '{}'`],
    ['no sealed paper', 'DELETE FROM letter_paper'],
    ['another kept rendering', `UPDATE letter_rendering SET pdf = x'00'`],
    ['no kept rendering', 'DELETE FROM letter_rendering'],
    [
      'another scan under a signing',
      `UPDATE letter_signing SET scan_name = 'x', withdrawn_at_ms = 1, withdrawn_by = 1`,
    ],
    ['no signing', 'DELETE FROM letter_signing'],
    ['a signing withdrawn by nobody', 'UPDATE letter_signing SET withdrawn_at_ms = 1'],
    [
      'a scan without its file',
      `INSERT INTO letter_signing VALUES (2, 2, 'scan', NULL, '', 1, 1, NULL, NULL)`,
    ],
    ['another receiver', `UPDATE letter_delivery SET receiver = 'x', withdrawn_at_ms = 1, withdrawn_by = 1`],
    ['no delivery', 'DELETE FROM letter_delivery'],
    [
      'a delivery to nobody',
      `INSERT INTO letter_delivery VALUES (2, 2, 'post', '', '2026-11-23', '', NULL, '', 1, 1, NULL, NULL)`,
    ],
    ['an edit of an incoming letter', `UPDATE incoming_letter SET their_number = '56'`],
    ['no incoming letter', 'DELETE FROM incoming_letter'],
    [
      'an incoming number twice',
      `INSERT INTO incoming_letter SELECT 2, state, origin, register, hijri_year, number, 'x', day, content_json,
      their_number, their_day, sender_line, subject, party_id, registered_by, registered_at_ms, content_sha256, seal, chain_before,
      chain_after, audit_hash, assigned_to, due_day, closed_at_ms, closed_by, close_note, voided_by, voided_at_ms, void_reason,
      updated_at_ms FROM incoming_letter`,
    ],
    ['a reservation drawn wider', 'UPDATE reserved_range SET last = 200'],
    ['no reservation', 'DELETE FROM reserved_range'],
    ['a reserved number settled twice', `UPDATE reserved_number SET reason = 'غيره' WHERE number = 129`],
    [
      'a reserved number voided without a reason',
      `UPDATE reserved_number SET state = 'voided', settled_by = 1, settled_at_ms = 1 WHERE number = 130`,
    ],
    ['no reserved number', 'DELETE FROM reserved_number'],
    ['an edit of a stored file', `UPDATE stored_file SET media_type = 'x/y'`],
    ['a stored file cut short', `INSERT INTO stored_file VALUES ('${H}', 'x/y', 4, x'01', 1, 1)`],
    [
      'a signature of nobody',
      `INSERT INTO office_image VALUES (1, 'signature', NULL, '${F}', 1, 1, 1, 1, NULL)`,
    ],
  ])('%s', (_, sql) => {
    old = databaseAt(40);
    old.sqlite.exec(BEFORE);
    old.to(50);
    old.sqlite.exec(LATER);
    const before = old.rows();
    expect(() => old.sqlite.transaction(() => old.sqlite.exec(sql))()).toThrow(
      /constraint|never|stays|once/u,
    );
    expect(old.rows()).toEqual(before);
  });
});
