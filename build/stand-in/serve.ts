import type { Page, Route } from 'playwright-core';
import { outward } from './chromium.ts';
import type { BrowserWindow } from './browser-window.ts';
import { complain, emitCancellable } from './setting.ts';

/** Electron's name of a permission and Chromium's, as far as a page can ask for it. */
export const PERMISSIONS: readonly (readonly [string, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['midi', 'midi'],
  ['local-fonts', 'local-fonts'],
];

/**
 * Every request of every page. A navigation that the page began is put to `will-navigate`; a scheme of the app is
 * answered by the app's own handler; everything else is refused: by the app's `webRequest` as it should, and when the
 * app would have let it out, here, with a complaint.
 */
export async function serve(
  route: Route,
  findByPage: (page: Page | null | undefined) => BrowserWindow | undefined,
  startedByPage: (window: BrowserWindow) => boolean,
): Promise<void> {
  const request = route.request();
  const url = outward(request.url());
  const navigates = request.isNavigationRequest();
  const frame = frameOf(route);
  const window = findByPage(frame?.page());
  if (window && navigates && !frame?.parentFrame() && startedByPage(window)) {
    if (!emitCancellable(window.theContents, 'will-navigate', url)) return route.abort('aborted');
  }
  const session = window?.theContents.theSession;
  if (session && !(await session.requests.allows(url, request.method(), request.resourceType())))
    return route.abort('blockedbyclient');
  const handler = session?.schemes.handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler) return answer(route, url, handler);
  // A window that the page opened has no session yet: it is closed before it shows anything.
  if (session && /^(https?|wss?):/.test(url))
    complain(`the app let a request out: ${request.method()} ${url}`);
  if (/^(data|about|blob):/.test(url)) return route.continue();
  return route.abort('blockedbyclient');
}

function frameOf(route: Route): ReturnType<ReturnType<Route['request']>['frame']> | undefined {
  try {
    return route.request().frame();
  } catch {
    return undefined; // a popup's first request comes before its frame
  }
}

async function answer(
  route: Route,
  url: string,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  const request = route.request();
  try {
    const body = request.postDataBuffer();
    const headers = Object.entries(request.headers()).filter(([name]) => !name.startsWith(':'));
    const reply = await handler(
      new Request(url, {
        method: request.method(),
        headers,
        ...(body ? { body: new Uint8Array(body) } : {}),
      }),
    );
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.from(await reply.arrayBuffer()),
    });
  } catch (error) {
    process.stderr.write(`the handler of ${url} failed: ${String(error)}\n`);
    await route.abort('failed').catch(() => {});
  }
}
