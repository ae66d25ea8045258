import { resolve } from 'node:path';

export interface CommandContext {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Aborted by SIGINT, SIGTERM or SIGHUP: the command cleans up and ends. */
  readonly signal: AbortSignal;
  /** An absolute path from what was typed: npm has changed the working directory, so it counts from where the person stands. */
  readonly path: (typed: string) => string;
}

/** What was typed, by name; an option that is missing here was not required and not given. */
export type Given = Readonly<Record<string, string>>;

export interface CommandOption {
  readonly name: string;
  /** What stands for its value in the help: `DIR`. */
  readonly value: string;
  readonly help: string;
  readonly required: boolean;
}

export interface CommandArgument {
  /** `FILE`: its name in the help and in `Given`. */
  readonly name: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** More for `COMMAND --help`. */
  readonly notes?: string;
  /** Loads what it needs when it runs, so that the others start quickly. Gives the exit code: 0 good, 1 a fault found. */
  readonly run: (given: Given, context: CommandContext) => Promise<0 | 1>;
}

/** Wrong usage: exit code 2, one line, nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const pathFrom =
  (cwd: string) =>
  (typed: string): string =>
    resolve(cwd, typed);

/** A required option or argument; `parseCommand` has seen to it that it is there. */
export const need = (given: Given, name: string): string => {
  const value = given[name];
  if (value === undefined) throw new UsageError(`${name} is missing`);
  return value;
};

/** A whole number from ASCII digits, within bounds. */
export const wholeNumber = (given: Given, name: string, least: number, most: number): number => {
  const text = need(given, name);
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`);
  }
  return value;
};
