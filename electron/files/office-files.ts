import { native } from '#shared/locales/ar/native.ts';
import type { Database } from '#db/open-database.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { writeFileSafely } from '../platform/node/write-file-safely.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import { createFileService, type FileService } from './file-service.ts';
import { createFileStore, type FileStore } from './file-store.ts';

/** The files of one open office: the store that every feature reads from, and what the desk does with files. */
export function createOfficeFiles(ports: {
  readonly db: Database;
  readonly clock: Clock;
  /** Its lock is held by this process. */
  readonly dataFolder: string;
  readonly dialogs: Dialogs;
}): { readonly fileStore: FileStore; readonly files: FileService } {
  const { db, clock, dataFolder, dialogs } = ports;
  const fileStore = createFileStore({ db, clock, dataFolder, databaseKey: readDatabaseKey(dataFolder) });
  const words = native.dialogs;
  const files = createFileService({
    db,
    clock,
    store: fileStore,
    saveFile: async ({ suggestedName, bytes }) => {
      const extension = suggestedName.split('.').at(-1) ?? '';
      const path = await dialogs.chooseSaveFile(words.saveFile, suggestedName, {
        name: words.files,
        extensions: [extension],
      });
      if (path !== null) writeFileSafely(path, bytes);
      return path;
    },
  });
  return { fileStore, files };
}
