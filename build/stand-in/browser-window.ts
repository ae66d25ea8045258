import { EventEmitter } from 'node:events';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { openWindows, theApp } from './app.ts';
import { inward, launch, outward } from './chromium.ts';
import { answerCall } from './ipc-main.ts';
import { PreloadWorld } from './preload-world.ts';
import { PERMISSIONS, serve } from './serve.ts';
import { sessionNamed, type Session } from './session.ts';
import { emitCancellable } from './setting.ts';
import { onlyKnown, strict } from './strict.ts';
import { originOf, WebContents, type WebPreferences } from './web-contents.ts';

interface Options {
  width?: number;
  height?: number;
  show?: boolean;
  title?: string;
  webPreferences?: WebPreferences;
  [other: string]: unknown;
}

const OPTIONS = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'autoHideMenuBar',
  'icon',
  'center',
  'useContentSize',
  'webPreferences',
];
const PREFERENCES = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'partition',
  'session',
  'devTools',
  'safeDialogs',
  'disableDialogs',
  'plugins',
  'enableWebSQL',
  'v8CacheOptions',
];

const windows: BrowserWindow[] = [];

const findByPage = (page: Page | null | undefined): BrowserWindow | undefined =>
  page ? windows.find((each) => each.page === page) : undefined;

export const theWindows = (): readonly BrowserWindow[] => windows;

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return windows.map(guarded);
  }
  static getFocusedWindow(): BrowserWindow | null {
    const last = windows.at(-1);
    return last ? guarded(last) : null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    const found = windows.find((each) => each.theContents.id === contents.id);
    return found ? guarded(found) : null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  readonly theContents: WebContents;
  readonly opened: Promise<{ page: Page; world: PreloadWorld | undefined }>;
  page: Page | undefined;
  private readonly session: Session;
  private readonly options: Options;
  private loading = false;
  private destroyed = false;
  private visible: boolean;
  private title: string;

  constructor(options: Options = {}) {
    super();
    if (!theApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    onlyKnown('BrowserWindow', options, OPTIONS);
    onlyKnown('webPreferences', preferences, PREFERENCES);
    if (
      preferences.nodeIntegration === true ||
      preferences.contextIsolation === false ||
      preferences.sandbox === false
    )
      throw new Error('stand-in: only sandboxed, context-isolated windows without Node are offered');
    this.options = options;
    this.visible = options.show !== false;
    this.title = options.title ?? theApp.getName();
    this.session = preferences.session ?? sessionNamed(preferences.partition ?? '');
    this.theContents = new WebContents(
      {
        page: () => this.page,
        isDestroyed: () => this.destroyed,
        isLoading: () => this.loading,
      },
      {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        ...preferences,
      },
      this.session,
    );
    this.webContents = strict('webContents', this.theContents);
    this.id = this.theContents.id;
    windows.push(this);
    openWindows.push(this);
    this.opened = this.open();
    this.theContents.opensWith(this.opened);
    this.opened.catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      theApp.exit(1);
    });
    theApp.emit('web-contents-created', {}, this.webContents);
    theApp.emit('browser-window-created', {}, guarded(this));
    return guarded(this);
  }

  private async open(): Promise<{ page: Page; world: PreloadWorld | undefined }> {
    const context = await launch(this.options.width ?? 800, this.options.height ?? 600, events);
    const page = await takePage(context);
    this.page = page;
    const preload = this.options.webPreferences?.preload;
    const world = preload
      ? await PreloadWorld.install(page, preload, ({ channel, data, origin }) =>
          this.answer(channel, data, origin),
        )
      : undefined;
    page.on('domcontentloaded', () => {
      this.theContents.emit('dom-ready', {});
      this.emit('ready-to-show', {});
    });
    page.on('load', () => this.theContents.emit('did-finish-load', {}));
    page.on('crash', () =>
      this.theContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    page.on('close', () => this.gone());
    return { page, world };
  }

  private answer(channel: string, data: string, contextOrigin: string): Promise<string> {
    // The document that called may already be gone: then its origin still stands, its path does not.
    const origin = outward(contextOrigin);
    const current = outward(this.page?.url() ?? 'about:blank');
    const url =
      originOf(current) === originOf(origin.includes('://') && origin !== '://' ? origin : current)
        ? current
        : `${origin}/`;
    const senderFrame = { url, origin: originOf(url), parent: null } as const;
    const event = { sender: this.webContents, senderFrame, frameId: 1, processId: 1, type: 'frame' as const };
    return answerCall(event, channel, data);
  }

  async loadURL(url: string): Promise<void> {
    const { page } = await this.opened;
    this.loading = true;
    try {
      await this.settlePermissions(page, url);
      await page.goto(inward(url), { waitUntil: 'load' });
    } finally {
      this.loading = false;
    }
  }
  /** Chromium asks nobody here: the app's handlers are asked beforehand, and their answers set for the origin. */
  private async settlePermissions(page: Page, url: string): Promise<void> {
    const origin = originOf(url);
    const granted: string[] = [];
    for (const [electronName, chromiumName] of PERMISSIONS)
      if (await this.session.grants(this.webContents, electronName, origin)) granted.push(chromiumName);
    if (/^(https?|app):/.test(url))
      await page.context().grantPermissions(granted, { origin: originOf(inward(url)) });
  }
  gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    openWindows.splice(openWindows.indexOf(this), 1);
    this.emit('closed', {});
    if (windows.length > 0 || theApp.quitting) return;
    if (!theApp.emit('window-all-closed')) theApp.quit();
  }
  async close(): Promise<boolean> {
    if (this.destroyed) return true;
    if (!emitCancellable(this, 'close')) return false;
    await this.destroyPage();
    return true;
  }
  destroy(): void {
    void this.destroyPage();
  }
  private async destroyPage(): Promise<void> {
    await this.opened.then(({ page }) => page.close()).catch(() => {});
    this.gone();
  }
  show(): void {
    this.visible = true;
    this.emit('show', {});
    this.theContents.focus();
  }
  focus(): void {
    this.theContents.focus();
  }
  hide(): void {
    this.visible = false;
  }
  isVisible(): boolean {
    return this.visible;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  maximize(): void {}
  isLoading(): boolean {
    return this.loading;
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: this.options.width ?? 800, height: this.options.height ?? 600 };
  }
}

function guarded(window: BrowserWindow): BrowserWindow {
  return strict('BrowserWindow', window);
}

/** The page that Chromium opened with, for the first window; a new one for every other. */
async function takePage(context: BrowserContext): Promise<Page> {
  return context.pages().find((each) => !findByPage(each)) ?? context.newPage();
}

const events = {
  locale: () => theApp.getLocale(),
  userData: () => theApp.getPath('userData'),
  switches: () => theApp.switches,
  closed: () => {
    if (!theApp.quitting) for (const window of windows.slice()) window.gone();
  },
  request: (route: Route) => serve(route, findByPage, (window) => !window.isLoading()),
  async page(page: Page): Promise<void> {
    const opener = findByPage(await page.opener().catch(() => null));
    if (!opener) return;
    const details = { url: outward(page.url()), frameName: '', features: '', disposition: 'foreground-tab' };
    const { action } = opener.theContents.openHandler?.(details) ?? { action: 'allow' };
    if (action === 'allow')
      throw new Error(`stand-in: a window opened by the page (${details.url}) is not offered`);
    await page.close().catch(() => {});
  },
};
