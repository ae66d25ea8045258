import { spawn } from 'node:child_process';

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio?: 'inherit' | 'ignore';
  /** Ends the program when it takes too long. */
  readonly signal?: AbortSignal;
}

/** Runs a program to its end and gives its exit code; 127 when it could not be started. Signals are passed on. */
export const runProgram = (
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<number> =>
  new Promise((done) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      stdio: options.stdio ?? 'inherit',
      env: { ...process.env, ...options.env },
      ...(options.signal && { signal: options.signal }),
    });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const finish = (code: number): void => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      done(code);
    };
    child.once('error', () => finish(127));
    child.once('exit', (code, signal) =>
      finish(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)),
    );
  });
