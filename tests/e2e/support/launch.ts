import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { _electron, chromium, type Page } from '@playwright/test';
import type * as ElectronModule from 'electron';
import { electronBinary } from '../../../build/electron-binary.ts';
import { nodeCodec } from '../../../build/stand-in/codec.ts';
import type { EvaluateReply } from '../../../build/stand-in/test-channel.ts';

const root = resolve(import.meta.dirname, '../../..');

/** One running desk, in real Electron or in the stand-in: a spec cannot tell, and must not ask. */
export interface Desktop {
  readonly launcher: 'electron' | 'stand-in';
  readonly page: Page;
  /** Runs a function in the main process; it sees nothing of the test but its argument. */
  readonly evaluate: <R, A = undefined>(
    fn: (electron: typeof ElectronModule, arg: A) => R | Promise<R>,
    arg?: A,
  ) => Promise<R>;
  /** Quits as a person does, and waits for the end; gives the exit code. */
  readonly close: () => Promise<number | null>;
  /** As a power cut: no goodbye. */
  readonly kill: () => Promise<void>;
  /** What the main process wrote to its error output. */
  readonly errors: () => string;
}

/** Starts the built app with these switches. */
export function launchDesktop(switches: readonly string[]): Promise<Desktop> {
  const binary = electronBinary();
  return binary === undefined ? launchStandIn(switches) : launchElectron(binary, switches);
}

async function launchElectron(executablePath: string, switches: readonly string[]): Promise<Desktop> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath, args: [...sandbox, root, ...switches], cwd: root });
  const child = app.process();
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  return {
    launcher: 'electron',
    page: await app.firstWindow(),
    evaluate: app.evaluate.bind(app) as Desktop['evaluate'],
    async close() {
      const ended = exitOf(child);
      await app.close();
      return ended;
    },
    async kill() {
      const ended = exitOf(child);
      child.kill('SIGKILL');
      await ended;
    },
    errors: () => errors,
  };
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', (code) => done(code)));

async function launchStandIn(switches: readonly string[]): Promise<Desktop> {
  const child = fork(join(root, 'build/stand-in/run.ts'), [root, ...switches], {
    cwd: root,
    env: { ...process.env, STAND_IN_PORT: '0', NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    detached: process.platform !== 'win32', // a group of its own, so that `kill` takes its browser too
  });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  const waiting = new Map<number, (reply: EvaluateReply) => void>();
  const port = await new Promise<number>((done, fail) => {
    child.on('message', (message: EvaluateReply | { port: number }) => {
      if ('port' in message) done(message.port);
      else waiting.get(message.id)?.(message);
    });
    child.once('exit', (code) => fail(new Error(`the desk ended with ${code} before it opened\n${errors}`)));
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  let next = 0;
  const evaluate = (source: string, arg: unknown): Promise<unknown> =>
    new Promise((done, fail) => {
      const id = ++next;
      waiting.set(id, (reply) => {
        waiting.delete(id);
        if ('error' in reply) fail(new Error(reply.error));
        else done(nodeCodec.decode(reply.result));
      });
      child.send({ op: 'evaluate', id, source, arg: nodeCodec.encode(arg) });
    });
  return {
    launcher: 'stand-in',
    page,
    evaluate: ((fn: (...args: never[]) => unknown, arg: unknown) =>
      evaluate(fn.toString(), arg)) as Desktop['evaluate'],
    async close() {
      const ended = exitOf(child);
      if (child.connected)
        child.send({
          op: 'evaluate',
          id: 0,
          source: '({ app }) => void app.quit()',
          arg: nodeCodec.encode(null),
        });
      const code = await ended;
      await browser.close();
      return code;
    },
    async kill() {
      const ended = exitOf(child);
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid!, 'SIGKILL');
      await ended;
      await browser.close().catch(() => {});
    },
    errors: () => errors,
  };
}
