import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database as SqliteDatabase } from 'better-sqlite3';
import { AppError } from '#shared/app-error.ts';
import { keyMatches } from './database-key.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { fromSqliteError } from './sqlite-error.ts';
import { createGateway, type Gateway } from './transaction.ts';

/** 'WISA': what stands in the header of every database of ours. */
export const APPLICATION_ID = 0x57495341;

/** An open database. Reads and writes go through the gateway; `sqlite` is for pragmas, snapshots and checks in `db`. */
export interface Database extends Gateway {
  readonly file: string;
  readonly sqlite: SqliteDatabase;
  /** `optimize`, `wal_checkpoint(TRUNCATE)`, close: nothing but the one file is left. Harmless when called twice. */
  close(): void;
}

export interface OpenOptions {
  readonly file: string;
  readonly key: Buffer;
  /** `keyCheck(key)` as stored beside the database: with it, a wrong key and a damaged file are told apart. */
  readonly keyCheck?: string;
  /** Copies the file (and its -wal) to a private temporary folder and opens the copy: the original is not touched. */
  readonly readonly?: boolean;
  /** Before a migration changes data; the default keeps `FILE.before-<version>` beside the database. */
  readonly backUp?: (sqlite: SqliteDatabase, fromVersion: number) => void;
}

/**
 * Opens a database of ours and brings it to the newest schema. Nothing is repaired, nothing deleted.
 * @throws AppError databaseMissing, databaseKeyWrong, databaseCorrupt, databaseTooNew, databasePragmaRefused, diskFull
 */
export function openDatabase(options: OpenOptions): Database {
  const { file, key } = options;
  // SQLite opens a missing or an empty file as a new, empty database: the office would seem to have lost everything.
  if (!existsSync(file)) throw new AppError('databaseMissing', { file });
  if (statSync(file).size < 512) throw new AppError('databaseCorrupt', { file, reason: 'tooShort' });
  if (options.keyCheck !== undefined && !keyMatches(key, options.keyCheck))
    throw new AppError('databaseKeyWrong', { file });
  return options.readonly === true ? openCopy(options) : openInPlace(options, () => {});
}

function openInPlace(options: OpenOptions, afterClose: () => void): Database {
  const sqlite = connect(options.file, options.key, { fileMustExist: true });
  try {
    return guarded(() => {
      // The first read of a page: the key or the file is proved here.
      const id = sqlite.pragma('application_id', { simple: true });
      if (id !== APPLICATION_ID)
        throw new AppError('databaseCorrupt', { reason: 'notOurs', found: Number(id) });
      setPragmas(sqlite);
      migrate(sqlite, { backUp: (from) => (options.backUp ?? keepCopy)(sqlite, from) });
      if (options.readonly === true) sqlite.pragma('query_only = ON');
      return wrap(options.file, sqlite, afterClose);
    });
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * SQLite's own read-only mode leaves a -wal and a -shm beside a WAL database and fails on a read-only medium;
 * `immutable=1` needs URI names, which this build lacks. So the (encrypted) bytes are copied: a clone where the file
 * system can.
 */
function openCopy(options: OpenOptions): Database {
  const folder = mkdtempSync(join(tmpdir(), 'wisam-read-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, basename(options.file));
    for (const suffix of ['', '-wal'])
      if (existsSync(options.file + suffix))
        copyFileSync(options.file + suffix, file + suffix, constants.COPYFILE_FICLONE);
    return openInPlace({ ...options, file, backUp: () => {} }, remove);
  } catch (error) {
    remove();
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new AppError('diskFull', { folder: tmpdir() }, { cause: error });
    throw error;
  }
}

/**
 * Makes a new database at the newest schema. Refuses an existing file; leaves nothing behind when it fails.
 * @throws AppError conflict, dataFolderMissing, diskFull, dataFolderReadOnly, databasePragmaRefused
 */
export function createDatabase({ file, key }: { file: string; key: Buffer }): Database {
  if (existsSync(file)) throw new AppError('conflict', { file });
  if (!existsSync(dirname(file))) throw new AppError('dataFolderMissing', { folder: dirname(file) });
  try {
    const sqlite = connect(file, key, { fileMustExist: false });
    try {
      return guarded(() => {
        // Before the first table, or it does nothing. Free pages are read by nobody, so a flipped bit in one goes unseen:
        // with FULL there are none.
        sqlite.pragma('auto_vacuum = FULL');
        sqlite.pragma(`application_id = ${APPLICATION_ID}`);
        expectPragma(sqlite, 'auto_vacuum', 1);
        setPragmas(sqlite);
        migrate(sqlite, { backUp: () => {} });
        return wrap(file, sqlite, () => {});
      });
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
    throw error;
  }
}

const guarded = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw fromSqliteError(error);
  }
};

/** A connection with its cipher set and nothing else: for snapshots; everybody else uses `openDatabase`. */
export function connect(
  file: string,
  key: Buffer,
  options: { readonly fileMustExist: boolean; readonly readonly?: boolean },
): SqliteDatabase {
  const sqlite = guarded(() => new Sqlite(file, { ...options, timeout: 5000 }));
  // legacy=4 is the layout that SQLCipher 4 and later read themselves; with legacy=0 header bytes stay in clear.
  sqlite.pragma(`cipher = 'sqlcipher'`);
  sqlite.pragma('legacy = 4');
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`);
  return sqlite;
}

/** As `reliability` lists them, and why: better-sqlite3 compiles WAL to mean NORMAL, which loses acknowledged letters. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'cache_size = -65536',
  'temp_store = MEMORY',
  'mmap_size = 0',
  'checkpoint_fullfsync = ON',
  'busy_timeout = 5000',
] as const;

function setPragmas(sqlite: SqliteDatabase): void {
  for (const pragma of PRAGMAS) sqlite.pragma(pragma);
  expectPragma(sqlite, 'journal_mode', 'wal');
  expectPragma(sqlite, 'synchronous', 2);
  expectPragma(sqlite, 'foreign_keys', 1);
}

/** A pragma that SQLite does not take is passed over in silence: read back, or it is a wish. */
function expectPragma(sqlite: SqliteDatabase, name: string, expected: string | number): void {
  const found = sqlite.pragma(name, { simple: true });
  if (found !== expected)
    throw new AppError('databasePragmaRefused', {
      pragma: name,
      found: String(found),
      expected: String(expected),
    });
}

function keepCopy(sqlite: SqliteDatabase, fromVersion: number): void {
  const target = `${sqlite.name}.before-${fromVersion}`;
  rmSync(target, { force: true });
  // Encrypted with the same key. `.backup()` fails on an encrypted source.
  sqlite.prepare('VACUUM INTO ?').run(target);
  syncPath(target);
  syncPath(dirname(target));
}

/** fsync of a file or, where the system has it, of a folder (Windows has no such thing and needs none). */
export function syncPath(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function wrap(file: string, sqlite: SqliteDatabase, afterClose: () => void): Database {
  return {
    ...createGateway(sqlite),
    file,
    sqlite,
    close: () => {
      if (!sqlite.open) return;
      try {
        sqlite.pragma('optimize');
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // A full disk or a damaged page must not keep the program from ending: the WAL holds all that was committed.
        const known = fromSqliteError(error);
        if (!(known instanceof AppError)) throw error;
      } finally {
        sqlite.close();
        afterClose();
      }
    },
  };
}

/** Versions for manifests and verification. */
export const databaseVersion = (db: Database): number => schemaVersion(db.sqlite);
