// The least that Electron can open: one window, one field. What the desk's start is measured against.
const { app, BrowserWindow, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

const page =
  '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>فارغ</title><input autofocus>';

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadURL('app://empty/index.html');
});
app.on('window-all-closed', () => app.quit());
