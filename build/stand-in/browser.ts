import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type WriteStream,
} from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-stream';

const modules = resolve(import.meta.dirname, '../../node_modules');

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'chrome.exe',
  'msedge.exe',
];

const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Keeps Chromium quiet where there is no network, and window-like. */
export const CHROMIUM_FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--no-proxy-server',
  '--disable-gpu',
  '--test-type',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  // Nothing leaves the machine, whatever the app or the browser tries: no name and no address is ever resolved.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** A Chromium-family browser of this machine, or undefined. `STAND_IN_CHROMIUM` names one to be preferred. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  );
  const candidates = [
    env.STAND_IN_CHROMIUM ?? '',
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
    ...windows,
  ];
  return candidates.find((path) => path !== '' && isProgram(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The headless Chromium inside the package @sparticuz/chromium (Linux x64), unpacked once. The package's own
 * `executablePath()` unpacks into a temp folder that any user of the machine may have written to before.
 */
export async function bundledChromium(): Promise<string | undefined> {
  const folder = join(modules, '@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(folder)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const place = join(modules, '.cache', `chromium-${version}`);
  const program = join(place, 'chromium');
  const launcher = join(place, 'launch.sh');
  if (existsSync(launcher)) return launcher;
  if (existsSync(program)) return program;
  // Whole or not at all: two first runs may be here at once, and each renames its own folder into place.
  const partial = `${place}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await pipeline(
    createReadStream(join(folder, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(partial, 'chromium'), { mode: 0o755 }),
  );
  if (!startsAlone(join(partial, 'chromium'))) await addLibraries(join(folder, 'bin/al2023.tar.br'), partial);
  try {
    renameSync(partial, place);
  } catch {
    rmSync(partial, { recursive: true, force: true }); // the other run was first
  }
  return existsSync(launcher) ? launcher : program;
}

/** False where the system lacks a library that Chromium needs: a bare server has no NSS. */
const startsAlone = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/** The package carries the libraries too; a script beside the program makes it find them. */
async function addLibraries(archive: string, folder: string): Promise<void> {
  const files = extract();
  const unpacked = pipeline(createReadStream(archive), createBrotliDecompress(), files);
  for await (const entry of files) {
    const path = join(folder, 'lib', basename(entry.header.name));
    if (entry.header.type === 'file') await pipeline(entry, createWriteStreamIn(path));
    else entry.resume();
  }
  await unpacked;
  const script = '#!/bin/sh\nhere=$(dirname "$0")\nLD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"\n';
  writeFileSync(join(folder, 'launch.sh'), script, { mode: 0o755 });
}

function createWriteStreamIn(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path);
}
