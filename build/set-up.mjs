// Runs before `npm start`, `npm test`, `npm run wisam` and `npm run bench`: installs what package-lock.json names, once.
// Plain JavaScript for Node 20: in an empty checkout nothing else is there yet. Everything after it runs on the pinned
// Node, which is one of the packages (npm puts node_modules/.bin first on the path of its scripts).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules/.package-lock.json');
const markFile = join(root, 'node_modules/.set-up');
const quiet = process.argv.includes('--quiet');

const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`);
const stop = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};
const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const mark = () => `${digest(lockFile)} ${digest(installedFile)}`;
const pinnedNode = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The pinned Node comes for Linux and Windows; elsewhere the machine's own must run TypeScript and `registerHooks`. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const pinned =
    existsSync(join(root, 'package-lock.json')) && readFileSync(lockFile, 'utf8').includes(`"${pinnedNode}"`);
  if (pinned && major < 20)
    stop(`Wisam needs Node 20 or newer to install itself; this is ${process.versions.node}.`);
  if (!pinned && (major < 22 || (major === 22 && minor < 18)))
    stop(
      `Wisam needs Node 22.18 or newer on ${process.platform} (${process.arch}); this is ${process.versions.node}. Example: install Node 24 from nodejs.org.`,
    );
}

/**
 * Whether what is installed is what the lock names. npm leaves out optional packages made for other machines, so an
 * absent one is a fault only when it is not optional, or is the Node of this machine.
 */
function installed() {
  if (!existsSync(installedFile)) return false;
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === mark()) return true;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const same = (a, b) =>
    a.version === b.version && (!a.integrity || !b.integrity || a.integrity === b.integrity);
  for (const [path, entry] of Object.entries(present))
    if (!wanted[path] || !same(wanted[path], entry)) return false;
  for (const [path, entry] of Object.entries(wanted))
    if (path !== '' && !present[path] && (!entry.optional || path === pinnedNode)) return false;
  writeFileSync(markFile, mark());
  return true;
}

/** Two first runs at once must not both install: npm ci begins by removing node_modules. */
async function holdLock() {
  const file = join(
    tmpdir(),
    `wisam-set-up-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
  );
  for (let told = false; ;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (abandoned(file)) rmSync(file, { force: true });
    else {
      if (!told) say('another set-up is installing the packages: waiting for it …');
      told = true;
      await new Promise((done) => setTimeout(done, 300));
    }
  }
}

function abandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // Between the creation of the file and the writing of its owner it is empty for an instant.
    if (!owner) return Date.now() - statSync(file).mtimeMs > 5000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}

function install() {
  say('installing the packages that package-lock.json names …');
  // Windows does not remove a program that runs, and this very process may run on the Node inside node_modules.
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules')))
    stop('package-lock.json has changed: run `npm ci` once, then this command again.');
  const cli = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'] };
  // npm runs on the Node that started it; its warnings about engines do not concern the pinned Node.
  const { status, error } = cli?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) stop(`npm could not be started: ${error.message}`);
  if (status !== 0)
    stop('npm ci failed: see its message above. Example: check the network, then run the command again.');
  if (!installed()) stop('npm ci finished, but what it installed is not what package-lock.json names.');
}

checkNode();
if (!installed()) {
  const release = await holdLock();
  process.on('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  if (!installed()) install();
}
