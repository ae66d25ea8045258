import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { appContract } from '#shared/ipc/app-contract.ts';
import { createDeskServices } from './app/desk-services.ts';
import { runLifecycle } from './app/lifecycle.ts';
import { createLogger } from './app/logger.ts';
import { openMainWindow } from './app/main-window.ts';
import { setMenu } from './app/menu.ts';
import { resolvePaths } from './app/paths.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import { registerIpc } from './ipc/register-ipc.ts';
import { APP_SCHEME, createAppProtocol } from './security/app-protocol.ts';
import { blockNetwork, holdEveryPage } from './security/navigation.ts';
import { denyPermissions } from './security/permissions.ts';

const userData = app.getPath('userData');
const paths = resolvePaths({ argv: process.argv, cwd: process.cwd(), userData, bundle: import.meta.dirname });
if (paths.profile !== undefined) app.setPath('userData', paths.profile);
const logger = createLogger(paths.logs);
const broadcast = createBroadcast(() => BrowserWindow.getAllWindows());

let close = (): void => {};

app.enableSandbox();
holdEveryPage(app);
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

async function start(): Promise<void> {
  await app.whenReady();
  const page = session.fromPartition('persist:desk', { cache: false });
  page.protocol.handle(APP_SCHEME, createAppProtocol(paths.page));
  blockNetwork(page);
  denyPermissions(page);
  // The page loads meanwhile; opening holds this thread, so nothing is asked before its doors are there.
  const window = openMainWindow(paths.preload, page);
  const { handlers, session: desk, container, renderer } = createDeskServices(paths, broadcast, logger);
  close = () => {
    container.close();
    void renderer.close();
  };
  container.open();
  registerIpc(appContract, handlers, {
    ipcMain,
    session: desk.current,
    changed: (topics) => broadcast('data.changed', { topics }),
    unexpected: (channel, error) => logger.error('call failed', error, { channel }),
    refused: (channel) => logger.info('call refused: untrusted sender', { channel }),
  });
  setMenu(app, (command) => broadcast('desk.command', { command }));
  await window;
  // After the desk's first paint: the first letter of the day does not wait, and neither does the desk.
  await renderer.warm();
}

runLifecycle(app, {
  start,
  close: () => close(),
  failed: (error) => logger.error('start or end failed', error),
});
