import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { verifyFile } from '#electron/verify/verify-file.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { makeOffice, makeTemp, readOffice, type TestOffice } from '../backup/support/office.ts';
import { wisam, wisamInterrupted, type Ended } from './support/wisam.ts';

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

/** Moments spread over the run: before it begins to work, in the middle, near its end. */
const moments = (count: number, longestMs: number): readonly number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.round(150 + ((index + Math.random()) / count) * longestMs),
  );

/** What `verify` prints, read in this process; a fault where there is one. */
const linesOf = (folder: string): string => {
  const { lines, fault } = verifyFile(join(folder, 'app.db'), readDatabaseKey(folder));
  return fault ?? lines.map(({ name, value }) => `${name}: ${value}`).join('\n');
};

const timeOf = (act: () => void): number => {
  const start = performance.now();
  act();
  return performance.now() - start;
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
      const asBefore = readdirSync(join(folder, 'office')).sort();
      let ended = 0;
      for (const afterMs of moments(4, 700)) {
        // oxlint-disable no-await-in-loop -- one after the other
        const backup = await wisamInterrupted(
          ['backup', '--data', 'office', '--to', 'stick'],
          folder,
          signal,
          afterMs,
        );
        if (backup.code === code) {
          ended += 1;
          expect([backup.out, backup.err]).toEqual(['', '']);
          expect(readdirSync(join(folder, 'office')).sort()).toEqual(asBefore);
        } else expect(backup.signal === signal || backup.code === 0).toBe(true);
        const words = ['restore', archive, '--key', at('key.txt'), '--data', 'restored/deep'];
        const restore = await wisamInterrupted(words, folder, signal, afterMs);
        if (restore.code === code) {
          ended += 1;
          expect(existsSync(join(folder, 'restored'))).toBe(false);
        } else expect(restore.signal === signal || restore.code === 0).toBe(true);
        if (restore.code === 0) break;
      }
      expect(ended).toBeGreaterThan(1);
      expect(readdirSync(join(folder, 'stick')).every((name) => name.startsWith('backup-'))).toBe(true);
    },
    60_000,
  );

  it('by kill -9 during a backup leaves the data whole, no archive that is not, and a clean next run', async () => {
    const folder = at('killed-backup');
    mkdirSync(join(folder, 'stick'), { recursive: true });
    cpSync(at('office'), join(folder, 'office'), { recursive: true });
    const words = ['backup', '--data', 'office', '--to', 'stick'];
    const wholeMs = timeOf(() => expect(wisam(words, folder).code).toBe(0));
    let killed = 0;
    for (const afterMs of moments(12, wholeMs)) {
      const { signal } = await wisamInterrupted(words, folder, 'SIGKILL', afterMs);
      if (signal === 'SIGKILL') killed += 1;
    }
    expect(killed).toBeGreaterThan(6);
    expect(linesOf(join(folder, 'office'))).toBe(linesOf(at('office')));
    expect(wisam(words, folder).code).toBe(0);
    expect(readdirSync(join(folder, 'office'))).not.toContain('backup-work');
    const archives = readdirSync(join(folder, 'stick'));
    expect(archives.every((name) => /^backup-.*\.tar\.zst\.age$/.test(name))).toBe(true);
    for (const name of archives) {
      expect(run('verify-backup', join(folder, 'stick', name), '--key', 'key.txt').code).toBe(0);
    }
  }, 120_000);

  it('by kill -9 during a restore leaves the old data or the new, never anything between', async () => {
    await makeOffice(at('present'), ['حاضر']);
    const old = linesOf(at('present'));
    const fresh = linesOf(at('office'));
    expect(old).not.toBe(fresh);
    const folder = at('killed-restore');
    mkdirSync(folder);
    const words = ['restore', archive, '--key', at('key.txt'), '--data', 'office'];
    cpSync(at('present'), join(folder, 'office'), { recursive: true });
    const wholeMs = timeOf(() => expect(wisam(words, folder).code).toBe(0));
    const ends: string[] = [];
    for (const [round, afterMs] of moments(16, wholeMs).entries()) {
      const name = `round-${round}`;
      cpSync(at('present'), join(folder, name), { recursive: true });
      const { signal } = await wisamInterrupted([...words.slice(0, -1), name], folder, 'SIGKILL', afterMs);
      openDataFolder(join(folder, name)).close();
      const now = linesOf(join(folder, name));
      expect([old, fresh]).toContain(now);
      if (signal === 'SIGKILL') ends.push(now === old ? 'old' : 'new');
      expect(readdirSync(join(folder, name))).not.toContain('next');
      expect(readdirSync(join(folder, name))).not.toContain('prev');
    }
    expect(ends.length).toBeGreaterThan(8);
  }, 240_000);

  it('by kill -9 during a restore into nothing leaves nothing, or the whole', async () => {
    const folder = at('killed-new');
    mkdirSync(folder);
    for (const [round, afterMs] of moments(4, 900).entries()) {
      const name = `round-${round}`;
      const words = ['restore', archive, '--key', at('key.txt'), '--data', name];
      await wisamInterrupted(words, folder, 'SIGKILL', afterMs);
      // oxlint-enable no-await-in-loop
      const again = wisam(words, folder);
      expect([again.code, again.err]).toEqual([0, '']);
      expect(linesOf(join(folder, name))).toBe(linesOf(at('office')));
    }
  }, 120_000);
});
