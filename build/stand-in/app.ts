import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeBrowser } from './chromium.ts';
import { commandSwitch, emitCancellable, manifest, setting } from './setting.ts';
import { SingleInstance } from './single-instance.ts';
import { strict } from './strict.ts';

/** What `app` needs of the windows, without importing them: they import `app`. */
export interface ClosableWindow {
  close: () => Promise<boolean>;
}
export const openWindows: ClosableWindow[] = [];

const instance = new SingleInstance();
const paths: Record<string, string> = {
  home: homedir(),
  appData: process.env.XDG_CONFIG_HOME ?? process.env.APPDATA ?? join(homedir(), '.config'),
  temp: tmpdir(),
  exe: process.execPath,
  desktop: join(homedir(), 'Desktop'),
  documents: join(homedir(), 'Documents'),
  downloads: join(homedir(), 'Downloads'),
};

class App extends EventEmitter {
  readonly isPackaged = false;
  /** Switches that the app adds before ready are handed to Chromium. */
  readonly switches: string[] = [];
  quitting = false;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string) =>
      void this.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    hasSwitch: (name: string) => process.argv.includes(`--${name}`) || commandSwitch(name) !== undefined,
    getSwitchValue: (name: string) => commandSwitch(name) ?? '',
  });
  private ready = false;
  private readonly becomesReady = new Promise<void>((resolve) =>
    setImmediate(() => {
      this.ready = true;
      this.emit('ready', {}, {});
      resolve();
    }),
  );

  whenReady(): Promise<void> {
    return this.becomesReady;
  }
  isReady(): boolean {
    return this.ready;
  }
  getName(): string {
    return manifest.productName ?? manifest.name;
  }
  getVersion(): string {
    return manifest.version;
  }
  getLocale(): string {
    return commandSwitch('lang') ?? 'ar';
  }
  getAppPath(): string {
    return setting.appPath;
  }
  setAppUserModelId(): void {}
  enableSandbox(): void {}
  getPath(key: string): string {
    if (key === 'userData' || key === 'sessionData') {
      const folder = paths[key] ?? commandSwitch('user-data-dir') ?? join(paths.appData!, this.getName());
      mkdirSync(folder, { recursive: true });
      return folder;
    }
    const path = paths[key] ?? (key === 'logs' ? join(this.getPath('userData'), 'logs') : undefined);
    if (path === undefined) throw new Error(`Failed to get '${key}' path`);
    return path;
  }
  setPath(key: string, path: string): void {
    paths[key] = path;
  }
  requestSingleInstanceLock(): boolean {
    return instance.request(this.getPath('userData'), ({ argv, workingDirectory }) =>
      this.emit('second-instance', {}, argv, workingDirectory, undefined),
    );
  }
  releaseSingleInstanceLock(): void {
    instance.free();
  }

  quit(): void {
    if (!this.quitting) void this.quitInOrder();
  }
  private async quitInOrder(): Promise<void> {
    this.quitting = true;
    const goesOn = async (): Promise<boolean> => {
      if (!emitCancellable(this, 'before-quit')) return false;
      for (const window of openWindows.slice()) if (!(await window.close())) return false;
      return emitCancellable(this, 'will-quit');
    };
    if (await goesOn()) this.exit(0);
    else this.quitting = false;
  }
  exit(code = 0): void {
    this.quitting = true;
    this.emit('quit', {}, code);
    instance.free();
    void Promise.allSettled([closeBrowser(), instance.told]).then(() => process.exit(code));
  }
}

/** The object itself, for the stand-in; the app gets `strict('app', theApp)`. */
export const theApp = new App();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => theApp.quit());
