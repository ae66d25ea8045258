import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { exportFolderError } from '#electron/backup/export-errors.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { codeOf, codeOfAsync } from './support/code-of.ts';
import { backUpTo, makeOffice, makeTemp, type TestOffice } from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('faults');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);

let office: TestOffice;
let asBefore: string[];
beforeAll(async () => {
  office = await makeOffice(at('office'), ['خطاب']);
  asBefore = readdirSync(office.dataFolder).sort();
});

/** Nothing is left in the data folder but what was there. */
const expectUntouched = (): void => {
  expect(readdirSync(office.dataFolder).sort()).toEqual(asBefore);
};

describe('a backup that cannot be made', () => {
  it('names a missing folder, and makes none', async () => {
    expect(await codeOfAsync(backUpTo(office, at('no-stick')))).toBe('backupFolderMissing');
    expect(existsSync(at('no-stick'))).toBe(false);
    writeFileSync(at('a-file'), '');
    expect(await codeOfAsync(backUpTo(office, at('a-file')))).toBe('backupFolderMissing');
    expectUntouched();
  });

  it.each(['snapshot', 'pack', 'verify'] as const)(
    'survives a stick that is pulled during %s',
    async (stage) => {
      mkdirSync(at('stick'));
      const code = await codeOfAsync(
        backUpTo(office, at('stick'), {
          onProgress: (progress) => {
            if (progress.stage === stage)
              rmSync(at('stick'), { recursive: true, force: true, maxRetries: 5 });
          },
        }),
      );
      expect(code).toBe('backupFolderMissing');
      expect(existsSync(at('stick'))).toBe(false);
      expectUntouched();
    },
  );

  it('finds bytes that were not written as they should, and takes the bad archive away', async () => {
    mkdirSync(at('bad-stick'));
    mkdirSync(join(office.dataFolder, 'files'));
    writeFileSync(join(office.dataFolder, 'files/scan'), randomBytes(3_000_000));
    const workerFile = new URL('./support/failing-stick-worker.ts', import.meta.url);
    const code = await codeOfAsync(backUpTo(office, at('bad-stick'), { workerFile }));
    rmSync(join(office.dataFolder, 'files'), { recursive: true });
    expect(code).toBe('backupVerifyFailed');
    expect(readdirSync(at('bad-stick'))).toEqual([]);
    expectUntouched();
  });

  it('leaves a database of a newer version to that version', async () => {
    const newer = await makeOffice(at('newer'), []);
    const database = openDatabase({
      file: at('newer/app.db'),
      key: readDatabaseKey(newer.dataFolder),
    });
    database.sqlite.pragma('user_version = 9999');
    database.close();
    mkdirSync(at('ready'));
    expect(await codeOfAsync(backUpTo(newer, at('ready')))).toBe('databaseTooNew');
    expect(readdirSync(at('ready'))).toEqual([]);
  });

  it('never hands out an archive of a damaged database', async () => {
    const sick = await makeOffice(at('sick'), ['خطاب']);
    const bytes = readFileSync(at('sick/app.db'));
    bytes.fill(0, 20_000, 20_100);
    writeFileSync(at('sick/app.db'), bytes);
    mkdirSync(at('well'));
    expect(await codeOfAsync(backUpTo(sick, at('well')))).toBe('databaseCorrupt');
    expect(readdirSync(at('well'))).toEqual([]);
    renameSync(at('sick/app.db'), at('sick/elsewhere'));
    expect(await codeOfAsync(backUpTo(sick, at('well')))).toBe('databaseMissing');
  });

  it('stops when it is told to, and nothing of it stays', async () => {
    mkdirSync(at('stopped'));
    for (const stage of ['snapshot', 'pack', 'verify']) {
      const stop = new AbortController();
      const running = backUpTo(office, at('stopped'), {
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) stop.abort();
        },
      });
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(running).rejects.toThrow(/abort/i);
      expect(readdirSync(at('stopped'))).toEqual([]);
      expectUntouched();
    }
  });

  it('gives a second archive of the same second a name of its own', async () => {
    mkdirSync(at('twice'));
    await backUpTo(office, at('twice'));
    await backUpTo(office, at('twice'));
    expect(readdirSync(at('twice')).sort()).toEqual([
      'backup-20261122-103000-2.tar.zst.age',
      'backup-20261122-103000.tar.zst.age',
    ]);
  });
});

/** A real, small file system, mounted in a namespace of its own: nobody else sees it, and it goes with its process. */
const onSmallDisk = (size: string, options: string, script: string) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=${size} none "$DISK" && ${options} exec "$NODE" "$SCRIPT"`],
    {
      env: {
        ...process.env,
        DISK: at('disk'),
        NODE: process.execPath,
        SCRIPT: script,
        OFFICE: office.dataFolder,
      },
    },
  );

const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe('a disk that is full', () => {
  const script = resolve(import.meta.dirname, 'support/back-up-to-disk.ts');
  const needMount = (context: {
    skip: (note?: string) => void;
    task: { meta: { notRun?: string } };
  }): void => {
    if (mayMount) return;
    context.task.meta.notRun = 'this user may not mount a file system in a namespace';
    context.skip(context.task.meta.notRun);
  };

  it('is seen before the first byte, with what is needed and what is free', (context) => {
    needMount(context);
    mkdirSync(at('disk'), { recursive: true });
    const done = onSmallDisk('200k', '', script);
    expect(done.stdout.toString()).toContain('diskFull');
    expect(done.stdout.toString()).toMatch(/"neededBytes":\d+,"freeBytes":\d+/);
    expect(done.stdout.toString()).toContain('left: []');
    expectUntouched();
  });

  it('that fills while the archive is written leaves no half of one', (context) => {
    needMount(context);
    mkdirSync(at('disk'), { recursive: true });
    // Enough at the first look; something else takes the room before the archive is packed.
    const done = onSmallDisk('3m', 'FILL=1', script);
    expect(done.stdout.toString()).toContain('diskFull');
    expect(done.stdout.toString()).not.toContain('neededBytes');
    expect(done.stdout.toString()).toContain('left: ["filler"]');
    expectUntouched();
  });

  it('read-only is named as such', (context) => {
    needMount(context);
    mkdirSync(at('disk'), { recursive: true });
    const done = onSmallDisk('3m', 'mount -o remount,ro "$DISK" &&', script);
    expect(done.stdout.toString()).toContain('backupFolderReadOnly');
    expectUntouched();
  });
});

describe('what the system answers', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EFBIG', 'diskFull'],
    ['EIO', 'backupFolderMissing'],
    ['ENODEV', 'backupFolderMissing'],
    ['ENOENT', 'backupFolderMissing'],
    ['EROFS', 'backupFolderReadOnly'],
    ['EACCES', 'backupFolderReadOnly'],
  ])('%s is %s', (system, code) => {
    const error = Object.assign(new Error(system), { code: system });
    expect(
      codeOf(() => {
        throw exportFolderError(error, temp.folder);
      }),
    ).toBe(code);
  });
});
