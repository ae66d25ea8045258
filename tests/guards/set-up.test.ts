import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './support/plant.ts';

// A stand-in for npm that does what `npm ci` does to the tree, and writes down each time that it is called.
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('calls.log', process.argv.slice(2, 3).join(' ') + '\\n');
fs.rmSync('node_modules', { recursive: true, force: true });
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
delete lock.packages[''];
delete lock.packages['node_modules/for-another-machine'];
console.log('npm says something');
setTimeout(() => {
  fs.mkdirSync('node_modules');
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
}, 300);
`;
const pinned = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const lockOf = (version: string) => ({
  packages: {
    '': {},
    'node_modules/a': { version, integrity: `sha512-${version}` },
    [pinned]: { version: '24.0.0', optional: true },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
});

describe('set-up', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wisam-set-up-'));
    mkdirSync(join(folder, 'build'));
    cpSync(join(root, 'build/set-up.mjs'), join(folder, 'build/set-up.mjs'));
    writeFileSync(join(folder, 'npm.js'), NPM);
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockOf('1.0.0')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const setUp = (...args: string[]): Promise<{ code: number | null; out: string; errors: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['build/set-up.mjs', ...args], {
        cwd: folder,
        env: { ...process.env, npm_execpath: join(folder, 'npm.js'), npm_node_execpath: process.execPath },
      });
      let out = '';
      let errors = '';
      child.stdout.on('data', (text: Buffer) => (out += text.toString()));
      child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
      child.on('close', (code) => done({ code, out, errors }));
    });
  const calls = (): number =>
    existsSync(join(folder, 'calls.log'))
      ? readFileSync(join(folder, 'calls.log'), 'utf8').trim().split('\n').length
      : 0;

  it('installs into an empty checkout once, and then says nothing', async () => {
    expect(await setUp()).toMatchObject({ code: 0, out: expect.stringContaining('installing') as string });
    expect(await setUp()).toEqual({ code: 0, out: '', errors: '' });
    expect(calls()).toBe(1);
  });
  it('two first runs install once', async () => {
    const ended = await Promise.all([setUp(), setUp(), setUp()]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(calls()).toBe(1);
  });
  it('installs again when the lock changed or a package is gone', async () => {
    await setUp();
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockOf('1.0.1')));
    await setUp();
    expect(calls()).toBe(2);
    const tree = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
      packages: Record<string, object>;
    };
    delete tree.packages['node_modules/a'];
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(tree));
    await setUp();
    expect(calls()).toBe(3);
  });
  it('takes a plain npm ci for what it is', async () => {
    const {
      '': _root,
      'node_modules/for-another-machine': _other,
      ...packages
    } = lockOf('1.0.0').packages as Record<string, object>;
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    expect(await setUp()).toEqual({ code: 0, out: '', errors: '' });
    expect(calls()).toBe(0);
  });
  it('--quiet keeps standard output for the command that follows', async () => {
    const { code, out, errors } = await setUp('--quiet');
    expect([code, out]).toEqual([0, '']);
    expect(errors).toContain('npm says something');
  });
  it('a failed npm ci stops it with a line', async () => {
    writeFileSync(join(folder, 'npm.js'), 'process.exit(7)');
    const { code, errors } = await setUp();
    expect(code).toBe(1);
    expect(errors).toContain('npm ci failed');
  });
});
