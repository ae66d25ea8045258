import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { listStaff } from '#db/staff/staff-queries.ts';
import { DEMO_PASSWORD } from '#electron/demo/demo-command.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { demoPartyInput } from '#electron/demo/demo-register.ts';
import { ensureBuilt } from '../fresh-build.ts';
import { openDesk } from './open-desk.ts';
import { MANY, openPeople, SEED } from './people-office.ts';
import { quantile, rounded, type Row } from './row.ts';

const LIMIT_MS = 50;
const NAMES = 14;
const root = resolve(import.meta.dirname, '../..');

/** From a key to its answer on the screen, among a million people: in the palette and in the list. */
export async function peopleScreenRows(dataFolder: string): Promise<Row[]> {
  await ensureBuilt();
  const scratch = mkdtempSync(join(tmpdir(), 'wisam-people-'));
  const db = openPeople(dataFolder);
  const first = listStaff(db)[0]?.name ?? '';
  db.close();
  const { page, close } = await openDesk(root, [
    `--data=${dataFolder}`,
    `--user-data-dir=${join(scratch, 'desk')}`,
  ]);
  try {
    await page.getByRole('option', { name: first }).click();
    await page.getByLabel(`كلمة مرور ${first}`).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
    await watchKeys(page);
    await page.keyboard.press('Control+KeyK');
    await page.locator('dialog input').waitFor();
    const inPalette = await typed(page, 'dialog input', 'dialog input');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      window.location.hash = '#/beneficiaries';
    });
    await page.getByRole('grid').waitFor();
    const inList = await typed(page, '[role="search"] input', '[role="search"]');
    return [row('the palette', inPalette), row('the list', inList)];
  } finally {
    await close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Watched {
  keyTimes?: number[];
  keyBusy?: string;
}

/** Notes for each key the time until a frame is painted that answers it: nothing says that it is still fetching. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as Watched;
    watched.keyTimes = [];
    const painted = new MessageChannel();
    let from = 0;
    // A message sent within a frame's callback arrives when the frame has been painted.
    painted.port1.addEventListener('message', () => watched.keyTimes?.push(performance.now() - from));
    painted.port1.start();
    window.addEventListener(
      'beforeinput',
      (event) => {
        from = event.timeStamp;
        const look = (): void => {
          const busy = document.querySelector(watched.keyBusy ?? '')?.getAttribute('aria-busy') === 'true';
          if (busy) requestAnimationFrame(look);
          else painted.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });

/** Names and numbers of other people each, letter by letter, as fast as the answers come. */
async function typed(page: Page, field: string, busy: string): Promise<number[]> {
  const random = createDemoRandom(4711);
  const times: number[] = [];
  for (let index = 0; index <= NAMES; index += 1) {
    const { name, mobile } = demoPartyInput(random.int(MANY), SEED);
    const text = index % 5 === 4 ? mobile.replace('+966', '0') : name.slice(0, 16);
    await page.locator(field).first().fill('');
    await page.locator(field).first().focus();
    for (const letter of text) {
      await page.evaluate((one) => {
        const watched = window as Watched;
        watched.keyTimes = [];
        watched.keyBusy = one;
      }, busy);
      // Arabic letters have no key on the test browser's keyboard: they arrive as an input method's do.
      await page.keyboard.insertText(letter);
      const ms = await page.waitForFunction(() => (window as Watched).keyTimes?.[0]);
      // The first name warms what a morning's first search warms.
      if (index > 0) times.push(Number(await ms.jsonValue()));
    }
  }
  return times;
}

const row = (where: string, times: readonly number[]): Row => {
  const p95 = quantile(times, 0.95);
  return {
    name: `${MANY} people: from a key to its answer painted in ${where}, p95 ÷ ${LIMIT_MS} ms`,
    rival: `the limit of ${LIMIT_MS} ms`,
    measure: 'ratio',
    atMost: 1,
    values: times.map((ms) => ms / LIMIT_MS),
    judged: p95 / LIMIT_MS,
    info: {
      keys: times.length,
      'p50 ms': rounded(quantile(times, 0.5)),
      'p95 ms': rounded(p95),
      'worst ms': rounded(quantile(times, 1)),
    },
    cause: 'React draws the rows anew at each key; a frame is 17 ms',
  };
};
