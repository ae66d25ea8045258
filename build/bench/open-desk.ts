import { fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import { _electron, chromium, type Page } from 'playwright-core';
import { electronBinary } from '../electron-binary.ts';

const root = resolve(import.meta.dirname, '../..');

export interface OpenDesk {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** A built app in real Electron where its binary is, else in the stand-in; its window is open, not yet drawn. */
export async function openDesk(app: string, switches: readonly string[]): Promise<OpenDesk> {
  const binary = electronBinary();
  if (binary !== undefined) {
    const electron = await _electron.launch({ executablePath: binary, args: [app, ...switches] });
    return { page: await electron.firstWindow(), close: () => electron.close() };
  }
  const child = fork(join(root, 'build/stand-in/run.ts'), [app, ...switches], {
    env: { ...process.env, STAND_IN_PORT: '0', NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<number>((done, fail) => {
    child.on('message', (message: { port?: number }) => message.port !== undefined && done(message.port));
    child.once('exit', (code) => fail(new Error(`the launcher ended with ${code}`)));
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) throw new Error('no window was opened');
  return {
    page,
    close: async () => {
      await browser.close();
      child.kill('SIGKILL');
      await ended;
    },
  };
}
