import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProgram } from './run-program.ts';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'out/.built');
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'db',
  'build/electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const RESULTS = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];

const walk = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((name) => walk(join(path, name)))
    : [path];

/** Names, sizes and times of every source: cheap, and it changes with whatever changes the build. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => walk(join(root, source)))) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export const isBuilt = (): boolean =>
  RESULTS.every((file) => existsSync(join(root, file))) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === stateOfSources();

/** Builds `out/` unless it stands for the sources as they are; throws when the build fails. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  const state = stateOfSources();
  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  // Told to the bundler alone: a NODE_ENV of the caller would put React's development build into the desk.
  const code = await runProgram(process.execPath, [bundler, ...args], {
    cwd: root,
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('the build failed: see the message above');
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, state);
}
