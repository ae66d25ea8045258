import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDataFolder } from '#electron/data-folder/default-data-folder.ts';
import { lockDataFolder } from '#electron/data-folder/lock-data-folder.ts';
import {
  recogniseDataFolder,
  requireFreeDataFolder,
  requireOurDataFolder,
} from '#electron/data-folder/recognise-data-folder.ts';
import { codeOf } from './support/code-of.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'wisam-folder-'));
});
afterEach(() => {
  chmodSync(base, 0o700);
  rmSync(base, { recursive: true, force: true });
});

const lockModule = resolve(import.meta.dirname, '../../electron/data-folder/lock-data-folder.ts');

/** Another process that takes the lock, says so, and holds it until it is killed. */
const otherProcess = async (folder: string) => {
  const child = spawn(process.execPath, [
    '--expose-gc',
    '--input-type=module',
    '-e',
    `import { lockDataFolder } from ${JSON.stringify(lockModule)};
     try { lockDataFolder(${JSON.stringify(folder)}); // What nobody refers to is collected: the lock must not fall with it.
       for (let i = 0; i < 5; i += 1) { globalThis.gc(); await new Promise((done) => setTimeout(done, 5)); }
       console.log('held'); setInterval(() => {}, 1000); }
     catch (error) { console.log(error.code); }`,
  ]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
};

describe('the lock of a data folder', () => {
  it('keeps a second process out, and a second holder in the same process', async () => {
    const lock = lockDataFolder(base);
    expect(codeOf(() => lockDataFolder(base))).toBe('dataFolderInUse');
    expect((await otherProcess(base)).said).toBe('dataFolderInUse');
    lock.release();
    lockDataFolder(base).release();
  });

  it('falls with a process that is killed without warning, with no stale state', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { child, said } = await otherProcess(base);
      expect(said).toBe('held');
      expect(codeOf(() => lockDataFolder(base))).toBe('dataFolderInUse');
      child.kill('SIGKILL');
      await once(child, 'exit');
      lockDataFolder(base).release();
    }
    expect(readdirSync(base)).toEqual(['lock']);
    expect(statSync(join(base, 'lock')).size).toBe(0);
  });

  it('lets readers share, keeps a writer out of their way, and writes nothing for them', () => {
    const free = lockDataFolder(base, 'read');
    expect(readdirSync(base)).toEqual([]);
    free.release();
    lockDataFolder(base).release();
    const before = statSync(join(base, 'lock'), { bigint: true });
    const [one, two] = [lockDataFolder(base, 'read'), lockDataFolder(base, 'read')];
    expect(codeOf(() => lockDataFolder(base))).toBe('dataFolderInUse');
    one.release();
    two.release();
    const after = statSync(join(base, 'lock'), { bigint: true });
    expect([after.mtimeNs, after.ctimeNs]).toEqual([before.mtimeNs, before.ctimeNs]);
    const writer = lockDataFolder(base);
    expect(codeOf(() => lockDataFolder(base, 'read'))).toBe('dataFolderInUse');
    writer.release();
  });

  it('goes without a trace when the folder is forgotten', () => {
    const lock = lockDataFolder(base);
    lock.release({ forget: true });
    lock.release({ forget: true });
    expect(readdirSync(base)).toEqual([]);
  });

  it('refuses a missing folder and a lock file that is not ours, and creates nothing', () => {
    expect(codeOf(() => lockDataFolder(join(base, 'none')))).toBe('dataFolderMissing');
    expect(existsSync(join(base, 'none'))).toBe(false);
    writeFileSync(join(base, 'lock'), 'held by somebody else\n'.repeat(60));
    expect(codeOf(() => lockDataFolder(base))).toBe('dataFolderNotOurs');
    expect(readdirSync(base)).toEqual(['lock']);
  });
});

describe('recognising a folder', () => {
  const put = (name: string, content = 'x'): void => writeFileSync(join(base, name), content);

  it('tells missing, empty, ours and somebody else’s apart', () => {
    expect(recogniseDataFolder(join(base, 'none'))).toBe('missing');
    expect(recogniseDataFolder(base)).toBe('empty');
    put('.DS_Store');
    put('lock', '');
    mkdirSync(join(base, 'next'));
    expect(recogniseDataFolder(base)).toBe('empty');
    put('holiday.jpg');
    expect(recogniseDataFolder(base)).toBe('notOurs');
    expect(recogniseDataFolder(join(base, 'holiday.jpg'))).toBe('notOurs');
    expect(recogniseDataFolder(join(base, 'holiday.jpg', 'in it'))).toBe('notOurs');
    put('database.key');
    expect(recogniseDataFolder(base)).toBe('ours');
  });

  it('knows its own encrypted database without its key, and another program’s plain one', () => {
    put('app.db', 'SQLite format 3\0 and the rest');
    expect(recogniseDataFolder(base)).toBe('notOurs');
    put('app.db', 'no header that anybody could read');
    expect(recogniseDataFolder(base)).toBe('ours');
  });

  it('names what to do for each', () => {
    expect(codeOf(() => requireOurDataFolder(join(base, 'none')))).toBe('dataFolderMissing');
    expect(codeOf(() => requireOurDataFolder(base))).toBe('firstRunNeeded');
    expect(codeOf(() => requireFreeDataFolder(base))).toBe('none');
    put('notes.txt');
    expect(codeOf(() => requireOurDataFolder(base))).toBe('dataFolderNotOurs');
    expect(codeOf(() => requireFreeDataFolder(base))).toBe('dataFolderNotEmpty');
  });
});

describe('the folder when nobody names one', () => {
  it('stands where Electron keeps this product’s user data', () => {
    expect(defaultDataFolder('linux', {}, '/home/a')).toBe('/home/a/.config/Wisam/data');
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: '/x' }, '/home/a')).toBe('/x/Wisam/data');
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: 'relative' }, '/home/a')).toBe(
      '/home/a/.config/Wisam/data',
    );
    expect(defaultDataFolder('darwin', {}, '/Users/a')).toBe(
      '/Users/a/Library/Application Support/Wisam/data',
    );
  });
});
