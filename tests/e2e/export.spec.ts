import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { answerDialogs } from './support/desktop.ts';
import { expect, OFFICER, test, VOLUNTEERS, WITHOUT_ID } from './support/office-with-people.ts';
import { PASSWORD } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('volunteers are taken out to Excel for a purpose, by keyboard alone, ids masked for an officer', async ({
  page,
  desktop,
  scratch,
}) => {
  const path = join(scratch, 'المتطوعون.xlsx');
  await answerDialogs(desktop, path);
  const pointers = await watchForPointers(page);
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(OFFICER)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
  await page.evaluate(() => {
    location.hash = '/parties?role=volunteer';
  });
  await page.getByRole('row', { name: WITHOUT_ID }).waitFor();
  await press(page, 'Control+KeyE');
  const dialog = page.getByRole('dialog', { name: 'تصدير الأطراف الأخرى' });
  await dialog.getByText(`${VOLUNTEERS.length} صفًا`).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // Pressed early, the key says that a purpose is wanting.
  await press(page, 'Control+Enter');
  await expect(dialog.getByText('اختر الغرض من التصدير')).toBeVisible();
  const purpose = dialog.getByRole('combobox', { name: 'الغرض من التصدير' });
  if (!(await purpose.evaluate((element) => element === document.activeElement))) await tabTo(page, purpose);
  await press(page, 'ArrowDown');
  await page.getByRole('option', { name: 'تقرير لمجلس الإدارة' }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await expect(purpose).not.toHaveValue('');
  await tabTo(page, dialog.getByRole('checkbox', { name: 'رقم الهوية (مقنّع)' }), 40);
  await press(page, 'Space', 'Control+Enter');
  await page.getByText(/حُفظ 41 صفًا/u).waitFor();
  await expect(dialog).toBeHidden();

  const [sheet] = await readExcelFile(path);
  const [head, ...rows] = sheet?.data ?? [];
  expect(rows).toHaveLength(VOLUNTEERS.length);
  const at = (title: string): number => head?.indexOf(title) ?? -1;
  expect(rows.map((row) => row[at('الاسم')])).toContain(VOLUNTEERS[1]);
  expect(rows.map((row) => row[at('الجوال')])).toContain('0501100011');
  for (const row of rows) expect(String(row[at('رقم الهوية')] ?? '')).not.toMatch(/P1\d{4}/u);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');

  // The next time the columns are as they were left.
  await press(page, 'Control+KeyE');
  await expect(dialog.getByRole('checkbox', { name: 'رقم الهوية (مقنّع)' })).toBeChecked();
  await press(page, 'Escape');
  await expect(dialog).toBeHidden();

  // Beside the cases that wait, the button and the sheet of keys say that it takes the decisions out.
  await page.evaluate(() => {
    location.hash = '/committee';
  });
  const button = page.getByRole('button', { name: 'تصدير القرارات' });
  await expect(button).toBeVisible();
  await press(page, 'F1');
  const keys = page.getByRole('dialog', { name: 'مفاتيح هذه الشاشة' });
  await expect(keys).toContainText('تصدير القرارات');
  await press(page, 'Escape');
  await expect(keys).toBeHidden();
  await press(page, 'Control+KeyE');
  await expect(page.getByRole('dialog', { name: 'تصدير قرارات لجنة البحث' })).toBeVisible();
  expect(await pointers.acts()).toEqual([]);
});
