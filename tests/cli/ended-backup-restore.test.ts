import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { verifyFile } from '#electron/verify/verify-file.ts';
import { makeOffice, makeTemp } from '../backup/support/office.ts';
import { wisam, wisamInterrupted, type Ended } from './support/wisam.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('cli-ended');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const run = (...words: string[]): Ended => wisam(words, temp.folder);

let archive: string;
beforeAll(async () => {
  const office = await makeOffice(at('office'), ['خطاب أول', 'خطاب ثان']);
  writeFileSync(at('key.txt'), `${office.recovery.identity}\n`);
  mkdirSync(at('stick'));
  archive = /^file: (.*)$/m.exec(run('backup', '--data', 'office', '--to', 'stick').out)?.[1] ?? '';
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
