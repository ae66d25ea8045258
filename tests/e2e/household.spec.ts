import type { Page } from '@playwright/test';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';

/** From anywhere to a part of somebody's file, by keys. */
async function openPart(page: Page, name: string, part: number): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  const find = page.getByRole('dialog').getByRole('combobox');
  await find.fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await new DeskPage(page).heading(name).waitFor();
  await page.keyboard.press(`Control+Digit${part}`);
}

const lines = (page: Page, level: string) => page.getByRole('list', { name: level, exact: true });

/** Walks to a control by Tab and presses it. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Chooses what a member is to the head, by typing it. */
async function relate(page: Page, word: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'صلته برب الأسرة' });
  await field.fill(word);
  await page.getByRole('option', { name: word, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(word);
}

async function choose(page: Page, member: string, act: string): Promise<void> {
  await press(page, `إجراءات ${member}`);
  const item = page.getByRole('menuitem', { name: act });
  await item.focus();
  await page.keyboard.press('Enter');
}

test('a household grows, moves and is undone by keys alone, and both spouses see the same one', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await desk.receive(PEOPLE.saad, { queue: true });
  await openPart(page, PEOPLE.saad.name, 2);
  await expect(page.getByRole('main')).toContainText('لا أسرة مسجَّلة');

  // A child; what is wrong is told at its field, and what was typed is kept.
  await desk.button('إضافة فرد').waitFor();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'الاسم', exact: false }).first().fill('سالم');
  await relate(page, 'ابن');
  await dialog.getByRole('textbox', { name: 'رقم الهوية' }).fill('1000000000');
  await dialog.getByRole('textbox', { name: 'تاريخ الميلاد' }).fill('١٤٣٥');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('في الرقم خطأ');
  await expect(dialog.getByRole('textbox', { name: 'الاسم', exact: false }).first()).toHaveValue('سالم');
  await dialog.getByRole('textbox', { name: 'رقم الهوية' }).fill('١٠٠٠٠٠٠٠٠٨');
  await page.keyboard.press('Control+Enter');
  await expect(lines(page, 'الأبناء والبنات')).toContainText('سالم');
  await expect(page.getByRole('region', { name: 'الأسرة' })).toContainText('أسرة من فردين');

  // The wife has a file of her own.
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('radio', { name: 'من السجل' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('combobox', { name: 'بحث في السجل' }).fill('نورة');
  await dialog.getByRole('option', { name: PEOPLE.noura.name }).waitFor();
  await page.keyboard.press('Enter');
  await relate(page, 'زوجة');
  await page.keyboard.press('Control+Enter');
  await expect(lines(page, 'رب الأسرة والزوجة والإخوة')).toContainText(PEOPLE.noura.name);
  await page.screenshot({ path: test.info().outputPath('household.png') });

  // Leaving, and its undo.
  await choose(page, 'سالم', 'تسجيل خروج أو وفاة');
  await dialog.getByRole('radio', { name: 'انتقال' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(lines(page, 'خرجوا من الأسرة')).toContainText('انتقل');
  await page.keyboard.press('Control+Z');
  await expect(lines(page, 'الأبناء والبنات')).toContainText('سالم');

  await choose(page, PEOPLE.saad.name, 'جعله العائل');
  await expect(lines(page, 'رب الأسرة والزوجة والإخوة')).toContainText('العائل');

  // The same household in her file.
  await openPart(page, PEOPLE.noura.name, 2);
  await expect(lines(page, 'رب الأسرة والزوجة والإخوة')).toContainText(PEOPLE.saad.name);
  await expect(lines(page, 'الأبناء والبنات')).toContainText('سالم');
  await expect(page.getByRole('region', { name: 'الأسرة' })).toContainText('أسرة مكونة من 3 أفراد');
});

test('a proxy without a file is added short, matched to the deed, and ends', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await openPart(page, PEOPLE.noura.name, 2);
  await desk.button('إضافة ولي أو وكيل').waitFor();
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await press(page, 'إضافة شخص جديد');
  await desk.field('الاسم الكامل').fill('خالد سليمان اللحياني');
  await dialog.getByRole('textbox', { name: 'رقم الهوية أو الإقامة' }).fill('1101798278');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('textbox', { name: 'رقم الصك أو الوكالة' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('اكتب رقم الصك أو الوكالة');
  await dialog.getByRole('textbox', { name: 'رقم الصك أو الوكالة' }).fill('441234567');
  await dialog.getByRole('textbox', { name: 'حدود الوكالة' }).fill('استلام المساعدات');
  await page.keyboard.press('Control+Enter');
  const deeds = page.getByRole('list', { name: 'الولي والوكيل' });
  await expect(deeds).toContainText('لا يُعمل به قبل مطابقته');
  await press(page, 'طُوبق على الأصل: خالد سليمان اللحياني');
  await expect(deeds).toContainText('سارية');
  await page.keyboard.press('Control+Z');
  await expect(deeds).toContainText('لم تُطابق');
});
