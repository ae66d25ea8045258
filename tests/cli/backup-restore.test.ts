import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { makeOffice, makeTemp, readOffice, type TestOffice } from '../backup/support/office.ts';
import { wisam, type Ended } from './support/wisam.ts';

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
