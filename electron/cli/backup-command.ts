import { need, type Command } from './command.ts';
import { DATA_OPTION, dataFolderOf } from './data-option.ts';
import { appVersion } from './version.ts';
import { backupWorker } from './worker-files.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'write a verified, encrypted archive of a data folder',
  arguments: [],
  options: [
    DATA_OPTION,
    { name: 'to', value: 'FOLDER', help: 'an existing folder: a USB stick, a share', required: true },
  ],
  notes:
    'The archive is encrypted to the recovery key that was printed at the first run; its secret is not needed here.\n' +
    'It is read back and its restore rehearsed before it gets its name. Prints its path, size and sha256.',
  run: async (given, { out, path, signal }) => {
    const { withDataFolder } = await import('./with-data-folder.ts');
    const { exportBackup } = await import('../backup/export-backup.ts');
    const { appendDeed } = await import('../backup/command-line-deeds.ts');
    const { requireRecipient } = await import('../backup/backup-service.ts');
    const folder = path(need(given, 'to'));
    await withDataFolder(dataFolderOf(given, path), async (dataFolder, databaseKey) => {
      const backup = await exportBackup(
        {
          dataFolder,
          databaseKey,
          recipient: requireRecipient(dataFolder),
          folder,
          appVersion: appVersion(),
          nowMs: Date.now,
        },
        { workerFile: backupWorker, signal },
      );
      const { file, sizeBytes, sha256, createdAtMs: atMs, verifiedAtMs, manifest } = backup;
      const { count: auditCount, hash: auditHash } = manifest.audit;
      appendDeed(dataFolder, {
        kind: 'backup',
        atMs,
        file,
        sizeBytes,
        sha256,
        verifiedAtMs,
        auditCount,
        auditHash,
      });
      out(`file: ${file}`);
      out(`bytes: ${sizeBytes}`);
      out(`sha256: ${sha256}`);
    });
    return 0;
  },
};
