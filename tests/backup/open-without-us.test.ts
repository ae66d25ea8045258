import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { needTool } from '../support/need-tool.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { manifestSchema } from '#electron/backup/archive-manifest.ts';
import { backUpTo, makeOffice, makeTemp, readOffice, type TestOffice } from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('without-us');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);

let office: TestOffice;
let archive: string;
beforeAll(async () => {
  office = await makeOffice(at('office'), ['رسالة أولى', 'رسالة ثانية']);
  mkdirSync(at('stick'));
  mkdirSync(at('opened'));
  ({ file: archive } = await backUpTo(office, at('stick')));
  writeFileSync(at('key.txt'), `# the printed sheet\n${office.recovery.identity}\n`);
});

const shell = (command: string, cwd: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { cwd });

describe('an archive, opened with no program of ours', () => {
  it('comes apart with age, zstd and tar, and every hash is as the manifest says', (context) => {
    needTool(context, 'age');
    needTool(context, 'zstd');
    const opened = shell(`age -d -i '${at('key.txt')}' '${archive}' | zstd -d | tar x`, at('opened'));
    expect(opened.stderr.toString()).toBe('');
    expect(readdirSync(at('opened')).sort()).toEqual([
      'README.txt',
      'app.db',
      'database-key.txt',
      'manifest.json',
      'open-app-db.mjs',
    ]);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(at('opened/manifest.json'), 'utf8')));
    expect(manifest.files.map((file) => file.name)).toEqual([
      'README.txt',
      'database-key.txt',
      'open-app-db.mjs',
      'app.db',
    ]);
    for (const { name, sha256, sizeBytes } of manifest.files) {
      const bytes = readFileSync(join(at('opened'), name));
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([sizeBytes, sha256]);
    }
    expect(manifest.registers).toContainEqual({ register: 'outgoing', hijriYear: 1448, last: 128 });
    expect(manifest.counts['letter_pdf']).toBe(2);
    const database = readFileSync(at('opened/app.db'));
    expect(database.includes('SQLite format 3')).toBe(false);
    expect(database.includes('رسالة')).toBe(false);
    const words = readFileSync(at('opened/README.txt'), 'utf8');
    for (const told of [
      'age -d -i',
      'zstd -d',
      'tar x',
      'SQLCipher',
      'PRAGMA key',
      'open-app-db.mjs',
      'استعادة',
    ]) {
      expect(words).toContain(told);
    }
  });

  it('has a script that lists the tables, answers SQL and gives the letters out byte for byte', (context) => {
    needTool(context, 'age');
    needTool(context, 'zstd');
    const folder = at('by-script');
    mkdirSync(folder);
    shell(`age -d -i '${at('key.txt')}' '${archive}' | zstd -d | tar x`, folder);
    mkdirSync(join(folder, 'node_modules'));
    // As `npm install better-sqlite3-multiple-ciphers` would put it there.
    symlinkSync(
      resolve(import.meta.dirname, '../../node_modules/better-sqlite3'),
      join(folder, 'node_modules/better-sqlite3-multiple-ciphers'),
    );
    const run = (...words: string[]): string => {
      const done = spawnSync(process.execPath, ['open-app-db.mjs', ...words], { cwd: folder });
      expect(done.stderr.toString()).toBe('');
      return done.stdout.toString();
    };
    expect(run()).toMatch(/^letter: 2$/m);
    expect(JSON.parse(run('SELECT number, subject FROM letter WHERE number = 128'))).toEqual({
      number: 128,
      subject: 'رسالة ثانية',
    });
    expect(run('--letters', 'out')).toBe('letters: 2\n');
    const sealed = readOffice(office.dataFolder, (db) => findLetterPdf(db, 2));
    expect(readFileSync(join(folder, 'out/outgoing-1448-128.pdf')).equals(Buffer.from(sealed ?? []))).toBe(
      true,
    );
    expect(readdirSync(folder).sort()).not.toContain('app.db-wal');
  });

  it('says what to do first where the package is not installed', (context) => {
    needTool(context, 'age');
    needTool(context, 'zstd');
    const folder = at('no-package');
    mkdirSync(folder);
    shell(`age -d -i '${at('key.txt')}' '${archive}' | zstd -d | tar x`, folder);
    const done = spawnSync(process.execPath, ['open-app-db.mjs'], { cwd: folder });
    expect([done.status, done.stderr.toString()]).toEqual([
      1,
      'First run, in this folder: npm install better-sqlite3-multiple-ciphers\n',
    ]);
  });
});
