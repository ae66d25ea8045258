import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { printJobs } from './support/desktop.ts';
import { OFFICER, PASSWORD, expect, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

test('a walk-in becomes a raised request without a mouse', async ({ page, printFolder }) => {
  test.slow();
  const watched = await watchForPointers(page);
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
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
  const { steps } = request;
  await expect(steps).toHaveCount(7);
  await request.at(2);

  // S.2: pressed early it leads to the first datum that was not asked about; one key confirms it and leads to the next.
  await desk.button('إتمام الخطوة').waitFor();
  await press('Control+Enter');
  await expect(page.getByText(/^بقي.* لم يُسأل عنه/u)).toBeVisible();
  const focused = page.locator('[data-confirm]:focus');
  for (const settled of [1, 2]) {
    await expect(focused).toBeEnabled();
    await press('Enter');
    await expect(page.getByText(new RegExp(`^${settled} من \\d+ مؤكدة$`, 'u'))).toBeVisible();
  }
  await expect(focused).toBeVisible();
  await tabTo(page, desk.button('تأكيد الباقي كما قيل'), 10, 'Shift+Tab');
  await press('Enter');
  await expect(page.getByText(/^(\d+) من \1 مؤكدة$/u)).toBeVisible();
  await press('Control+Enter');
  await request.at(3);
  await desk.button('الإجراءات واضحة: تخطي').waitFor();
  await press('Control+Enter');
  await request.at(4);
  await expect(steps.nth(2)).toContainText('لم تلزم');

  // S.4 on paper: printed, the officer's account signs, and the sheet comes back by its code.
  await request.button('طباعة الإقرار').waitFor();
  await press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  await tabTo(page, request.officer.getByRole('button', { name: `أوقّع باسم ${OFFICER}` }), 60);
  await press('Enter');
  await expect(request.officer).toContainText('وُقّع');
  await tabTo(page, request.applicant.getByRole('button', { name: 'إرفاق الورقة' }), 60, 'Shift+Tab');
  await press('Enter');
  const sheet = page.getByRole('dialog', { name: 'الورقة الموقّعة' });
  await sheet.waitFor();
  const [attested] = printJobs(printFolder);
  if (attested === undefined) throw new Error('nothing was printed');
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: attested });
  await expect(sheet).toBeHidden();
  await expect(request.applicant).toContainText('وُقّع');
  await expect(request.applicant).toContainText('على الورق');
  await press('Control+Enter');
  await request.at(5);

  // Raising wants a second key: the first one pressed twice does nothing.
  await desk.button('رفع الطلب').waitFor();
  await press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await expect(dialog).toBeVisible();
  await press('Control+Enter');
  await expect(dialog).toBeVisible();
  await press('F8');
  await expect(desk.toast).toContainText(/رُفع الطلب برقم \d{4}-0001/);
  await request.waiting.waitFor();
  // Its slip is in the tray, for the applicant to take along.
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect(await watched.acts(), 'what a mouse did').toEqual([]);

  // Back to the visit, which knows its request; ended, and taken back by one key.
  await press('Alt+Digit1');
  await expect(desk.visit).toContainText('الخطوة 5: لدى اللجنة');
  await press('Alt+Enter');
  await expect(desk.toast).toContainText(`انتهت زيارة ${PEOPLE.noura.name}`);
  await expect(desk.visit).toContainText('لا توجد زيارة مفتوحة');
  await press('Control+Z');
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();
  await expect(desk.note).toHaveValue('أحضرت سجل الأسرة');
});
