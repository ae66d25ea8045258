import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { printJobs } from './support/desktop.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

test('from the door to the slip by keyboard alone: each card that follows has the focus and its key', async ({
  page,
  printFolder,
}) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await signIn(page, OFFICER);
  const pointers = await watchForPointers(page);
  await desk.receive(PEOPLE.noura);
  await desk.button('فتح طلب دعم').waitFor();
  await press('Control+Enter');

  // S.1: urgent says why; without it the field is told.
  await expect(desk.field('الخدمة المطلوبة')).toBeFocused();
  await page.keyboard.type('ترميم سقف');
  await tabTo(page, page.getByRole('radio', { name: 'عادي' }), 4);
  await press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'عاجل' })).toBeChecked();
  await press('Control+Enter');
  await expect(page.getByText('اكتب السبب، مثل').first()).toBeVisible();
  await desk.field('سبب الاستعجال').fill('سقط السقف على الأسرة');
  await press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();

  // Who came is looked up from the menu, and nothing is lost by going back.
  await desk.button('المزيد').focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'من حضر عن المستفيد' }).focus();
  await press('Enter');
  const who = page.getByRole('dialog', { name: 'من حضر عن المستفيد' });
  await expect(who.getByRole('radiogroup', { name: 'من حضر' })).toBeVisible();
  await press('Control+Enter');
  await expect(who).toBeHidden();

  // S.2: everything told is confirmed at once.
  await request.at(2);
  await desk.button('تأكيد الباقي كما قيل').waitFor();
  await press('Alt+Enter');
  await expect(page.getByText(/^(\d+) من \1 مؤكدة$/u)).toBeVisible();
  await expect(page.getByRole('region', { name: 'مطابقة البيانات وصلاحيتها' })).toBeFocused();
  await press('Control+Enter');
  await request.at(3);
  const card = (name: string) => page.getByRole('region', { name, exact: true });
  await desk.button('الإجراءات واضحة: تخطي').waitFor();
  await expect(card('الخطوة الحالية')).toBeFocused();
  await press('Control+Enter');
  await request.at(4);
  const attest = card('الإقرار بصحة البيانات وتوقيعه');
  await desk.button('طباعة الإقرار').waitFor();
  await expect(attest).toBeFocused();

  // S.4: the far end of the bar refers, the row puts right where it is read.
  await desk.button('إحالة إلى البحث الاجتماعي').focus();
  await press('Enter');
  const refer = page.getByRole('dialog', { name: 'إحالة إلى مسؤول البحث الاجتماعي' });
  await expect(refer).toBeVisible();
  await press('Escape');
  await expect(refer).toBeHidden();
  await expect(desk.button('إحالة إلى البحث الاجتماعي')).toBeFocused();
  const hash = await page.evaluate(() => location.hash);
  await desk.button('تغيير: الجوال').focus();
  await press('Enter');
  const mobile = page.getByRole('dialog').getByRole('textbox', { name: 'الجوال' });
  await mobile.fill('0551234567');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(attest).toContainText('055 123 4567');
  expect(await page.evaluate(() => location.hash)).toBe(hash);

  await press('Control+Enter');
  await expect(desk.errors).toContainText('بقي التوقيعان');
  await press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  await expect(request.officer.getByRole('button', { name: `أوقّع باسم ${OFFICER}` })).toBeFocused();
  await press('Enter');
  await expect(request.officer).toContainText('وُقّع');
  // The applicant is next: the way of signing has the focus, its button is one Tab on.
  await expect(request.applicant.getByRole('radio', { name: 'على الورق' })).toBeFocused();
  await press('Tab');
  await expect(request.applicant.getByRole('button', { name: 'إرفاق الورقة' })).toBeFocused();
  await press('Enter');
  const scan = page.getByRole('dialog', { name: 'الورقة الموقّعة' });
  const [buffer] = printJobs(printFolder);
  if (buffer === undefined) throw new Error('nothing was printed');
  await scan
    .locator('input[type=file]')
    .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
  await expect(scan).toBeHidden();
  await press('Control+Enter');
  await request.at(5);

  // S.5
  await desk.button('رفع الطلب').waitFor();
  await expect(card('الخطوة الحالية')).toBeFocused();
  await press('Control+Enter');
  const raise = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await raise.getByRole('button', { name: 'رفع الطلب' }).waitFor();
  await press('F8');
  await request.waiting.waitFor();
  await expect(raise).toBeHidden();
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect(await page.evaluate(() => document.activeElement?.closest('[data-pane]') !== null)).toBe(true);

  // «وين وصلت معاملتي؟»
  await desk.button('وين وصلت معاملتي؟').focus();
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'وين وصلت معاملتي؟' })).toContainText('لدى لجنة البحث');
  await press('Escape');
  await expect(desk.button('وين وصلت معاملتي؟')).toBeFocused();
  expect(await pointers.acts()).toEqual([]);
});
