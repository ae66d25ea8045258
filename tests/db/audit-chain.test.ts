import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AUDIT_GENESIS,
  auditHash,
  auditHead,
  checkAuditChain,
  CLOCK_CONFIRMED,
} from '#db/audit/audit-chain.ts';
import { auditRepeated, listAuditEvents, REPEAT_SPAN_MS } from '#db/audit/audit-queries.ts';
import { canonicalJson } from '#db/audit/canonical-json.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { isRefusedByTrigger } from '#db/sqlite-error.ts';
import { queries } from '#db/statement.ts';
import { tempFolder } from '../support/office.ts';

let folder: string;
let db: Database;
beforeEach(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const event = (id: number, atMs = id * 1000) => ({
  atMs,
  actorId: null,
  actorName: 'سارة',
  action: 'test.done',
  subjectKind: 'test',
  subjectId: id,
  details: { word: `كلمة ${id}` },
});
const fill = (count: number): void => {
  for (let id = 1; id <= count; id += 1) db.write((tx) => tx.audit(event(id)));
};
/** Somebody with the key and a tool of their own, who takes the triggers away first. */
const tamper = (sql: string): void => {
  for (const name of db.sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
    db.sqlite.exec(`DROP TRIGGER "${String(name)}"`);
  db.sqlite.exec(sql);
};

describe('the log', () => {
  it('grows by one, each event bound to the one before', () => {
    fill(3);
    expect(checkAuditChain(db)).toEqual({ count: 3, hash: auditHead(db).hash, fault: null });
    const [first] = db.list(queries.selectFrom('audit_log').selectAll().orderBy('seq'));
    expect(first!.hash).toBe(auditHash(AUDIT_GENESIS, first!));
    expect(listAuditEvents(db, null, 2).map((one) => one.seq)).toEqual([3, 2]);
    expect(listAuditEvents(db, 2, 10)).toMatchObject([{ seq: 1, details: { word: 'كلمة 1' } }]);
  });

  it('is walked in pages without losing one', () => {
    db.write((tx) => {
      for (let id = 1; id <= 11_000; id += 1) tx.audit(event(id));
    });
    expect(checkAuditChain(db)).toMatchObject({ count: 11_000, fault: null });
  });

  it.each([
    ['update', `UPDATE audit_log SET action = 'x' WHERE seq = 2`],
    ['delete', 'DELETE FROM audit_log WHERE seq = 3'],
    ['delete all', 'DELETE FROM audit_log'],
    ['replace', `REPLACE INTO audit_log SELECT * FROM audit_log WHERE seq = 2`],
    [
      'insert out of order',
      `INSERT INTO audit_log SELECT 9, at_ms, actor_id, actor_name, action, subject_kind, subject_id, details_json, hash FROM audit_log WHERE seq = 1`,
    ],
    ['head back', 'UPDATE audit_head SET count = 1'],
    ['head away', 'DELETE FROM audit_head'],
  ])('refuses to %s', (_, sql) => {
    fill(3);
    let refused: unknown;
    try {
      db.sqlite.exec(sql);
    } catch (error) {
      refused = error;
    }
    expect(isRefusedByTrigger(refused)).toBe(true);
    expect(checkAuditChain(db)).toMatchObject({ count: 3, fault: null });
  });

  it.each([
    ['an edited word', `UPDATE audit_log SET details_json = '{"word":"x"}' WHERE seq = 2`, 'audit.altered:2'],
    ['another actor', `UPDATE audit_log SET actor_name = 'محمد' WHERE seq = 1`, 'audit.altered:1'],
    ['another time', 'UPDATE audit_log SET at_ms = at_ms + 1 WHERE seq = 3', 'audit.altered:3'],
    ['one event gone', 'DELETE FROM audit_log WHERE seq = 2', 'audit.missing:2'],
    ['the first gone', 'DELETE FROM audit_log WHERE seq = 1', 'audit.missing:1'],
    ['a cut tail', 'DELETE FROM audit_log WHERE seq > 2', 'audit.cut:3'],
    ['all of it gone', 'DELETE FROM audit_log', 'audit.cut:1'],
    ['a moved head', `UPDATE audit_head SET hash = '${'0'.repeat(64)}'`, 'audit.head:3'],
    [
      'two swapped',
      'UPDATE audit_log SET seq = -1 WHERE seq = 1; UPDATE audit_log SET seq = 1 WHERE seq = 2; UPDATE audit_log SET seq = 2 WHERE seq = -1',
      'audit.altered:1',
    ],
  ])('finds %s', (_, sql, fault) => {
    fill(3);
    tamper(sql);
    expect(checkAuditChain(db).fault).toBe(fault);
  });

  it('finds every single flipped bit of an event', () => {
    fill(3);
    const row = db.list(queries.selectFrom('audit_log').selectAll().where('seq', '=', 2))[0]!;
    const before = db.list(queries.selectFrom('audit_log').select('hash').where('seq', '=', 1))[0]!.hash;
    fc.assert(
      fc.property(
        fc.constantFrom('actor_name', 'action', 'subject_kind', 'details_json' as const),
        fc.nat(200),
        fc.integer({ min: 0, max: 15 }),
        (column, at, bit) => {
          const text = row[column as 'action'];
          const index = at % text.length;
          const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
          const changed = { ...row, [column]: text.slice(0, index) + flipped + text.slice(index + 1) };
          return auditHash(before, changed) !== row.hash;
        },
      ),
    );
  });
});

describe('the clock in the log', () => {
  it('keeps the latest time ever seen, until a person confirms an earlier one', () => {
    db.write((tx) => tx.audit(event(1, 50_000)));
    // A look logged by a clock that fell back must not hide the fall.
    db.write((tx) => tx.audit(event(2, 10_000)));
    expect(auditHead(db).highWaterMs).toBe(50_000);
    db.write((tx) => tx.audit({ ...event(3, 11_000), action: CLOCK_CONFIRMED }));
    expect(auditHead(db).highWaterMs).toBe(11_000);
  });
});

describe('what repeats itself', () => {
  it('is one event for a quarter of an hour, unless something else came between', () => {
    const typing = (atMs: number, id = 1): void => db.write((tx) => auditRepeated(tx, event(id, atMs)));
    typing(0);
    typing(2000);
    typing(REPEAT_SPAN_MS - 1);
    expect(auditHead(db).count).toBe(1);
    typing(REPEAT_SPAN_MS);
    expect(auditHead(db).count).toBe(2);
    db.write((tx) => tx.audit({ ...event(1, REPEAT_SPAN_MS), action: 'test.other' }));
    typing(REPEAT_SPAN_MS + 1);
    expect(auditHead(db).count).toBe(4);
    typing(REPEAT_SPAN_MS + 2, 2);
    expect(auditHead(db).count).toBe(5);
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, 'ب', null, true], a: { d: undefined, c: 0.5 } })).toBe(
      '{"a":{"c":0.5},"b":[1,"ب",null,true]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled as never)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON would turn into something else', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('not canonical');
    expect(() => canonicalJson({ a: Number.POSITIVE_INFINITY })).toThrow('not canonical');
  });
});
