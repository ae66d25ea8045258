import { expect, openDesk, test } from './support/desktop.ts';

// What the other specs rest on: the values that cross, and that nothing is pretended. Real Electron behaves so; where
// the launcher is Electron itself, these specs prove that the stand-in was right.

test('values cross both bridges with their kinds', async ({ desktop, page }) => {
  await page.evaluate(() => {
    const heard = new Promise((done) => window.wisam.subscribe('data.changed', done));
    Object.assign(window, { heard });
  });
  await desktop.evaluate(({ BrowserWindow }) => {
    const cyclic: Record<string, unknown> = { name: 'سارة' };
    cyclic['self'] = cyclic;
    const holes: unknown[] = [1];
    holes[2] = 3;
    const values = {
      date: new Date(5),
      bytes: new Uint8Array([1, 255]),
      map: new Map([['k', { v: 1n }]]),
      set: new Set([1]),
      none: undefined,
      nan: Number.NaN,
      holes,
      pattern: /a/gi,
      cyclic,
      error: new RangeError('far'),
    };
    BrowserWindow.getAllWindows()[0]?.webContents.send('data.changed', values);
  });
  const seen = await page.evaluate(async () => {
    const got = await (window as unknown as { heard: Promise<Record<string, never>> }).heard;
    const { date, bytes, map, set, nan, holes, pattern, cyclic, error } = got as unknown as Record<
      string,
      unknown
    >;
    return {
      date: date instanceof Date && date.getTime(),
      bytes: bytes instanceof Uint8Array && [...bytes],
      map: map instanceof Map && (map.get('k') as { v: bigint }).v === 1n,
      set: set instanceof Set && set.has(1),
      none: 'none' in got && got['none'] === undefined,
      nan: Number.isNaN(nan),
      holes: Array.isArray(holes) && holes.length === 3 && !(1 in holes),
      pattern: String(pattern),
      cyclic: (cyclic as { self: unknown }).self === cyclic,
      error: error instanceof Error && error.message,
    };
  });
  expect(seen).toEqual({
    date: 5,
    bytes: [1, 255],
    map: true,
    set: true,
    none: true,
    nan: true,
    holes: true,
    pattern: '/a/gi',
    cyclic: true,
    error: 'far',
  });
});

test('a function or a symbol crosses neither bridge to the main process', async ({ page }) => {
  const refusals = await page.evaluate(async () => {
    const call = window.wisam['app.state'] as unknown as (input: unknown) => Promise<unknown>;
    const attempt = async (input: unknown): Promise<string> => {
      try {
        await call(input);
        return 'crossed';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return Promise.all([attempt(() => 1), attempt(Symbol('x'))]);
  });
  for (const refusal of refusals) expect(refusal).toContain('could not be cloned');
});

test('an error loses its class and its fields on the way', async ({ desktop, page }) => {
  await desktop.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('app.state');
    ipcMain.handle('app.state', () => {
      throw Object.assign(new TypeError('not so'), { code: 'E_NO' });
    });
  });
  const seen = await page.evaluate(() =>
    window.wisam['app.state']().then(
      () => 'answered',
      (error: Error & { code?: string }) => [error.message, error.name, error.code, error instanceof Error],
    ),
  );
  expect(seen).toEqual([
    "Error invoking remote method 'app.state': TypeError: not so",
    'Error',
    undefined,
    true,
  ]);
});

test('an API that is not known stops whoever uses it', async ({ desktop, page }) => {
  test.skip(desktop.launcher === 'electron', 'real Electron knows its own API');
  await expect(page.locator('#root')).toBeVisible();
  const refusals = await desktop.evaluate((electron) => {
    const attempts: (() => unknown)[] = [
      () => electron.safeStorage,
      () => electron.app.dock,
      () => electron.BrowserWindow.getAllWindows()[0]?.setKiosk(true),
      () => electron.BrowserWindow.getAllWindows()[0]?.webContents.openDevTools(),
      () => new electron.BrowserWindow({ kiosk: true }),
      () => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      () => Object.assign(electron.app, { invented: 1 }),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'pretended';
      } catch (error) {
        return (error as Error).message;
      }
    });
  });
  for (const refusal of refusals) expect(refusal).toContain('stand-in: ');
});

test('a second start on the same profile brings the first to the front and ends', async ({
  desktop,
  page,
  scratch,
  dataFolder,
  printFolder,
}) => {
  await expect(page.locator('#root')).toBeVisible();
  await desktop.evaluate(({ app }) => {
    app.on('second-instance', () => Object.assign(globalThis, { second: true }));
  });
  const again = openDesk({ scratch, dataFolder, printFolder });
  await expect(again).rejects.toThrow(/ended with 0|closed|exit/);
  await expect.poll(() => desktop.evaluate(() => 'second' in globalThis)).toBe(true);
});
