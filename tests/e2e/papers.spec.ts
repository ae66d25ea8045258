import { letterIdSchema } from '#shared/ids.ts';
import type { PaperWish } from '#shared/papers/papers-contract.ts';
import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';

/** A letter with a number, voided on demand; its id. */
const letter = (page: Page, voided: boolean): Promise<number> =>
  page.evaluate(async (spoilt) => {
    const created = await window.wisam['letters.create']({
      content: {
        recipient: {
          honorific: 'سعادة',
          name: 'مدير مركز التنمية الاجتماعية بالجموم',
          title: '',
          organisation: '',
          closingHonorific: 'المحترم',
        },
        subject: 'كشف الطلبات الواردة',
        body: {
          type: 'doc' as const,
          content: [
            {
              type: 'paragraph' as const,
              content: [{ type: 'text' as const, text: 'نفيدكم بإتمام الدراسة.' }],
            },
          ],
        },
        attachments: { kind: 'list' as const, items: [] },
        signatory: { title: 'رئيسة مجلس الإدارة', name: 'نورة سالم اللحياني' },
        copies: [],
        inReplyTo: '',
      },
    });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    const issued = await window.wisam['letters.issue']({ id });
    if (!issued.ok) throw new Error(issued.error.code);
    if (spoilt) {
      const done = await window.wisam['letters.void']({ id, reason: 'تكرر الخطاب' });
      if (!done.ok) throw new Error(done.error.code);
    }
    return id;
  }, voided);

const open = (page: Page, wish: PaperWish): Promise<void> =>
  page.evaluate((text) => {
    location.hash = `/papers?${new URLSearchParams({ wish: text }).toString()}`;
  }, JSON.stringify(wish));

test('looks at a void certificate, prints it by F9, and prints the same bytes again', async ({
  page,
  printFolder,
}) => {
  await signIn(page, CHAIR);
  const letterId = letterIdSchema.parse(await letter(page, true));
  await page.evaluate((id) => {
    location.hash = `/letters/${id}`;
  }, letterId);
  const certificate = page.getByRole('button', { name: 'شهادة الإلغاء' });
  await expect(certificate).toBeVisible();
  // Nothing on the page gives out the void letter itself: no button, no menu, no key.
  await expect(page.getByRole('region', { name: 'الخطاب المختوم' }).getByText('ملغى')).toBeVisible();
  await expect(page.getByRole('button', { name: 'طباعة' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'المزيد' })).toHaveCount(0);
  expect(await faultsOf(page), 'a void letter').toEqual([]);
  await page.keyboard.press('Shift+F9');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F9');
  // Pressed again while the page is still being made: it is printed as soon as it stands.
  await page.getByRole('button', { name: 'طباعة', exact: true }).waitFor();
  await page.keyboard.press('F9');
  await expect.poll(() => printJobs(printFolder).length).toBe(1);
  await expect(page.getByRole('heading', { level: 1, name: /شهادة إلغاء الرقم/u })).toBeVisible();
  await expect(page.getByRole('img', { name: /صفحة/u }).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  // A second press while the first is under way is none.
  await expect(page.getByText(/^طُبع/u)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => printJobs(printFolder).length).toBe(2);
  const [first, second] = printJobs(printFolder);
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
});

test('leaves used labels free, says what cannot be, and knows a link to no paper', async ({ page }) => {
  await signIn(page, CHAIR);
  const letterIds = [letterIdSchema.parse(await letter(page, false))];
  await open(page, { kind: 'labels', letterIds });
  const skip = page.getByLabel('ملصقات مستعملة في أول الورقة');
  await skip.fill('٩٩');
  await expect(page.getByText('اكتب رقمًا من 0 إلى 23')).toBeVisible();
  await skip.fill('5');
  await expect(page).toHaveURL(/skip%22%3A5/u);
  await expect(page.getByRole('img', { name: /صفحة/u }).first()).toBeVisible();
  await page.evaluate(() => {
    location.hash = '/papers?kind=poster';
  });
  await expect(page.getByText('هذا الرابط لا يدل على ورقة')).toBeVisible();
});

test('makes every paper of an office that has just begun', async ({ page }) => {
  await signIn(page, CHAIR);
  const wishes: readonly PaperWish[] = [
    { kind: 'blankHead' },
    { kind: 'calibration' },
    { kind: 'testPage', printer: '' },
    { kind: 'dayClosing', day: '2026-11-22' },
  ];
  for (const wish of wishes) {
    await open(page, wish);
    await expect(page.getByRole('img', { name: /صفحة/u }).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});
