import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Route } from 'playwright-core';
import { bundledChromium, CHROMIUM_FLAGS, findChromium } from './browser.ts';
import { setting } from './setting.ts';

/** What the windows do with the browser's events; set before the first launch. */
export interface BrowserEvents {
  request: (route: Route) => Promise<void>;
  page: (page: Page) => Promise<void>;
  closed: () => void;
  locale: () => string;
  userData: () => string;
  switches: () => readonly string[];
}

let browser: Promise<BrowserContext> | undefined;

/** Chromium has no `app://`: the page is served as https from a host that exists nowhere; see `outward`. */
const ZONE = 'app-origin.test';
export const inward = (url: string): string =>
  url.replace(
    /^(?!https?:|data:|about:|blob:|file:)([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/,
    `https://$2.$1.${ZONE}`,
  );
export const outward = (url: string): string =>
  url.replace(/^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.app-origin\.test/, '$2://$1');

/** The one Chromium behind every window: started by the first. */
export const launch = (width: number, height: number, events: BrowserEvents): Promise<BrowserContext> =>
  (browser ??= start(width, height, events));

export async function closeBrowser(): Promise<void> {
  await (await browser?.catch(() => undefined))?.close();
}

async function chooseChromium(): Promise<string> {
  const preferred = process.env.STAND_IN_CHROMIUM;
  const found =
    preferred ?? (setting.headed ? findChromium() : ((await bundledChromium()) ?? findChromium()));
  if (!found)
    throw new Error('no Chromium-family browser found: install one (Debian: apt-get install chromium)');
  return found;
}

/** Within the app's userData, as Electron has it: what the page keeps in its local storage is there the next time. */
function makeProfile(userData: string): string {
  const profile = join(userData, 'chromium');
  rmSync(join(profile, 'DevToolsActivePort'), { force: true }); // of the time before
  if (existsSync(join(profile, 'Default'))) return profile;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    translate: { enabled: false },
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

async function start(width: number, height: number, events: BrowserEvents): Promise<BrowserContext> {
  const executablePath = await chooseChromium();
  const profile = makeProfile(events.userData());
  const { headed, debuggingPort } = setting;
  const open = (chromiumSandbox: boolean): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      headless: !headed,
      viewport: null,
      chromiumSandbox,
      acceptDownloads: false,
      serviceWorkers: 'block',
      // An app window opens at once with --app; about:blank would open a second one with an address bar.
      ignoreDefaultArgs: headed ? ['--enable-automation', 'about:blank'] : [],
      env: { ...process.env, LANGUAGE: events.locale() },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...CHROMIUM_FLAGS,
        ...events.switches(),
        `--window-size=${width},${height}`,
        ...(headed ? ['--app=data:text/html,<title>%20</title>'] : []),
        ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
      ],
    });
  const isRoot = process.getuid?.() === 0; // as root Chromium refuses to start with its sandbox
  const context = await open(!isRoot).catch((error: unknown) => {
    if (isRoot || !String(error).includes('sandbox')) throw error;
    process.stderr.write('This system does not allow Chromium its sandbox: it runs without.\n');
    return open(false);
  });
  if (debuggingPort === '0') process.send?.({ port: await readPort(profile) });
  context.on('dialog', () => {}); // page dialogs are left to whoever looks at the window
  context.on('page', (page) => void events.page(page));
  context.on('close', events.closed);
  await context.route(
    () => true,
    (route) => events.request(route),
  );
  return context;
}

async function readPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n'))
    await new Promise((done) => setTimeout(done, 5));
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
