import { join } from 'node:path';
import { formatDualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import { wholeText } from '../support/pdf-reading.ts';
import { LettersPage } from './pages/letters-page.ts';
import { printJobs } from './support/desktop.ts';
import { headOfToday, referenceOfToday } from './support/letter-on-paper.ts';
import { CHAIR, expect, makeOffice, signIn, test as prepared } from './support/prepared-office.ts';

/** The clock was three days ahead when the office was set up; somebody has set it right since. */
const THEN_MS = Date.now() + 3 * 86_400_000;
const test = prepared.extend({
  dataFolder: async ({ scratch }, use) => {
    const folder = join(scratch, 'office');
    await makeOffice(folder, THEN_MS);
    await use(folder);
  },
});

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
  await clock.waitFor();
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
