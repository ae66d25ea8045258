import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { verifyFile } from '#electron/verify/verify-file.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { makeOffice, makeTemp, readOffice, type TestOffice } from '../backup/support/office.ts';
import { wisam, wisamInterrupted, type Ended } from './support/wisam.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('cli-backup');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const run = (...words: string[]): Ended => wisam(words, temp.folder);
const verified = (folder: string): string => {
  const { code, out, err } = run('verify', '--data', folder);
  expect([code, err]).toEqual([0, '']);
  return out;
};

let office: TestOffice;
let archive: string;
beforeAll(async () => {
  office = await makeOffice(at('office'), ['خطاب أول', 'خطاب ثان']);
  writeFileSync(at('key.txt'), `${office.recovery.identity}\n`);
  mkdirSync(at('stick'));
});

describe('backup, verify-backup, restore', () => {
  it('carry an office to another computer, byte for byte, from where the person stands', () => {
    const before = verified('office');
    const backup = run('backup', '--data', 'office', '--to', 'stick');
    expect([backup.code, backup.err]).toEqual([0, '']);
    archive = /^file: (.*)$/m.exec(backup.out)?.[1] ?? '';
    expect(archive.startsWith(at('stick'))).toBe(true);
    expect(backup.out).toContain(`bytes: ${statSync(archive).size}\n`);
    expect(backup.out).toMatch(/^sha256: [0-9a-f]{64}$/m);
    // The data are as they were: what was done is written into the log when the desk opens.
    expect(verified('office')).toBe(before);

    const checked = run('verify-backup', archive, '--key', 'key.txt');
    expect([checked.code, checked.err, checked.out]).toEqual([0, '', before]);

    mkdirSync(at('other home'));
    const restored = wisam(
      ['restore', archive, '--key', '../key.txt', '--data', 'deep/office'],
      at('other home'),
      {
        HOME: at('other home'),
        XDG_CONFIG_HOME: at('other home'),
      },
    );
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(restored.out).toBe(`restored: ${at('other home/deep/office')}\n`);
    expect(verified('other home/deep/office')).toBe(before);
    for (const id of [1, 2]) {
      const sealed = readOffice(office.dataFolder, (db) => findLetterPdf(db, id));
      expect(
        Buffer.from(sealed ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      expect(readOffice(at('other home/deep/office'), (db) => findLetterPdf(db, id))).toEqual(sealed);
    }
    expect(statSync(at('other home/deep/office/database.key')).mode & 0o777).toBe(0o600);
  });

  it('finds the desk’s own folder when none is named', () => {
    cpSync(at('office'), at('config/Wisam/data'), { recursive: true });
    const found = wisam(['verify'], temp.folder, { XDG_CONFIG_HOME: at('config') });
    expect([found.code, found.out]).toEqual([0, verified('office')]);
  });

  it('refuse with one line and leave nothing behind', async () => {
    const other = await makeRecoveryIdentity();
    writeFileSync(at('other-key.txt'), other.identity);
    writeFileSync(
      at('mistyped.txt'),
      office.recovery.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')),
    );
    const bytes = readFileSync(archive);
    writeFileSync(at('cut.age'), bytes.subarray(0, bytes.length - 100));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(at('altered.age'), bytes);
    const before = readdirSync(temp.folder).sort();
    const cases: readonly (readonly [string, string[]])[] = [
      ['recoveryKeyWrong', [archive, '--key', 'other-key.txt']],
      ['recoveryKeyWrong', [archive, '--key', 'mistyped.txt']],
      ['recoveryKeyWrong', [archive, '--key', archive]],
      ['backupDamaged', ['cut.age', '--key', 'key.txt']],
      ['backupDamaged', ['altered.age', '--key', 'key.txt']],
      ['backupNotOurs', ['key.txt', '--key', 'key.txt']],
      ['fileMissing', ['nothing.age', '--key', 'key.txt']],
      ['fileMissing', [archive, '--key', 'no-key.txt']],
    ];
    for (const [code, words] of cases) {
      for (const ended of [run('verify-backup', ...words), run('restore', ...words, '--data', 'new/deep')]) {
        expect([ended.code, ended.out]).toEqual([1, '']);
        expect(ended.err).toMatch(new RegExp(`^wisam (?:verify-backup|restore): ${code}: [^\\n]*\\n$`));
        expect(ended.err).not.toContain(office.recovery.identity.slice(20));
      }
      expect(readdirSync(temp.folder).sort()).toEqual(before);
    }
    mkdirSync(at('foreign'));
    writeFileSync(at('foreign/thesis.docx'), 'years');
    expect(run('restore', archive, '--key', 'key.txt', '--data', 'foreign').err).toContain(
      'restoreTargetNotEmpty',
    );
    expect(readdirSync(at('foreign'))).toEqual(['thesis.docx']);
    expect(run('backup', '--data', 'office', '--to', 'no-stick').err).toContain('backupFolderMissing');
    expect(existsSync(at('no-stick'))).toBe(false);
  });
});

/**
 * Moments for a signal, at random within a run, until so many runs were ended by it. How long a run takes depends on what
 * else the machine does: one that ended by itself makes the next moments earlier, one that was ended a little later.
 */
const untilEnded = async (
  count: number,
  firstGuessMs: number,
  round: (afterMs: number, index: number) => Promise<boolean>,
): Promise<void> => {
  let longestMs = firstGuessMs;
  let ended = 0;
  for (let index = 0; ended < count; index += 1) {
    expect(index).toBeLessThan(count * 6);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const wasEnded = await round(Math.round(100 + Math.random() * longestMs), index);
    ended += wasEnded ? 1 : 0;
    longestMs *= wasEnded ? 1.1 : 0.7;
  }
};

/** What `verify` prints, read in this process; a fault where there is one. */
const linesOf = (folder: string): string => {
  const { lines, fault } = verifyFile(join(folder, 'app.db'), readDatabaseKey(folder));
  return fault ?? lines.map(({ name, value }) => `${name}: ${value}`).join('\n');
};

describe('a process that is ended', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s during a backup or a restore cleans up and says so by its exit code',
    async (signal, code) => {
      const folder = at(`ended-${signal}`);
      mkdirSync(join(folder, 'stick'), { recursive: true });
      cpSync(at('office'), join(folder, 'office'), { recursive: true });
      rmSync(join(folder, 'office/command-line.json'), { force: true });
      const asBefore = readdirSync(join(folder, 'office')).sort();
      await untilEnded(3, 900, async (afterMs) => {
        const words = ['backup', '--data', 'office', '--to', 'stick'];
        const ended = await wisamInterrupted(words, folder, signal, afterMs);
        if (ended.code !== code) {
          // It was faster, or it had not begun to listen.
          expect(ended.code === 0 || ended.signal === signal).toBe(true);
          rmSync(join(folder, 'office/command-line.json'), { force: true });
          return false;
        }
        expect([ended.out, ended.err]).toEqual(['', '']);
        expect(readdirSync(join(folder, 'office')).sort()).toEqual(asBefore);
        return true;
      });
      await untilEnded(3, 900, async (afterMs, index) => {
        const words = ['restore', archive, '--key', at('key.txt'), '--data', `restored-${index}/deep`];
        const ended = await wisamInterrupted(words, folder, signal, afterMs);
        if (ended.code !== code) {
          expect(ended.code === 0 || ended.signal === signal).toBe(true);
          return false;
        }
        expect(existsSync(join(folder, `restored-${index}`))).toBe(false);
        return true;
      });
      expect(readdirSync(join(folder, 'stick')).every((name) => name.startsWith('backup-'))).toBe(true);
    },
  );

  it('by kill -9 during a backup leaves the data whole, no archive that is not, and a clean next run', async () => {
    const folder = at('killed-backup');
    mkdirSync(join(folder, 'stick'), { recursive: true });
    cpSync(at('office'), join(folder, 'office'), { recursive: true });
    const words = ['backup', '--data', 'office', '--to', 'stick'];
    await untilEnded(10, 900, async (afterMs) => {
      return (await wisamInterrupted(words, folder, 'SIGKILL', afterMs)).signal === 'SIGKILL';
    });
    expect(linesOf(join(folder, 'office'))).toBe(linesOf(at('office')));
    expect(wisam(words, folder).code).toBe(0);
    expect(readdirSync(join(folder, 'office'))).not.toContain('backup-work');
    const archives = readdirSync(join(folder, 'stick'));
    expect(archives.every((name) => /^backup-.*\.tar\.zst\.age$/.test(name))).toBe(true);
    for (const name of archives) {
      expect(run('verify-backup', join(folder, 'stick', name), '--key', 'key.txt').code).toBe(0);
    }
  });

  it('by kill -9 during a restore leaves the old data or the new, never anything between', async () => {
    await makeOffice(at('present'), ['حاضر']);
    const old = linesOf(at('present'));
    const fresh = linesOf(at('office'));
    expect(old).not.toBe(fresh);
    const folder = at('killed-restore');
    mkdirSync(folder);
    await untilEnded(12, 1500, async (afterMs, index) => {
      const name = `round-${index}`;
      cpSync(at('present'), join(folder, name), { recursive: true });
      const words = ['restore', archive, '--key', at('key.txt'), '--data', name];
      const { signal } = await wisamInterrupted(words, folder, 'SIGKILL', afterMs);
      openDataFolder(join(folder, name)).close();
      expect([old, fresh]).toContain(linesOf(join(folder, name)));
      expect(readdirSync(join(folder, name))).not.toContain('next');
      expect(readdirSync(join(folder, name))).not.toContain('prev');
      return signal === 'SIGKILL';
    });
  });

  it('by kill -9 during a restore into nothing leaves nothing, or the whole', async () => {
    const folder = at('killed-new');
    mkdirSync(folder);
    await untilEnded(4, 900, async (afterMs, index) => {
      const words = ['restore', archive, '--key', at('key.txt'), '--data', `round-${index}`];
      const { signal } = await wisamInterrupted(words, folder, 'SIGKILL', afterMs);
      const again = wisam(words, folder);
      expect([again.code, again.err]).toEqual([0, '']);
      expect(linesOf(join(folder, `round-${index}`))).toBe(linesOf(at('office')));
      return signal === 'SIGKILL';
    });
  });
});
