import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { OFFICER, PASSWORD, expect, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const NAME = 'نورة بنت سليمان عوض اللحياني';

/** Opens the whole form from the palette, as somebody does who knows its name. */
async function openNewFile(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('ملف جديد');
  // First or second, as the answers come in: the arrows go to it, as a person's would.
  const command = page.getByRole('option', { name: 'ملف جديد', exact: true });
  await command.waitFor();
  let arrow = 'ArrowDown';
  await expect(async () => {
    if ((await command.getAttribute('aria-selected')) === 'true') return;
    await page.keyboard.press(arrow);
    arrow = arrow === 'ArrowDown' ? 'ArrowUp' : 'ArrowDown';
    await expect(command).toHaveAttribute('aria-selected', 'true', { timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'ملف جديد', level: 1 }).waitFor();
}

test.beforeEach(async ({ page }) => {
  await page.getByRole('option', { name: OFFICER }).waitFor();
  await page.keyboard.press('Digit2');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'أعمال اليوم' }).waitFor();
});

test('a whole record without a mouse: wrong calendar mended by its key, a discreet telephone, found by the paper number', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  const pointers = await watchForPointers(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  await openNewFile(page);

  // Refused with a summary and the fault at its field, nothing lost.
  await expect(desk.field('الاسم كما في الهوية')).toBeFocused();
  await type('نورة');
  await press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('اكتب الاسم واسم العائلة على الأقل');
  await expect(desk.field('الاسم كما في الهوية')).toBeFocused();
  await press('Control+A');
  await type(NAME);
  await tabTo(page, desk.field('رقم الهوية أو الإقامة'));
  await type('١٠٥٨٥٢٩٩٤٠');
  await expect(page.getByRole('combobox', { name: 'الجنسية' }).or(desk.field('الجنسية')).first()).toHaveValue(
    'السعودية',
  );

  // 1990 said to be Hijri: told at the field, and one key takes the right calendar.
  const birth = desk.field('تاريخ الميلاد');
  const [hijri, gregorian] = ['هجري', 'ميلادي'].map((name) => page.getByRole('radio', { name, exact: true }));
  await tabTo(page, birth);
  await type('1/7/1990');
  await press('Tab');
  await expect(gregorian!).toBeFocused();
  await press('ArrowRight');
  await expect(hijri!).toBeChecked();
  await expect(page.getByText('السنة 1990 ميلادية لا هجرية')).toBeVisible();
  await page.getByRole('button', { name: 'اختيار الميلادي' }).waitFor();
  await press('F7');
  await expect(gregorian!).toBeChecked();
  await expect(page.getByText('الأحد، يوافق 9 ذو الحجة 1410 هـ')).toBeVisible();
  await tabTo(page, desk.field('الكنية أو الشهرة'));
  await type('أم خالد');

  // Two ways to reach her; the second is her daughter's, and the association is not mentioned there.
  await tabTo(page, desk.field('الرقم أو العنوان'));
  await type('0508072675');
  await press('Alt+A');
  const second = page.getByRole('group', { name: 'وسيلة التواصل 2' });
  await expect(second.getByRole('textbox', { name: 'الرقم أو العنوان' })).toBeFocused();
  await type('٠٥٥١٢٣٤٥٦٧');
  await tabTo(page, second.getByRole('button', { name: 'تفاصيل التواصل الآمن' }));
  await press('Enter');
  await tabTo(page, second.getByRole('checkbox', { name: 'لا تُذكر الجمعية' }));
  await press('Space');
  await tabTo(page, second.getByRole('textbox', { name: 'هاتف مَن؟' }));
  await type('ابنتها هند');
  await tabTo(page, desk.field('رقم الملف الورقي'));
  await type('٧٧١ / ب');
  await press('Control+Enter');
  await desk.heading(NAME).waitFor();
  const identity = page.getByRole('region', { name: 'البيانات' });
  await expect(identity).toContainText('055 123 4567');
  await expect(identity).toContainText('لا تُذكر الجمعية');
  await expect(identity).toContainText('هاتف ابنتها هند');
  await expect(identity).toContainText('أم خالد');

  // Found by the number of the paper file, in other digits and written together.
  await press('Control+K');
  await type('771ب');
  await page.getByRole('option', { name: NAME }).waitFor();
  await press('Enter');
  await desk.heading(NAME).waitFor();
  expect(await pointers.acts()).toEqual([]);
});

test('a record is changed and changed back, gets a role and loses it, and an id that is taken leads to its file', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await openNewFile(page);
  await page.keyboard.type(NAME);
  await desk.field('رقم الهوية أو الإقامة').fill('1058529940');
  await desk.field('الرقم أو العنوان').fill('0508072675');
  await page.keyboard.press('Control+Enter');
  await desk.heading(NAME).waitFor();
  const identity = page.getByRole('region', { name: 'البيانات' });
  await desk.button('تعديل البيانات').click();
  await page.getByRole('button', { name: 'حفظ التعديل' }).waitFor();

  // The order by key: what is added second is tried first.
  await page.keyboard.press('Alt+A');
  await page.keyboard.type('0551234567');
  await page.keyboard.press('Alt+ArrowUp');
  const values = page.getByRole('textbox', { name: 'الرقم أو العنوان' });
  await expect(values.first()).toHaveValue('0551234567');
  await expect(values.first()).toBeFocused();
  await desk.field('القرية أو المدينة').fill('حدا');
  await page.keyboard.press('Control+Enter');
  await desk.heading(NAME).waitFor();
  await expect(identity).toContainText('حدا');
  await page.keyboard.press('Control+Z');
  await expect(identity).not.toContainText('حدا');
  await expect(identity).not.toContainText('055 123 4567');

  // A role by itself, in the same record, and back by one key.
  await page.getByRole('button', { name: 'الصفات' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'إضافة: داعم' }).click();
  await expect(identity).toContainText('داعم');
  await page.keyboard.press('Control+Z');
  await expect(identity).not.toContainText('داعم');

  // The same id again: refused, with the way to the file that bears it.
  await openNewFile(page);
  await page.keyboard.type('سعد محمد علي القرشي');
  await desk.field('رقم الهوية أو الإقامة').fill('1058529940');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText(`رقم الهوية هذا مسجَّل باسم ${NAME}`);
  await page.keyboard.press('Enter');
  await desk.heading(NAME).waitFor();
});

test('«المزيد» at the door loses nothing, and leads back to the visit', async ({ page }) => {
  const desk = new DeskPage(page);
  await page.keyboard.press('F2');
  await expect(desk.search).toBeFocused();
  await page.keyboard.type('1058529940');
  await page.keyboard.press('Enter');
  await expect(desk.field('الاسم الكامل')).toBeFocused();
  await page.keyboard.type(NAME);
  await desk.field('الجوال').fill('0508072675');
  await desk.field('القرية أو الحي').fill('الصمد');
  await page.getByRole('button', { name: 'المزيد من البيانات' }).waitFor();
  await page.keyboard.press('Alt+M');
  await page.getByRole('heading', { name: 'ملف جديد', level: 1 }).waitFor();
  await expect(desk.field('الاسم كما في الهوية')).toHaveValue(NAME);
  await expect(desk.field('رقم الهوية أو الإقامة')).toHaveValue('1058529940');
  await expect(desk.field('الرقم أو العنوان')).toHaveValue('0508072675');
  await expect(desk.field('القرية أو المدينة')).toHaveValue('الصمد');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'تسجيل زيارة', level: 1 }).waitFor();
  await expect(page.getByRole('main')).toContainText(NAME);
  await page.getByRole('button', { name: 'حفظ وبدء المقابلة' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.heading('أعمال اليوم').waitFor();
  await expect(desk.visit.getByRole('heading', { name: NAME })).toBeVisible();
});
