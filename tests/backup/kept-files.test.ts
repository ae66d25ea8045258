import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { checkUnpacked } from '#electron/backup/check-unpacked.ts';
import { restoreIntoFolder } from '#electron/backup/restore-folder.ts';
import { unpackArchive } from '#electron/backup/unpack-archive.ts';
import { checkStoredFiles } from '#electron/files/check-stored-files.ts';
import { createFileStore } from '#electron/files/file-store.ts';
import type { StaffId } from '#shared/ids.ts';
import { needTool } from '../support/need-tool.ts';
import { bigPdf, tinyPng } from '../support/sample-files.ts';
import { codeOf } from './support/code-of.ts';
import {
  backUpTo,
  backupWorker,
  makeOffice,
  makeTemp,
  NOW_MS,
  readOffice,
  type TestOffice,
} from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('kept-files');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const actor = { id: 1 as StaffId, name: 'سارة محمد المطيري' };
const clock = { nowMs: () => NOW_MS };

const small = tinyPng();
const large = bigPdf(1_500_000, 1);
const other = bigPdf(1_200_000, 2);

/** Opens a data folder as the desk does, with its store. */
const inStore = async <T>(
  dataFolder: string,
  act: (store: ReturnType<typeof createFileStore>) => T | Promise<T>,
): Promise<T> => {
  const opened = openDataFolder(dataFolder);
  try {
    return await act(createFileStore({ ...opened, databaseKey: opened.key, clock }));
  } finally {
    opened.close();
  }
};

let office: TestOffice;
let archive: string;
const address: { small: string; large: string; other: string } = { small: '', large: '', other: '' };
beforeAll(async () => {
  office = await makeOffice(at('office'), ['رسالة']);
  await inStore(at('office'), async (store) => {
    address.small = (await store.put({ name: 'توقيع.png', bytes: small }, actor)).sha256;
    address.large = (await store.put({ name: 'مسح.pdf', bytes: large }, actor)).sha256;
    address.other = (await store.put({ name: 'مسح آخر.pdf', bytes: other }, actor)).sha256;
  });
  mkdirSync(at('stick'));
  ({ file: archive } = await backUpTo(office, at('stick')));
});

const restoreTo = (dataFolder: string, from = archive) =>
  restoreIntoFolder(
    {
      archive: from,
      recoveryKey: office.recovery.identity,
      dataFolder,
      appVersion: '0.1.0',
      nowMs: clock.nowMs,
    },
    { workerFile: backupWorker },
  );

describe('a backup', () => {
  it('carries every kept file, and another computer opens them after a restore', async () => {
    await restoreTo(at('elsewhere'));
    await inStore(at('elsewhere'), (store) => {
      expect(Buffer.from(store.read(address.small)).equals(small)).toBe(true);
      expect(Buffer.from(store.read(address.large)).equals(large)).toBe(true);
      expect(Buffer.from(store.read(address.other)).equals(other)).toBe(true);
    });
  });

  it('is still made when a scan had vanished before, says how many, and brings everything else back', async () => {
    const damaged = await makeOffice(at('damaged'), []);
    await inStore(at('damaged'), async (store) => {
      await store.put({ name: 'مسح.pdf', bytes: large }, actor);
      await store.put({ name: 'مسح آخر.pdf', bytes: other }, actor);
    });
    rmSync(join(at('damaged'), 'files', address.large));
    mkdirSync(at('second stick'));
    const { file, lostFiles } = await backUpTo(damaged, at('second stick'));
    expect(lostFiles).toEqual([address.large]);
    await restoreIntoFolder(
      {
        archive: file,
        recoveryKey: damaged.recovery.identity,
        dataFolder: at('mended'),
        appVersion: '0.1.0',
        nowMs: clock.nowMs,
      },
      { workerFile: backupWorker },
    );
    await inStore(at('mended'), (store) => {
      expect(Buffer.from(store.read(address.other)).equals(other)).toBe(true);
      expect(codeOf(() => store.read(address.large))).toBe('fileVanished');
    });
  });

  it('takes no harm from what no row speaks of yet: a scan that is being put while it runs', async () => {
    const busy = await makeOffice(at('busy'), []);
    mkdirSync(join(at('busy'), 'files'));
    writeFileSync(join(at('busy'), 'files', 'e'.repeat(64)), 'half of a scan whose row comes later');
    writeFileSync(join(at('busy'), 'files', `.${'f'.repeat(64)}.00112233.new`), 'half written');
    mkdirSync(at('third stick'));
    const { lostFiles, manifest } = await backUpTo(busy, at('third stick'));
    expect(lostFiles).toEqual([]);
    expect(manifest.files.map(({ name }) => name).filter((name) => name.startsWith('files/'))).toEqual([
      `files/${'e'.repeat(64)}`,
    ]);
  });
});

describe('the rehearsal of a restore', () => {
  const unpackTo = async (folder: string) => {
    mkdirSync(folder);
    return unpackArchive({
      archive,
      opener: { identity: office.recovery.identity },
      into: folder,
      check: () => undefined,
      onBytes: () => undefined,
    });
  };

  it.each([
    ['is missing', (path: string) => rmSync(path)],
    ['has another content', (path: string) => copyFileSync(join(path, '..', address.other), path)],
    [
      'has a flipped bit',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[70_000]! ^= 4;
        writeFileSync(path, bytes);
      },
    ],
  ])('refuses an archive in which a file that lies whole at the desk %s', async (name, spoil) => {
    const folder = at(`rehearsal ${name}`);
    const unpacked = await unpackTo(folder);
    expect(checkUnpacked(folder, unpacked, office.dataFolder).lostFiles).toEqual([]);
    spoil(join(folder, 'files', address.large));
    expect(codeOf(() => checkUnpacked(folder, unpacked, office.dataFolder))).toBe('backupDamaged');
    // Without the desk to compare with, as in a restore, the rest is still to be had.
    expect(checkUnpacked(folder, unpacked).lostFiles).toEqual([address.large]);
  });

  it('tells what vanished from what was damaged', async () => {
    const folder = at('told apart');
    await unpackTo(folder);
    rmSync(join(folder, 'files', address.large));
    writeFileSync(join(folder, 'files', address.other), 'x');
    const lost = readOffice(office.dataFolder, (db) => [
      ...checkStoredFiles(db, join(folder, 'files'), openKey(office.dataFolder)),
    ]);
    expect(lost.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([
      { sha256: address.other, what: 'damaged' },
      { sha256: address.large, what: 'vanished' },
    ]);
  });
});

const openKey = (dataFolder: string): Buffer =>
  Buffer.from(readFileSync(join(dataFolder, 'database.key'), 'latin1').trim(), 'hex');

describe('with no program of ours', () => {
  it('the script of the archive gives every file out, decrypted', (context) => {
    needTool(context, 'age');
    needTool(context, 'zstd');
    const folder = at('by-script');
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(at('key.txt'), `${office.recovery.identity}\n`);
    const opened = spawnSync(
      'bash',
      ['-c', `set -o pipefail; age -d -i '${at('key.txt')}' '${archive}' | zstd -d | tar x`],
      { cwd: folder },
    );
    expect(opened.stderr.toString()).toBe('');
    symlinkSync(
      resolve(import.meta.dirname, '../../node_modules/better-sqlite3'),
      join(folder, 'node_modules/better-sqlite3-multiple-ciphers'),
    );
    rmSync(join(folder, 'files', address.other));
    const done = spawnSync(process.execPath, ['open-app-db.mjs', '--files', 'out'], { cwd: folder });
    expect(done.stdout.toString()).toBe('files: 2\n');
    expect(done.stderr.toString()).toBe(`not in this archive: ${address.other}\n`);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      [`${address.small}.png`, `${address.large}.pdf`].sort(),
    );
    expect(readFileSync(join(folder, 'out', `${address.small}.png`)).equals(small)).toBe(true);
    expect(readFileSync(join(folder, 'out', `${address.large}.pdf`)).equals(large)).toBe(true);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('--files');
    expect(readFileSync(join(folder, 'files', address.large)).includes('%PDF')).toBe(false);
  });
});
