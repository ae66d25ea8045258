import { DeskPage } from './pages/desk-page.ts';
import { LettersPage } from './pages/letters-page.ts';
import { CHAIR, expect, OFFICER, PASSWORD, signIn, test } from './support/prepared-office.ts';

const RECEPTIONIST = 'خالد ناصر السلمي';

const selected = (field: SVGElement | HTMLElement): number =>
  field instanceof HTMLInputElement ? (field.selectionEnd ?? 0) - (field.selectionStart ?? 0) : 0;

test('a wrong password is told; five of them lock the name, whatever is typed next, and nobody else', async ({
  page,
}) => {
  await page.getByRole('option', { name: OFFICER }).click();
  const field = page.getByLabel(`كلمة مرور ${OFFICER}`);
  await expect(field).toBeFocused();
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await page.keyboard.type(`${PASSWORD} ${attempt}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText('كلمة المرور غير صحيحة: تأكد من لغة لوحة المفاتيح')).toBeVisible();
    // Kept, and selected, so that the next attempt replaces it.
    await expect(field).toHaveValue(`${PASSWORD} ${attempt}`);
    await expect.poll(() => field.evaluate(selected)).toBe(`${PASSWORD} ${attempt}`.length);
    await expect(field).toBeFocused();
  }
  await page.keyboard.type('خطأ خامس');
  await page.keyboard.press('Enter');
  await expect(page.getByText('محاولات كثيرة لم تنجح: أعد المحاولة بعد 30 ث')).toBeVisible();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/محاولات كثيرة لم تنجح: أعد المحاولة بعد (?:30|2\d) ث/)).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await signIn(page, CHAIR);
  await expect(page.getByRole('banner')).toContainText(CHAIR);
});

test('a locked desk answers nobody, and whoever locked it finds what was open', async ({ page }) => {
  await signIn(page, OFFICER);
  await page.keyboard.press('F2');
  const desk = new DeskPage(page);
  await desk.search.fill('نوره');
  await page.keyboard.press('Control+L');
  await desk.heading('الشاشة مقفلة').waitFor();
  const answers = await page.evaluate(() =>
    Promise.all([
      window.wisam['parties.search']({ text: 'نوره' }),
      window.wisam['desk.today'](),
      window.wisam['letters.list']({}),
    ]),
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  await page.getByLabel(`كلمة مرور ${OFFICER}`).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(desk.heading('الشاشة مقفلة')).toHaveCount(0);
  await expect(desk.search).toHaveValue('نوره');
});

test('a receptionist, added by the administrator, sends letters to the signatory and issues none', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, CHAIR);
  await desk.openSection('الإعدادات');
  await page.getByRole('link', { name: 'الموظفون' }).click();
  await desk.button('إضافة موظف').click();
  const dialog = page.getByRole('dialog', { name: 'إضافة موظف' });
  await expect(dialog.getByRole('textbox', { name: 'الاسم' })).toBeFocused();
  await page.keyboard.type(RECEPTIONIST);
  await dialog.getByRole('checkbox', { name: 'موظف استقبال' }).check();
  await dialog.getByLabel(/^كلمة المرور \*$/).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  await expect(page.getByRole('row').filter({ hasText: RECEPTIONIST })).toContainText('موظف استقبال');

  await page.keyboard.press('Control+L');
  await desk.heading('الشاشة مقفلة').waitFor();
  await signIn(page, RECEPTIONIST);
  await expect(page.getByRole('link', { name: 'سجل العمليات' })).toHaveCount(0);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write('طلب تعاون', 'نأمل التعاون.');
  await expect(letters.button('إرسال للاعتماد')).toBeVisible();
  await expect(letters.button('إصدار وطباعة')).toHaveCount(0);
  await expect(letters.button('اعتماد الخطاب')).toHaveCount(0);
  await expect(letters.saved).toBeVisible();

  // What the screen does not offer, the main process refuses.
  const codes = await page.evaluate(async () => {
    const id = 1 as never;
    const answers = await Promise.all([
      window.wisam['letters.issue']({ id }),
      window.wisam['letters.approve']({ id }),
      window.wisam['staff.list'](),
      window.wisam['audit.list']({}),
      window.wisam['backup.export']({ folder: '/' }),
    ]);
    return answers.map((answer) => (answer.ok ? 'allowed' : answer.error.code));
  });
  expect(codes).toEqual(codes.map(() => 'notAllowed'));
  await letters.button('إرسال للاعتماد').click();
  await expect(page.getByText('بانتظار الاعتماد')).toBeVisible();
});
