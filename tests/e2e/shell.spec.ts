import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHANNEL_NAMES } from '#shared/ipc/channel-names.ts';
import { expect, test } from './support/desktop.ts';

test('the desk opens in Arabic, right to left, and reaches the main process', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveCSS('direction', 'rtl');
  const state = await page.evaluate(() => window.wisam['app.state']());
  expect(state).toMatchObject({ ok: true, value: { kind: 'firstRun' } });
});

test('the page sees the named channels and nothing behind them', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    names: Object.keys(window.wisam),
    frozen: Object.isFrozen(window.wisam),
    strangers: Object.getOwnPropertyNames(window).filter((name) =>
      /^(require|process|module|exports|Buffer|global|electron|ipcRenderer|contextBridge|standIn.*|preload.*)$/.test(
        name,
      ),
    ),
  }));
  expect(seen.names.toSorted()).toEqual([...CHANNEL_NAMES, 'subscribe'].toSorted());
  expect(seen.frozen).toBe(true);
  expect(seen.strangers).toEqual([]);
});

test('an unknown event is refused, and an answer keeps its kinds across the bridge', async ({ page }) => {
  const refused = await page.evaluate(() => {
    try {
      (window.wisam.subscribe as (event: string, listener: () => void) => void)('no.such.event', () => {});
      return 'accepted';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('no such event');
});

test('an event of the main process reaches a listener until it is ended', async ({ desktop, page }) => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const end = window.wisam.subscribe('data.changed', (payload) => heard.push(payload));
    Object.assign(window, { heard, end });
  });
  const tell = (): Promise<void> =>
    desktop.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.send('data.changed', { topics: ['letters'] });
    });
  await tell();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([{ topics: ['letters'] }]);
  await page.evaluate(() => (window as unknown as { end: () => void }).end());
  await tell();
  await page.evaluate(() => window.wisam['app.state']()); // a call there and back: the message before it has arrived
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.length)).toBe(1);
});

test('no request leaves the machine', async ({ page, faults }) => {
  let arrived = 0;
  const server = createServer((_request, response) => {
    arrived++;
    response.setHeader('access-control-allow-origin', '*').end('x');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  server.on('upgrade', () => arrived++);
  const ends = await page.evaluate(async (to) => {
    const ended = async (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'arrived',
        () => 'refused',
      );
    const image = new Image();
    const picture = new Promise((done, fail) =>
      Object.assign(image, { onload: done, onerror: fail, src: `http://127.0.0.1:${to}/a.png` }),
    );
    const socket = new Promise((done, fail) => {
      try {
        Object.assign(new WebSocket(`ws://127.0.0.1:${to}/`), { onopen: done, onerror: fail });
      } catch (error) {
        fail(error);
      }
    });
    return Promise.all([fetch(`http://127.0.0.1:${to}/`), picture, socket].map(ended));
  }, port);
  expect(ends).toEqual(['refused', 'refused', 'refused']);
  await expect.poll(() => faults.length, 'the policy itself refused all three').toBeGreaterThanOrEqual(3);
  faults.length = 0;
  server.close();
  expect(arrived).toBe(0);
});

test('the window has the preferences that it must have', async ({ desktop, page }) => {
  await expect(page.locator('#root')).toBeVisible();
  const preferences = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const real = (
        webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      return ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag'].map(
        (name) => real[name] ?? false,
      );
    }),
  );
  expect(preferences).toEqual([[true, true, false, true, false]]);
});
