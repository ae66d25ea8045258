import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { expect, test, waitForDesk } from './support/desktop.ts';

/** A page of somebody else on this machine; `arrived` are the requests that reached it. */
async function listen(): Promise<{ server: Server; url: string; arrived: string[] }> {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end('<h1>elsewhere</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, arrived };
}

test('a link that leads away leads nowhere', async ({ page, faults }) => {
  const { server, url, arrived } = await listen();
  const before = page.url();
  await page.evaluate((to) => {
    location.href = to;
    const link = Object.assign(document.createElement('a'), { href: to, textContent: 'away' });
    document.body.append(link);
    link.click();
  }, url);
  await page.evaluate(() => window.wisam['app.state']()); // the desk is still the desk
  expect(page.url()).toBe(before);
  server.close();
  expect(arrived).toEqual([]);
  expect(faults).toEqual([]);
});

test('no window opens over the desk', async ({ desktop, page }) => {
  const { server, url, arrived } = await listen();
  await page.evaluate((to) => {
    window.open(to);
    window.open('about:blank');
    const link = Object.assign(document.createElement('a'), {
      href: to,
      target: '_blank',
      textContent: 'away',
    });
    document.body.append(link);
    link.click();
  }, url);
  await expect.poll(() => desktop.page.context().pages().length).toBe(1);
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  server.close();
  expect(arrived).toEqual([]);
});

test('a form or a frame sends nothing out', async ({ page, faults }) => {
  const { server, url, arrived } = await listen();
  await page.evaluate((to) => {
    const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
    const frame = Object.assign(document.createElement('iframe'), { src: to });
    document.body.append(form, frame);
    form.submit();
  }, url);
  await expect.poll(() => faults.length).toBeGreaterThanOrEqual(2);
  faults.length = 0;
  server.close();
  expect(arrived).toEqual([]);
});

test('without the page policy the main process still lets nothing out', async ({ desktop, page }) => {
  const { server, url, arrived } = await listen();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await waitForDesk(desktop.page);
  const ends = await page.evaluate(async (to) => {
    const socket = new Promise((done, fail) =>
      Object.assign(new WebSocket(to.replace('http', 'ws')), { onopen: done, onerror: fail }),
    );
    const image = new Promise((done, fail) =>
      Object.assign(new Image(), { onload: done, onerror: fail, src: `${to}a.png` }),
    );
    const ended = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'arrived',
        () => 'refused',
      );
    return Promise.all([
      ended(fetch(to, { mode: 'no-cors' })),
      ended(socket),
      ended(image),
      ended(fetch(`${to}b`, { method: 'POST', body: 'x' })),
    ]);
  }, url);
  expect(ends).toEqual(['refused', 'refused', 'refused', 'refused']);
  server.close();
  expect(arrived).toEqual([]);
});

test('an inline script and an inline style without the nonce do nothing', async ({ page, faults }) => {
  const ran = await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { textContent: 'window.planted = true' });
    const style = Object.assign(document.createElement('style'), {
      textContent: 'body { color: rgb(1, 2, 3) }',
    });
    document.head.append(script, style);
    document.body.setAttribute('onclick', 'window.planted = true');
    document.body.click();
    return { script: 'planted' in window, style: getComputedStyle(document.body).color === 'rgb(1, 2, 3)' };
  });
  expect(ran).toEqual({ script: false, style: false });
  await expect
    .poll(() => faults.length, 'the fixture sees what the policy refuses')
    .toBeGreaterThanOrEqual(2);
  faults.length = 0;
});

test('every permission is denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const ask = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(ask),
    );
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('a page of another origin in the same window is answered by no channel', async ({
  desktop,
  page,
  faults,
}) => {
  await desktop.evaluate(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]
      ?.loadURL('app://elsewhere/index.html')
      .catch(() => {});
  });
  await page.waitForFunction(() => 'wisam' in window && location.href.includes('elsewhere'));
  const answers = await page.evaluate(() =>
    Promise.all(
      [window.wisam['app.state'](), window.wisam['session.listStaff']()].map((each) =>
        each.catch((error: Error) => error.message),
      ),
    ),
  );
  expect(answers[0]).toEqual({ ok: false, error: { code: 'untrustedSender', details: {} } });
  expect(JSON.stringify(answers[1])).not.toContain('"ok":true');
  faults.length = 0; // a page that is refused may complain in the console
});
