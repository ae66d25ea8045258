import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recoverInterruptedRestore, restoreIsPending, swapIn } from '#electron/backup/interrupted-restore.ts';
import { recogniseDataFolder } from '#electron/data-folder/recognise-data-folder.ts';
import { makeTemp } from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('interrupted');
afterAll(temp.remove);
const folder = join(temp.folder, 'office');
const root = resolve(import.meta.dirname, '../..');

const OLD = {
  'app.db': 'old',
  'app.db-wal': 'old log',
  'database.key': 'old key',
  'recovery.json': 'old',
  'files/a': 'old',
};
const NEW = { 'app.db': 'new', 'database.key': 'new key', 'recovery.json': 'new', 'files/b': 'new' };

const put = (base: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(base, name, '..'), { recursive: true });
    writeFileSync(join(base, name), content);
  }
};

const contentOf = (base: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(base.length + 1), readFileSync(path, 'utf8')]),
  );

const prepare = (): void => {
  rmSync(folder, { recursive: true, force: true });
  put(folder, OLD);
  put(join(folder, 'next'), NEW);
};
beforeEach(prepare);

/** Runs an expression over the module in a process that dies before its Nth act. True when it lived to its end. */
const livesThrough = (call: string, act: number): boolean => {
  const module = join(root, 'electron/backup/interrupted-restore.ts');
  const done = spawnSync(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(import.meta.dirname, 'support/kill-at.mjs')).href,
      '--input-type=module',
      '-e',
      `import { swapIn, recoverInterruptedRestore } from ${JSON.stringify(module)}; ${call};`,
    ],
    { env: { ...process.env, KILL_BEFORE_ACT: String(act) } },
  );
  if (done.signal !== 'SIGKILL') expect(done.stderr.toString()).toBe('');
  return done.signal === null && done.status === 0;
};

const swap = `swapIn(${JSON.stringify(folder)}, null)`;
const recover = `recoverInterruptedRestore(${JSON.stringify(folder)})`;

describe('the swap of a restore', () => {
  it('puts the new in the place of the old and leaves nothing else', () => {
    swapIn(folder, null);
    expect(contentOf(folder)).toEqual(NEW);
    expect(readdirSync(folder).sort()).toEqual(['app.db', 'database.key', 'files', 'recovery.json']);
  });

  it('keeps the old under a name of its own when it is told to, with no second app.db', () => {
    swapIn(folder, 'kept-20261122-103000');
    const { 'app.db': database, ...others } = OLD;
    const kept = { 'app.db.kept': database, ...others };
    const moved = Object.entries(kept).map(([name, text]) => [`kept-20261122-103000/${name}`, text]);
    expect(contentOf(folder)).toEqual({ ...NEW, ...Object.fromEntries(moved) });
  });

  it('killed before any of its acts, is finished or undone at the next start: all old or all new', () => {
    const ends: string[] = [];
    for (let act = 1; ; act += 1) {
      prepare();
      if (livesThrough(swap, act)) break;
      expect(recogniseDataFolder(folder)).toBe('ours');
      const decided = restoreIsPending(folder);
      const end = recoverInterruptedRestore(folder);
      const content = contentOf(folder);
      // Killed after the mark was taken away, it had ended.
      const undecided = content['app.db'] === 'new' ? ['none', NEW] : ['undone', OLD];
      expect([end, content]).toEqual(decided ? ['finished', NEW] : undecided);
      ends.push(content['app.db'] ?? '');
    }
    expect(ends.filter((end) => end === 'old').length).toBeGreaterThan(1);
    expect(ends.filter((end) => end === 'new').length).toBeGreaterThan(10);
  });

  it('killed in the middle, and killed again in the middle of being finished, still ends all new', () => {
    let killed = 0;
    for (const first of [5, 9, 13]) {
      for (let second = 1; second <= 25; second += 4) {
        prepare();
        if (livesThrough(swap, first)) continue;
        const decided = restoreIsPending(folder);
        if (livesThrough(recover, second)) break;
        killed += 1;
        recoverInterruptedRestore(folder);
        expect(contentOf(folder)).toEqual(decided ? NEW : OLD);
      }
    }
    expect(killed).toBeGreaterThan(5);
  });

  it('clears away what a killed backup left, and nothing else', () => {
    rmSync(join(folder, 'next'), { recursive: true });
    mkdirSync(join(folder, 'backup-work'));
    writeFileSync(join(folder, 'backup-work/snapshot'), 'x');
    expect(recoverInterruptedRestore(folder)).toBe('none');
    expect(contentOf(folder)).toEqual(OLD);
  });

  it('keeps the old rather than dropping it when its mark cannot be read', () => {
    writeFileSync(join(folder, 'restore.ready'), '{');
    expect(recoverInterruptedRestore(folder)).toBe('finished');
    const kept = readdirSync(folder).find((name) => name.startsWith('kept-')) ?? '';
    expect(readFileSync(join(folder, kept, 'app.db.kept'), 'utf8')).toBe('old');
    expect(readFileSync(join(folder, 'app.db'), 'utf8')).toBe('new');
    expect(existsSync(join(folder, 'restore.ready'))).toBe(false);
  });
});
