import { parseArgs } from 'node:util';
import { UsageError, type Command, type Given } from './command.ts';
import { usageOf } from './help.ts';

/** npm keeps flags to itself unless `--` stands before them, and hands on the values alone. */
const FORGOT = 'did you forget `--`? (npm run wisam -- COMMAND …)';

/** What was typed after a command's name. Error: UsageError. */
export const parseCommand = (command: Command, words: readonly string[]): Given => {
  const { values, positionals } = parse(command, words);
  const given: Record<string, string> = {};
  for (const { name, value } of command.options) {
    const text = values[name];
    if (typeof text !== 'string') continue;
    if (text.trim() === '') throw new UsageError(`--${name} needs a value: --${name} ${value}`);
    given[name] = text;
  }
  const noFlags = !words.some((word) => word.startsWith('-'));
  if (positionals.length > command.arguments.length) {
    const hint = noFlags && command.options.length > 0 ? `; ${FORGOT}` : '';
    throw new UsageError(`unexpected "${positionals[command.arguments.length]}"${hint}`);
  }
  for (const [index, { name }] of command.arguments.entries()) {
    const text = positionals[index];
    if (text === undefined || text.trim() === '')
      throw new UsageError(`${name} is missing: ${usageOf(command)}`);
    given[name] = text;
  }
  const missing = command.options.find(({ name, required }) => required && given[name] === undefined);
  if (missing !== undefined) {
    const hint = noFlags ? `; ${FORGOT}` : '';
    throw new UsageError(`--${missing.name} ${missing.value} is missing${hint}`);
  }
  return given;
};

const parse = (
  command: Command,
  words: readonly string[],
): { values: Record<string, unknown>; positionals: string[] } => {
  try {
    return parseArgs({
      args: [...words],
      options: Object.fromEntries(command.options.map(({ name }) => [name, { type: 'string' as const }])),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Its sentence is good; what follows the first full stop advises about positionals that begin with a dash.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new UsageError(sentence.replaceAll('\n', ' '), { cause: error });
  }
};
