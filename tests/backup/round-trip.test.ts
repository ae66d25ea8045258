import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { restoreIntoFolder } from '#electron/backup/restore-folder.ts';
import { verifyBackup } from '#electron/backup/verify-backup.ts';
import { verifyFolder } from '#electron/verify/verify-folder.ts';
import {
  backUpTo,
  backupWorker,
  makeOffice,
  makeTemp,
  NOW_MS,
  readOffice,
  verifyWorker,
  type TestOffice,
} from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('round-trip');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const ports = { workerFile: backupWorker };

let office: TestOffice;
beforeAll(async () => {
  office = await makeOffice(at('office'), ['الأول', 'الثاني', 'الثالث']);
  mkdirSync(join(office.dataFolder, 'files/ab'), { recursive: true });
  writeFileSync(join(office.dataFolder, 'files/ab', 'ab'.repeat(32)), 'a scan'.repeat(1000));
  mkdirSync(at('stick'));
});

describe('a backup', () => {
  it('is one verified archive, and its restore on another computer gives every byte back', async () => {
    const backup = await backUpTo(office, at('stick'));
    expect(readdirSync(at('stick'))).toEqual(['backup-20261122-103000.tar.zst.age']);
    const checked = await verifyBackup(
      { archive: backup.file, recoveryKey: office.recovery.identity },
      ports,
    );
    const there = await verifyFolder(office.dataFolder, { workerFile: verifyWorker });
    expect(checked.lines).toEqual(there.lines);
    await restoreIntoFolder(
      {
        archive: backup.file,
        recoveryKey: office.recovery.identity.toLowerCase(),
        dataFolder: at('elsewhere/deep/office'),
        appVersion: '0.1.0',
        nowMs: () => NOW_MS,
      },
      ports,
    );
    const restored = await verifyFolder(at('elsewhere/deep/office'), { workerFile: verifyWorker });
    expect(restored).toEqual(there);
    for (const id of [1, 2, 3]) {
      const pdf = readOffice(office.dataFolder, (db) => findLetterPdf(db, id));
      expect(pdf?.length).toBeGreaterThan(10_000);
      expect(readOffice(at('elsewhere/deep/office'), (db) => findLetterPdf(db, id))).toEqual(pdf);
    }
  });
});
