import { spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { openDatabase } from '#db/open-database.ts';
import { lockDataFolder } from '#electron/data-folder/lock-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { verifyFile } from '#electron/verify/verify-file.ts';
import { makeOffice, makeTemp } from '../backup/support/office.ts';
import { wisam, wisamInterrupted } from './support/wisam.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('verify');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const verify = (folder: string) => wisam(['verify', '--data', folder], temp.folder);

/** An office that was closed well, and one whose desk died with its write-ahead log full. */
beforeAll(async () => {
  await makeOffice(at('office'), ['خطاب أول', 'خطاب ثان']);
  cpSync(at('office'), at('died'), { recursive: true });
  const desk = spawnSync(process.execPath, [
    resolve(import.meta.dirname, 'support/crash-desk.ts'),
    at('died'),
    '60',
  ]);
  if (desk.signal !== 'SIGKILL') throw new Error(desk.stderr.toString());
  if (statSync(at('died/app.db-wal')).size < 100_000) throw new Error('the desk left no log behind');
});

/** Everything that could be seen to change: names, times to the nanosecond, modes, bytes. */
const stateOf = (folder: string): unknown =>
  ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()].map((name) => {
    const { mtimeNs, ctimeNs, mode, ino } = statSync(join(folder, name), { bigint: true });
    const bytes = statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)) : '';
    return [name, mtimeNs, ctimeNs, mode, ino, createHash('sha256').update(bytes).digest('hex')];
  });

const countOf = (out: string, name: string): number =>
  Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(out)?.[1]);

describe('verify', () => {
  it('prints one name and count a line, the same every time, and exits with 0', () => {
    const first = verify('office');
    expect([first.code, first.err]).toEqual([0, '']);
    for (const line of first.out.trimEnd().split('\n'))
      expect(line).toMatch(/^[a-z][a-z_ 0-9]*: (?:\d+|[0-9a-f]{64})$/);
    expect(countOf(first.out, 'letter_pdf')).toBe(2);
    expect(countOf(first.out, 'register outgoing 1448 last')).toBe(128);
    expect(first.out).toMatch(/^audit head: [0-9a-f]{64}$/m);
    expect(verify('office').out).toBe(first.out);
    cpSync(at('office'), at('moved whole'), { recursive: true });
    expect(verify('moved whole').out).toBe(first.out);
  });

  it('writes nothing, not even beside a write-ahead log that a dead desk left', () => {
    for (const folder of ['office', 'died']) {
      const before = stateOf(at(folder));
      expect(verify(folder).code).toBe(0);
      expect(stateOf(at(folder))).toEqual(before);
    }
    expect(countOf(verify('died').out, 'audit events')).toBe(
      countOf(verify('office').out, 'audit events') + 60,
    );
  });

  it('takes the residue of an older round of the log for what it is', () => {
    cpSync(at('office'), at('residue'), { recursive: true });
    const script = resolve(import.meta.dirname, 'support/crash-desk.ts');
    const desk = spawnSync(process.execPath, [script, at('residue'), '40', 'restart']);
    expect(desk.signal).toBe('SIGKILL');
    const wal = readFileSync(at('residue/app.db-wal'));
    const salts = new Set(
      Array.from({ length: (wal.length - 32) / 4120 }, (_, frame) => wal.readUInt32BE(32 + frame * 4120 + 8)),
    );
    expect(salts.size).toBeGreaterThan(1);
    const { code, err, out } = verify('residue');
    expect([code, err]).toEqual([0, '']);
    expect(countOf(out, 'audit events')).toBe(countOf(verify('office').out, 'audit events') + 40);
  });

  it('needs no lock file, and makes none', () => {
    cpSync(at('office'), at('never locked'), { recursive: true });
    rmSync(at('never locked/lock'));
    expect(verify('never locked').code).toBe(0);
    expect(existsSync(at('never locked/lock'))).toBe(false);
  });

  it('says nothing when its reader goes away, and one line when its output cannot be written', () => {
    const program = resolve(import.meta.dirname, '../../build/wisam.ts');
    const shell = (command: string) =>
      spawnSync('bash', ['-c', `set -o pipefail; '${process.execPath}' '${program}' ${command}`], {
        cwd: temp.folder,
        env: { ...process.env, INIT_CWD: temp.folder },
      });
    const piped = shell('verify --data office | head -1');
    expect([piped.status, piped.stdout.toString(), piped.stderr.toString()]).toEqual([
      0,
      expect.stringMatching(/^schema version: \d+\n$/),
      '',
    ]);
    const full = shell('verify --data office > /dev/full');
    expect(full.status).toBe(1);
    expect(full.stderr.toString()).toMatch(/^wisam: the output could not be written: ENOSPC[^\n]*\n/);
  });

  it('is refused while a desk has the folder open', () => {
    const lock = lockDataFolder(at('office'));
    const refused = verify('office');
    lock.release();
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/^wisam verify: dataFolderInUse: [^\n]*\n$/);
  });

  it('names what is missing or wrong', () => {
    const spoilt = (name: string, spoil: (folder: string) => void): string => {
      cpSync(at('office'), at(name), { recursive: true });
      spoil(at(name));
      const { code, err } = verify(name);
      expect(code).toBe(1);
      expect(err).toMatch(/^wisam verify: [^\n]*\n$/);
      return err;
    };
    expect(spoilt('no key', (folder) => rmSync(join(folder, 'database.key')))).toContain(
      'databaseKeyMissing',
    );
    expect(spoilt('no database', (folder) => rmSync(join(folder, 'app.db')))).toContain('databaseMissing');
    expect(
      spoilt('other key', (folder) => writeFileSync(join(folder, 'database.key'), 'ab'.repeat(32))),
    ).toContain('databaseKeyWrong');
    expect(
      spoilt('half', (folder) => {
        const bytes = readFileSync(join(folder, 'app.db'));
        writeFileSync(join(folder, 'app.db'), bytes.subarray(0, bytes.length / 2));
      }),
    ).toMatch(/databaseCorrupt|fault: /);
    expect(spoilt('restoring', (folder) => writeFileSync(join(folder, 'restore.ready'), '{}'))).toContain(
      'restoreInterrupted',
    );
  });

  it('names the number of an issued letter that somebody with the key has rewritten', () => {
    cpSync(at('office'), at('rewritten'), { recursive: true });
    const file = join(at('rewritten'), 'app.db');
    const database = openDatabase({ file, key: readDatabaseKey(at('rewritten')) });
    const { sqlite } = database;
    const name = 'letter_sealed_is_never_edited';
    const trigger = sqlite
      .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(name) as string;
    sqlite.exec(`DROP TRIGGER ${name}`);
    expect(
      sqlite
        .prepare(`UPDATE letter SET subject = 'غير ما صدر' WHERE number = 128 AND hijri_year = 1448`)
        .run().changes,
    ).toBe(1);
    sqlite.exec(trigger);
    database.close();
    const { code, err } = verify('rewritten');
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^wisam verify: fault: letter\.content:outgoing-1448-128\n$/),
    ]);
  });

  it('ends at a signal, and leaves no copy behind', async () => {
    mkdirSync(at('tmp'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = at('tmp');
    try {
      for (const [signal, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
      ] as const) {
        for (const afterMs of [250, 350, 450]) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          const ended = await wisamInterrupted(['verify', '--data', 'office'], temp.folder, signal, afterMs);
          if (ended.code !== 0 && ended.signal !== signal)
            expect([ended.code, ended.err]).toEqual([code, '']);
          expect(readdirSync(at('tmp'))).toEqual([]);
        }
      }
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});

/** What `verify` would say of a file, in this process: `none`, a fault, or the code of a refusal. */
const verdict = (file: string, key: Buffer): string => {
  try {
    return verifyFile(file, key).fault ?? 'none';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('one flipped bit', () => {
  it('in any page of the database is a fault', () => {
    const key = readDatabaseKey(at('office'));
    const good = readFileSync(at('office/app.db'));
    mkdirSync(at('flipped'));
    writeFileSync(at('flipped/app.db'), good);
    expect(verdict(at('flipped/app.db'), key)).toBe('none');
    const pages = good.length / 4096;
    const places = [
      ...Array.from({ length: 24 }, (_, place) => place),
      // Every page at least once, wherever in it; then anywhere.
      ...Array.from({ length: pages }, (_, page) => page * 4096 + randomInt(4096)),
      ...Array.from({ length: 200 }, () => randomInt(good.length)),
      ...[-1, -16, -17, -80, -81].map((back) => good.length + back),
    ];
    const unseen = places.filter((place) => {
      const bytes = Buffer.from(good);
      bytes[place]! ^= 1 << randomInt(8);
      writeFileSync(at('flipped/app.db'), bytes);
      return verdict(at('flipped/app.db'), key) === 'none';
    });
    expect(unseen).toEqual([]);
  });

  it(
    'in the write-ahead log is a fault, where SQLite would drop commits without a word',
    { timeout: 120_000 },
    () => {
      const key = readDatabaseKey(at('died'));
      const good = readFileSync(at('died/app.db-wal'));
      mkdirSync(at('flipped-wal'));
      copyFileSync(at('died/app.db'), at('flipped-wal/app.db'));
      writeFileSync(at('flipped-wal/app.db-wal'), good);
      expect(verdict(at('flipped-wal/app.db'), key)).toBe('none');
      const places = [
        ...Array.from({ length: 32 + 24 }, (_, place) => place),
        ...Array.from({ length: 24 }, (_, place) => good.length - 4120 + place),
        ...Array.from({ length: 120 }, () => randomInt(good.length)),
      ];
      const unseen = places.filter((place) => {
        const bytes = Buffer.from(good);
        bytes[place]! ^= 1 << randomInt(8);
        writeFileSync(at('flipped-wal/app.db-wal'), bytes);
        return verdict(at('flipped-wal/app.db'), key) === 'none';
      });
      expect(unseen).toEqual([]);
    },
  );

  it('is told by the command with 1 and the first fault named', () => {
    cpSync(at('office'), at('told'), { recursive: true });
    const bytes = readFileSync(at('told/app.db'));
    bytes[bytes.length - 3000]! ^= 1;
    writeFileSync(at('told/app.db'), bytes);
    const { code, err } = verify('told');
    expect(code).toBe(1);
    // The page itself, not SQLite's headline above it.
    expect(err).toMatch(/^wisam verify: fault: pages:[^\n]*page \d+[^\n]*\n$/);
  });
});
