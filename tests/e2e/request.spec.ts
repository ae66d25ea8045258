import { clause } from '#shared/policy/clauses.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { committeeAccepts, refusedActs } from './support/committee-decides.ts';
import { printJobs } from './support/desktop.ts';
import { CHAIR, OFFICER, expect, signIn, test } from './support/prepared-office.ts';

test('a request goes through the seven steps, and the policy refuses what it does not allow', async ({
  page,
  printFolder,
}) => {
  test.slow();
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  // The manager's own account: the committee sits within the same session of the desk.
  await signIn(page, CHAIR);
  await desk.receive(PEOPLE.noura);
  await desk.button('فتح طلب دعم').waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.field('الخدمة المطلوبة').fill('ترميم سقف');
  await page.keyboard.press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();

  // S.2: every datum is asked about before the step is over; S.3 is not skipped ahead of it.
  await request.at(2);
  await expect(page.getByText(clause('S.2').text)).toBeVisible();
  await expect(desk.button('الإجراءات واضحة: تخطي')).toHaveCount(0);
  await desk.button('إتمام الخطوة').click();
  await expect(page.getByText(/^بقي.* لم يُسأل عنه/u)).toBeVisible();
  await request.at(2);
  await request.confirmAll();
  await desk.button('إتمام الخطوة').click();
  await request.at(3);
  await page.keyboard.press('Control+Z');
  await request.at(2);
  await desk.button('إتمام الخطوة').click();
  await request.at(3);
  await desk.button('الإجراءات واضحة: تخطي').click();
  await request.at(4);
  await request.chooseMore('التراجع عن آخر خطوة');
  await request.at(3);
  await desk.button('الإجراءات واضحة: تخطي').click();
  await request.at(4);
  await expect(request.steps.nth(2)).toContainText('لم تلزم');

  // S.4: neither signature may be missing.
  await expect(page.getByText(clause('S.4').text)).toBeVisible();
  await desk.button('إتمام الخطوة').click();
  await expect(desk.errors).toContainText('بقي التوقيعان');
  await request.sign();
  await desk.button('إتمام الخطوة').click();
  await request.at(5);

  // S.5: what is read out, raised with its slip.
  await expect(page.getByText(clause('S.5').text)).toBeVisible();
  await desk.button('رفع الطلب').click();
  const dialog = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await expect(dialog).toContainText('اقرأ على');
  await expect(dialog).toContainText(/\d{4}-0001/u);
  await dialog.getByRole('button', { name: 'رفع الطلب' }).click();
  await request.waiting.waitFor();
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);

  // Raised is raised; the committee comes before S.6, and S.6 before S.7.
  await desk.button('المزيد').click();
  await expect(page.getByRole('menuitem', { name: 'سحب الطلب' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'التراجع عن آخر خطوة' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await refusedActs(page, request.id())).toEqual({
    reopen: 'requestForbids raised',
    register: 'requestForbids tooEarly',
    close: 'requestForbids tooEarly',
  });
  await committeeAccepts(page, request.id());
  await request.at(6);

  // S.6 waits for complete requirements.
  await desk.button('استكمال التسجيل').click();
  await expect(page.getByText('بقيت متطلبات قبل استكمال التسجيل')).toBeVisible();
  await request.at(6);
  const needed = request.requirements.getByRole('button').filter({ hasText: 'مطلوب' });
  await expect(needed.first()).toBeVisible();
  for (let left = await needed.count(); left > 0; left -= 1) {
    await needed.first().click();
    await page.getByRole('menuitem', { name: left === 1 ? 'لا يلزم لهذه الفئة' : 'طُوبق على الأصل' }).click();
    await expect(needed).toHaveCount(left - 1);
  }
  await desk.button('استكمال التسجيل').click();
  await expect(desk.toast).toContainText(/رقم الملف \d{4}-0001/u);
  await request.at(7);

  // S.7: planned, handed over, closed.
  await desk.button('جدولة التسليم').waitFor();
  await page.keyboard.press('Control+Enter');
  const plan = page.getByRole('dialog', { name: 'جدولة تسليم' });
  await plan.getByRole('textbox', { name: 'الوحدة' }).fill('سقف');
  await page.keyboard.press('Control+Enter');
  await expect(plan).toBeHidden();
  await request
    .button(/^تسليم /u)
    .first()
    .click();
  const handover = page.getByRole('dialog', { name: /^تسجيل تسليم: / });
  await handover.getByRole('checkbox', { name: 'إصدار سند استلام' }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(handover).toBeHidden();
  await desk.button('إغلاق الطلب').click();
  await page.getByRole('dialog', { name: 'إغلاق الطلب' }).waitFor();
  await page.keyboard.press('F8');
  await expect(request.card('قُدّمت الخدمة')).toContainText('أُغلق الطلب يوم');
  await expect(request.timeline).toContainText('قُدّمت الخدمة وأُغلق الطلب');

  await desk.openSection('طلبات الدعم');
  await expect(page.getByText(/^لا طلبات مفتوحة/u)).toBeVisible();
  await desk.button('قُدّمت خدمتها').click();
  await expect(page.getByRole('grid', { name: 'طلبات الدعم' }).getByRole('row').last()).toContainText(
    'ترميم سقف',
  );
  // Registration has given the beneficiary a file.
  await desk.openSection('المستفيدون');
  await expect(page.getByRole('grid').getByRole('row').last()).toContainText(/\d{4}-0001/u);
});

test('a clock that went back is confirmed by a person before a request gets its number', async ({
  desktop,
  page,
}) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.saad);
  await desk.button('فتح طلب دعم').waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.field('الخدمة المطلوبة').fill('كسوة شتاء');
  await page.keyboard.press('Control+Enter');
  await desk.heading(PEOPLE.saad.name).waitFor();
  await request.toRaising();

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
  await desk.button('رفع الطلب').waitFor();
  await request.at(5);

  await page.keyboard.press('Control+Enter');
  await raise.waitFor();
  // Behind the dialog the step before it is not taken back by mistake; after the raise it can no longer be.
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('F8');
  const confirmed = clock.getByRole('button', { name: 'الساعة صحيحة: متابعة' });
  await expect(confirmed).toBeEnabled();
  await page.keyboard.press('F7');
  // Other days were read out than this clock gives: they are shown, to be read again, before a number is taken.
  await expect(raise).toContainText('تغيّر التاريخ بعد أن قُرئ النص');
  await expect(clock).toBeHidden();
  await page.keyboard.press('F8');
  await expect(confirmed).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(desk.toast).toContainText(/رُفع الطلب برقم \d{4}-0001/);
  // Its slip is told of in a toast of its own, with the number too.
  const raised = desk.toast.getByText(/رُفع الطلب برقم/u);
  await expect(raised.locator('bdi[dir="ltr"]').first()).toHaveText(/^\d{4}-0001$/);
  await expect(desk.toast.getByRole('button', { name: 'تراجع' })).toHaveCount(0);
  await request.waiting.waitFor();
});
