import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { newDatabaseKey } from '#db/database-key.ts';
import { insertPrintJob } from '#db/letters/print-jobs.ts';
import { createDatabase, type Database, openDatabase } from '#db/open-database.ts';
import { openRegister, takeNextNumber } from '#db/registers/register-counter.ts';
import { queries } from '#db/statement.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { codeOf, tempFolder } from '../support/office.ts';

const key = newDatabaseKey();
let folder: string;
let db: Database;
beforeEach(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const event = (id: number) => ({
  atMs: id,
  actorId: null,
  actorName: '',
  action: 'test.done',
  subjectKind: 'test',
  subjectId: id,
});
const events = (reader: Reader = db): number =>
  reader.first(queries.selectFrom('audit_log').select((eb) => eb.fn.countAll<number>().as('n')))!.n;

describe('the one gateway', () => {
  it('commits all or nothing', () => {
    db.write((tx) => {
      openRegister(tx, 'outgoing', 1448, 5);
      return tx.audit(event(1));
    });
    expect(() =>
      db.write((tx) => {
        takeNextNumber(tx, 'outgoing', 1448, true);
        tx.audit(event(2));
        throw new Error('power');
      }),
    ).toThrow('power');
    expect(events()).toBe(1);
    expect(db.first(queries.selectFrom('register_counter').select('last'))?.last).toBe(5);
  });

  it('refuses a write that nobody accounts for', () => {
    expect(() => db.write((tx) => openRegister(tx, 'outgoing', 1448, 5))).toThrow('without its audit event');
    expect(db.list(queries.selectFrom('register_counter').selectAll())).toEqual([]);
    db.write((tx) => {
      openRegister(tx, 'outgoing', 1448, 5);
      tx.unaudited();
    });
    expect(db.list(queries.selectFrom('register_counter').selectAll())).toHaveLength(1);
  });

  it('refuses a promise, rolls back, and stays usable', () => {
    const act = ((tx: WriteTransaction) => {
      tx.audit(event(1));
      return Promise.resolve(1);
    }) as unknown as (tx: WriteTransaction) => number;
    expect(() => db.write(act)).toThrow('promise');
    expect(events()).toBe(0);
    db.write((tx) => tx.audit(event(1)));
    expect(events()).toBe(1);
  });

  it('refuses a transaction within one, and a handle that has ended', () => {
    let kept: WriteTransaction | undefined;
    expect(() =>
      db.write((tx) => {
        kept = tx;
        tx.audit(event(1));
        return db.write((inner) => inner.audit(event(2)));
      }),
    ).toThrow('already open');
    expect(events()).toBe(0);
    expect(() => kept?.audit(event(3))).toThrow('has ended');
    expect(events()).toBe(0);
  });

  it('reads one moment in a snapshot, whatever another connection commits', () => {
    const other = openDatabase({ file: db.file, key });
    const seen = db.snapshot((reader) => {
      const before = events(reader);
      other.write((tx) => tx.audit(event(1)));
      return [before, events(reader)];
    });
    expect(seen).toEqual([0, 0]);
    expect(events()).toBe(1);
    other.close();
  });

  it('says busy when another process holds the write for longer than the patience', async () => {
    const other = openDatabase({ file: db.file, key });
    other.sqlite.pragma('busy_timeout = 20');
    const code = db.write((tx) => {
      tx.audit(event(1));
      // A second writer, while this one is open.
      try {
        other.write((inner) => inner.audit(event(2)));
        return 'none';
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(code).toBe('databaseBusy');
    expect(await codeOf(() => other.write((tx) => tx.audit(event(2))))).toBe('none');
    other.close();
    expect(events()).toBe(2);
  });

  it('a full disk: says so, loses nothing, and goes on when there is room', async () => {
    const pages = db.sqlite.pragma('page_count', { simple: true }) as number;
    db.sqlite.pragma(`max_page_count = ${pages + 3}`);
    const kept: number[] = [];
    const code = await codeOf(() => {
      for (let id = 1; id < 500; id += 1) {
        db.write((tx) => tx.audit({ ...event(id), details: { text: 'م'.repeat(700) } }));
        kept.push(id);
      }
    });
    expect(code).toBe('diskFull');
    expect(kept.length).toBeGreaterThan(0);
    expect(events()).toBe(kept.length);
    db.sqlite.pragma('max_page_count = 100000');
    db.write((tx) => tx.audit(event(900)));
    expect(events()).toBe(kept.length + 1);
  });
});

describe('types', () => {
  it('a write outside a transaction does not compile', () => {
    // @ts-expect-error: the database reads; only the handle of `write` writes.
    const wrong: WriteTransaction = db;
    expect(wrong).toBe(db);
    // @ts-expect-error: a reader is no transaction.
    const call = (reader: Reader): void => insertPrintJob(reader, {} as never, 1, 1);
    expect(call).toBeTypeOf('function');
    // @ts-expect-error: an async act would commit before it has done its work.
    const later = (): unknown => db.write(async (tx) => tx.audit(event(1)));
    expect(later).toBeTypeOf('function');
    expectTypeOf<WriteTransaction>().toExtend<Reader>();
    expectTypeOf<Reader>().not.toExtend<WriteTransaction>();
  });
});
