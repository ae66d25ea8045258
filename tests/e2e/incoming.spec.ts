import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faxPdf, tinyPng } from '../support/sample-files.ts';
import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, OFFICER, PASSWORD, signIn, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const BODY = 'مركز التنمية الاجتماعية بالجموم';
const SUBJECT = 'طلب بيان بعدد الأسر المستفيدة';
const SCAN = { name: 'خطاب المركز.pdf', mimeType: 'application/pdf', buffer: faxPdf() };

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** How dark a page of the scan is at the given share of its width, half way down: 0 is black. */
const darkness = (page: Page, across: number): Promise<number> =>
  page.getByRole('img', { name: 'صفحة 1 من 1' }).evaluate((canvas, at) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const context = (canvas as HTMLCanvasElement).getContext('2d');
    return context!.getImageData(Math.round(width * at), Math.round(height / 2), 1, 1).data[0]!;
  }, across);

async function openIncoming(page: Page): Promise<void> {
  const links = page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link');
  await links.first().waitFor();
  const place = (await links.allInnerTexts()).findIndex((text) => text.includes('الخطابات')) + 1;
  await press(page, `Alt+Digit${place}`);
  await page.getByRole('heading', { level: 1, name: 'الخطابات' }).waitFor();
  await tabTo(page, page.getByRole('link', { name: 'وارد', exact: true }));
  await press(page, 'Enter');
  await page.getByRole('searchbox', { name: 'رقم أو جهة أو موضوع' }).waitFor();
}

test('a letter comes in, is registered with its scan, assigned, answered and closed, by keyboard alone', async ({
  page,
}) => {
  // Asked for long before the key: the browser must know by then that nobody sees its dialog.
  const chooser = page.waitForEvent('filechooser');
  const pointers = await watchForPointers(page);
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(CHAIR)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  await openIncoming(page);
  await expect(page.getByText('لا خطابات واردة مسجّلة')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await press(page, 'Control+Enter');
  await expect(page.getByRole('combobox', { name: 'الجهة المرسلة' })).toBeFocused();
  // Pressed early, the key says what is missing and leads there.
  await press(page, 'Control+Enter');
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await page.keyboard.type(BODY);
  await press(page, 'Tab');
  await expect(page.getByRole('textbox', { name: 'الموضوع' })).toBeFocused();
  await page.keyboard.type(SUBJECT);
  await press(page, 'Tab');
  await page.keyboard.type('٥٥/ت/١٤٤٨');
  await press(page, 'Tab');
  for (const part of ['8', '6', '1448']) await page.keyboard.type(part);
  await expect(page.getByText('الأربعاء').first()).toBeVisible();
  const choose = page.getByRole('button', { name: 'اختر ملفات: مسح الخطاب' });
  await tabTo(page, choose);
  await press(page, 'Enter');
  await (await chooser).setFiles([SCAN]);
  // A fax-packed page is unpacked under the page's own policy: the stripe is black, the margins are white.
  await expect(page.getByRole('img', { name: 'صفحة 1 من 1' })).toBeVisible();
  expect(await darkness(page, 0.5)).toBeLessThan(40);
  expect(await darkness(page, 0.1)).toBeGreaterThan(220);
  await expect(page.getByText(/^حُفظت المسودة/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');

  await expect(page.getByRole('heading', { level: 1, name: SUBJECT })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'سُجّل الخطاب برقم 34/و/1448' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'صفحة 1 من 1' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  // Assigned to the officer, due today.
  await tabTo(page, page.getByRole('button', { name: 'إحالة', exact: true }), 40);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'إحالة الخطاب' })).toBeVisible();
  await page.keyboard.type('سارة');
  await press(page, 'ArrowDown', 'Enter', 'Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(`أُحيل إلى ${OFFICER}`)).toBeVisible();

  // The receipt slip is looked at, and Esc leads back.
  await press(page, 'F9');
  await expect(page.getByRole('heading', { level: 1, name: /إيصال/ })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { level: 1, name: SUBJECT })).toBeVisible();

  // The answer begins with what it answers.
  await press(page, 'Control+Enter');
  const answer = page.getByRole('textbox', { name: 'نص الخطاب' });
  await answer.waitFor();
  await expect(page.getByRole('textbox', { name: 'الموضوع' })).toHaveValue(SUBJECT);
  await expect(
    page.getByText('إشارة إلى خطابكم').or(page.locator('input[value*="إشارة إلى خطابكم"]')).first(),
  ).toBeVisible();
  await tabTo(page, answer, 40);
  await page.keyboard.type('نفيد سعادتكم بأن عدد الأسر المستفيدة ٤٨ أسرة.');
  const signatory = page.getByRole('combobox', { name: 'الموقّع' });
  if ((await signatory.inputValue()) === '') {
    await tabTo(page, signatory, 40);
    await press(page, 'ArrowDown', 'Enter');
  }
  await expect(page.getByText(/^حُفظت المسودة/)).toBeVisible();
  await press(page, 'Control+Enter');
  await page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' }).waitFor();
  await press(page, 'F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();

  // Closed by its answer, which it names.
  await openIncoming(page);
  const views = page.getByRole('group', { name: 'عرض السجل' });
  await tabTo(page, views.getByRole('button', { name: /^مغلق/ }));
  await press(page, 'Enter');
  const row = page.getByRole('grid', { name: 'سجل الوارد' }).getByRole('row').filter({ hasText: SUBJECT });
  await expect(row).toContainText('أُجيب');
  await expect(row).toContainText('127');
  expect(await pointers.acts()).toEqual([]);
});

test('a mistake is voided with its reason and registered anew; a bad file is refused at its place and the draft outlives a kill', async ({
  page,
  scratch,
}) => {
  // Voids take the right to issue.
  await signIn(page, CHAIR);
  await openIncoming(page);
  await press(page, 'Control+Enter');
  await page.getByRole('combobox', { name: 'الجهة المرسلة' }).fill('بلدية الجموم');
  await page.getByRole('textbox', { name: 'الموضوع' }).fill('دعوة إلى لقاء');
  const bad = join(scratch, 'صورة.png');
  writeFileSync(bad, 'ليست صورة');
  const picker = page.getByRole('group', { name: 'مسح الخطاب', exact: true });
  await picker.locator('input[type=file]').setInputFiles(bad);
  await expect(picker.getByRole('alert')).toContainText('«صورة.png» ليس صورة سليمة');
  // Dropped, since a file of this size takes long from outside into the page.
  await picker.getByRole('button').evaluate((button) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(26 * 1024 * 1024)], 'كبير.pdf'));
    button.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
  });
  await expect(picker.getByRole('alert')).toContainText('«كبير.pdf» أكبر من 25 م.ب');
  await expect(page.getByText(/^حُفظت المسودة/)).toBeVisible();

  // Left and opened again, the draft is offered.
  await openIncoming(page);
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'استعادة' }).click();
  await expect(page.getByRole('textbox', { name: 'الموضوع' })).toHaveValue('دعوة إلى لقاء');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'دعوة إلى لقاء' })).toBeVisible();

  // An undo that comes too late says that it was refused, not in silence.
  await page.getByRole('button', { name: 'إغلاق بلا رد' }).click();
  await page.keyboard.type('تعميم للعلم');
  await press(page, 'Control+Enter');
  await page.getByRole('button', { name: 'إعادة فتح' }).click();
  await expect(page.getByRole('button', { name: 'إغلاق بلا رد' })).toBeVisible();
  await press(page, 'Control+KeyZ');
  await expect(page.getByRole('region', { name: 'إشعارات' })).toContainText(
    'حالة الخطاب الوارد لا تسمح بهذا العمل',
  );

  await page.getByRole('button', { name: 'إلغاء القيد' }).click();
  const dialog = page.getByRole('dialog', { name: 'إلغاء القيد' });
  await press(page, 'F8');
  await expect(dialog).toContainText('اكتب سبب الإلغاء');
  await page.keyboard.type('سُجّل مرتين');
  await press(page, 'F8');
  await expect(page.getByText('أُلغي هذا القيد: سُجّل مرتين')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(page.getByText('البيانات من القيد الملغى')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'الجهة المرسلة' })).toHaveValue('بلدية الجموم');
  // Pressed twice in one breath: the letter is registered once.
  await page.evaluate(() => {
    const key = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    for (let times = 0; times < 2; times += 1)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(page.getByRole('status').filter({ hasText: '35/و/1448' })).toBeVisible();
  await openIncoming(page);
  await press(page, 'Control+Enter');
  await page.getByRole('combobox', { name: 'الجهة المرسلة' }).fill('بلدية الجموم');
  await page.getByRole('textbox', { name: 'الموضوع' }).fill('لقاء آخر');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '36/و/1448' })).toBeVisible();
});

test('the office sets its logo and sees it on the head; a picture that is none is refused at its place', async ({
  page,
  scratch,
}) => {
  await signIn(page, CHAIR);
  await page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link', { name: 'الإعدادات' }).click();
  await page.getByRole('link', { name: 'الصور', exact: true }).click();
  const logo = page.getByRole('region', { name: 'الشعار', exact: true });
  await expect(logo).toContainText('لا صورة');
  const bad = join(scratch, 'شعار.png');
  writeFileSync(bad, 'ليست صورة');
  await logo.locator('input[type=file]').setInputFiles(bad);
  await expect(logo.getByRole('alert')).toContainText('ليس صورة سليمة');
  await logo
    .locator('input[type=file]')
    .setInputFiles({ name: 'شعار.png', mimeType: 'image/png', buffer: tinyPng(300, 200) });
  await expect(logo.getByRole('img', { name: 'الشعار' })).toBeVisible();
  await expect(logo).toContainText('300 × 200');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'إزالة الشعار' }).click();
  await expect(logo).toContainText('لا صورة');
  await press(page, 'Control+KeyZ');
  await expect(logo).toContainText('300 × 200');
});
