import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { theApp } from './app.ts';
import { BrowserWindow, theWindows } from './browser-window.ts';
import { setting } from './setting.ts';
import { onlyKnown } from './strict.ts';

interface DialogOptions {
  title?: string;
  message?: string;
  detail?: string;
  defaultPath?: string;
  buttons?: string[];
  defaultId?: number;
  cancelId?: number;
}

/** A question in the page, where a person looks at it; without a person every dialog is cancelled. */
const askForPath = async (question: string, preset: string): Promise<string | null> => {
  if (!setting.headed) return null;
  const page = theWindows()[0]?.page;
  return (await page?.evaluate(([text, value]) => prompt(text, value), [question, preset])) ?? null;
};
const optionsOf = (args: unknown[]): DialogOptions => args.at(-1) ?? {};

export const dialog = {
  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const { title, defaultPath } = optionsOf(args);
    const filePath = await askForPath(title ?? '', join(theApp.getPath('downloads'), defaultPath ?? ''));
    return { canceled: !filePath, filePath: filePath ?? '' };
  },
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const { title, defaultPath } = optionsOf(args);
    const filePath = await askForPath(title ?? '', defaultPath ?? '');
    return { canceled: !filePath, filePaths: filePath ? [filePath] : [] };
  },
  async showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const { message = '', detail = '', buttons = ['OK'], defaultId = 0, cancelId = 0 } = optionsOf(args);
    const text = `${message}\n${detail}\n[${buttons[defaultId] ?? ''}]`;
    const yes =
      setting.headed && (await theWindows()[0]?.page?.evaluate((question) => confirm(question), text));
    return { response: yes ? defaultId : cancelId, checkboxChecked: false };
  },
  showErrorBox: (title: string, text: string): void => void process.stderr.write(`${title}: ${text}\n`),
};

export const shell = {
  /** As in Electron: an empty text, or why not. Nothing opens where nobody looks. */
  async openPath(path: string): Promise<string> {
    if (!existsSync(path)) return 'Failed to open path';
    if (!setting.headed) return '';
    const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };
    const child = spawn(openers[process.platform] ?? 'xdg-open', [path], { stdio: 'ignore', detached: true });
    return new Promise((done) => {
      child.once('error', (error) => done(error.message));
      child.once('spawn', () => {
        child.unref();
        done('');
      });
    });
  },
};

type Click = (item: MenuItem, window: BrowserWindow | null, event: object) => void;
interface MenuTemplate {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  enabled?: boolean;
  submenu?: MenuTemplate[];
  click?: Click;
}

class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly submenu: Menu | undefined;
  readonly click: () => void;

  constructor(template: MenuTemplate) {
    onlyKnown('menu', template, [
      'id',
      'label',
      'role',
      'type',
      'accelerator',
      'enabled',
      'submenu',
      'click',
    ]);
    this.id = template.id;
    this.label = template.label ?? template.role ?? '';
    this.submenu = template.submenu && Menu.buildFromTemplate(template.submenu);
    this.click = () => template.click?.(this, BrowserWindow.getFocusedWindow(), {});
  }
}

/** The menu is kept so that tests can click it; a Chromium window has no place to show it. */
export class Menu {
  private static current: Menu | null = null;
  readonly items: MenuItem[] = [];

  static setApplicationMenu(menu: Menu | null): void {
    Menu.current = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.current;
  }
  static buildFromTemplate(template: readonly MenuTemplate[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((each) => new MenuItem(each)));
    return menu;
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

type ThemeSource = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  private source: ThemeSource = 'system';

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
  get themeSource(): ThemeSource {
    return this.source;
  }
  set themeSource(source: ThemeSource) {
    this.source = source;
    for (const { opened } of theWindows())
      void opened
        .then(({ page }) => page.emulateMedia({ colorScheme: source === 'system' ? null : source }))
        .catch(() => {});
    this.emit('updated');
  }
}
export const nativeTheme = new NativeTheme();

const DESK_SCREEN = { width: 1366, height: 768 };
class Screen extends EventEmitter {
  getPrimaryDisplay(): object {
    return { id: 1, scaleFactor: 1, workAreaSize: DESK_SCREEN, bounds: { x: 0, y: 0, ...DESK_SCREEN } };
  }
}
export const screen = new Screen();
