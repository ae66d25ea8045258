import { faultsOf } from './support/axe.ts';
import {
  CHAIR,
  expect,
  OFFICER,
  signIn,
  test,
  VOLUNTEERS,
  WITHOUT_ID,
} from './support/office-with-people.ts';
import { BatchPage } from './pages/batch-page.ts';

const LETTERS = VOLUNTEERS.length - 1;

/** A certificate for every volunteer: the choice made with the keyboard alone. */
async function prepare(batch: BatchPage): Promise<void> {
  const { page } = batch;
  await batch.startNew();
  await batch.choose('القالب', 'شهادة متطوع');
  await batch.fillDay('من تاريخ', { day: '1', month: '10', year: '2026' });
  await batch.fillDay('إلى تاريخ', { day: '1', month: '11', year: '2026' });
  await page.getByRole('textbox', { name: 'ساعات التطوع' }).fill('40');
  await page.getByRole('textbox', { name: 'العمل' }).fill('توزيع السلال الغذائية');
  await batch.choose('الصفة', 'متطوع');
  await expect(page.getByText(`0 من ${VOLUNTEERS.length}`)).toBeVisible();
  await batch.persons.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`1 من ${VOLUNTEERS.length}`)).toBeVisible();
  await page.keyboard.press('Control+A');
  await expect(page.getByText(`${VOLUNTEERS.length} من ${VOLUNTEERS.length}`)).toBeVisible();
}

test('letters to many: chosen, one left out, stopped in the middle, gone on with, reported', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, CHAIR);
  const batch = new BatchPage(page);
  await prepare(batch);
  await expect(batch.leftOut.getByRole('listitem')).toHaveCount(1);
  await expect(batch.leftOut).toContainText(WITHOUT_ID);
  await expect(batch.leftOut).toContainText('ينقصه: رقم الهوية');
  await expect(batch.sample).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(batch.heading('شهادة متطوع')).toBeVisible();
  await expect(batch.row(WITHOUT_ID)).toContainText('ينقصه: رقم الهوية');
  await expect(page.getByText(`أُعدّت المسودات: ${LETTERS} خطابًا.`)).toBeVisible();

  // Both rights: approved and issued in one act, with a second key. Stopped while it goes on.
  await page.keyboard.press('Control+Enter');
  const issuing = page.getByRole('dialog', { name: 'اعتماد الخطابات وإصدارها' });
  await issuing.waitFor();
  // The office keeps no picture of a signature or a stamp: none is offered, for every letter would be refused.
  await expect(issuing.getByRole('checkbox')).toHaveCount(0);
  await page.keyboard.press('F8');
  await batch.button('إيقاف').click();
  await expect(page.getByText(/^توقف العمل عند \d+ من/)).toBeVisible({ timeout: 15_000 });
  const stopped = /عند (\d+) من/.exec((await page.getByText(/^توقف العمل عند/).textContent()) ?? '');
  expect(Number(stopped?.[1])).toBeGreaterThan(0);
  expect(Number(stopped?.[1])).toBeLessThan(LETTERS);

  await batch.button('متابعة الإصدار').click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(page.getByText(/^صدرت الخطابات:/)).toBeVisible({ timeout: 60_000 });
  // One number each, in the order of the list, from the first to the last.
  await expect(batch.row(VOLUNTEERS[1]!)).toContainText('127/ص/1448');
  await expect(page.getByText(`${126 + LETTERS}/ص/1448`).first()).toBeVisible();
  await expect(batch.row(WITHOUT_ID)).not.toContainText('/ص/');

  await batch.button(/^تقرير/).click();
  await expect(batch.heading('تقرير خطابات: شهادة متطوع')).toBeVisible();
  await expect(page.getByText(/صفحة 1 من [2-4]/)).toBeVisible();
});

test('a person without rights shows the letters to the signatory; the drafts alone can be thrown away', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const batch = new BatchPage(page);
  await batch.startNew();
  // Pressed early, the primary act says what is missing and leads there.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'القالب' })).toBeFocused();
  await prepare(batch);
  await batch.choose('الموقّع', 'رئيسة مجلس الإدارة');
  // What is asked once for all is asked for: without it nobody gets a letter.
  const hours = page.getByRole('textbox', { name: 'ساعات التطوع' });
  await hours.fill('');
  await batch.persons.focus();
  await page.keyboard.press('Control+Enter');
  await expect(hours).toBeFocused();
  await expect(hours).toHaveAccessibleDescription(/اكتب هذا الحقل/);
  await hours.fill('40');
  await expect(batch.leftOut.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await expect(batch.heading('شهادة متطوع')).toBeVisible();
  await batch.button('حذف المسودات').click();
  await expect(batch.heading('الخطابات')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(batch.heading('شهادة متطوع')).toBeVisible();
  await batch.button('عرض الكل للاعتماد').click();
  await expect(page.getByText(/^عُرضت الخطابات/)).toBeVisible({ timeout: 15_000 });
  await expect(batch.button('إصدار الكل')).toHaveCount(0);
  await expect(batch.button('حذف المسودات')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`its screens are sound for assistive technology, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 1366, height: 690 });
    await signIn(page, CHAIR);
    const batch = new BatchPage(page);
    await prepare(batch);
    await expect(batch.sample).toBeVisible();
    expect(await faultsOf(page), 'the three steps').toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect(batch.heading('شهادة متطوع')).toBeVisible();
    expect(await faultsOf(page), 'the batch').toEqual([]);
  });
}
