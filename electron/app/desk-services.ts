import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { type AppServices, createAppServices, type OfficeServices } from '../app-services.ts';
import { createPdfRenderer, type PdfRenderer } from '../pdf/pdf-renderer.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import { createDialogs } from '../platform/dialogs.ts';
import { systemClock } from '../platform/node/system-clock.ts';
import { createPrinter } from '../platform/printer.ts';
import { createPasswords } from '../staff/passwords.ts';
import { type Container, createContainer } from './container.ts';
import type { Logger } from './logger.ts';
import { openUnlessOlder } from './open-data-folder.ts';
import type { Paths } from './paths.ts';

export interface DeskServices extends AppServices {
  readonly container: Container<OfficeServices>;
  readonly renderer: PdfRenderer;
}

/** All services over the platform's own parts; workers are the bundles beside the main file. */
export function createDeskServices(paths: Paths, broadcast: Broadcast, logger: Logger): DeskServices {
  const window = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];
  const renderer: PdfRenderer = createPdfRenderer({
    workerFile: join(import.meta.dirname, 'render-worker.cjs'),
  });
  const { handlers, session, holder } = createAppServices(
    {
      version: app.getVersion(),
      clock: systemClock,
      passwords: createPasswords(),
      renderer,
      printer: createPrinter({
        printFolder: paths.printFolder,
        anyContents: () => window()?.webContents,
      }),
      dialogs: createDialogs(window),
      backupWorkerFile: join(import.meta.dirname, 'backup-worker.cjs'),
      verifyWorkerFile: join(import.meta.dirname, 'verify-worker.cjs'),
      imports: {
        workerFile: join(import.meta.dirname, 'import-worker.cjs'),
        onProgress: (progress) => broadcast('imports.progress', progress),
      },
      onBackupProgress: (progress) => broadcast('backup.progress', progress),
      onFault: (error) => logger.error('work in the background failed', error),
      batchListener: {
        onBatchProgress: (progress) => broadcast('letters.batchProgress', progress),
        onDataChanged: (topics) => broadcast('data.changed', { topics }),
        onFault: (error) => logger.error('letters to many failed', error),
      },
    },
    (openServices) =>
      createContainer(
        paths.dataFolder,
        app.getVersion(),
        (dataFolder) => {
          const opening = openUnlessOlder(dataFolder, {
            workerFile: join(import.meta.dirname, 'prepare-worker.cjs'),
            nowMs: systemClock.nowMs,
          });
          if (!('prepare' in opening)) return openServices(opening);
          return {
            prepare: async (onNames, signal) => openServices(await opening.prepare(onNames, signal)),
          };
        },
        {
          onState: (state) => broadcast('app.state', state),
          onFault: (error) => logger.error('bringing the office up to date failed', error),
        },
      ),
  );
  return { handlers, session, container: holder, renderer };
}
