import type { Locator, Page } from '@playwright/test';
import { wholeText } from '../support/pdf-reading.ts';
import { RequestPage } from './pages/request-page.ts';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { expect, OFFICER, REFUSED, SERVED, signIn, test } from './support/office-with-services.ts';
import { scan } from './support/scanner.ts';
import { tabTo } from './support/without-mouse.ts';

const SERVICE = 'سلة غذائية شهرية';

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);
const toast = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text });
const tick = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `سُلّم: ${name}، ${SERVICE}` });
const due = (page: Page): Locator => page.getByRole('region', { name: 'موعدها هذا اليوم' });

/** The code of somebody's delivery today, as it stands on the printed list. */
const codeOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (party) => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' }).format(new Date());
    const answer = await window.wisam['deliveries.day']({ day });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.rows.find(({ partyName }) => partyName === party)!.code;
  }, name);

async function drawOn(page: Page, pad: Locator): Promise<void> {
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5);
  await page.mouse.down();
  for (let at = 0; at < 30; at += 1)
    await page.mouse.move(
      box.x + box.width * (0.75 - at * 0.015),
      box.y + box.height * (0.5 + 0.3 * Math.sin(at / 3)),
    );
  await page.mouse.up();
  await expect(pad).toHaveAttribute('data-signed', 'true');
}

test('a monthly basket is planned, the day’s list printed and ticked off by keys and barcode, a receipt and the day signed', async ({
  page,
  printFolder,
}) => {
  test.slow();
  await signIn(page, OFFICER);

  // Planned: once a month, its days shown before it is saved.
  await go(page, '/requests/1');
  await expect(page.getByText('لم يُجدول شيء بعد')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const plan = page.getByRole('dialog', { name: 'جدولة تسليم' });
  await expect(plan.getByRole('combobox', { name: 'الخدمة' })).toHaveValue(SERVICE);
  await plan.getByRole('radio', { name: 'كل شهر' }).click();
  await plan.getByRole('textbox', { name: 'عدد المرات' }).fill('٣');
  await plan.getByRole('textbox', { name: 'مكان التسليم' }).fill('مستودع الجمعية');
  await expect(plan.getByText('المواعيد')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(plan).toBeHidden();
  await expect(page.getByText('سُلّم 0 من 3')).toBeVisible();

  // The list of the day, on paper.
  await go(page, '/deliveries');
  await expect(due(page).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1, name: /^كشف تسليم/u })).toBeVisible();
  await expect(page.getByRole('img', { name: /صفحة/u }).first()).toBeVisible();
  await page.keyboard.press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  const paper = await wholeText(new Uint8Array(printJobs(printFolder)[0]!));
  for (const name of SERVED) expect(paper).toContain(name);
  await go(page, '/deliveries');
  await expect(due(page).locator('[data-tick]')).toHaveCount(3);
  const names = await due(page).getByRole('listitem').getByRole('link').allTextContents();
  expect(names.toSorted()).toEqual([...SERVED].toSorted());
  const [signs = '', byKeys = '', scanned = ''] = names;
  const code = await codeOf(page, scanned);
  expect(paper.replaceAll(/\s/gu, '')).toContain(code);

  // Ticked off by keys: the arrows between the names, the space hands over.
  await tabTo(page, tick(page, signs), 40);
  await page.keyboard.press('ArrowDown');
  await expect(tick(page, byKeys)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(tick(page, byKeys)).toHaveAttribute('aria-pressed', 'true');
  await expect(toast(page, byKeys)).toBeVisible();

  // By barcode, while somebody else's tick has the focus: its Enter presses nothing.
  await page.keyboard.press('ArrowUp');
  await expect(tick(page, signs)).toBeFocused();
  await scan(page, code);
  await expect(tick(page, scanned)).toHaveAttribute('aria-pressed', 'true');
  await expect(tick(page, signs)).toHaveAttribute('aria-pressed', 'false');
  await scan(page, code);
  await expect(page.getByRole('alert')).toContainText(`سُلّم ${SERVICE} إلى ${scanned} من قبل`);

  // With a receipt, signed on the pad by who received.
  await page.getByRole('button', { name: new RegExp(`^المزيد: ${signs}`, 'u') }).click();
  await page.getByRole('menuitem', { name: 'تسجيل التسليم' }).click();
  const deliver = page.getByRole('dialog', { name: `تسجيل تسليم: ${SERVICE}` });
  await expect(deliver.getByRole('checkbox', { name: 'إصدار سند استلام' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  const receipt = page.getByRole('dialog', { name: 'توقيع سند الاستلام' });
  await expect(receipt).toContainText('استلمتُ ما هو مبيَّن');
  await drawOn(page, receipt.getByRole('img', { name: `المستلم: ${signs}` }));
  await page.keyboard.press('Control+Enter');
  await expect(receipt).toBeHidden();
  await expect(toast(page, `وُقّع سند ${signs}`)).toBeVisible();

  // The page that closes the day counts all three, and its closer signs it.
  const closing = page.getByRole('region', { name: 'إقفال اليوم' });
  await expect(closing.getByRole('row', { name: new RegExp(SERVICE, 'u') })).toContainText('3 سلة');
  await page.keyboard.press('Control+Enter');
  const sure = page.getByRole('dialog', { name: 'إقفال تسليم اليوم' });
  await expect(sure).toContainText('3 تسليمات');
  await page.keyboard.press('F8');
  await expect(sure).toBeHidden();
  await expect(closing).toContainText(`بإقفال ${OFFICER}`);
  await expect(closing).toContainText(`المحضر بانتظار توقيع ${OFFICER}`);
  await closing.getByRole('button', { name: `أوقّع المحضر باسم ${OFFICER}` }).click();
  await expect(closing).toContainText(`توقيع ${OFFICER} بالحساب`);
  expect(await faultsOf(page), 'the day').toEqual([]);
});

test('the rating is offered at the close, once and without a name, and never with a refusal', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const request = new RequestPage(page);
  await go(page, '/requests/2');
  await expect(request.button(`تسليم ${SERVICE}`)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const deliver = page.getByRole('dialog', { name: `تسجيل تسليم: ${SERVICE}` });
  await deliver.getByRole('checkbox', { name: 'إصدار سند استلام' }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(deliver).toBeHidden();
  const rating = request.card('تقييم الخدمة');
  await expect(page.getByText('سُلّم 1 من 1')).toBeVisible();
  await expect(rating).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'إغلاق الطلب' })).toBeVisible();
  await page.keyboard.press('F8');

  // Nothing is chosen for her, and one to five are all there are.
  await expect(rating).toContainText('لا يُكتب معه اسم');
  await expect(rating.getByRole('radio')).toHaveCount(5);
  await expect(rating.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await faultsOf(page), 'the rating').toEqual([]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(rating).toContainText('اختر من 1 إلى 5');
  await rating.getByRole('radio', { name: '4 جيدة جدًا' }).click();
  const comment = 'تأخر الموعد قليلًا';
  await rating.getByRole('textbox', { name: 'ما الذي نحسّنه؟' }).fill(comment);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('عُرض التقييم عند الإغلاق')).toBeVisible();
  await expect(rating).toHaveCount(0);
  // The request says that it was offered, and nothing of the answer.
  await expect(page.getByRole('main')).not.toContainText(comment);
  await expect(page.getByRole('main')).not.toContainText('جيدة جدًا');

  await go(page, '/requests/4');
  await expect(page.getByRole('heading', { level: 1, name: REFUSED })).toBeVisible();
  await expect(request.timeline).toContainText('رفضت لجنة البحث الطلب');
  await expect(rating).toHaveCount(0);
});
