import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyCheck, newDatabaseKey, parseDatabaseKey } from '#db/database-key.ts';
import { schemaVersion } from '#db/migrate.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { connect, createDatabase, type Database, openDatabase } from '#db/open-database.ts';
import { codeOf, tempFolder } from '../support/office.ts';

const key = newDatabaseKey();
let folder: string;
let file: string;
beforeEach(() => {
  folder = tempFolder();
  file = join(folder, 'app.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (n = 1) => ({
  atMs: n,
  actorId: null,
  actorName: '',
  action: 'test.done',
  subjectKind: 'test',
  subjectId: n,
});
const make = (): void => {
  const db = createDatabase({ file, key });
  db.write((tx) => tx.audit(event()));
  db.close();
};
const pragma = (db: Database, name: string): unknown => db.sqlite.pragma(name, { simple: true });
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1;
  writeFileSync(path, bytes);
};

describe('a database of ours', () => {
  it('stands as the reliability page says, read back', () => {
    make();
    const db = openDatabase({ file, key, keyCheck: keyCheck(key) });
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'foreign_keys')).toBe(1);
    expect(pragma(db, 'trusted_schema')).toBe(0);
    expect(pragma(db, 'cell_size_check')).toBe(1);
    expect(pragma(db, 'cache_size')).toBe(-65_536);
    expect(pragma(db, 'temp_store')).toBe(2);
    expect(pragma(db, 'mmap_size') ?? 0).toBe(0);
    expect(pragma(db, 'checkpoint_fullfsync')).toBe(1);
    expect(pragma(db, 'busy_timeout')).toBe(5000);
    expect(pragma(db, 'auto_vacuum')).toBe(1);
    expect(schemaVersion(db.sqlite)).toBe(SCHEMA_VERSION);
    db.close();
  });

  it('is one file when it is closed, and nothing of it is readable', () => {
    make();
    expect(readdirSync(folder)).toEqual(['app.db']);
    const bytes = readFileSync(file);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
    expect(bytes.includes('test.done')).toBe(false);
    expect(() => new Sqlite(file).prepare('SELECT * FROM audit_log').all()).toThrow('not a database');
  });

  it('is closed twice without harm', () => {
    const db = createDatabase({ file, key });
    db.close();
    expect(() => db.close()).not.toThrow();
  });

  it('keeps no free page after rows are gone', () => {
    const db = createDatabase({ file, key });
    db.sqlite.exec('CREATE TABLE big (x BLOB) STRICT');
    for (let n = 0; n < 50; n += 1) db.sqlite.prepare('INSERT INTO big VALUES (zeroblob(20000))').run();
    db.sqlite.exec('DROP TABLE big');
    expect(pragma(db, 'freelist_count')).toBe(0);
    db.close();
  });
});

describe('what is refused, and left as it was', () => {
  it.each([
    ['missing', () => {}, 'databaseMissing'],
    ['empty', () => writeFileSync(file, ''), 'databaseCorrupt'],
    ['half a page', () => writeFileSync(file, 'x'.repeat(300)), 'databaseCorrupt'],
    ['a text', () => writeFileSync(file, 'hello '.repeat(4000)), 'databaseCorrupt'],
    [
      'a plain database of somebody else',
      () => new Sqlite(file).exec('CREATE TABLE t (x)').close(),
      'databaseCorrupt',
    ],
    [
      'cut in the middle',
      () => {
        make();
        writeFileSync(file, readFileSync(file).subarray(0, 20_000));
      },
      'databaseCorrupt',
    ],
    [
      'one bit in the first page',
      () => {
        make();
        flip(file, 99);
      },
      'databaseCorrupt',
    ],
  ])('%s', async (_, prepare, code) => {
    prepare();
    const before = existsSync(file) ? readFileSync(file) : null;
    expect(
      await codeOf(() => {
        const db = openDatabase({ file, key, keyCheck: keyCheck(key) });
        try {
          db.sqlite.pragma('integrity_check');
          db.snapshot((reader) => reader);
        } finally {
          db.close();
        }
      }),
    ).toBe(code);
    if (before === null) expect(readdirSync(folder)).toEqual([]);
    else expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('tells a wrong key from a damaged file', async () => {
    make();
    const other = newDatabaseKey();
    expect(await codeOf(() => openDatabase({ file, key: other, keyCheck: keyCheck(key) }))).toBe(
      'databaseKeyWrong',
    );
    flip(file, 2000);
    expect(await codeOf(() => openDatabase({ file, key, keyCheck: keyCheck(key) }))).toBe('databaseCorrupt');
  });

  it('finds one flipped bit in any page in use', () => {
    make();
    const pages = statSync(file).size / 4096;
    const whole = readFileSync(file);
    const unseen: number[] = [];
    for (let page = 0; page < pages; page += 1) {
      writeFileSync(file, whole);
      // Another offset and another bit in each page.
      flip(file, page * 4096 + ((page * 977) % 4096));
      try {
        const db = openDatabase({ file, key, keyCheck: keyCheck(key) });
        try {
          if (pragma(db, 'integrity_check') === 'ok') unseen.push(page + 1);
        } finally {
          db.close();
        }
      } catch {
        // Seen.
      }
    }
    expect(pages).toBeGreaterThan(60);
    expect(unseen).toEqual([]);
  });

  it('a database from a newer version', async () => {
    make();
    const db = openDatabase({ file, key });
    db.sqlite.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    db.close();
    const before = readFileSync(file);
    expect(await codeOf(() => openDatabase({ file, key }))).toBe('databaseTooNew');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['app.db']);
  });

  it('an encrypted database of another program with the same key', async () => {
    const sqlite = connect(file, key, { fileMustExist: false });
    sqlite.exec('CREATE TABLE t (x)');
    sqlite.close();
    expect(await codeOf(() => openDatabase({ file, key }))).toBe('databaseCorrupt');
  });

  it('to make a database where a file is, or where nothing can be written', async () => {
    make();
    expect(await codeOf(() => createDatabase({ file, key }))).toBe('conflict');
    mkdirSync(join(folder, 'sub'));
    expect(await codeOf(() => createDatabase({ file: join(folder, 'none', 'app.db'), key }))).toBe(
      'dataFolderMissing',
    );
    expect(readdirSync(folder).sort()).toEqual(['app.db', 'sub']);
  });

  it('a text that is no key', async () => {
    expect(await codeOf(() => parseDatabaseKey('zz'))).toBe('databaseKeyWrong');
    expect(parseDatabaseKey(` ${key.toString('hex')}\n`).equals(key)).toBe(true);
  });
});

describe('reading without touching', () => {
  it('opens a copy: neither bytes nor names nor times of the folder change, and nothing can be written', async () => {
    make();
    const before = { bytes: readFileSync(file), at: statSync(file).mtimeMs, ctime: statSync(file).ctimeMs };
    const db = openDatabase({ file, key, keyCheck: keyCheck(key), readonly: true });
    expect(db.sqlite.prepare('SELECT count(*) FROM audit_log').pluck().get()).toBe(1);
    expect(await codeOf(() => db.write((tx) => tx.audit(event(2))))).toBe('dataFolderReadOnly');
    const copy = db.file;
    db.close();
    expect(existsSync(copy)).toBe(false);
    expect(readdirSync(folder)).toEqual(['app.db']);
    expect(readFileSync(file).equals(before.bytes)).toBe(true);
    expect(statSync(file)).toMatchObject({ mtimeMs: before.at, ctimeMs: before.ctime });
  });

  it('sees what a crash left in the log beside the file', () => {
    make();
    const db = openDatabase({ file, key });
    db.write((tx) => tx.audit(event(2)));
    const crashed = join(folder, 'crashed.db');
    // As a kill leaves it: the main file and its log, no checkpoint.
    for (const suffix of ['', '-wal']) copyFileSync(file + suffix, crashed + suffix);
    db.close();
    const copy = openDatabase({ file: crashed, key, readonly: true });
    expect(copy.sqlite.prepare('SELECT count(*) FROM audit_log').pluck().get()).toBe(2);
    copy.close();
    expect(readdirSync(folder).sort()).toEqual(['app.db', 'crashed.db', 'crashed.db-wal']);
  });
});
