import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { appContract } from '#shared/ipc/app-contract.ts';
import { createLogger } from './app/logger.ts';
import { openMainWindow } from './app/main-window.ts';
import { resolvePaths } from './app/paths.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import { registerIpc } from './ipc/register-ipc.ts';
import { APP_SCHEME, createAppProtocol } from './security/app-protocol.ts';
import { blockNetwork, holdEveryPage } from './security/navigation.ts';
import { denyPermissions } from './security/permissions.ts';

const paths = resolvePaths({
  argv: process.argv,
  cwd: process.cwd(),
  userData: app.getPath('userData'),
  bundle: import.meta.dirname,
});
if (paths.profile !== undefined) app.setPath('userData', paths.profile);
const logger = createLogger(paths.logs);

app.enableSandbox();
holdEveryPage(app);
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

async function start(): Promise<void> {
  await app.whenReady();
  // In memory: nothing of what the desk shows is left on the disk in Chromium's own files.
  const desk = session.fromPartition('desk');
  desk.protocol.handle(APP_SCHEME, createAppProtocol(paths.page));
  blockNetwork(desk);
  denyPermissions(desk);
  const broadcast = createBroadcast(() => BrowserWindow.getAllWindows());
  registerIpc(
    { 'app.state': appContract['app.state'] },
    { 'app.state': () => ({ kind: 'firstRun' as const, dataFolder: paths.dataFolder }) },
    {
      ipcMain,
      session: () => null,
      changed: (topics) => broadcast('data.changed', { topics }),
      unexpected: (channel, error) => logger.error('call failed', error, { channel }),
      refused: (channel) => logger.info('call refused: untrusted sender', { channel }),
    },
  );
  await openMainWindow(paths.preload, desk);
}

app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  start().catch((error: unknown) => {
    logger.error('start failed', error);
    app.exit(1);
  });
} else app.quit();
