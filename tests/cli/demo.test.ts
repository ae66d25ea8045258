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
import { afterAll, describe, expect, it } from 'vitest';
import { parseMobile } from '#shared/identifiers/mobile.ts';
import { parseNationalId } from '#shared/identifiers/national-id.ts';
import { openDatabase } from '#db/open-database.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { DEMO_PASSWORD, DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { demoPerson } from '#electron/demo/demo-people.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { createPasswords } from '#electron/staff/passwords.ts';

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
      expect(column('SELECT count(*) FROM party')).toEqual([60]);
      for (const id of column('SELECT id_number FROM party'))
        expect(parseNationalId(String(id)).ok).toBe(true);
      for (const mobile of column('SELECT mobile FROM party'))
        expect(parseMobile(String(mobile))).toEqual({ ok: true, value: mobile });
      expect(
        column('SELECT DISTINCT current_step FROM support_request WHERE current_step > 0 ORDER BY 1'),
      ).toEqual([2, 3, 4, 5, 6, 7]);
      expect(column('SELECT DISTINCT state FROM letter ORDER BY state')).toEqual([
        'approved',
        'draft',
        'issued',
        'proof',
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
