import { AppError } from '#shared/app-error.ts';
import { COMMANDS } from './commands.ts';
import { pathFrom, UsageError, type Command, type CommandContext } from './command.ts';
import { errorLine } from './error-line.ts';
import { commandHelp, generalHelp } from './help.ts';
import { parseCommand } from './parse-command.ts';
import { listenForEnd } from './signals.ts';

export interface CommandLineStreams {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly cwd: string;
}

const USAGE = 2;
const HELP = ['--help', '-h'];

/** Runs one command to its end. Gives the exit code: 0, 1, 2, or 128 and the number of the signal that ended it. */
export const runCommandLine = async (
  words: readonly string[],
  { out, err, cwd }: CommandLineStreams,
): Promise<number> => {
  const [name, ...rest] = words;
  if (name === undefined) {
    err(generalHelp(COMMANDS));
    return USAGE;
  }
  if (HELP.includes(name) || name === 'help') {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    out(asked === undefined ? generalHelp(COMMANDS) : commandHelp(asked));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    err(`wisam: ${unknownCommand(name)}`);
    return USAGE;
  }
  if (rest.some((word) => HELP.includes(word))) {
    out(commandHelp(command));
    return 0;
  }
  return runCommand(command, rest, { out, err, path: pathFrom(cwd) });
};

const unknownCommand = (name: string): string => {
  const known = COMMANDS.map((command) => command.name).join(', ');
  if (name.startsWith('-')) return `the command comes first, then ${name}; commands: ${known}`;
  return `there is no command "${name}"; commands: ${known}`;
};

const runCommand = async (
  command: Command,
  words: readonly string[],
  context: Omit<CommandContext, 'signal'>,
): Promise<number> => {
  const end = listenForEnd();
  try {
    // A signal that came when all was done changes nothing.
    return await command.run(parseCommand(command, words), { ...context, signal: end.signal });
  } catch (error) {
    const ended = end.exitCode();
    if (ended !== null && !(error instanceof AppError)) return ended;
    if (error instanceof UsageError) {
      context.err(`wisam ${command.name}: ${error.message}`);
      return USAGE;
    }
    context.err(`wisam ${command.name}: ${await errorLine(error)}`);
    return ended ?? 1;
  } finally {
    end.stop();
  }
};
