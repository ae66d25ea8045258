import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openArchive } from '#electron/backup/open-archive.ts';
import { restoreIntoFolder } from '#electron/backup/restore-folder.ts';
import { verifyBackup } from '#electron/backup/verify-backup.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { codeOfAsync } from './support/code-of.ts';
import { backUpTo, backupWorker, makeOffice, makeTemp, NOW_MS, type TestOffice } from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('altered');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const ports = { workerFile: backupWorker };

let office: TestOffice;
let good: Buffer;
beforeAll(async () => {
  office = await makeOffice(at('office'), ['خطاب']);
  mkdirSync(at('stick'));
  const { file } = await backUpTo(office, at('stick'));
  good = readFileSync(file);
});

/** What opening these bytes with the printed key says; the folder that it writes to is fresh each time. */
const verdict = async (bytes: Uint8Array): Promise<string> => {
  writeFileSync(at('altered.age'), bytes);
  rmSync(at('into'), { recursive: true, force: true });
  mkdirSync(at('into'));
  const { identity } = office.recovery;
  return codeOfAsync(
    openArchive({ kind: 'open', archive: at('altered.age'), identity, into: at('into') }, () => undefined),
  );
};

const flipped = (place: number, bit: number): Buffer => {
  const bytes = Buffer.from(good);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
  return bytes;
};

const REFUSED = ['backupDamaged', 'backupNotOurs', 'recoveryKeyWrong'];

describe('an archive that is not what was written', () => {
  it('is accepted as it is (or the rest of this file proves nothing)', async () => {
    expect(await verdict(good)).toBe('none');
  });

  it('is refused for one flipped bit, wherever it is', async () => {
    const header = good.indexOf('\n---') + 60;
    const places = [
      ...Array.from({ length: header }, (_, place) => place),
      ...Array.from({ length: 400 }, () => randomInt(header, good.length)),
      ...Array.from({ length: 20 }, (_, back) => good.length - 1 - back),
    ];
    const passed: number[] = [];
    for (const place of places) {
      // oxlint-disable-next-line no-await-in-loop -- they share one file
      if (!REFUSED.includes(await verdict(flipped(place, randomInt(8))))) passed.push(place);
    }
    expect(passed).toEqual([]);
  });

  it(
    'is refused when it is cut, at any length, or when something was added',
    { timeout: 120_000 },
    async () => {
      const lengths = [
        0,
        1,
        21,
        22,
        100,
        good.length - 1,
        good.length - 16,
        good.length - 17,
        ...Array.from({ length: 150 }, () => randomInt(good.length)),
        // The borders of age's 64 KiB chunks, where what is left is whole chunks.
        ...Array.from({ length: 8 }, (_, n) => good.length - (good.length % 65_552) - n * 65_552).filter(
          (n) => n > 0,
        ),
      ];
      const passed: number[] = [];
      for (const length of lengths) {
        // oxlint-disable-next-line no-await-in-loop -- they share one file
        if (!REFUSED.includes(await verdict(good.subarray(0, length)))) passed.push(length);
      }
      expect(passed).toEqual([]);
      expect(await verdict(Buffer.concat([good, Buffer.from([0])]))).toBe('backupDamaged');
      expect(await verdict(Buffer.concat([good, good]))).toBe('backupDamaged');
    },
  );

  it('is told from another key, a file that is no archive, and none at all', async () => {
    const other = await makeRecoveryIdentity();
    writeFileSync(at('good.age'), good);
    const verify = (archive: string, recoveryKey: string): Promise<string> =>
      codeOfAsync(verifyBackup({ archive, recoveryKey }, ports));
    expect(await verify(at('good.age'), other.identity)).toBe('recoveryKeyWrong');
    expect(await verify(at('good.age'), 'not a key')).toBe('recoveryKeyWrong');
    expect(await verify(at('none.age'), office.recovery.identity)).toBe('fileMissing');
    expect(await verify(temp.folder, office.recovery.identity)).toBe('backupNotOurs');
    writeFileSync(at('holiday.jpg'), Buffer.alloc(5000, 7));
    expect(await verify(at('holiday.jpg'), office.recovery.identity)).toBe('backupNotOurs');
    expect(await verify(at('good.age'), office.recovery.identity)).toBe('none');
  });

  it('is refused by a restore that leaves no file and no folder behind', async () => {
    const restore = (bytes: Uint8Array, recoveryKey: string, dataFolder: string): Promise<string> => {
      writeFileSync(at('refused.age'), bytes);
      return codeOfAsync(
        restoreIntoFolder(
          { archive: at('refused.age'), recoveryKey, dataFolder, appVersion: '0.1.0', nowMs: () => NOW_MS },
          ports,
        ),
      );
    };
    const { identity } = office.recovery;
    const other = await makeRecoveryIdentity();
    const late = flipped(good.length - 30_000, 3);
    expect(await restore(late, identity, at('new/deep'))).toBe('backupDamaged');
    expect(await restore(good.subarray(0, -5), identity, at('new/deep'))).toBe('backupDamaged');
    expect(await restore(good, other.identity, at('new/deep'))).toBe('recoveryKeyWrong');
    expect(existsSync(at('new'))).toBe(false);
    mkdirSync(at('empty'));
    expect(await restore(late, identity, at('empty'))).toBe('backupDamaged');
    expect(readdirSync(at('empty'))).toEqual([]);
    mkdirSync(at('foreign'));
    writeFileSync(at('foreign/thesis.docx'), 'years of work');
    expect(await restore(good, identity, at('foreign'))).toBe('restoreTargetNotEmpty');
    expect(readdirSync(at('foreign'))).toEqual(['thesis.docx']);
  });
});
