import { need, type Command } from './command.ts';
import { KEY_OPTION, readKeyText } from './key-option.ts';
import { appVersion } from './version.ts';
import { backupWorker } from './worker-files.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put an archive’s data into a data folder, all of it or nothing',
  arguments: [{ name: 'FILE', help: 'the archive, backup-….tar.zst.age' }],
  options: [
    {
      name: 'data',
      value: 'DIR',
      help: 'a missing or empty folder, or a data folder of Wisam',
      required: true,
    },
    KEY_OPTION,
  ],
  notes:
    'Data that lie in DIR already are backed up to DIR/before-restore first; if they are damaged, they are kept as they\n' +
    'are in DIR/kept-….',
  run: async (given, { out, path, signal }) => {
    const { restoreIntoFolder } = await import('../backup/restore-folder.ts');
    const dataFolder = path(need(given, 'data'));
    const archive = path(need(given, 'FILE'));
    const recoveryKey = readKeyText(path(need(given, 'key')));
    const { safetyBackup, keptAs } = await restoreIntoFolder(
      { archive, recoveryKey, dataFolder, appVersion: appVersion(), nowMs: Date.now },
      { workerFile: backupWorker, signal },
    );
    out(`restored: ${dataFolder}`);
    if (safetyBackup !== null) out(`replaced data backed up: ${safetyBackup}`);
    if (keptAs !== null) out(`replaced data kept: ${keptAs}`);
    return 0;
  },
};
