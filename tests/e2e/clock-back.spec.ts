import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { formatDualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import { wholeText } from '../support/pdf-reading.ts';
import { LettersPage } from './pages/letters-page.ts';
import { printJobs } from './support/desktop.ts';
import { headOfToday, referenceOfToday } from './support/letter-on-paper.ts';
import { CHAIR, expect, makeOffice, signIn, test as prepared } from './support/prepared-office.ts';

const DAY_MS = 86_400_000;
const officeOf = (thenMs: number) =>
  prepared.extend({
    dataFolder: async ({ scratch }, use) => {
      const folder = join(scratch, 'office');
      await makeOffice(folder, thenMs);
      await use(folder);
    },
  });

/** The clock was three days ahead when the office was set up; somebody has set it right since. */
const THEN_MS = Date.now() + 3 * DAY_MS;
const test = officeOf(THEN_MS);
/** Nothing was done for three weeks, or so the clock says. */
const LONG_AGO_MS = Date.now() - 21 * DAY_MS;
const testAfterWeeks = officeOf(LONG_AGO_MS);

/** Its key does nothing while the act is still under way, as the button shows. */
const answerable = (clock: Locator): Promise<void> =>
  expect(clock.getByRole('button', { name: /الساعة صحيحة/ })).toBeEnabled();

test('a clock that went back is confirmed by a person before a letter is numbered', async ({
  page,
  printFolder,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write('طلب تعاون', 'نأمل التعاون.');
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const issue = page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' });
  const clock = page.getByRole('dialog', { name: 'هل تاريخ الجهاز صحيح؟' });
  await press('Control+Enter');
  await issue.waitFor();
  await press('F8');

  // Both times are shown; the key that issued, pressed once more in a hurry, does not answer for the clock.
  await expect(clock).toContainText(formatDualDate(riyadhDay(THEN_MS)));
  await expect(clock).toContainText(formatDualDate(riyadhDay(Date.now())));
  await expect(clock.getByRole('button', { name: 'رجوع' })).toBeFocused();
  await press('F8');
  await press('Control+Enter');
  await expect(clock).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(letters.button('إصدار وطباعة')).toBeVisible();
  expect(printJobs(printFolder)).toEqual([]);

  // Confirmed: the next number, with the day of the clock.
  await press('Control+Enter');
  await issue.waitFor();
  await press('F8');
  await answerable(clock);
  await press('F7');
  const done = page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم' });
  await expect(done).toContainText(referenceOfToday(127));
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  const text = await wholeText(new Uint8Array(printJobs(printFolder)[0] ?? []));
  for (const line of headOfToday(127)) expect(text).toContain(line);

  // Once is enough: the next letter does not ask again, and the log tells who answered.
  await letters.open();
  await letters.startNew();
  await letters.write('طلب آخر', 'نأمل التعاون مرة أخرى.');
  await press('Control+Enter');
  await issue.waitFor();
  await press('F8');
  await expect(done.last()).toContainText(referenceOfToday(128));
  await page.getByRole('link', { name: 'سجل العمليات' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'ساعة' })).toContainText(CHAIR);
});

test('an incoming letter asks with the same words and the same key', async ({ page }) => {
  await signIn(page, CHAIR);
  await page.getByRole('link', { name: 'الخطابات' }).first().click();
  await page.getByRole('link', { name: 'وارد', exact: true }).click();
  await page.getByRole('searchbox', { name: 'رقم أو جهة أو موضوع' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('combobox', { name: 'الجهة المرسلة' }).fill('بلدية الجموم');
  await page.getByRole('textbox', { name: 'الموضوع' }).fill('دعوة إلى لقاء');
  await page.keyboard.press('Control+Enter');
  const clock = page.getByRole('dialog', { name: 'هل تاريخ الجهاز صحيح؟' });
  await expect(clock).toContainText(formatDualDate(riyadhDay(THEN_MS)));
  await expect(clock).toContainText('أقدم من آخر عمل مسجَّل');
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+Enter');
  await answerable(clock);
  await page.keyboard.press('F7');
  await expect(page.getByRole('status').filter({ hasText: 'سُجّل الخطاب برقم' })).toBeVisible();
});

testAfterWeeks('so is one that leapt weeks ahead, in words of its own', async ({ page, printFolder }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write('طلب تعاون', 'نأمل التعاون.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' }).waitFor();
  await page.keyboard.press('F8');
  const clock = page.getByRole('dialog', { name: 'هل تاريخ الجهاز صحيح؟' });
  await expect(clock).toContainText('بعيدة عن آخر عمل مسجَّل');
  await expect(clock).toContainText(formatDualDate(riyadhDay(LONG_AGO_MS)));
  expect(printJobs(printFolder)).toEqual([]);
  await answerable(clock);
  await page.keyboard.press('F7');
  await expect(letters.steps).toBeVisible();
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
});
