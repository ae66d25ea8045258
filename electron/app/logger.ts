import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';

/** Facts of a log line: names, codes and counts. Never a person's name, number or words. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

export interface Logger {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, error: unknown, facts?: LogFacts) => void;
}

const MOST_BYTES = 1_000_000;

/** One JSON line an event, in `wisam.log`; the file before it is kept, older ones are not. */
export function createLogger(folder: string, nowMs: () => number = Date.now): Logger {
  const file = join(folder, 'wisam.log');
  const write = (line: Record<string, unknown>): void => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES)
        renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ at: new Date(nowMs()).toISOString(), ...line })}\n`);
    } catch {
      // a full or read-only disk must not stop the desk for the sake of its log
    }
  };
  return {
    info: (event, facts = {}) => write({ event, ...facts }),
    error: (event, error, facts = {}) => write({ event, ...facts, ...describeError(error) }),
  };
}

/**
 * What may be written of an error. Its message may quote what a person typed, so it stays out: the class, the code and
 * the places in our own code are enough to find the fault.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof AppError) return { error: error.name, code: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, stack: stack.map((line) => line.trim()).slice(0, 12) };
}
