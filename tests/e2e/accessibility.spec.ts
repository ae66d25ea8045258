import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { FirstRunPage, readOffSheet } from './pages/first-run-page.ts';
import { faultsOf } from './support/axe.ts';
import { DEMO_CHAIR, expect, inDemo, test } from './support/demo-office.ts';
import { printJobs } from './support/desktop.ts';

const SCHEMES = ['light', 'dark'] as const;

/** Every main screen of an office with three years behind it: its address, and what stands there once it is drawn. */
const SCREENS = [
  ['/desk', 'أعمال اليوم'],
  ['/visits/new', 'تسجيل زيارة'],
  ['/visits', 'المراجعون'],
  ['/beneficiaries', 'المستفيدون'],
  ['/requests', 'طلبات الدعم'],
  ['/requests/new', 'طلب دعم جديد'],
  ['/contacts', 'سجل التواصل'],
  ['/contacts/new', 'تسجيل تواصل'],
  ['/letters', 'الخطابات'],
  ['/letters/templates', 'الخطابات'],
  ['/letters/templates/refusal', 'رفض طلب دعم مع السبب والبند'],
  ['/letters/verify', 'الخطابات'],
  ['/guides', 'اللوائح والأدلة'],
  ['/audit', 'سجل العمليات'],
  ['/settings/profile', 'الإعدادات'],
  ['/settings/numbering', 'الإعدادات'],
  ['/settings/printing', 'الإعدادات'],
  ['/settings/staff', 'الإعدادات'],
  ['/settings/backup', 'الإعدادات'],
  ['/settings/appearance', 'الإعدادات'],
  ['/settings/password', 'الإعدادات'],
] as const;

async function look(page: Page, scheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1366, height: 690 });
}

test('the watch sees a fault where there is one', async ({ page }) => {
  await new FirstRunPage(page).step('أهلًا بكم في وسام').waitFor();
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const pale = Object.assign(document.createElement('p'), { textContent: 'نص باهت لا يُقرأ' });
    pale.style.color = '#ccc';
    pale.style.background = '#fff';
    const nameless = document.createElement('button');
    main?.append(pale, nameless);
  });
  const faults = await faultsOf(page);
  expect(faults).toContainEqual(expect.stringMatching(/^color-contrast \(serious\)/));
  expect(faults).toContainEqual(expect.stringMatching(/^button-name \(critical\)/));
});

/** Until nothing on the page waits for an answer. */
const settled = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'يُحضَر' })).toHaveCount(0);

for (const scheme of SCHEMES) {
  inDemo(`every main screen is sound for assistive technology, ${scheme}`, async ({ page }) => {
    inDemo.slow();
    await look(page, scheme);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await page.getByRole('option', { name: DEMO_CHAIR }).click();
    expect.soft(await faultsOf(page), 'the sign-in').toEqual([]);
    await page.getByLabel(`كلمة مرور ${DEMO_CHAIR}`).fill('wisam-demo');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
    for (const [path, title] of SCREENS) {
      await page.evaluate((to) => {
        location.hash = to;
      }, path);
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      await settled(page);
      expect.soft(await faultsOf(page), path).toEqual([]);
    }

    // What opens from a list: the first person, the first request, the first letter.
    for (const [list, grid] of [
      ['/beneficiaries', 'المستفيدون والأطراف'],
      ['/requests', 'طلبات الدعم'],
      ['/letters', 'سجل الصادر'],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to;
      }, list);
      await page.getByRole('grid', { name: grid }).getByRole('row').nth(1).click();
      await expect.poll(() => new URL(page.url()).hash).toMatch(/\/\d+$/);
      await settled(page);
      expect.soft(await faultsOf(page), `one of ${list}`).toEqual([]);
    }

    // What stands over a screen: the palette, the keys, the lock.
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill('ع');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    expect.soft(await faultsOf(page), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    expect.soft(await faultsOf(page), 'the keys').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+L');
    await page.getByRole('heading', { level: 1, name: 'الشاشة مقفلة' }).waitFor();
    expect.soft(await faultsOf(page), 'the lock').toEqual([]);
  });

  test(`the first run and the visit are sound for assistive technology, ${scheme}`, async ({
    page,
    printFolder,
    dataFolder,
  }) => {
    await look(page, scheme);
    const first = new FirstRunPage(page);
    const next = (): Promise<void> => page.keyboard.press('Control+Enter');
    await first.step('أهلًا بكم في وسام').waitFor();
    expect.soft(await faultsOf(page), 'the beginning').toEqual([]);
    await page.getByRole('button', { name: 'استعادة من نسخة احتياطية' }).click();
    await next();
    expect.soft(await faultsOf(page), 'the restore').toEqual([]);
    await page.keyboard.press('Escape');
    await next();
    await expect(first.preview).toBeVisible();
    expect.soft(await faultsOf(page), 'the letterhead').toEqual([]);
    await next();
    await first.step('المدير الأول').waitFor();
    await next();
    await expect(first.errors.first()).toBeVisible();
    expect.soft(await faultsOf(page), 'the person, with what is missing').toEqual([]);
    await page.getByRole('textbox', { name: 'الاسم', exact: true }).fill('سارة محمد المطيري');
    await page.getByLabel(/^كلمة المرور \*$/).fill('جملة طويلة تحفظ');
    await page.getByLabel('كلمة المرور مرة أخرى').fill('جملة طويلة تحفظ');
    await next();
    await first.step('أرقام السجلات').waitFor();
    expect.soft(await faultsOf(page), 'the registers').toEqual([]);
    await next();
    await first.proof.waitFor();
    await page.keyboard.press('F9');
    await expect(page.getByText('أُرسلت الورقة إلى الطابعة')).toBeVisible();
    expect.soft(await faultsOf(page), 'the recovery sheet').toEqual([]);
    const [sheet] = printJobs(printFolder);
    await first.proof.fill(await readOffSheet(new Uint8Array(sheet ?? []), await first.askedPlaces()));
    await next();
    await page.getByRole('heading', { level: 1, name: 'أعمال اليوم' }).waitFor();
    expect(existsSync(join(dataFolder, 'app.db'))).toBe(true);
    expect.soft(await faultsOf(page), 'an empty desk').toEqual([]);

    const day = new DeskPage(page);
    await page.keyboard.press('F2');
    await day.search.fill('0508072');
    await page.keyboard.press('Enter');
    await expect(day.field('الجوال')).toHaveValue('0508072');
    await next();
    await expect(day.errors.getByRole('link').first()).toBeVisible();
    expect.soft(await faultsOf(page), 'a new visitor, with what is wrong').toEqual([]);
    await day.field('الاسم الكامل').fill(PEOPLE.noura.name);
    await day.field('الجوال').fill(PEOPLE.noura.mobile);
    await day.field('رقم الهوية أو الإقامة').fill(PEOPLE.noura.id);
    await next();
    await expect(day.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();
    await page.keyboard.press('Control+I');
    await expect(day.field('السؤال')).toBeFocused();
    expect.soft(await faultsOf(page), 'the interview').toEqual([]);
  });
}
