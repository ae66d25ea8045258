import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { outward } from './chromium.ts';
import { nodeCodec } from './codec.ts';
import type { PreloadWorld } from './preload-world.ts';
import type { Session } from './session.ts';
import { onlyKnown, strict } from './strict.ts';

type OpenHandler = (details: object) => { action: 'deny' | 'allow' };

export interface WebPreferences {
  preload?: string;
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
  webSecurity?: boolean;
  webviewTag?: boolean;
  partition?: string;
  session?: Session;
  [other: string]: unknown;
}

/** What `webContents` needs of its window. */
export interface Frame {
  page: () => Page | undefined;
  isDestroyed: () => boolean;
  isLoading: () => boolean;
}

interface PrintOptions {
  pageSize?: string;
  printBackground?: boolean;
  landscape?: boolean;
  preferCSSPageSize?: boolean;
}

type Opened = Promise<{ page: Page; world: PreloadWorld | undefined }>;

let next = 1;

export class WebContents extends EventEmitter {
  readonly id = next++;
  openHandler: OpenHandler | undefined;
  /** The session itself, for the stand-in. */
  readonly theSession: Session;
  private readonly frame: Frame;
  private opened: Opened = new Promise(() => {});
  private readonly preferences: WebPreferences;

  constructor(frame: Frame, preferences: WebPreferences, session: Session) {
    super();
    this.frame = frame;
    this.preferences = preferences;
    this.theSession = session;
  }
  /** The window hands over its page, before anybody can ask for it. */
  opensWith(opened: Opened): void {
    this.opened = opened;
  }
  get session(): Session {
    return strict('webContents.session', this.theSession);
  }
  get mainFrame(): { url: string; origin: string } {
    const url = this.getURL();
    return { url, origin: originOf(url) };
  }
  getLastWebPreferences(): WebPreferences {
    return this.preferences;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    const data = nodeCodec.encode(args);
    this.opened.then(
      ({ world }) => world?.send(channel, data),
      () => {},
    );
  }
  getURL(): string {
    return outward(this.frame.page()?.url() ?? '');
  }
  isDestroyed(): boolean {
    return this.frame.isDestroyed();
  }
  isLoading(): boolean {
    return this.frame.isLoading();
  }
  focus(): void {
    void this.opened.then(({ page }) => page.bringToFront()).catch(() => {});
  }
  reload(): void {
    void this.opened.then(({ page }) => page.reload()).catch(() => {});
  }
  setZoomFactor(factor: number): void {
    void this.opened
      .then(({ page }) => page.evaluate((zoom) => (document.body.style.zoom = String(zoom)), factor))
      .catch(() => {});
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.opened).page.evaluate(code);
  }
  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    onlyKnown('printToPDF', options, ['pageSize', 'printBackground', 'landscape', 'preferCSSPageSize']);
    const sizes: Record<string, [number, number]> = { A4: [8.27, 11.7], A5: [5.83, 8.27], Letter: [8.5, 11] };
    const size = sizes[options.pageSize ?? 'Letter'];
    if (!size) throw new Error(`stand-in: the page size ${options.pageSize} is not offered`);
    const { page } = await this.opened;
    const cdp = await page.context().newCDPSession(page);
    const { data } = await cdp.send('Page.printToPDF', {
      landscape: options.landscape === true,
      printBackground: options.printBackground === true,
      preferCSSPageSize: options.preferCSSPageSize === true,
      paperWidth: size[0],
      paperHeight: size[1],
    });
    await cdp.detach();
    return Buffer.from(data, 'base64');
  }
}

/** `app://main` of `app://main/x`: Node's URL knows no origin of a scheme that is not the web's own. */
export function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url);
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
}
