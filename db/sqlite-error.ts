import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/app-error.ts';

/** The only reader of `SQLITE_*`: everything above speaks AppError. */

const codeOf = (error: unknown): string | null =>
  error instanceof Sqlite.SqliteError && typeof error.code === 'string' ? error.code : null;

/**
 * The AppError of what SQLite says, or the error itself where SQLite reports a fault of ours (a constraint, a
 * misspelt query): that must stay loud and become `internal`.
 * Codes: diskFull, diskFailed, databaseBusy, databaseCorrupt, dataFolderReadOnly.
 */
export function fromSqliteError(error: unknown): unknown {
  const sqlite = codeOf(error);
  if (sqlite === null) return error;
  const fail = (code: ConstructorParameters<typeof AppError>[0]): AppError =>
    new AppError(code, { sqlite }, { cause: error });
  if (sqlite === 'SQLITE_FULL') return fail('diskFull');
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(sqlite)) return fail('databaseBusy');
  if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(sqlite)) return fail('databaseCorrupt');
  if (/^SQLITE_(?:READONLY|PERM|CANTOPEN)/u.test(sqlite)) return fail('dataFolderReadOnly');
  // A page that fails its HMAC in the middle of a statement arrives as SQLITE_IOERR_* from some code paths too.
  if (/^SQLITE_IOERR_(?:CORRUPTFS|DATA)/u.test(sqlite)) return fail('databaseCorrupt');
  if (sqlite.startsWith('SQLITE_IOERR')) return fail('diskFailed');
  return error;
}

/** Whether a write was refused because another row holds that value; `columns` as SQLite names them: `party.id_number`. */
export const isUniqueViolation = (error: unknown, columns: string): boolean =>
  codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' && error instanceof Error && error.message.includes(columns);

/** Whether a trigger of the schema refused the write (append-only log, sealed letter, counter). */
export const isRefusedByTrigger = (error: unknown): boolean => codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER';
