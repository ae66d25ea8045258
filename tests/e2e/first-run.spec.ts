import { FirstRunPage, readOffSheet } from './pages/first-run-page.ts';
import { expect, printJobs, test } from './support/desktop.ts';

const MANAGER = 'سارة محمد المطيري';
const PASSWORD = 'جملة طويلة تحفظ';

test('an office is set up without a mouse, and the next start asks for a password', async ({
  page,
  printFolder,
}) => {
  const desk = new FirstRunPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);

  await desk.step('أهلًا بكم في وسام').waitFor();
  await press('Control+Enter');

  // The letterhead of the policy stands there already, and the page beside it follows what is typed.
  await expect(desk.field('اسم الجمعية')).toBeFocused();
  await expect(desk.field('اسم الجمعية')).toHaveValue('جمعية التنمية الأهلية بالحميمة');
  await expect(desk.preview).toBeVisible();
  await press('Control+Enter');

  // Wrong input: told at the field, what was typed stays.
  await expect(desk.field('الاسم')).toBeFocused();
  await type(MANAGER);
  await press('Tab');
  await type('مديرة الجمعية');
  await press('Tab');
  await type('قصيرة');
  await press('Control+Enter');
  await expect(desk.errors).toContainText('كلمة المرور 8 أحرف أو أكثر');
  await expect(desk.field('كلمة المرور').first()).toBeFocused();
  await expect(desk.field('الاسم')).toHaveValue(MANAGER);
  await press('Control+A');
  await type(PASSWORD);
  await press('Tab');
  await press('Tab');
  await type(PASSWORD);
  await press('Control+Enter');

  // Either digit system; the next numbers are shown as they will be printed.
  await expect(desk.field('آخر رقم صادر')).toBeFocused();
  await press('Control+A');
  await type('١٢٦');
  await expect(desk.field('آخر رقم صادر')).toHaveValue('126');
  await expect(page.getByText('أول خطاب صادر من وسام يحمل الرقم')).toContainText('127');
  await press('Tab');
  await press('Control+A');
  await type('33');

  // Back and forth loses nothing.
  await press('Escape');
  await expect(desk.field('الاسم')).toHaveValue(MANAGER);
  await press('Control+Enter');
  await expect(desk.field('آخر رقم وارد')).toHaveValue('33');
  await press('Control+Enter');

  // The sheet is printed and read: six wrong characters open nothing, the right ones do.
  await desk.proof.waitFor();
  await press('F9');
  await expect(page.getByText('أُرسلت الورقة إلى الطابعة')).toBeVisible();
  await expect(desk.proof).toBeFocused();
  await type('222222');
  await press('Control+Enter');
  await expect(desk.errors).toContainText('الأحرف الستة لا تطابق ورقة الاسترداد');
  const [sheet] = printJobs(printFolder);
  const proof = await readOffSheet(new Uint8Array(sheet ?? []), await desk.askedPlaces());
  await desk.proof.focus();
  await press('Control+A');
  await type(proof.toLowerCase());
  await press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'أعمال اليوم' }).waitFor();

  // Locked by a key; the only person there is asked for the password at once.
  await press('Control+L');
  await expect(page.getByRole('heading', { level: 1, name: 'الشاشة مقفلة' })).toBeVisible();
  await expect(page.getByLabel(`كلمة مرور ${MANAGER}`)).toBeFocused();
  await type('غير صحيحة');
  await press('Enter');
  await expect(page.getByText('كلمة المرور غير صحيحة')).toBeVisible();
  await type(PASSWORD);
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'أعمال اليوم' })).toBeVisible();
});
