import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { OFFICER, PASSWORD, expect, test } from './support/prepared-office.ts';

test('a walk-in becomes a raised request without a mouse', async ({ page }) => {
  const desk = new DeskPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  await page.getByRole('option', { name: OFFICER }).waitFor();
  await press('Digit2');
  await type(PASSWORD);
  await press('Enter');
  await desk.heading('أعمال اليوم').waitFor();
  await expect(desk.queue).toContainText('لا يوجد مراجعون بالانتظار');

  // Search first; a miss opens the form with the number in its field. Digits in either system.
  await press('F2');
  await expect(desk.search).toBeFocused();
  await type('١٠٥٨٥٢٩٩٤٠');
  await press('Enter');
  await expect(desk.field('الاسم الكامل')).toBeFocused();
  await expect(desk.field('رقم الهوية أو الإقامة')).toHaveValue('1058529940');
  await type(PEOPLE.noura.name);
  await press('Tab');
  await press('Tab');
  await press('Tab');
  await expect(desk.field('الجوال')).toBeFocused();
  await type('٠٥٠ ٨٠٧ ٢٦٧٥');
  await press('Control+Enter');

  // The interview: a question with its answer, and a note that saves itself.
  await desk.heading('أعمال اليوم').waitFor();
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();
  await expect(desk.visit).toContainText('عند الموظف');
  await expect(desk.visit).toContainText('050 807 2675');
  await press('Control+I');
  await expect(desk.field('السؤال')).toBeFocused();
  await type('متى يصلني الرد؟');
  await press('Control+Enter');
  await expect(desk.visit).toContainText('اكتب الجواب');
  await press('Tab');
  await type('يكون الرد خلال مدة لا تقل عن أسبوعين');
  await press('Control+Enter');
  await expect(desk.visit.getByRole('list', { name: 'استفسارات الزيارة' })).toContainText('أُجيب');
  await desk.note.focus();
  await type('أحضرت سجل الأسرة');
  await press('Control+S');
  await expect(desk.visit.getByText(/^حُفظت المسودة \d\d:\d\d$/)).toBeVisible();

  // The request, opened from the visit by its own key.
  await press('Control+Enter');
  await desk.heading('طلب دعم جديد').waitFor();
  await expect(desk.field('الخدمة المطلوبة')).toBeFocused();
  await type('سلة غذائية');
  await press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();
  const steps = page.getByRole('list', { name: 'خطوات الطلب السبع' }).getByRole('listitem');
  await expect(steps).toHaveCount(7);
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');

  await press('Control+Enter');
  await expect(steps.nth(2)).toHaveAttribute('aria-current', 'step');
  await desk.button('تخطي: الإجراءات واضحة').focus();
  await press('Enter');
  await expect(steps.nth(3)).toHaveAttribute('aria-current', 'step');
  await expect(steps.nth(2)).toContainText('لم تلزم');
  await press('Control+Enter');
  await expect(steps.nth(4)).toHaveAttribute('aria-current', 'step');

  // Raising wants a second key: the first one pressed twice does nothing.
  await press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await expect(dialog).toBeVisible();
  await press('Control+Enter');
  await expect(dialog).toBeVisible();
  await press('F8');
  await expect(desk.toast).toContainText(/رُفع الطلب برقم \d{4}-0001/);
  await expect(steps.nth(5)).toHaveAttribute('aria-current', 'step');

  // Back to the visit, which knows its request; ended, and taken back by one key.
  await press('Alt+Digit1');
  await expect(desk.visit).toContainText('الخطوة 6: استكمال التسجيل');
  await press('Alt+Enter');
  await expect(desk.toast).toContainText(`انتهت زيارة ${PEOPLE.noura.name}`);
  await expect(desk.visit).toContainText('لا توجد زيارة مفتوحة');
  await press('Control+Z');
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();
  await expect(desk.note).toHaveValue('أحضرت سجل الأسرة');
});
