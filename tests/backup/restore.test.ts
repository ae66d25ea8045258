import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { restoreIntoFolder } from '#electron/backup/restore-folder.ts';
import { createBackupService } from '#electron/backup/backup-service.ts';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { lockDataFolder } from '#electron/data-folder/lock-data-folder.ts';
import { verifyFolder } from '#electron/verify/verify-folder.ts';
import { codeOfAsync } from './support/code-of.ts';
import {
  backUpTo,
  backupWorker,
  issueLetters,
  makeOffice,
  makeTemp,
  NOW_MS,
  verifyWorker,
  type TestOffice,
} from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('restore');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const ports = { workerFile: backupWorker };

let office: TestOffice;
let archive: string;
beforeAll(async () => {
  office = await makeOffice(at('office'), ['قديم']);
  mkdirSync(at('stick'));
  ({ file: archive } = await backUpTo(office, at('stick')));
});

const restore = (dataFolder: string, from = archive) =>
  restoreIntoFolder(
    {
      archive: from,
      recoveryKey: office.recovery.identity,
      dataFolder,
      appVersion: '0.1.0',
      nowMs: () => NOW_MS,
    },
    ports,
  );

const verified = async (dataFolder: string) => {
  const { lines, fault } = await verifyFolder(dataFolder, { workerFile: verifyWorker });
  return { lines: Object.fromEntries(lines.map(({ name, value }) => [name, value])), fault };
};

describe('a restore over a data folder', () => {
  it('backs up the present first, from which it can be had again', async () => {
    const present = await makeOffice(at('present'), ['حاضر ١', 'حاضر ٢']);
    const before = await verified(at('present'));
    const { safetyBackup, keptAs } = await restore(at('present'));
    expect(keptAs).toBeNull();
    expect(await verified(at('present'))).toEqual(await verified(office.dataFolder));
    expect(readdirSync(at('present')).sort()).toEqual([
      'app.db',
      'before-restore',
      'command-line.json',
      'database.key',
      'lock',
      'recovery.json',
    ]);
    await restoreIntoFolder(
      {
        archive: safetyBackup ?? '',
        recoveryKey: present.recovery.identity,
        dataFolder: at('again'),
        appVersion: '0.1.0',
        nowMs: () => NOW_MS,
      },
      ports,
    );
    expect(await verified(at('again'))).toEqual(before);
  });

  it('keeps a damaged present as it is: that is why people restore', async () => {
    await makeOffice(at('damaged'), ['تالف']);
    const bytes = readFileSync(at('damaged/app.db'));
    bytes.fill(0, 4096, 9000);
    writeFileSync(at('damaged/app.db'), bytes);
    const { safetyBackup, keptAs } = await restore(at('damaged'));
    expect(safetyBackup).toBeNull();
    expect(readFileSync(join(keptAs ?? '', 'app.db.kept')).equals(bytes)).toBe(true);
    expect((await verified(at('damaged'))).fault).toBeNull();
    const databases = readdirSync(at('damaged'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:db|sqlite)$/.test(name),
    );
    expect(databases).toEqual(['app.db']);
  });

  it('is refused while somebody has the folder open, and nothing moves', async () => {
    await makeOffice(at('busy'), []);
    const before = await verified(at('busy'));
    const lock = lockDataFolder(at('busy'));
    expect(await codeOfAsync(restore(at('busy')))).toBe('dataFolderInUse');
    lock.release();
    expect(await verified(at('busy'))).toEqual(before);
    expect(existsSync(at('busy/next'))).toBe(false);
  });

  it('leaves the present untouched when the archive is damaged', async () => {
    await makeOffice(at('safe'), ['سليم']);
    const before = readFileSync(at('safe/app.db'));
    const bytes = readFileSync(archive);
    bytes[bytes.length - 40_000]! ^= 4;
    writeFileSync(at('bad.age'), bytes);
    expect(await codeOfAsync(restore(at('safe'), at('bad.age')))).toBe('backupDamaged');
    expect(readFileSync(at('safe/app.db')).equals(before)).toBe(true);
    expect(readdirSync(at('safe')).sort()).toEqual(['app.db', 'database.key', 'lock', 'recovery.json']);
  });

  it('can be stopped half-way, and nothing of it stays', async () => {
    const stop = new AbortController();
    const running = restoreIntoFolder(
      {
        archive,
        recoveryKey: office.recovery.identity,
        dataFolder: at('stopped/deep'),
        appVersion: '0.1.0',
        nowMs: () => NOW_MS,
      },
      { ...ports, signal: stop.signal, onProgress: () => stop.abort() },
    );
    await expect(running).rejects.toThrow(/abort/i);
    expect(existsSync(at('stopped'))).toBe(false);
  });
});

describe('what the command line did while the desk was closed', () => {
  it('is written into the log when the desk opens, once', async () => {
    await restore(at('moved'));
    const before = (await verified(at('moved'))).lines['audit events'];
    for (let opening = 1; opening <= 2; opening += 1) {
      const opened = openDataFolder(at('moved'));
      const service = createBackupService({
        database: opened.db,
        dataFolder: at('moved'),
        appVersion: '0.1.0',
        nowMs: () => NOW_MS,
        workerFile: backupWorker,
        onProgress: () => undefined,
      });
      expect(service.status().lastAtMs).toBeNull();
      const [last] = listAuditEvents(opened.db, null, 1);
      expect(last?.action).toBe('backup.restored');
      opened.close();
    }
    const after = await verified(at('moved'));
    expect([after.fault, after.lines['audit events']]).toEqual([null, Number(before) + 1]);
  });
});

describe('the desk’s own backup', () => {
  it('runs while the desk writes on, is logged and shown, and holds one moment', async () => {
    const opened = openDataFolder(office.dataFolder);
    const service = createBackupService({
      database: opened.db,
      dataFolder: office.dataFolder,
      appVersion: '0.1.0',
      nowMs: () => NOW_MS,
      workerFile: backupWorker,
      onProgress: () => undefined,
    });
    const by = findStaff(opened.db, 1);
    if (by === undefined) throw new Error('nobody is there');
    mkdirSync(at('stick-2'));
    const running = service.exportTo(at('stick-2'), by);
    expect(await codeOfAsync(service.exportTo(at('stick-2'), by))).toBe('databaseBusy');
    await issueLetters(opened.db, ['أثناء النسخ']);
    const backup = await running;
    expect(service.status()).toEqual({
      lastAtMs: NOW_MS,
      lastFile: backup.file,
      lastSizeBytes: backup.sizeBytes,
      lastVerifiedAtMs: NOW_MS,
    });
    const [last] = listAuditEvents(opened.db, null, 1);
    expect([last?.action, last?.actorName]).toEqual(['backup.exported', by.name]);
    await service.close();
    opened.close();
    expect((await verified(office.dataFolder)).fault).toBeNull();
    expect(readdirSync(at('stick-2'))).toEqual(['backup-20261122-103000.tar.zst.age']);
  });
});
