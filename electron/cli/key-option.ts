import { readFileSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';
import { systemCode } from '../data-folder/durable-files.ts';
import type { CommandOption } from './command.ts';

export const KEY_OPTION: CommandOption = {
  name: 'key',
  value: 'FILE',
  help: 'a text file with the printed recovery key (AGE-SECRET-KEY-1…), groups and spaces allowed',
  required: true,
};

/** Longer than any key file; a wrong file (an archive, say) is not read into memory whole. */
const MOST_CHARACTERS = 10_000;

/** Errors: fileMissing, fileUnreadable. */
export const readKeyText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').slice(0, MOST_CHARACTERS);
  } catch (error) {
    throw new AppError(
      systemCode(error) === 'ENOENT' ? 'fileMissing' : 'fileUnreadable',
      { path },
      { cause: error },
    );
  }
};
