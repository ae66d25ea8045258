import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';
import { answerDialogs } from './support/desktop.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tinyPng } from '../support/sample-files.ts';
import { LettersPage } from './pages/letters-page.ts';

test('numbers are kept for paper, one entered with its scan, one voided, and the registers prove whole', async ({
  page,
  desktop,
  scratch,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  const tabs = page.getByRole('navigation', { name: 'أقسام الخطابات' });
  await tabs.getByRole('link', { name: 'السجلات' }).click();
  await expect(tabs.getByRole('link', { name: 'السجلات' })).toHaveAttribute('aria-current', 'page');

  await page.getByRole('button', { name: 'حجز أرقام للورق' }).waitFor();
  await page.keyboard.press('Control+Enter');
  const reserve = page.getByRole('dialog', { name: 'حجز أرقام للورق' });
  await reserve.getByRole('textbox', { name: 'عدد الأرقام' }).fill('٢');
  await page.keyboard.press('F8'); // no reason yet: nothing may happen
  await expect(reserve).toBeVisible();
  await reserve.getByRole('textbox', { name: 'سبب الحجز' }).fill('انقطاع الكهرباء');
  await page.keyboard.press('F8');
  await expect(page.getByText('حُجزت الأرقام من 127 إلى 128')).toBeVisible();

  // The list to take along, to be printed before it is needed.
  await expect(page.getByRole('heading', { level: 1, name: /^أرقام محجوزة للكتابة باليد/u })).toBeVisible();
  await page.keyboard.press('Escape');
  const waiting = page.getByRole('list', { name: 'أرقام محجوزة لم تُدخل بعد' });
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await waiting.getByRole('button', { name: /^إدخال الرقم 127/u }).click();
  await page.getByRole('textbox', { name: 'المرسل إليه' }).fill('مدير فرع البنك');
  await page.getByRole('textbox', { name: 'الموضوع' }).fill('تحديث الحساب');
  await page.getByRole('textbox', { name: 'اسم الموقّع' }).fill(CHAIR);
  await page.getByRole('textbox', { name: 'صفة الموقّع' }).fill('رئيسة مجلس الإدارة');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('أضف صورة الورقة الموقّعة، مثل خطاب.pdf')).toBeVisible();
  await page
    .getByRole('group', { name: /^صورة الورقة الموقّعة/u })
    .locator('input[type=file]')
    .setInputFiles({ name: 'ورقة.png', mimeType: 'image/png', buffer: tinyPng(600, 800) });
  await page.getByRole('button', { name: 'إزالة ورقة.png' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(waiting.getByRole('listitem')).toHaveCount(1);

  await waiting.getByRole('button', { name: /^إلغاء الرقم 128/u }).click();
  // Without a reason nothing is voided, and the field says so.
  await page.getByRole('dialog', { name: 'إلغاء رقم محجوز' }).waitFor();
  await page.keyboard.press('F8');
  const why = page.getByRole('textbox', { name: 'سبب الإلغاء' });
  await expect(why).toHaveAccessibleDescription(/اكتب سبب الإلغاء/u);
  await expect(why).toBeFocused();
  await why.fill('تلفت الورقة');
  await page.keyboard.press('F8');
  await expect(page.getByText('لا أرقام محجوزة: ما حُجز للورق أُدخل كله أو أُلغي')).toBeVisible();

  await page.getByRole('button', { name: 'فحص السجلات' }).click();
  await expect(page.getByText('السجلات سليمة: لم يُمسّ منها شيء')).toBeVisible();
  await expect(page.getByRole('region', { name: /^الصادر/u })).toContainText('128');
  expect(await faultsOf(page)).toEqual([]);

  const book = join(scratch, 'سجل.xlsx');
  await answerDialogs(desktop, book);
  await page.getByRole('button', { name: /^Excel: سجل الصادر/u }).click();
  await expect(page.getByText(`حُفظ السجل: ${book}`)).toBeVisible();
  expect(existsSync(book)).toBe(true);

  // What was written by hand is found like any other letter.
  await letters.open();
  await letters.search.fill('حساب البنك');
  await expect(letters.row('تحديث الحساب')).toContainText('وُقّع');
  await page.getByRole('button', { name: 'كُتب باليد' }).click();
  await expect(letters.register.getByRole('row')).toHaveCount(2);
});
