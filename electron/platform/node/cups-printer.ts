import { spawn } from 'node:child_process';
import { AppError } from '#shared/app-error.ts';
import type { Printer } from '../../ports/printer.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const PATIENCE_MS = 60_000;

/** Without a shell, and in the C locale: its answer is read, not shown. */
const run = (program: string, args: readonly string[], input?: Uint8Array): Promise<Ended> =>
  new Promise((done, fail) => {
    const child = spawn(program, args, {
      env: { ...process.env, LC_ALL: 'C' },
      timeout: PATIENCE_MS,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.once('error', fail);
    child.once('close', (code) => done({ code, output, errors }));
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });

/** Printers of CUPS, through `lp`: the job is handed over as the bytes it was sealed with, on standard input. */
export function createCupsPrinter(): Printer {
  const listPrinters = async (): Promise<readonly string[]> => {
    const [all, usual] = await Promise.all([run('lpstat', ['-e']), run('lpstat', ['-d'])]);
    const names = all.code === 0 ? all.output.split('\n').filter((name) => name !== '') : [];
    const first = /system default destination: (\S+)/.exec(usual.output)?.[1];
    return first !== undefined && names.includes(first)
      ? [first, ...names.filter((name) => name !== first)]
      : names;
  };
  return {
    listPrinters,
    async printPdf({ bytes, jobName, copies, printer }) {
      const names = await listPrinters();
      const chosen = printer ?? names[0];
      if (chosen === undefined || !names.includes(chosen))
        throw new AppError('printerMissing', { printer: chosen ?? '' });
      const { code, errors } = await run(
        'lp',
        [
          '-d',
          chosen,
          '-n',
          String(copies),
          '-t',
          jobName,
          '-o',
          'media=A4',
          '-o',
          'document-format=application/pdf',
          '--',
          '-',
        ],
        bytes,
      );
      if (code !== 0)
        throw new AppError('printerFailed', { printer: chosen, reason: errors.trim().slice(0, 200) });
      return { printer: chosen };
    },
  };
}

/** Whether this machine has CUPS' own programs. */
export const hasCups = async (): Promise<boolean> =>
  run('lpstat', ['-r']).then(
    () => true,
    () => false,
  );
