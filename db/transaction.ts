import type { Database as SqliteDatabase, Statement as SqliteStatement } from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { appendAudit, type AuditEntry, type AuditHead } from './audit/audit-chain.ts';
import { fromSqliteError } from './sqlite-error.ts';
import type { Statement } from './statement.ts';

/**
 * The one gateway to SQLite. Everything in it is synchronous: with an `await` inside a transaction, another write of
 * this process would join it and be rolled back with it.
 */
export interface Reader {
  /** All rows of a statement compiled once, or of a query built for this call. */
  all<P, Row>(statement: Statement<P, Row>, params: P): Row[];
  get<P, Row>(statement: Statement<P, Row>, params: P): Row | undefined;
  list<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
}

declare const writes: unique symbol;

export interface WriteResult {
  readonly changes: number;
  readonly id: number;
}

/** Handed out by `Gateway.write` alone, and dead after it: a function that writes takes one, or it does not compile. */
export interface WriteTransaction extends Reader {
  run<P, Row>(statement: Statement<P, Row>, params: P): WriteResult;
  exec<Row>(query: Compilable<Row>): WriteResult;
  /** Appends to the hash-chained log. A transaction that writes and logs nothing is rolled back: nothing goes unseen. */
  audit(entry: AuditEntry): AuditHead;
  /** Says that a write is nobody's act (a counter of failed sign-ins, typing that is saved on its own). */
  unaudited(): void;
  readonly [writes]: true;
}

/** No promise: an async function would commit before it has done its work. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T;

export interface Gateway extends Reader {
  /** BEGIN IMMEDIATE, `act`, COMMIT. Any throw rolls everything back. Returns only after the commit is on the disk. */
  write<T>(act: (tx: WriteTransaction) => Sync<T>): T;
  /** Several reads of one moment, whatever other connections write meanwhile. */
  snapshot<T>(act: (reader: Reader) => Sync<T>): T;
}

export function createGateway(sqlite: SqliteDatabase): Gateway {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = sqlite.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const beginRead = sqlite.prepare('BEGIN DEFERRED');
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');

  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw fromSqliteError(error);
    }
  };
  const rowsOf = <Row>(sql: string, values: readonly unknown[]): Row[] =>
    guarded(() => prepare(sql).all(...values) as Row[]);
  const rowOf = (sql: string, values: readonly unknown[]): unknown =>
    guarded(() => prepare(sql).get(...values));

  const reader: Reader = {
    all: (statement, params) => rowsOf(statement.sql, statement.values(params)),
    get: <P, Row>(statement: Statement<P, Row>, params: P) =>
      rowOf(statement.sql, statement.values(params)) as Row | undefined,
    list: (query) => {
      const { sql, parameters } = query.compile();
      return rowsOf(sql, parameters);
    },
    first: <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile();
      return rowOf(sql, parameters) as Row | undefined;
    },
  };

  const within = <T>(start: SqliteStatement, act: () => T): T => {
    if (sqlite.inTransaction) throw new Error('a transaction is already open: pass its handle on instead');
    start.run();
    try {
      const value = act();
      if (isPromise(value)) throw new Error('a transaction is synchronous: it returned a promise');
      commit.run();
      return value;
    } finally {
      // SQLite rolls back by itself after some failures (disk full, I/O): a second ROLLBACK would hide the first error.
      if (sqlite.inTransaction) rollback.run();
    }
  };

  return {
    ...reader,
    snapshot: <T>(act: (reader: Reader) => Sync<T>): T =>
      guarded(() => within(beginRead, () => act(reader) as T)),
    write: <T>(act: (tx: WriteTransaction) => Sync<T>): T => {
      let open = true;
      let wrote = false;
      let accounted = false;
      const run = (sql: string, values: readonly unknown[]): WriteResult => {
        if (!open) throw new Error('this transaction has ended');
        const { changes, lastInsertRowid } = prepare(sql).run(...values);
        wrote = true;
        return { changes, id: Number(lastInsertRowid) };
      };
      const tx = {
        ...reader,
        run: (statement, params) => run(statement.sql, statement.values(params)),
        exec: (query) => {
          const { sql, parameters } = query.compile();
          return run(sql, parameters);
        },
        audit: (entry) => {
          accounted = true;
          return appendAudit(tx, entry);
        },
        unaudited: () => {
          accounted = true;
        },
      } as WriteTransaction;
      try {
        return guarded(() =>
          within(begin, () => {
            const value = act(tx);
            if (wrote && !accounted) throw new Error('a write without its audit event');
            return value;
          }),
        );
      } finally {
        open = false;
      }
    },
  };
}

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
