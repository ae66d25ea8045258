import type { Command } from './command.ts';

const RUN = 'npm run wisam --';

export const usageOf = (command: Command): string => {
  const parts = [
    ...command.arguments.map(({ name }) => name),
    ...command.options.map(({ name, value, required }) =>
      required ? `--${name} ${value}` : `[--${name} ${value}]`,
    ),
  ];
  return `${RUN} ${[command.name, ...parts].join(' ')}`;
};

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

export const generalHelp = (commands: readonly Command[]): string =>
  [
    'Wisam without its window: for administrators and scripts. It never asks.',
    '',
    `Usage: ${RUN} COMMAND [ARGUMENTS]`,
    '',
    ...table(commands.map((command) => [command.name, command.summary])),
    '',
    `${RUN} COMMAND --help tells more of one.`,
    'Exit code: 0 good, 1 a fault was found or the act refused (nothing half done), 2 wrong usage.',
  ].join('\n');

export const commandHelp = (command: Command): string =>
  [
    command.summary,
    '',
    `Usage: ${usageOf(command)}`,
    '',
    ...table([
      ...command.arguments.map(({ name, help }) => [name, help] as const),
      ...command.options.map(({ name, value, help }) => [`--${name} ${value}`, help] as const),
      ['--help', 'this text'] as const,
    ]),
    ...(command.notes === undefined ? [] : ['', command.notes]),
  ].join('\n');
