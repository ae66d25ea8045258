import { readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { exportBackup } from '#electron/backup/export-backup.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { readRecoveryFile } from '#electron/keys/recovery-file.ts';
import { backupWorker } from './office.ts';

/** Backs OFFICE up to DISK and says what came of it; FILL takes the room away once the backup is under way. */
const dataFolder = process.env['OFFICE'] ?? '';
const folder = process.env['DISK'] ?? '';

const fill = (): void => {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize - 20_000));
};

let filled = process.env['FILL'] === undefined;
try {
  const { file } = await exportBackup(
    {
      dataFolder,
      databaseKey: readDatabaseKey(dataFolder),
      recipient: readRecoveryFile(dataFolder)?.recipient ?? '',
      folder,
      appVersion: '0.1.0',
      nowMs: Date.now,
    },
    {
      workerFile: backupWorker,
      onProgress: ({ stage }) => {
        if (stage === 'snapshot' && !filled) fill();
        filled = true;
      },
    },
  );
  console.log('made', file);
} catch (error) {
  console.log(error instanceof AppError ? `${error.code} ${JSON.stringify(error.details)}` : String(error));
}
console.log(`left: ${JSON.stringify(readdirSync(folder))}`);
