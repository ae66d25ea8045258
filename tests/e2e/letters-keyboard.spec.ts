import { CHAIR, expect, PASSWORD, test } from './support/prepared-office.ts';
import { printJobs } from './support/desktop.ts';
import { LettersPage } from './pages/letters-page.ts';

test('a letter is written, issued and printed without a mouse', async ({ page, printFolder }) => {
  const letters = new LettersPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(`Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(CHAIR)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press('Enter');

  // To the section by its key, and a new letter by the primary one.
  const links = page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link');
  await links.first().waitFor();
  const place = (await links.allInnerTexts()).findIndex((text) => text.includes('الخطابات')) + 1;
  await press(`Alt+Digit${place}`);
  await letters.heading('الخطابات').waitFor();
  await press('Control+Enter');
  await letters.body.waitFor();

  // The cursor waits at the addressee; the honorific is one step before it.
  await expect(letters.recipient).toBeFocused();
  await press('Shift+Tab');
  await expect(page.getByRole('combobox', { name: 'اللقب' })).toBeFocused();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await press('Tab');
  await expect(letters.recipient).toBeFocused();
  await page.keyboard.type('مدير مركز التنمية الاجتماعية');
  for (let stops = 0; stops < 5; stops += 1) {
    await press('Tab');
    if (await letters.subject.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.type('طلب تعاون');

  // The tools: one stop, arrows inside, back with Esc.
  for (let stops = 0; stops < 5; stops += 1) {
    await press('Tab');
    if (await letters.tools.evaluate((element) => element.contains(document.activeElement))) break;
  }
  await press('Tab');
  await expect(letters.body).toBeFocused();
  await page.keyboard.type('نأمل التعاون يوم ');
  await press('Control+D');
  await expect(letters.body).toContainText('الموافق');
  await press('Alt+F10');
  await expect(letters.tools.getByRole('button').first()).toBeFocused();
  await press('ArrowLeft');
  await expect(page.getByRole('button', { name: 'غامق' })).toBeFocused();
  await press('Enter');
  await page.keyboard.type(' مهم');
  await expect(letters.body.locator('strong')).toHaveText(' مهم');
  await press('Alt+F10');
  await press('Escape');
  await expect(letters.body).toBeFocused();

  // Attachments, copies, signatory.
  await press('Tab');
  await expect(letters.attachments).toBeFocused();
  await page.keyboard.type('مرفقان');
  for (let stops = 0; stops < 5; stops += 1) {
    await press('Tab');
    if (await letters.signatory.evaluate((element) => element === document.activeElement)) break;
  }
  await press('ArrowDown');
  await press('Enter');
  await expect(letters.signatory).not.toHaveValue('');

  await press('Control+Enter');
  await page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' }).waitFor();
  await press('F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);

  // Copies by key; back to the register, and into the letter again with Enter.
  await press('Shift+F9');
  await expect(page.getByRole('textbox', { name: 'عدد النسخ' })).toBeFocused();
  await press('Control+a');
  await page.keyboard.type('٣');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => printJobs(printFolder).length).toBeGreaterThan(1);
  await press(`Alt+Digit${place}`);
  await letters.row('طلب تعاون').waitFor();
  await letters.search.focus();
  await press('ArrowDown');
  await press('Enter');
  await expect(letters.heading('طلب تعاون')).toBeVisible();
});
