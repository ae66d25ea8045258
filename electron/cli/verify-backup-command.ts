import { need, type Command } from './command.ts';
import { KEY_OPTION, readKeyText } from './key-option.ts';
import { backupWorker } from './worker-files.ts';

export const verifyBackupCommand: Command = {
  name: 'verify-backup',
  summary: 'decrypt an archive, check every byte of it and rehearse its restore; nothing stays',
  arguments: [{ name: 'FILE', help: 'the archive, backup-….tar.zst.age' }],
  options: [KEY_OPTION],
  notes: 'Prints the same lines as `verify` prints for the data that the archive holds.',
  run: async (given, { out, path, signal }) => {
    const { verifyBackup } = await import('../backup/verify-backup.ts');
    const archive = path(need(given, 'FILE'));
    const recoveryKey = readKeyText(path(need(given, 'key')));
    const { lines } = await verifyBackup({ archive, recoveryKey }, { workerFile: backupWorker, signal });
    for (const { name, value } of lines) out(`${name}: ${value}`);
    return 0;
  },
};
