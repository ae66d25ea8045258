import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { CHAIR, expect, PASSWORD, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const BODY = 'بنك الطعام بوادي فاطمة';
const TITLE = 'اتفاقية شراكة لتوزيع السلال';
const DUTY = 'توريد مئة سلة في مطلع كل شهر';
const BREACH = 'وصلت السلال ناقصة';
const SETTLED = 'عُوّض النقص في الشهر التالي';

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

async function enter(page: Page): Promise<void> {
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(CHAIR)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
  await openRegister(page);
}

async function openRegister(page: Page): Promise<void> {
  const links = page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link');
  await links.first().waitFor();
  const place = (await links.allInnerTexts()).findIndex((text) => text.includes('المستفيدون')) + 1;
  await press(page, `Alt+Digit${place}`);
  await page.getByRole('heading', { level: 1, name: 'المستفيدون' }).waitFor();
}

async function openTab(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name, exact: true }), 25, 'Shift+Tab');
  await press(page, 'Enter');
}

test('a partner body, what was agreed on with it, a breach and its settlement, by keyboard alone', async ({
  page,
  printFolder,
}) => {
  const pointers = await watchForPointers(page);
  await enter(page);

  // P.1: search first; who is not found is written down anew, in the role of the register.
  await openTab(page, 'الأطراف الأخرى');
  await page.getByText('لا أحد بهذه الصفة بعد').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'سجل جديد: جهة شريكة' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('جهة');
  const named = page.locator('#field-name');
  await expect(named).toBeFocused();
  await page.keyboard.type(BODY);
  await tabTo(page, page.locator('#field-idNumber'));
  await page.keyboard.type('7001234567');
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { level: 1, name: BODY }).waitFor();

  // P.2: what each side owes.
  await openRegister(page);
  await openTab(page, 'الاتفاقيات');
  await page.getByText('لا اتفاقيات بعد').waitFor();
  await press(page, 'Control+Enter');
  await expect(
    page.getByRole('textbox', { name: 'مع أي طرف؟' }).or(page.getByRole('combobox', { name: 'مع أي طرف؟' })),
  ).toBeFocused();
  await page.keyboard.type('بنك الطعام');
  await page.getByRole('option', { name: new RegExp(BODY, 'u') }).waitFor();
  await press(page, 'Enter');
  await expect(page.getByRole('textbox', { name: 'العنوان' })).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  // Pressed early, the key says what is missing and leads there.
  await press(page, 'Control+Enter');
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await page.keyboard.type(TITLE);
  await tabTo(page, page.getByRole('textbox', { name: 'ما يلتزم به الطرف الآخر' }));
  await page.keyboard.type(DUTY);
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await expect(page.getByText('لم تُوقَّع', { exact: true })).toBeVisible();

  // A breach, and how it was settled.
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'حفظ الواقعة' }).waitFor();
  await expect(page.getByRole('textbox', { name: 'ماذا جرى' })).toBeFocused();
  await page.keyboard.type(BREACH);
  await press(page, 'Control+Enter');
  await expect(page.getByText('اختر من قصّر: الجمعية أو الطرف الآخر')).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: 'الجمعية', exact: true }), 25, 'Shift+Tab');
  await press(page, 'ArrowLeft', 'Control+Enter');
  await page.getByText('تقصير أو خلاف لم يُسوَّ').waitFor();
  await expect(page.getByText('تقصير من الطرف الآخر')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: `تسجيل التسوية: ${BREACH}` }), 40);
  await press(page, 'Enter');
  await expect(page.getByRole('textbox', { name: 'كيف سُوّي' })).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.type(SETTLED);
  await press(page, 'Control+Enter');
  await page.getByText(SETTLED).waitFor();
  await expect(page.getByText('سُوّي خلاف', { exact: true })).toBeVisible();
  // Taken back by the toast's key, it waits again.
  await press(page, 'Control+KeyZ');
  await page.getByText('تقصير أو خلاف لم يُسوَّ').waitFor();

  // F9: the record on one page.
  await press(page, 'F9');
  await page.getByRole('heading', { level: 1, name: /بيان اتفاقية/u }).waitFor();
  await page.getByRole('img', { name: /صفحة/u }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'F9');
  await expect.poll(() => printJobs(printFolder).length).toBe(1);
  expect(await pointers.acts()).toEqual([]);
});
