import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createPartyService } from '#electron/parties/party-service.ts';
import { createRequestService } from '#electron/requests/request-service.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { expect, makeOffice, OFFICER, signIn, test as desk } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const OLD_FILE = 'نوره سليمان اللحياني';

/** An office that knows two people: one with two open requests, and an older file of hers that was merged into it. */
const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const { db, close } = openDataFolder(office);
      const ports = { db, clock: { nowMs: () => Date.now() } };
      const parties = createPartyService(ports);
      const requests = createRequestService(ports);
      const actor = listStaff(db)[0]!;
      const add = (party: object) => parties.addParty(partyInputSchema.parse(party), actor);
      const { name, id: idNumber, mobile } = PEOPLE.noura;
      const noura = add({ name, idKind: 'nationalId', idNumber, mobile, village: 'الصمد', sex: 'female' });
      const old = add({ name: OLD_FILE, idKind: 'none', noIdReason: 'لم تحضرها' });
      for (const [service, level, levelReason] of [
        ['علاج عاجل', 'urgent', 'جلسة علاج هذا الأسبوع'],
        ['سلة غذائية', 'ordinary', ''],
      ] as const)
        requests.openRequest(
          { partyId: noura.id, visitId: null, service, need: 'حاجة الأسرة', level, levelReason },
          actor,
        );
      db.write((tx) => {
        tx.unaudited();
        tx.run(
          { sql: 'UPDATE party SET merged_into = ? WHERE id = ?', values: () => [noura.id, old.id] },
          {},
        );
      });
      close();
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const [WHOLE, MASKED] = [PEOPLE.noura.id, '••••••9940'];
const openFile = async (page: Page, hash = '#/beneficiaries/1'): Promise<DeskPage> => {
  const on = new DeskPage(page);
  await signIn(page, OFFICER);
  await on.heading('أعمال اليوم').waitFor();
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await on.heading(PEOPLE.noura.name).waitFor();
  return on;
};

test('what became of her visit is said of a woman', async ({ page }) => {
  await openFile(page);
  await page.evaluate(async () => {
    const partyId = 1 as Parameters<(typeof window.wisam)['visits.start']>[0]['partyId'];
    const visit = await window.wisam['visits.start']({ partyId, purpose: 'followUp' });
    if (visit.ok) await window.wisam['visits.act']({ id: visit.value.id, action: 'finish' });
  });
  await expect(page.getByRole('list', { name: 'سجل التعامل' })).toContainText('تمت خدمتها');
});

test('whoever types the whole id finds the file, which shows its last four digits', async ({ page }) => {
  const on = new DeskPage(page);
  await signIn(page, OFFICER);
  await on.openSection('المستفيدون');
  await page.keyboard.type(WHOLE);
  const rows = page.getByRole('grid', { name: 'المستفيدون والأطراف' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(MASKED);
  await rows.last().click();
  await on.heading(PEOPLE.noura.name).waitFor();
  await expect(page.getByRole('region', { name: 'البيانات' })).toContainText(MASKED);
  await expect(page.getByRole('list', { name: 'سجل التعامل' })).toContainText('فُتح طلب دعم: علاج عاجل');
});

test('the most urgent case stands on top, and others are one key away', async ({ page }) => {
  const on = await openFile(page);
  const current = page.getByRole('region', { name: 'المعاملة الحالية' });
  await expect(current).toContainText('علاج عاجل');
  await expect(current).toContainText('ينقصها: ');
  await on.button('1 من 2، المعاملة التالية').waitFor();
  await page.keyboard.press('F3');
  await expect(current).toContainText('سلة غذائية');
  await page.keyboard.press('F3');
  await expect(current).toContainText('علاج عاجل');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('main')).toContainText('علاج عاجل');
  expect(new URL(page.url()).hash).toBe('#/requests/1');
});

test('every part of a file is reached by the keyboard alone', async ({ page }) => {
  const on = await openFile(page);
  const watch = await watchForPointers(page);
  const bar = page.getByRole('navigation', { name: 'أجزاء الملف' });
  const parts = ['نظرة عامة', 'الأسرة', 'الأحوال', 'المستندات', 'الاتفاقيات', 'سجل البيانات'];
  await expect(bar.getByRole('link')).toHaveText(parts);
  await on.button('متابعة المعاملة').waitFor();
  for (const [index, part] of parts.entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    await expect(bar.locator('[aria-current="page"]')).toHaveText(part);
    await on.heading(PEOPLE.noura.name).waitFor();
  }
  // One stop of the Tab key; arrows move in it, as reading goes.
  await tabTo(page, bar.getByRole('link', { name: 'سجل البيانات' }));
  await page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('link', { name: 'الاتفاقيات' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(bar.getByRole('link', { name: 'نظرة عامة' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(bar.locator('[aria-current="page"]')).toHaveText('الأسرة');
  expect(await watch.acts()).toEqual([]);
});

test('the identity is whole only while it is compared with the card', async ({ page }) => {
  const on = await openFile(page);
  const dialog = page.getByRole('dialog', { name: 'مقابلة الهوية بالبطاقة' });
  await on.button('مقابلة بالبطاقة').waitFor();
  await page.keyboard.press('Control+I');
  await expect(dialog).toContainText(WHOLE);
  await expect(dialog).toContainText(PEOPLE.noura.name);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText(WHOLE);

  // The lock takes it away for good: whoever unlocks asks, and is logged, anew.
  await page.keyboard.press('Control+I');
  await expect(dialog).toContainText(WHOLE);
  await page.keyboard.press('Control+L');
  await on.heading('الشاشة مقفلة').waitFor();
  await expect(page.locator('body')).not.toContainText(WHOLE);
});

test('the link of a merged file leads to the one that was kept, and says so', async ({ page }) => {
  await openFile(page, '#/beneficiaries/2');
  await expect(page.getByRole('main')).toContainText(`كان الملف المطلوب لـ«${OLD_FILE}»، ودُمج في هذا الملف.`);
});

test('F9 shows the summary of the file before it is printed', async ({ page }) => {
  const on = await openFile(page);
  await on.button('متابعة المعاملة').waitFor();
  await page.keyboard.press('F9');
  await on.heading('ملخص الملف').waitFor();
  await expect(page.getByRole('main')).toContainText('والهوية فيها محجوبة');
  await on.button('طباعة').waitFor();
});
