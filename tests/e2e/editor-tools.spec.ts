import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';
import { LettersPage } from './pages/letters-page.ts';

test('every tool of the text works by keyboard, right to left', async ({ page }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const { body, tools } = letters;
  /** To a tool by the toolbar's own path: Alt+F10, then the arrow of the reading direction. */
  const reach = async (name: string | RegExp): Promise<void> => {
    await press('Alt+F10');
    await press('Home');
    const wanted = tools.getByRole('button', { name });
    for (let steps = 0; steps < 12; steps += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await press('ArrowLeft');
    }
    await expect(wanted).toBeFocused();
    await press('Enter');
  };
  const choose = async (name: string): Promise<void> => {
    const item = page.getByRole('menuitem', { name, exact: true });
    await item.waitFor();
    // The menu takes the focus a moment after it is seen: an arrow before that goes to the letter.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null))
      .toBe(true);
    for (let steps = 0; steps < 12; steps += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await press('ArrowDown');
    }
    await press('Enter');
    await expect(body).toBeFocused();
  };

  await body.click();
  expect(await body.evaluate((element) => getComputedStyle(element.firstElementChild!).direction)).toBe(
    'rtl',
  );

  // The first save gives the letter its address and its title while the menu is open: the focus stays in the menu.
  await page.keyboard.type('بيانات ');
  await reach(/^نمط الفقرة/);
  await page.waitForURL(/letters\/1$/);
  await choose('عنوان');
  await page.keyboard.type('الأسر');
  await expect(body.locator('h2')).toHaveText('بيانات الأسر');
  await press('Enter');

  // A style by its keys, on and off.
  await press('Control+KeyB');
  await page.keyboard.type('مهم');
  await press('Control+KeyB');
  await press('Control+KeyU');
  await page.keyboard.type(' عاجل');
  await press('Control+KeyU');
  await expect(body.locator('strong')).toHaveText('مهم');
  await expect(body.locator('u')).toHaveText(' عاجل');
  await press('Control+KeyE');
  await expect(body.locator('.letter-align-center')).toHaveText('مهم عاجل');
  await press('Enter');
  await press('Control+KeyJ');

  await reach('قائمة مرقمة');
  await page.keyboard.type('أول');
  await press('Enter');
  await page.keyboard.type('ثان');
  await expect(body.locator('ol > li')).toHaveText(['أول', 'ثان']);
  await press('Enter');
  await press('Enter');
  await reach('قائمة نقطية');
  await page.keyboard.type('نقطة');
  await expect(body.locator('ul > li')).toHaveText('نقطة');
  await press('Enter');
  await press('Enter');

  await reach(/^محاذاة/);
  await choose('إلى اليسار');
  await page.keyboard.type('يسار');
  await expect(body.locator('.letter-align-left')).toHaveText('يسار');
  await press('Enter');
  await reach(/^محاذاة/);
  await choose('كما في القالب');

  await reach('جدول');
  await choose('إدراج جدول');
  await page.keyboard.type('الاسم');
  await press('Tab');
  await page.keyboard.type('العدد');
  const cells = body.locator('th');
  await expect(cells.nth(1)).toHaveText('العدد');
  // The first column is the rightmost.
  const [first, second] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
  expect(first?.x ?? 0).toBeGreaterThan(second?.x ?? Infinity);
  await reach('جدول');
  await choose('صف بعده');
  await expect(body.locator('tr')).toHaveCount(4);
  await reach('جدول');
  await choose('حذف العمود');
  await expect(body.locator('tr').first().locator('th')).toHaveCount(2);

  await press('Control+KeyZ');
  await expect(body.locator('tr').first().locator('th')).toHaveCount(3);
  await expect(letters.saved).toBeVisible();
  await expect(letters.paper).toHaveCount(1);
});
