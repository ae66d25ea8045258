import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { openDesk, waitForDesk } from './support/desktop.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';

test('somebody with a file is found by any fragment, spelling or layout', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await page.keyboard.press('F2');
  for (const typed of ['نوره اللحيانى', '٠٥٠٨٠٧٢٦٧٥', '1058529940', 'k,vm']) {
    await desk.search.fill(typed);
    await expect(desk.hits.first(), typed).toContainText(PEOPLE.noura.name);
  }
  await expect(page.getByText('كُتب بلوحة مفاتيح أخرى')).toBeVisible();
  // The number belongs to one person: Enter, the purpose by its digit, in.
  await desk.search.fill('1058529940');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: PEOPLE.noura.name })).toBeVisible();
  await page.keyboard.press('Digit6');
  await expect(page.getByRole('radio', { name: 'خطاب' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(desk.queue).toContainText('خطاب');
});

test('every wrong field is told at once, with an example, and keeps what was typed', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await page.keyboard.press('F2');
  await desk.search.fill('0508072');
  await page.keyboard.press('Enter');
  await expect(desk.field('الجوال')).toHaveValue('0508072');
  await desk.field('رقم الهوية أو الإقامة').fill('1058529941');
  await page.keyboard.press('Control+Enter');
  await expect(desk.errors.getByRole('link')).toHaveText([
    'الاسم الكامل: اكتب الاسم، مثل نورة سليمان اللحياني',
    'رقم الهوية أو الإقامة: في الرقم خطأ: أعد كتابته من البطاقة، مثل 1058529940',
    'الجوال: رقم الجوال 10 أرقام ويبدأ بـ 05، مثل 0508072675',
  ]);
  await expect(desk.field('الاسم الكامل')).toBeFocused();
  await expect(desk.field('الجوال')).toHaveValue('0508072');
  await desk.errors.getByRole('link', { name: /^الجوال/ }).click();
  await expect(desk.field('الجوال')).toBeFocused();
  await desk.field('الجوال').fill('0508072675');
  await expect(desk.errors.getByRole('link')).toHaveCount(2);
});

test('an id that belongs to somebody leads to their file', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura, { queue: true });
  await page.keyboard.press('F2');
  await desk.search.fill('نوال');
  await page.keyboard.press('Enter');
  await desk.field('الاسم الكامل').fill('نوال سليمان الحربي');
  await desk.field('رقم الهوية أو الإقامة').fill(PEOPLE.noura.id);
  await page.keyboard.press('Control+Enter');
  await expect(desk.errors).toContainText(`رقم الهوية هذا مسجَّل باسم ${PEOPLE.noura.name}`);
  await expect(page.getByRole('link', { name: `فتح ملف ${PEOPLE.noura.name}` })).toBeVisible();
  // The way on has the focus; another number takes the refusal back, and the first one brings it again.
  await expect(desk.button('تسجيل الزيارة على هذا الملف')).toBeFocused();
  await desk.field('رقم الهوية أو الإقامة').fill(PEOPLE.saad.id);
  await expect(desk.errors).toHaveCount(0);
  await desk.field('رقم الهوية أو الإقامة').fill(PEOPLE.noura.id);
  await page.keyboard.press('Control+Enter');
  await expect(desk.button('تسجيل الزيارة على هذا الملف')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();
});

test('the queue is walked with arrows; leaving and returning are taken back', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura, { queue: true });
  await desk.receive(PEOPLE.saad, { queue: true, purpose: '2' });
  await expect(page.getByRole('main')).toContainText(/2\s*في الانتظار/);
  await desk.waiting(PEOPLE.noura.name).focus();
  await page.keyboard.press('ArrowDown');
  await expect(desk.waiting(PEOPLE.saad.name)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.saad.name })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(desk.visit).toContainText('عند الموظف');

  await desk.visit.getByRole('button', { name: 'المزيد' }).click();
  await page.getByRole('menuitem', { name: 'إعادة إلى الانتظار' }).click();
  await expect(desk.toast).toContainText(`${PEOPLE.saad.name} في الانتظار من جديد`);
  await desk.toast.getByRole('button', { name: 'تراجع' }).last().click();
  await expect(page.getByRole('main')).toContainText(/1\s*عند الموظف/);

  await desk.visit.getByRole('button', { name: 'المزيد' }).click();
  await page.getByRole('menuitem', { name: 'انصرف قبل الخدمة' }).click();
  await expect(page.getByRole('main')).toContainText(/0\s*عند الموظف/);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('main')).toContainText(/1\s*عند الموظف/);

  // The day's history, by state.
  await desk.openSection('المراجعون');
  const rows = page.getByRole('grid', { name: 'المراجعون' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('radio', { name: 'في الانتظار' }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(PEOPLE.noura.name);
  await rows.last().click();
  await desk.heading(PEOPLE.noura.name).waitFor();
});

test('what was typed into the form is there after a power cut', async ({
  desktop,
  page,
  scratch,
  dataFolder,
  printFolder,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await page.keyboard.press('F2');
  await desk.search.fill('سعد الزهراني');
  await page.keyboard.press('Enter');
  await expect(desk.field('الاسم الكامل')).toHaveValue('سعد الزهراني');
  await desk.field('القرية أو الحي').fill('الصمد');
  await expect(page.getByText(/^حُفظت المسودة \d\d:\d\d$/)).toBeVisible();
  await desktop.kill();

  const again = await openDesk({ scratch, dataFolder, printFolder });
  await waitForDesk(again.page);
  await signIn(again.page, OFFICER);
  const after = new DeskPage(again.page);
  await again.page.keyboard.press('F2');
  await expect(again.page.getByText(/توجد مسودة من \d\d:\d\d لم تُحفظ/)).toBeVisible();
  await after.button('استعادة المسودة').click();
  await expect(after.field('الاسم الكامل')).toHaveValue('سعد الزهراني');
  await expect(after.field('القرية أو الحي')).toHaveValue('الصمد');
  await again.close();
});
