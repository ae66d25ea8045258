// The stand-in for Electron's main-process module, over a real Chromium: what this app uses of it, and nothing else.
// Whatever it does not know throws (strict.ts). `run.ts` makes `require('electron')` find this file.
import { theApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, Menu, nativeTheme, screen, shell } from './desktop.ts';
import { theIpcMain } from './ipc-main.ts';
import { sessionModule, sessionNamed } from './session.ts';
import { electronVersion } from './setting.ts';
import { strict } from './strict.ts';
import { answerTests } from './test-channel.ts';

// The app tells Electron from plain Node by these two.
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: electronVersion } });
Object.defineProperty(process, 'type', { value: 'browser' });

const electron = strict('main', {
  app: strict('app', theApp),
  BrowserWindow: strict('BrowserWindow', BrowserWindow),
  ipcMain: strict('ipcMain', theIpcMain),
  protocol: strict('protocol', sessionNamed('').schemes),
  session: strict('session', sessionModule),
  dialog: strict('dialog', dialog),
  shell: strict('shell', shell),
  Menu: strict('Menu', Menu),
  nativeTheme: strict('nativeTheme', nativeTheme),
  screen: strict('screen', screen),
});

answerTests(electron);

// What `require('electron')` of a CommonJS bundle receives: the guarded object itself, not a module namespace.
export { electron as 'module.exports' };
