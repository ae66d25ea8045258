import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '#electron/cli/commands.ts';
import { makeTemp } from '../backup/support/office.ts';
import { wisam } from './support/wisam.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('usage');
afterAll(temp.remove);
const run = (...words: string[]) => wisam(words, temp.folder);

/** One clear line, no stack trace. */
const oneLine = /^wisam[^\n]*\n$/;

const WIDEST = Math.max(...COMMANDS.map(({ name }) => name.length));

describe('help', () => {
  it('is given in general, by every name, and for each command, with exit code 0', () => {
    for (const words of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = run(...words);
      expect([code, err]).toEqual([0, '']);
      for (const { name, summary } of COMMANDS) expect(out).toContain(`  ${name.padEnd(WIDEST)}  ${summary}`);
    }
    for (const { name, options } of COMMANDS) {
      const { code, out, err } = run(name, '--help');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`npm run wisam -- ${name}`);
      for (const option of options) expect(out).toContain(`--${option.name} ${option.value}`);
    }
    expect(run('restore', 'FILE', '--data', 'x', '--help').code).toBe(0);
    expect(readdirSync(temp.folder)).toEqual([]);
  });
});

describe('wrong usage', () => {
  it.each([
    [['demolish'], 'there is no command "demolish"'],
    [['--data', 'x'], 'the command comes first'],
    [['backup', '--data', 'x'], '--to FOLDER is missing'],
    [['backup', '--data', 'x', '--to', ''], '--to needs a value'],
    [['backup', '--data'], "'--data"],
    [['backup', '--dat', 'x', '--to', 'y'], "Unknown option '--dat'"],
    [['restore', '--data', 'x', '--key', 'y'], 'FILE is missing'],
    [['restore', 'a', 'b', '--data', 'x', '--key', 'y'], 'unexpected "b"'],
    [['letter', '--input', 'x.json'], '--output FILE.pdf is missing'],
  ])('%j ends with 2 and one line', (words, told) => {
    const { code, out, err } = run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(oneLine);
    expect(err).toContain(told);
    expect(readdirSync(temp.folder)).toEqual([]);
  });

  it('asks about the forgotten -- where npm kept the flags to itself', () => {
    // npm run wisam backup --data office --to stick: npm hands on the two values alone.
    expect(run('backup', 'office', 'stick').err).toContain('did you forget `--`?');
    expect(run('backup').err).toContain('did you forget `--`?');
    expect(run('verify', 'office').err).toContain('did you forget `--`?');
    expect(run('backup', '--to', 'x', 'y').err).not.toContain('forget');
  });

  it('without any word shows the help, on stderr', () => {
    const { code, out, err } = run();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: npm run wisam -- COMMAND');
  });
});

describe('a folder that cannot be used', () => {
  it.each(['verify', 'backup'])(
    'is refused by %s with 1 and one line, and nothing is made in it',
    (command) => {
      const more = command === 'backup' ? ['--to', '.'] : [];
      const refusal = (folder: string): string => {
        const { code, out, err } = run(command, '--data', folder, ...more);
        expect([code, out]).toEqual([1, '']);
        expect(err).toMatch(oneLine);
        return err;
      };
      expect(refusal(`none-${command}`)).toContain('dataFolderMissing');
      mkdirSync(join(temp.folder, `empty-${command}`));
      expect(refusal(`empty-${command}`)).toContain('firstRunNeeded');
      expect(readdirSync(join(temp.folder, `empty-${command}`))).toEqual([]);
      mkdirSync(join(temp.folder, `foreign-${command}`));
      writeFileSync(join(temp.folder, `foreign-${command}/app.db`), 'SQLite format 3\0');
      expect(refusal(`foreign-${command}`)).toContain('dataFolderNotOurs');
      expect(readdirSync(join(temp.folder, `foreign-${command}`))).toEqual(['app.db']);
    },
  );
});
