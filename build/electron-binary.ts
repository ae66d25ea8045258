import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProgram } from './run-program.ts';

const folder = resolve(import.meta.dirname, '../node_modules/electron');

/** Electron's program, when it is on this machine. `require('electron')` would try to download it; this only looks. */
export function electronBinary(): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const program = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

const ANSWER_WITHIN_MS = 4000;
const DOWNLOAD_WITHIN_MS = 10 * 60_000;

/** Downloads Electron when its server answers at once; without a network nobody is kept waiting. */
export async function downloadElectron(): Promise<string | undefined> {
  if (!(await serverAnswers())) return undefined;
  process.stdout.write('Downloading Electron (about 120 MB, once) …\n');
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), DOWNLOAD_WITHIN_MS);
  await runProgram(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', signal: late.signal });
  clearTimeout(timer);
  return electronBinary();
}

async function serverAnswers(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const { env } = process;
  const mirror =
    env.ELECTRON_MIRROR ??
    env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const file = new URL(`v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`, mirror);
  try {
    return (await fetch(file, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
}
