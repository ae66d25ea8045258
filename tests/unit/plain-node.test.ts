import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Modules whose names and places are promised: each runs by `node FILE.ts`, without a build. */
const PROMISED = [
  'shared/calendar/hijri.ts',
  'shared/calendar/dual-date.ts',
  'shared/identifiers/national-id.ts',
  'shared/identifiers/mobile.ts',
  'shared/identifiers/iban.ts',
  'shared/identifiers/short-address.ts',
  'shared/arabic/digits.ts',
  'shared/arabic/search-key.ts',
  'shared/arabic/names.ts',
  'shared/arabic/counted.ts',
  'shared/policy/clauses.ts',
  'shared/policy/channels.ts',
  'shared/policy/tools.ts',
  'shared/policy/steps.ts',
];

const FOLDERS = ['shared/calendar', 'shared/identifiers', 'shared/arabic', 'shared/policy'];

const modules = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

const run = (file: string): { status: number | null; stderr: string; stdout: string } => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [file], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stderr, stdout };
};

describe('plain Node', () => {
  it('finds every promised module', () => {
    expect(modules).toEqual(expect.arrayContaining(PROMISED));
  });

  it.each(modules)('runs %s, silently', (file) => {
    expect(run(join(root, file))).toStrictEqual({ status: 0, stderr: '', stdout: '' });
  });

  it('would notice a module that needs a build', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wisam-plain-'));
    try {
      const file = join(folder, 'enum.ts');
      writeFileSync(file, 'export enum Colour { Red }\n');
      expect(run(file).status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
