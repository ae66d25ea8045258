import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseMobile } from '#shared/identifiers/mobile.ts';
import { parseNationalId } from '#shared/identifiers/national-id.ts';
import { openDatabase } from '#db/open-database.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { DEMO_PASSWORD, DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { demoPerson } from '#electron/demo/demo-people.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { createPasswords } from '#electron/staff/passwords.ts';

// An office is years of real papers: seconds on a quiet machine, minutes on one that does other things as well.
vi.setConfig({ testTimeout: 180_000 });

const scratch = mkdtempSync(join(tmpdir(), 'wisam-demo-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const make = async (name: string, change: Partial<Parameters<typeof runDemo>[0]> = {}): Promise<string> => {
  const dataFolder = join(scratch, name);
  await runDemo({
    people: 60,
    seed: 11,
    dataFolder,
    recoveryKeyFile: undefined,
    until: DEMO_UNTIL,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...change,
  });
  return dataFolder;
};

const open = (dataFolder: string) =>
  openDatabase({ file: join(dataFolder, 'app.db'), key: readDatabaseKey(dataFolder), readonly: true });

const verified = (dataFolder: string): string => {
  const db = open(dataFolder);
  try {
    return JSON.stringify(verifyDatabase(db));
  } finally {
    db.close();
  }
};

describe('demo', () => {
  // Each office costs seconds: one is made with everything, two more to be compared with it.
  const keyFile = join(scratch, 'recovery.key');
  const one = make('one', { recoveryKeyFile: keyFile });

  it('gives the same office for the same seed, down to the head of its audit chain', async () => {
    expect(verified(await one)).toContain('audit head');
    expect(verified(await make('same'))).toBe(verified(await one));
  });

  it('is another office for another seed, and ends on another day when told so', async () => {
    const other = await make('other', { seed: 12, until: '2026-03-01' });
    expect(verified(other)).not.toBe(verified(await one));
    const db = open(other);
    const last = db.sqlite.prepare('SELECT max(day) FROM visit').pluck().get();
    db.close();
    expect(last).toBe('2026-03-01');
  });

  it('is an office in which something waits at every step, and every number is whole', async () => {
    const db = open(await one);
    const column = (sql: string): unknown[] => db.sqlite.prepare(sql).pluck().all();
    try {
      expect(verifyDatabase(db).fault).toBeNull();
      // Beside them stand partner bodies, and records that were entered twice without a number.
      const byNumber = column("SELECT id_number FROM party WHERE id_kind = 'nationalId'");
      expect(byNumber).toHaveLength(60);
      for (const id of byNumber) expect(parseNationalId(String(id)).ok).toBe(true);
      // No child of a household is older than its parent, or born to one who was past bearing or begetting.
      const apart = column(
        `SELECT substr(child.birth_printed, 1, 4) - substr(own.birth_printed, 1, 4) FROM household_member head
         JOIN party own ON own.id = head.party_id AND own.birth_calendar = 'hijri'
         JOIN household_member child ON child.household_id = head.household_id
           AND child.relation IN ('son', 'daughter') AND child.birth_calendar = 'hijri'
         WHERE head.relation = 'head'`,
      ).map(Number);
      expect(apart.length).toBeGreaterThan(10);
      expect(Math.min(...apart)).toBeGreaterThan(15);
      expect(Math.max(...apart)).toBeLessThan(63);
      expect(column('SELECT count(*) > 0 FROM contact_point WHERE discreet = 1')).toEqual([1]);
      for (const mobile of column('SELECT mobile FROM party WHERE mobile IS NOT NULL'))
        expect(parseMobile(String(mobile))).toEqual({ ok: true, value: mobile });
      expect(
        column('SELECT DISTINCT current_step FROM support_request WHERE current_step > 0 ORDER BY 1'),
      ).toEqual([2, 3, 4, 5, 6, 7]);
      // Somebody comes on a deed and signs on it, and something is urgent, each with its reason.
      expect(
        column(`SELECT count(DISTINCT r.phase) > 1 FROM support_request r
                JOIN representative deed ON deed.id = r.representation_id
                WHERE deed.matched_at_ms IS NOT NULL AND deed.deed_number <> '' AND deed.scope <> ''`),
      ).toEqual([1]);
      expect(
        column('SELECT count(*) > 1 FROM document_signature WHERE representation_id IS NOT NULL'),
      ).toEqual([1]);
      expect(
        column("SELECT count(*) > 1 FROM support_request WHERE level = 'urgent' AND level_reason <> ''"),
      ).toEqual([1]);
      expect(column('SELECT DISTINCT state FROM letter ORDER BY state')).toEqual([
        'approved',
        'draft',
        'issued',
        'proof',
        'returned',
        'voided',
      ]);
      // Sunday to Thursday in Riyadh, for whatever the log saw happen; strftime counts from Sunday, 0.
      const weekdays = column(
        "SELECT DISTINCT strftime('%w', at_ms / 1000 + 3 * 3600, 'unixepoch') FROM audit_log ORDER BY 1",
      );
      expect(weekdays).toEqual(['0', '1', '2', '3', '4']);
      const [early, late] = column(
        "SELECT strftime('%H', at_ms / 1000 + 3 * 3600, 'unixepoch') FROM audit_log ORDER BY 1",
      ).filter((_, index, all) => index === 0 || index === all.length - 1);
      expect([early, late]).toEqual(['08', '14']);
      expect(
        column("SELECT count(*) FROM contact WHERE strftime('%w', next_action_on) IN ('5', '6')"),
      ).toEqual([0]);
      const [phc] = column('SELECT password_hash FROM staff LIMIT 1');
      expect(await createPasswords().verify(String(phc), DEMO_PASSWORD)).toBe(true);
    } finally {
      db.close();
    }
  });

  it('lets its letters live on: signed, handed over, returned with remarks, voided and corrected', async () => {
    const db = open(await one);
    const numberOf = (sql: string): number => db.sqlite.prepare(sql).pluck().get() as number;
    try {
      const issued = numberOf("SELECT count(*) FROM letter WHERE state = 'issued'");
      const signed = numberOf('SELECT count(*) FROM letter WHERE signed_at_ms IS NOT NULL');
      const delivered = numberOf('SELECT count(*) FROM letter WHERE delivered_at_ms IS NOT NULL');
      expect(signed / issued).toBeGreaterThan(0.75);
      expect(signed / issued).toBeLessThan(1);
      expect(delivered / issued).toBeGreaterThan(0.65);
      expect(delivered / issued).toBeLessThan(0.95);
      expect(numberOf('SELECT count(DISTINCT method) FROM letter_delivery')).toBeGreaterThan(2);
      // Nothing is signed or handed over before it is issued.
      expect(
        numberOf(`SELECT count(*) FROM letter WHERE origin = 'desk' AND signed_at_ms <= issued_at_ms`),
      ).toBe(0);
      expect(
        numberOf(
          'SELECT count(*) FROM letter_delivery d JOIN letter l ON l.id = letter_id WHERE d.day < l.day',
        ),
      ).toBe(0);
      expect(
        numberOf("SELECT count(*) FROM letter WHERE state = 'returned' AND remarks <> ''"),
      ).toBeGreaterThan(0);
      const voided = numberOf("SELECT count(*) FROM letter WHERE state = 'voided' AND void_reason <> ''");
      expect(voided).toBeGreaterThan(0);
      expect(
        numberOf(`SELECT count(*) FROM letter mended JOIN letter wrong ON wrong.id = mended.corrects_id
                  WHERE wrong.state = 'voided' AND mended.state = 'issued'`),
      ).toBe(voided);
      // A page each, however often it is filed.
      expect(numberOf('SELECT count(*) FROM stored_file')).toBeLessThan(10);
    } finally {
      db.close();
    }
  });

  it('receives letters: answered, laid down, waiting, and exactly two overdue', async () => {
    const db = open(await one);
    const numberOf = (sql: string, ...values: string[]): number =>
      db.sqlite
        .prepare(sql)
        .pluck()
        .get(...values) as number;
    try {
      // Letters that tell decisions come on top of them.
      const outgoing = numberOf(
        "SELECT count(*) FROM letter WHERE origin = 'desk' AND batch_id IS NULL AND request_id IS NULL",
      );
      const incoming = numberOf('SELECT count(*) FROM incoming_letter');
      expect(incoming / outgoing).toBeGreaterThan(0.3);
      expect(incoming / outgoing).toBeLessThan(0.5);
      const answered = numberOf(`SELECT count(*) FROM incoming_letter came JOIN letter ON answers_id = came.id
                                 WHERE came.state = 'closed' AND letter.state = 'issued'`);
      expect(answered).toBeGreaterThan(1);
      const waiting = "FROM incoming_letter WHERE state = 'open'";
      expect(numberOf(`SELECT count(*) ${waiting}`)).toBeGreaterThan(2);
      expect(numberOf(`SELECT count(*) ${waiting} AND due_day < ?`, DEMO_UNTIL)).toBe(2);
      expect(numberOf('SELECT count(*) FROM incoming_letter WHERE their_day > day')).toBe(0);
      expect(numberOf('SELECT count(DISTINCT sender_line) FROM incoming_letter')).toBeGreaterThan(4);
    } finally {
      db.close();
    }
  });

  it('kept numbers for paper in the present year, and wrote to twelve families from a template of its own', async () => {
    const db = open(await one);
    try {
      const rows = (sql: string): unknown[] => db.sqlite.prepare(sql).all();
      expect(rows('SELECT state, count(*) AS n FROM reserved_number GROUP BY state ORDER BY state')).toEqual([
        { state: 'entered', n: 5 },
        { state: 'open', n: 2 },
        { state: 'voided', n: 1 },
      ]);
      expect(rows('SELECT DISTINCT hijri_year AS year FROM reserved_range')).toEqual([{ year: 1448 }]);
      expect(rows('SELECT count(*) AS n FROM letter_template WHERE built_in_key IS NULL')).toEqual([
        { n: 2 },
      ]);
      expect(
        rows(`SELECT state, count(*) AS n FROM letter_batch_person person JOIN letter ON letter.id = letter_id
              WHERE left_out_code IS NULL AND letter.batch_id = person.batch_id GROUP BY state`),
      ).toEqual([{ state: 'issued', n: 12 }]);
    } finally {
      db.close();
    }
  });

  it('is whole for one person, and on the first days of a Hijri year', async () => {
    // 1 Muharram 1448 is the 16th of June 2026: numbers for paper are taken in that year, on that day.
    const dataFolder = await make('newYear', { people: 1, until: '2026-06-16' });
    const db = open(dataFolder);
    try {
      expect(verifyDatabase(db).fault).toBeNull();
      expect(
        db.sqlite
          .prepare('SELECT hijri_year, state, count(*) AS n FROM reserved_number GROUP BY state')
          .all(),
      ).toEqual([
        { hijri_year: 1448, state: 'entered', n: 5 },
        { hijri_year: 1448, state: 'open', n: 2 },
        { hijri_year: 1448, state: 'voided', n: 1 },
      ]);
    } finally {
      db.close();
    }
  });

  it('writes its recovery identity for its owner alone', async () => {
    await one;
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+\n$/u);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder with something in it, and a key file that is there, and touches neither', async () => {
    const dataFolder = join(scratch, 'taken');
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'letter.txt'), 'x');
    await expect(make('taken')).rejects.toMatchObject({ code: expect.stringMatching(/^dataFolderNot/u) });
    expect(readdirSync(dataFolder)).toEqual(['letter.txt']);
    const key = join(scratch, 'old.key');
    writeFileSync(key, 'old');
    await expect(make('unkeyed', { recoveryKeyFile: key })).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(key, 'utf8')).toBe('old');
    expect(existsSync(join(scratch, 'unkeyed'))).toBe(false);
  });

  it('leaves nothing behind when it is stopped half way', async () => {
    const stop = new AbortController();
    const made = make('stopped', { signal: stop.signal, onProgress: (done) => done > 40 && stop.abort() });
    await expect(made).rejects.toThrow();
    expect(existsSync(join(scratch, 'stopped'))).toBe(false);
  });
});

describe('people of the demo', () => {
  it('never share an id, whatever their number', () => {
    const ids = new Set<string>();
    for (let index = 0; index < 20_000; index += 1) {
      const { nationalId } = demoPerson(index * 53, 5, createDemoRandom(index));
      expect(parseNationalId(nationalId).ok).toBe(true);
      ids.add(nationalId.slice(1, 9));
    }
    expect(ids.size).toBe(20_000);
  });
});
