import type { Page } from '@playwright/test';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { CHAIR, OFFICER, expect, signIn, test } from './support/prepared-office.ts';

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('facts, money, categories and needs are recorded by keys alone, and nothing is overwritten', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill(PEOPLE.noura.name);
  await page.getByRole('option', { name: PEOPLE.noura.name }).first().waitFor();
  await page.keyboard.press('Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();
  await page.keyboard.press('Control+Digit3');
  const facts = page.getByRole('region', { name: 'المعروف اليوم' });
  const dialog = page.getByRole('dialog');

  // The IBAN: a wrong check digit is told at its field, and the bank by its code.
  await desk.button('تسجيل: الحساب البنكي').waitFor();
  await press(page, 'تسجيل: الحساب البنكي');
  await dialog.getByRole('textbox', { name: 'رقم الآيبان' }).fill('SA49 8000 0324 6080 1016 0968');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('في الآيبان خطأ');
  await dialog.getByRole('textbox', { name: 'رقم الآيبان' }).fill('SA49 8000 0324 6080 1016 0967');
  await expect(dialog).toContainText('مصرف الراجحي');
  await page.keyboard.press('Control+Enter');
  await expect(facts).toContainText('••••••0967');

  // A status, then another: the first stays in the history.
  await press(page, 'تسجيل: الحالة الاجتماعية');
  await page.keyboard.press('Control+Enter');
  await expect(facts).toContainText('متزوج');
  await press(page, 'تغيير: الحالة الاجتماعية');
  await dialog.getByRole('textbox', { name: 'ملاحظة' }).fill('منذ عام');
  await page.keyboard.press('Control+Enter');
  await expect(facts).toContainText('منذ عام');
  await page.keyboard.press('F7');
  const history = page.getByRole('list', { name: 'سجل: الحالة الاجتماعية' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(facts).not.toContainText('منذ عام');

  // Money in either digits; the income per head line by line.
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('textbox', { name: 'المبلغ في الشهر' }).fill('٣٬٠٠٠٫٥٠');
  await page.keyboard.press('Control+Enter');
  const money = page.getByRole('region', { name: 'الدخل والمصروفات' });
  await expect(money.getByRole('list', { name: 'الدخل' })).toContainText('3,000.50');
  await page.keyboard.press('F8');
  await expect(page.getByRole('table', { name: 'الحساب سطرًا سطرًا' })).toContainText('راتب');
  await page.screenshot({ path: test.info().outputPath('working.png') });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await press(page, 'إعطاء فئة');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert').first()).toContainText('اختر فئة');
  await dialog.getByRole('checkbox', { name: 'أرملة' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'الفئات' })).toContainText('أرملة');

  await press(page, 'إضافة حاجة');
  await dialog.getByRole('textbox', { name: 'الحاجة' }).fill('مكيف');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'الحاجات' })).toContainText('مكيف');
  await press(page, 'قضاء حاجة: مكيف');
  await dialog.getByRole('textbox', { name: 'كيف قُضيت' }).fill('تبرع عيني');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'حاجات قُضيت' })).toContainText('تبرع عيني');
  await page.screenshot({ path: test.info().outputPath('circumstances.png') });
});

test('the list of categories is added to, put in order and put aside by keys, each undone', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, CHAIR);
  await desk.openSection('الإعدادات');
  await page.getByRole('link', { name: 'فئات المستفيدين' }).focus();
  await page.keyboard.press('Enter');
  await desk.button('إضافة فئة').waitFor();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'الاسم' }).fill('أسرة شهيد');
  await page.keyboard.press('Control+Enter');
  const lines = page.getByRole('list', { name: 'فئات المستفيدين' }).getByRole('listitem');
  await expect(lines.last()).toContainText('أسرة شهيد');
  await page.getByRole('button', { name: 'تعديل أسرة شهيد' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(lines.last()).toContainText('غارم');
  await page.keyboard.press('Control+Z');
  await expect(lines.last()).toContainText('أسرة شهيد');
  await press(page, 'تنحية أسرة شهيد جانبًا');
  await expect(lines.last()).toContainText('منحّاة جانبًا');
  await page.keyboard.press('Control+Z');
  await expect(lines.last()).not.toContainText('منحّاة جانبًا');
});
