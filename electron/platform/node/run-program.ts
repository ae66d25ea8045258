import { spawn } from 'node:child_process';

export interface Ended {
  /** Null when it was stopped because its time was over. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program without a shell, and in the C locale: its answer is read, not shown. What takes longer than
 * `patienceMs` is killed and answers `code: null` at once, even where a child of it still holds the pipes.
 * @throws Error ENOENT when there is no such program
 */
export const runProgram = (
  program: string,
  args: readonly string[],
  { input, patienceMs }: { readonly input?: Uint8Array; readonly patienceMs: number },
): Promise<Ended> =>
  new Promise((done, fail) => {
    const child = spawn(program, args, {
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    const end = (code: number | null): void => {
      clearTimeout(timer);
      done({ code, output, errors });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
      child.unref();
      end(null);
    }, patienceMs);
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.once('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.once('close', end);
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
