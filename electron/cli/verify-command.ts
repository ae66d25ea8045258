import type { Command } from './command.ts';
import { DATA_OPTION, dataFolderOf } from './data-option.ts';
import { verifyWorker } from './worker-files.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a data folder: every page, every register, the whole log',
  arguments: [],
  options: [DATA_OPTION],
  notes:
    'Writes nothing. Prints one `name: count` a line, always in the same order. The first fault is named on stderr,\n' +
    'and the exit code is then 1.',
  run: async (given, { out, err, path, signal }) => {
    const { verifyFolder } = await import('../verify/verify-folder.ts');
    const { lines, fault } = await verifyFolder(dataFolderOf(given, path), {
      workerFile: verifyWorker,
      signal,
    });
    for (const { name, value } of lines) out(`${name}: ${value}`);
    if (fault === null) return 0;
    err(`wisam verify: fault: ${fault}`);
    return 1;
  },
};
