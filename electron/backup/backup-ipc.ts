import type { backupContract } from '#shared/backup/backup-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { BackupService } from './backup-service.ts';

export interface BackupDialogs {
  /** Asks for a folder; null when the person closed the dialog. */
  readonly chooseFolder: () => Promise<string | null>;
}

/** `service` gives the open office's: it throws before there is one. */
export const backupHandlers = (
  service: () => BackupService,
  dialogs: BackupDialogs,
): Handlers<typeof backupContract> => ({
  'backup.status': () => service().status(),
  'backup.chooseFolder': () => dialogs.chooseFolder(),
  'backup.export': async ({ folder }, context) => {
    const { file, sizeBytes, verifiedAtMs, lostFiles } = await service().exportTo(
      folder,
      context.signedIn().staff,
    );
    return { file, sizeBytes, verifiedAtMs, lostFiles: lostFiles.length };
  },
});
