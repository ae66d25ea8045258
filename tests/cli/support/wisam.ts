import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../../build/wisam.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** As npm starts it: another working directory than the person's, which comes in INIT_CWD. */
const environment = (cwd: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  // Test runners set both: Node then warns of it on every program's error output.
  const { NO_COLOR: _none, FORCE_COLOR: _forced, ...rest } = process.env;
  return { ...rest, INIT_CWD: cwd, ...more };
};

export const wisam = (words: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}): Ended => {
  const done = spawnSync(process.execPath, [program, ...words], { cwd: '/', env: environment(cwd, more) });
  return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() };
};

/** Starts it and gives it a signal after a while; says how it ended. */
export const wisamInterrupted = async (
  words: readonly string[],
  cwd: string,
  signal: NodeJS.Signals,
  afterMs: number,
): Promise<Ended & { readonly signal: NodeJS.Signals | null }> => {
  const child = spawn(process.execPath, [program, ...words], { cwd: '/', env: environment(cwd) });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const timer = setTimeout(() => child.kill(signal), afterMs);
  return new Promise((resolveEnd) => {
    child.on('close', (code, by) => {
      clearTimeout(timer);
      resolveEnd({ code, out, err, signal: by });
    });
  });
};
