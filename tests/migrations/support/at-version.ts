import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { newDatabaseKey } from '#db/database-key.ts';
import { migrate } from '#db/migrate.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { connect } from '#db/open-database.ts';
import { tempFolder } from '../../support/office.ts';

export interface OldDatabase {
  readonly sqlite: SqliteDatabase;
  /** Brings it up to a version of the list. */
  readonly to: (version: number) => void;
  /** Every row of every table that is there now, by table. */
  readonly rows: () => Record<string, unknown[]>;
  readonly close: () => void;
}

/** A real, encrypted database as a version left it. */
export function databaseAt(version: number): OldDatabase {
  const folder = tempFolder();
  const sqlite = connect(join(folder, 'old.db'), newDatabaseKey(), { fileMustExist: false });
  sqlite.pragma('foreign_keys = ON');
  const to = (target: number): void => {
    migrate(sqlite, { backUp: () => {}, migrations: MIGRATIONS.filter((one) => one.version <= target) });
  };
  to(version);
  return {
    sqlite,
    to,
    rows: () => {
      const tables = sqlite
        .prepare(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY name`,
        )
        .pluck()
        .all() as string[];
      return Object.fromEntries(
        tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all()]),
      );
    },
    close: () => {
      sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const H = 'ab'.repeat(32);

/** Rows as the office of 0010 holds them, written by hand: a migration test trusts none of today's code. */
export const OFFICE_ROWS = `
INSERT INTO installation VALUES (1, '3f2b8c0e-0000-4000-8000-000000000001', 1000, 1);
INSERT INTO organisation_profile VALUES (1, '{"name":"جمعية التنمية الأهلية بالحميمة"}', 1000);
INSERT INTO staff VALUES (1, 'سارة محمد المطيري', 'ساره محمد مطيري', 'رئيسة مجلس الإدارة', '$argon2id$v=19$x', 1, 0, NULL, 1000);
INSERT INTO staff VALUES (2, 'خالد سعد', 'خالد سعد', '', '$argon2id$v=19$y', 0, 5, 99999, 1001);
INSERT INTO staff_role VALUES (1, 'administrator'), (1, 'manager'), (2, 'receptionist');
INSERT INTO staff_right VALUES (1, 'approveLetters'), (1, 'issueLetters');
INSERT INTO audit_log VALUES (1, 1000, 1, 'سارة محمد المطيري', 'installation.created', 'installation', 1, '{}', '${H}');
UPDATE audit_head SET count = 1, hash = '${H}', high_water_ms = 1000;
INSERT INTO draft VALUES (1, 1, 'newVisit', '', 'زيارة', '{"name":"فاطمة"}', 1002);
INSERT INTO attachment VALUES (1, 'party', 1, 'scan.png', 'image/png', 3, '${H}', x'010203', 1003, 1);
INSERT INTO attachment VALUES (2, 'party', 1, 'big.tif', 'image/tiff', 3000000, '${H}', NULL, 1003, 1);
INSERT INTO backup_run VALUES (1, 1004, '/media/usb/b.age', 10, '${H}', 1005, 1, '${H}', 1);
`;

export const PARTY_ROWS = `
INSERT INTO party VALUES (1, 'person', 'فاطمة أحمد الحربي', 'فاطمه احمد الحربي', 'فاطمه احمد حربي', 'nationalId', '1058529940', '', '+966508072675', 'الصمد', 'female', 1448, 92, 1000, 1, 1001);
INSERT INTO party VALUES (2, 'person', 'نورة سعد', 'نوره سعد', 'نوره سعد', 'none', NULL, 'لا تحمل هوية', NULL, '', NULL, NULL, NULL, 1000, 1, 1000);
INSERT INTO party_role VALUES (1, 'beneficiary'), (1, 'volunteer'), (2, 'beneficiary');
INSERT INTO party_words (rowid, words) VALUES (1, 'فاطمه احمد الحربي حربي'), (2, 'نوره سعد');
INSERT INTO name_word VALUES ('فاطمه'), ('نوره');
`;

export const DESK_ROWS = `
INSERT INTO visit VALUES (1, '2026-11-22', 1, 'supportRequest', 'served', 1, 1000, 1001, 1002, 1, 'ملاحظة');
INSERT INTO visit VALUES (2, '2026-11-22', 2, 'inquiry', 'waiting', NULL, 1003, NULL, NULL, NULL, '');
INSERT INTO inquiry VALUES (1, 1, 'متى تصرف السلة؟', 'بعد القرار', 'answered', 1000, 1001, 1);
INSERT INTO contact VALUES (1, 1, 'phoneCall', 'in', '', 'سؤال', '', 'معاودة الاتصال', '2026-11-25', NULL, 1000, 1);
INSERT INTO support_request VALUES (1, 1, 1, 'سلة غذائية', 'حاجة', 'urgent', 1448, 317, 6, 1000, 1001, 1);
INSERT INTO request_step VALUES (1, 1, 'done', 1000, 1, ''), (1, 3, 'skipped', 1000, 1, 'واضح');
INSERT INTO request_requirement VALUES (1, 'iban', 'شهادة آيبان', 0, 'matched', 1000, 1), (1, 'income', 'مشهد دخل', 1, 'needed', NULL, NULL);
INSERT INTO request_event VALUES (1, 1, 1000, 1, 'opened', NULL, 'سلة غذائية');
`;
