import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#shared/app-error.ts';
import type { PrintFailure } from '#shared/printing/print-failure.ts';
import { PRINT_TIME_OUT_MS, type PrintJob, type Printer, type TakenJob } from '../../ports/printer.ts';
import { jobStateIn, printersIn, type JobState } from './cups-answers.ts';
import { type Ended, runProgram } from './run-program.ts';

/** Between two looks at the queue. */
const LOOK_MS = 300;

/**
 * Printers of CUPS, through its own programs: `lp` hands the job over as the bytes it was sealed with, on standard input;
 * `lpstat` follows it.
 */
export function createCupsPrinter({ patienceMs = PRINT_TIME_OUT_MS } = {}): Omit<Printer, 'openInViewer'> {
  const run = (program: string, args: readonly string[], input?: Uint8Array): Promise<Ended> =>
    runProgram(program, args, { patienceMs, ...(input === undefined ? {} : { input }) });

  const listPrinters: Printer['listPrinters'] = async () => {
    const [names, states] = await Promise.all([
      run('lpstat', ['-e']),
      run('lpstat', ['-d', '-l', '-p', '-a']),
    ]);
    return names.code === 0 ? printersIn(names.output, states.output) : [];
  };

  const stateOf = async (job: string, printer: string): Promise<JobState> => {
    const [open, ended, state] = await Promise.all([
      run('lpstat', ['-l', '-o', printer]),
      run('lpstat', ['-l', '-W', 'completed', '-o', printer]),
      run('lpstat', ['-p', printer]),
    ]);
    return jobStateIn(job, open.output, ended.output, state.output);
  };

  /** Until the printer has the job, or has had it for as long as a person waits. */
  async function follow(job: string, printer: string): Promise<TakenJob> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const state = await stateOf(job, printer);
      if (state === 'done') return { printer, finished: true };
      if (state === 'ended') throw failed(printer, 'cancelled');
      if (state === 'stopped') return takeBack(job, printer, 'stopped');
      if (performance.now() > end)
        return state === 'printing' || state === 'queued'
          ? { printer, finished: false }
          : takeBack(job, printer, 'timeout');
      await delay(LOOK_MS);
    }
  }

  /** Else it would come out beside its second attempt, once somebody wakes the printer. */
  async function takeBack(job: string, printer: string, reason: PrintFailure): Promise<never> {
    await run('cancel', [job]).catch(() => undefined);
    throw failed(printer, reason);
  }

  return {
    listPrinters,
    async printPdf({ bytes, jobName, copies, pageRange = null, media = null, printer = null }: PrintJob) {
      const printers = await listPrinters();
      const chosen = printers.find(({ name }) => printer === null || name === printer);
      if (chosen === undefined) throw new AppError('printerMissing', { printer: printer ?? '' });
      // What CUPS itself calls stopped takes a job and keeps it: half a minute would be waited for nothing.
      if (chosen.state === 'stopped') throw failed(chosen.name, 'stopped');
      const pages = pageRange === null ? [] : ['-P', pageRange];
      const size = media === null ? 'A4' : `Custom.${media.widthMm}x${media.heightMm}mm`;
      // True to size, never fitted to what the printer reaches: labels, pre-printed paper and the calibration sheet are
      // measured with a ruler, and a sealed page is printed as it was sealed.
      const asMade = ['-o', 'print-scaling=none', '-o', 'document-format=application/pdf'];
      const sheet = ['-o', `media=${size}`, ...asMade];
      const told = ['-d', chosen.name, '-n', String(copies), '-t', jobName, ...pages, ...sheet];
      const { code, output, errors } = await run('lp', [...told, '--', '-'], bytes);
      if (code === null) throw failed(chosen.name, 'timeout');
      if (code !== 0) throw failed(chosen.name, 'refused', errors.trim().slice(0, 200));
      const job = /^request id is (\S+)/m.exec(output)?.[1];
      return job === undefined ? { printer: chosen.name, finished: true } : follow(job, chosen.name);
    },
  };
}

const failed = (printer: string, reason: PrintFailure, said?: string): AppError =>
  new AppError('printerFailed', { printer, reason, ...(said === undefined ? {} : { said }) });

/** Whether this machine has CUPS' own programs. */
export const hasCups = async (): Promise<boolean> =>
  runProgram('lpstat', ['-r'], { patienceMs: 5000 }).then(
    () => true,
    () => false,
  );
