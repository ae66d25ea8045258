import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseKey } from '#db/database-key.ts';
import { migrate, schemaVersion } from '#db/migrate.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { APPLICATION_ID, connect, createDatabase, openDatabase } from '#db/open-database.ts';
import { codeOf, tempFolder } from '../support/office.ts';
import { DESK_ROWS, OFFICE_ROWS, PARTY_ROWS } from './support/at-version.ts';

const here = (folder: string): string[] => readdirSync(join(import.meta.dirname, folder));
const stems = (names: readonly string[], ending: string): string[] =>
  names
    .filter((name) => /^\d{4}-/u.test(name) && name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

describe('the list of migrations', () => {
  it('has a test of its own for each', () => {
    const files = stems(here('../../db/migrations'), '.ts').sort();
    expect(files.length).toBeGreaterThan(0);
    expect(stems(here('.'), '.test.ts').sort()).toEqual(files);
  });

  it('holds every file of the folder, in rising order', () => {
    const listed = MIGRATIONS.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}`);
    expect(listed).toEqual(stems(here('../../db/migrations'), '.ts').sort());
    const versions = MIGRATIONS.map((one) => one.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('the runner', () => {
  let folder: string;
  let file: string;
  const key = newDatabaseKey();
  beforeEach(() => {
    folder = tempFolder();
    file = join(folder, 'app.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const LAST = MIGRATIONS.at(-1)!.version;
  const planted = (sql: string) => [...MIGRATIONS, { version: LAST + 10, name: 'planted', sql }];

  it('backs up before it changes data, and the backup opens with the same key', () => {
    const raw = connect(file, key, { fileMustExist: false });
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(raw, { migrations: MIGRATIONS.filter((one) => one.version <= 30), backUp: () => {} });
    raw.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS);
    raw.close();
    const db = openDatabase({ file, key });
    expect(schemaVersion(db.sqlite)).toBe(LAST);
    db.close();
    expect(readdirSync(folder).sort()).toEqual(['app.db', 'app.db.before-30']);
    const backup = connect(join(folder, 'app.db.before-30'), key, { fileMustExist: true });
    expect(schemaVersion(backup)).toBe(30);
    expect(backup.prepare('SELECT count(*) FROM party').pluck().get()).toBe(2);
    backup.close();
  });

  it('stops before any change when the backup fails', async () => {
    createDatabase({ file, key }).close();
    const raw = connect(file, key, { fileMustExist: true });
    const act = (): unknown =>
      migrate(raw, {
        migrations: planted('CREATE TABLE extra (x INTEGER) STRICT'),
        backUp: () => {
          throw new Error('no room');
        },
      });
    expect(act).toThrow('no room');
    expect(schemaVersion(raw)).toBe(LAST);
    expect(raw.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).pluck().get()).toBe(0);
    raw.close();
  });

  it('undoes the whole of a migration that fails half way, and keeps the ones before it', () => {
    const raw = connect(file, key, { fileMustExist: false });
    const act = (): unknown =>
      migrate(raw, {
        migrations: planted(
          'CREATE TABLE extra (x INTEGER) STRICT; DROP TABLE print_job; INSERT INTO nowhere VALUES (1)',
        ),
        backUp: () => {},
      });
    expect(act).toThrow('nowhere');
    expect(schemaVersion(raw)).toBe(LAST);
    const names = raw
      .prepare(`SELECT name FROM sqlite_schema WHERE name IN ('extra', 'print_job')`)
      .pluck()
      .all();
    expect(names).toEqual(['print_job']);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
    raw.close();
  });

  it('refuses a migration that leaves a reference to nobody', async () => {
    const raw = connect(file, key, { fileMustExist: false });
    migrate(raw, { migrations: MIGRATIONS.filter((one) => one.version <= 30), backUp: () => {} });
    raw.exec(OFFICE_ROWS + PARTY_ROWS);
    migrate(raw, { backUp: () => {} });
    const orphan = planted('DELETE FROM party WHERE id = 1');
    expect(await codeOf(() => migrate(raw, { migrations: orphan, backUp: () => {} }))).toBe(
      'databaseCorrupt',
    );
    expect(schemaVersion(raw)).toBe(LAST);
    expect(raw.prepare('SELECT count(*) FROM party').pluck().get()).toBe(2);
    raw.close();
  });

  it('refuses a future version and touches nothing', async () => {
    const raw = connect(file, key, { fileMustExist: false });
    migrate(raw, { backUp: () => {} });
    raw.pragma(`user_version = ${LAST + 1}`);
    const backUp = (): never => {
      throw new Error('not to be reached');
    };
    expect(await codeOf(() => migrate(raw, { backUp }))).toBe('databaseTooNew');
    expect(schemaVersion(raw)).toBe(LAST + 1);
    raw.close();
  });
});
