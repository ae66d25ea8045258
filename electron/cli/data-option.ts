import { homedir } from 'node:os';
import { defaultDataFolder } from '../data-folder/default-data-folder.ts';
import type { CommandContext, CommandOption, Given } from './command.ts';

export const DATA_OPTION: CommandOption = {
  name: 'data',
  value: 'DIR',
  help: 'the data folder; without it, the desk’s own',
  required: false,
};

export const dataFolderOf = (given: Given, path: CommandContext['path']): string =>
  given['data'] === undefined
    ? defaultDataFolder(process.platform, process.env, homedir())
    : path(given['data']);
