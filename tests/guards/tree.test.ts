import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/plant.ts';
import { sources } from './support/sources.ts';

/** The owner's list, and what every project has. */
const ROOT = [
  'electron',
  'renderer',
  'shared',
  'db',
  'build',
  'tests',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron-builder.yml',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];
const MOST_LINES = 300;

describe('the tree', () => {
  it('the root holds the owner’s list and nothing else', () => {
    const made = readFileSync(join(root, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(found.toSorted()).toEqual(ROOT.toSorted());
    expect(readdirSync(root)).toContain('.ci');
  });

  it(`no file is longer than ${MOST_LINES} lines: it is asking to be two`, () => {
    const long = sources()
      .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES)
      .map(([file, lines]) => `${file}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('file names are kebab-case, and none is a drawer for anything', () => {
    const names = sources().map((file) => file.split('/').at(-1)!);
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name))).toEqual([]);
    expect(
      names.filter((name) => /^(utils?|helpers?|common|misc|index)\.tsx?$/.test(name) && name !== 'index.ts'),
    ).toEqual([]);
  });

  it('nothing is left for later, skipped or silenced without a reason', () => {
    const marks = [
      /\bTODO\b/,
      /\bFIXME\b/,
      /@ts-ignore/,
      /\b(it|test|describe)\.(only|todo)\(/,
      /eslint-disable|oxlint-disable(?!.* -- )/,
    ];
    const found = sources(['shared', 'db', 'electron', 'renderer', 'build', 'tests'])
      .filter((file) => file !== 'tests/guards/tree.test.ts')
      .filter((file) => marks.some((mark) => mark.test(readFileSync(join(root, file), 'utf8'))));
    expect(found).toEqual([]);
  });
});
