import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, test } from './support/office-with-people.ts';
import { PASSWORD } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const HIND = 'هند صالح الهذلي';

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Signs in and opens the documents of the person, with keys alone. */
async function openDocuments(page: Page): Promise<void> {
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(CHAIR)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
  await press(page, 'Control+KeyK');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('هند صالح');
  await expect(page.getByRole('option', { name: HIND }).first()).toBeVisible();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: HIND }).waitFor();
  const tab = page.getByRole('navigation', { name: 'أجزاء الملف' }).getByRole('link', { name: 'المستندات' });
  const keys = (await tab.getAttribute('aria-keyshortcuts')) ?? '';
  await press(page, keys.replace(/\+(\d)$/u, '+Digit$1'));
  await page.getByRole('heading', { level: 2, name: 'المستندات' }).waitFor();
}

/** Ctrl and a key in the breath in which a dialog with this in it appears: before anything that it does a moment later. */
const pressOnceThere = (page: Page, inside: string, key: string): Promise<void> =>
  page.evaluate(
    ([holds, code]) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector(`[role="dialog"] ${holds}`) === null) return;
        watch.disconnect();
        window.dispatchEvent(new KeyboardEvent('keydown', { code, ctrlKey: true, bubbles: true }));
      });
      watch.observe(document.body, { childList: true, subtree: true });
    },
    [inside, key] as const,
  );

test('documents are recorded, matched to the original, removed and put back, and what is missing is printed, by keyboard alone', async ({
  page,
}) => {
  const pointers = await watchForPointers(page);
  await openDocuments(page);
  await expect(page.getByText('ينقصه 4 مستندات')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  // An identity card, valid for years: number and end.
  await press(page, 'F3');
  const dialog = page.getByRole('dialog', { name: 'مستند جديد' });
  await dialog.waitFor();
  await tabTo(page, dialog.getByRole('textbox', { name: 'رقمه' }));
  await page.keyboard.type('١٢٣٤');
  const ends = dialog.getByRole('group', { name: 'تاريخ الانتهاء' });
  await tabTo(page, ends.getByRole('textbox').first());
  for (const part of ['1', '1', '1460']) {
    await page.keyboard.type(part);
    if (part === '1') await press(page, 'Tab');
  }
  await expect(ends).toContainText('محرم');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'سُجّل هوية أو سجل أسرة' })).toBeVisible();
  const list = page.getByRole('list', { name: 'المستندات' });
  const identity = list.getByRole('listitem').filter({ hasText: 'هوية أو سجل أسرة' });
  await expect(identity).toContainText('سارٍ');
  await expect(identity).toContainText(`طُوبق على الأصل: ${CHAIR}`);
  await expect(page.getByText('ينقصه 3 مستندات')).toBeVisible();

  // A statement of income needs the day of its issue, from which its three months are counted.
  await tabTo(page, list.getByRole('button', { name: 'إضافة: مشهد دخل' }), 60);
  await pressOnceThere(page, 'form', 'Enter');
  await press(page, 'Enter');
  await dialog.waitFor();
  await expect(dialog.getByRole('alert')).toContainText('فمنه تُحسب صلاحيته');
  const issued = dialog.getByRole('group', { name: 'تاريخ الإصدار' });
  await expect(issued.getByRole('textbox').first()).toBeFocused();
  for (const part of ['1', '1', '1447']) {
    await page.keyboard.type(part);
    if (part === '1') await press(page, 'Tab');
  }
  await expect(dialog.getByText('يسري حتى')).toBeVisible();
  await press(page, 'Control+Enter');
  const income = list.getByRole('listitem').filter({ hasText: 'مشهد دخل' });
  await expect(income).toContainText('منتهٍ');

  // Removed with a reason; the toast brings it back.
  await tabTo(page, income.getByRole('button', { name: 'المزيد عن مشهد دخل' }), 60);
  await press(page, 'Enter');
  // The menu takes the focus a moment after it is seen.
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await press(page, 'End');
  await expect(page.getByRole('menuitem', { name: 'إزالة' })).toBeFocused();
  await press(page, 'Enter');
  const removing = page.getByRole('dialog', { name: 'إزالة مشهد دخل' });
  await removing.waitFor();
  await press(page, 'Control+Enter');
  await expect(removing.getByText('اكتب سبب الإزالة')).toBeVisible();
  await page.keyboard.type('سُجّل خطأ');
  await press(page, 'Control+Enter');
  await expect(income).toContainText('ناقص');
  await press(page, 'Control+KeyZ');
  await expect(income).toContainText('منتهٍ');

  // The data, whole, beside the original: one key for all that it bears.
  await press(page, 'F7');
  const sheet = page.getByRole('dialog', { name: 'مطابقة البيانات على الأصل' });
  await expect(sheet.getByText(HIND)).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'الكل مطابق' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(sheet).toHaveCount(0);
  const data = page.getByRole('list', { name: 'مطابقة البيانات' });
  await expect(data.getByRole('listitem').filter({ hasText: 'الاسم' })).toContainText('طُوبق');
  await expect(data.getByRole('listitem').filter({ hasText: 'القرية' })).toContainText('لم يُطابق');

  // What is missing, to take home.
  await press(page, 'F9');
  await expect(page.getByRole('heading', { level: 1, name: /المستندات المطلوبة/ })).toBeVisible();
  await expect(page.getByRole('img', { name: 'صفحة 1 من 1' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'موعد المراجعة' })).toBeVisible();
  await press(page, 'Escape');
  await page.getByRole('heading', { level: 2, name: 'المستندات' }).waitFor();
  expect(await pointers.acts()).toEqual([]);
});
