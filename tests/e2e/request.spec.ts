import { clause } from '#shared/policy/clauses.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';

test('a request goes through the seven steps, and the policy refuses what it does not allow', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await desk.button('فتح طلب دعم').waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.field('الخدمة المطلوبة').fill('ترميم سقف');
  await page.keyboard.press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();
  const steps = page.getByRole('list', { name: 'خطوات الطلب السبع' }).getByRole('listitem');
  const current = (step: number) => expect(steps.nth(step - 1)).toHaveAttribute('aria-current', 'step');
  const complete = (): Promise<void> => desk.button('إتمام الخطوة').click();
  const more = async (item: string): Promise<void> => {
    await desk.button('المزيد').click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const card = page.getByRole('region', { name: 'الخطوة الحالية' });

  await current(2);
  await expect(card.getByText(clause('S.2').text)).toBeVisible();
  await expect(desk.button('تخطي: الإجراءات واضحة')).toHaveCount(0);
  await desk.field('ملاحظة الخطوة').fill('طوبقت الهوية');
  await complete();
  await current(3);
  await page.keyboard.press('Control+Z');
  await current(2);
  await complete();
  await current(3);
  await desk.button('تخطي: الإجراءات واضحة').click();
  await current(4);
  await more('التراجع عن آخر خطوة');
  await current(3);
  await desk.button('تخطي: الإجراءات واضحة').click();
  await current(4);
  await complete();
  await current(5);
  await expect(card.getByText(clause('S.5').text)).toBeVisible();
  await desk.button('رفع الطلب').click();
  const dialog = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await expect(dialog).toContainText(clause('S.5').text);
  await dialog.getByRole('button', { name: 'رفع الطلب' }).click();
  await current(6);

  // Raised is raised; and S.6 waits for complete requirements.
  await more('التراجع عن آخر خطوة');
  await expect(desk.errors).toContainText('رُفع الطلب وأخذ رقمه، ولا يُرجع عن الرفع');
  await complete();
  await expect(desk.errors).toContainText('لا يُستكمل التسجيل قبل اكتمال الطلبات');
  const needed = page.getByRole('list', { name: 'المتطلبات' });
  const rows = needed.getByRole('listitem');
  for (let left = await rows.count(); left > 0; left -= 1) {
    await needed.getByRole('button').filter({ hasText: 'مطلوب' }).first().click();
    await page.getByRole('menuitem', { name: left === 1 ? 'لا يلزم لهذه الفئة' : 'طُوبق على الأصل' }).click();
    await expect(needed.getByRole('button').filter({ hasText: 'مطلوب' })).toHaveCount(left - 1);
  }
  await complete();
  await current(7);
  await complete();
  await expect(card).toContainText('اكتملت الخطوات السبع');
  await expect(page.getByRole('list', { name: 'سجل المعاملة' })).toContainText('تمت: تقديم الخدمة');

  await desk.openSection('طلبات الدعم');
  await expect(page.getByText('لا طلبات مفتوحة')).toBeVisible();
  await page.getByRole('checkbox', { name: 'المكتملة أيضًا' }).check();
  await expect(page.getByRole('grid', { name: 'طلبات الدعم' }).getByRole('row').last()).toContainText(
    'ترميم سقف',
  );
  // Registration has given the beneficiary a file.
  await desk.openSection('المستفيدون');
  await expect(page.getByRole('grid').getByRole('row').last()).toContainText(/\d{4}-0001/);
});

test('a clock that went back is confirmed by a person before a request gets its number', async ({
  desktop,
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.saad);
  await desk.button('فتح طلب دعم').waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.field('الخدمة المطلوبة').fill('كسوة شتاء');
  await page.keyboard.press('Control+Enter');
  await desk.heading(PEOPLE.saad.name).waitFor();
  const steps = page.getByRole('list', { name: 'خطوات الطلب السبع' }).getByRole('listitem');
  await desk.button('إتمام الخطوة').click();
  await desk.button('تخطي: الإجراءات واضحة').click();
  await expect(steps.nth(3)).toHaveAttribute('aria-current', 'step');
  await desk.button('إتمام الخطوة').click();
  await desk.button('رفع الطلب').waitFor();

  // The battery of the clock is flat: two days ago again.
  await desktop.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() - 2 * 86_400_000;
  });
  const clock = page.getByRole('dialog', { name: 'هل تاريخ الجهاز صحيح؟' });
  const raise = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await page.keyboard.press('Control+Enter');
  await raise.waitFor();
  await page.keyboard.press('F8');
  await expect(clock).toContainText('آخر عمل مسجَّل');
  await page.keyboard.press('F8');
  await page.keyboard.press('Escape');
  // A dialog on its way out is still to be seen, and its key does nothing any more.
  await expect(clock).toBeHidden();
  await raise.waitFor();
  await page.keyboard.press('Escape');
  await expect(raise).toBeHidden();
  await expect(steps.nth(4)).toHaveAttribute('aria-current', 'step');

  await page.keyboard.press('Control+Enter');
  await raise.waitFor();
  // Behind the dialog the step before it is not taken back by mistake; after the raise it can no longer be.
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('F8');
  await expect(clock.getByRole('button', { name: 'الساعة صحيحة: متابعة' })).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(desk.toast).toContainText(/رُفع الطلب برقم \d{4}-0001/);
  await expect(desk.toast.locator('bdi[dir="ltr"]')).toHaveText(/^\d{4}-0001$/);
  await expect(desk.toast.getByRole('button', { name: 'تراجع' })).toHaveCount(0);
  await expect(steps.nth(5)).toHaveAttribute('aria-current', 'step');
});
