// npm start [-- --data DIR]: the desk, in Electron where its program is or can be had, else in a Chromium browser.
import { join, resolve } from 'node:path';
import { downloadElectron, electronBinary } from './electron-binary.ts';
import { ensureBuilt } from './fresh-build.ts';
import { runProgram } from './run-program.ts';
import { bundledChromium, findChromium } from './stand-in/browser.ts';

const root = resolve(import.meta.dirname, '..');

/** npm changes the working directory: a relative folder means the one where the person typed the command. */
function readArguments(words: readonly string[]): string[] {
  const from = process.env.INIT_CWD ?? process.cwd();
  const passed: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const folder =
      word === '--data' ? words[++at] : word.startsWith('--data=') ? word.slice('--data='.length) : undefined;
    if (folder !== undefined && folder !== '') passed.push(`--data=${resolve(from, folder)}`);
    else if (word.startsWith('--') && !word.startsWith('--data')) passed.push(word);
    else throw new Error(`"${word}" is not understood. Example: npm start -- --data ./office`);
  }
  return passed;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function startInChromium(args: readonly string[]): Promise<number> {
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const installed = findChromium();
  const browser = installed ?? (await bundledChromium());
  if (browser === undefined)
    throw new Error(
      'Electron could not be downloaded and no Chromium, Chrome or Edge is installed. Example: sudo apt-get install chromium',
    );
  const standIn = join(root, 'build/stand-in/run.ts');
  const headed = display && installed !== undefined;
  const where = installed ?? 'the Chromium that comes for the tests';
  const why = display ? 'no browser with windows' : 'no display';
  say(
    headed
      ? `Electron could not be downloaded here: showing the same app in ${where}.`
      : `Electron could not be downloaded here, and there is ${why}: the same app is opened in ${where}, and its screenshot saved.`,
  );
  const env: Record<string, string> = headed
    ? { STAND_IN_HEADED: '1' }
    : { STAND_IN_CHROMIUM: browser, STAND_IN_SCREENSHOT: join(root, 'out/desk.png') };
  return runProgram(process.execPath, [standIn, root, ...args], { cwd: root, env });
}

async function start(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  await ensureBuilt();
  const electron = electronBinary() ?? (await downloadElectron());
  return electron === undefined
    ? startInChromium(args)
    : runProgram(electron, [root, ...args], { cwd: root });
}

process.exitCode = await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
