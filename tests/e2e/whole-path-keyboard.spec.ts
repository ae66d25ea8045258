import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wholeText } from '../support/pdf-reading.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { FirstRunPage, readOffSheet } from './pages/first-run-page.ts';
import { LettersPage } from './pages/letters-page.ts';
import { answerDialogs, expect, printJobs, test } from './support/desktop.ts';
import { headOfToday, referenceOfToday } from './support/letter-on-paper.ts';
import { sealedLetter } from './support/sealed-letter.ts';
import { pickItem, tabTo, watchForPointers } from './support/without-mouse.ts';

const MANAGER = 'سارة محمد المطيري';
const PASSWORD = 'جملة طويلة تحفظ';
const SUBJECT = 'المساهمة في السلال الغذائية';

test('from an empty folder to a printed letter and a backup, without a mouse', async ({
  desktop,
  page,
  scratch,
  printFolder,
}) => {
  test.slow();
  const watched = await watchForPointers(page);
  const desk = new DeskPage(page);
  const letters = new LettersPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const stick = join(scratch, 'stick');
  mkdirSync(stick);
  await answerDialogs(desktop, stick);

  // First run.
  const first = new FirstRunPage(page);
  await first.step('أهلًا بكم في وسام').waitFor();
  await press('Control+Enter');
  await expect(desk.field('اسم الجمعية')).toBeFocused();
  await press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'الاسم', exact: true })).toBeFocused();
  await type(MANAGER);
  await press('Tab');
  await type('رئيسة مجلس الإدارة');
  await tabTo(page, page.getByLabel(/^كلمة المرور \*$/), 1);
  await type(PASSWORD);
  await tabTo(page, page.getByLabel('كلمة المرور مرة أخرى'), 2);
  await type(PASSWORD);
  await press('Control+Enter');
  await expect(desk.field('آخر رقم صادر')).toBeFocused();
  await press('Control+A');
  await type('١٢٦');
  await press('Tab');
  await press('Control+A');
  await type('٣٣');
  await press('Control+Enter');
  await first.proof.waitFor();
  await press('F9');
  await expect(page.getByText('أُرسلت الورقة إلى الطابعة')).toBeVisible();
  await expect(first.proof).toBeFocused();
  await type(await readOffSheet(new Uint8Array(printJobs(printFolder)[0] ?? []), await first.askedPlaces()));
  await press('Control+Enter');
  await desk.heading('أعمال اليوم').waitFor();

  // A visit of somebody new.
  await press('F2');
  await expect(desk.search).toBeFocused();
  await type('١٠٥٨٥٢٩٩٤٠');
  await press('Enter');
  await expect(desk.field('الاسم الكامل')).toBeFocused();
  await type(PEOPLE.noura.name);
  await tabTo(page, desk.field('الجوال'), 4);
  await type(PEOPLE.noura.mobile);
  await press('Control+Enter');
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();

  // The interview.
  await press('Control+I');
  await expect(desk.field('السؤال')).toBeFocused();
  await type('متى تُصرف السلة؟');
  await tabTo(page, desk.field('الجواب'), 1);
  await type('بعد قرار اللجنة');
  await press('Control+Enter');
  await expect(desk.visit.getByRole('list', { name: 'استفسارات الزيارة' })).toContainText('أُجيب');
  await expect(desk.visit.getByRole('button', { name: 'استفسار', exact: true })).toBeFocused();
  await tabTo(page, desk.note, 4);
  await type('أرملة ولها ثلاثة أبناء');
  await expect(desk.visit.getByText(/^حُفظت المسودة \d\d:\d\d$/)).toBeVisible();

  // The request, and a letter about it.
  await press('Control+Enter');
  await expect(desk.field('الخدمة المطلوبة')).toBeFocused();
  await type('سلة غذائية');
  await press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();
  await expect(desk.heading(PEOPLE.noura.name)).toBeFocused();
  await tabTo(page, desk.button('المزيد'), 4);
  await press('Enter');
  await pickItem(page, 'خطاب عن الطلب');
  await expect(letters.recipient).toBeFocused();
  await press('Control+A');
  await type('مدير مركز التنمية الاجتماعية بالجموم');
  await tabTo(page, letters.subject, 5);
  await type(SUBJECT);
  await tabTo(page, letters.body, 5);
  await type('نفيد سعادتكم بأن الجمعية أتمّت بحث حالة الأسرة، وعدد أفرادها ٤.');
  await tabTo(page, letters.attachments, 2);
  await type('مرفقان');
  await expect(letters.saved).toBeVisible();

  // Issue: the same key twice does nothing, and Enter stands on the way back.
  await press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' });
  await expect(dialog.getByRole('button', { name: 'رجوع' })).toBeFocused();
  await press('Control+Enter');
  await expect(dialog).toBeVisible();
  expect(printJobs(printFolder)).toHaveLength(1);
  await press('F8');
  await expect(desk.toast).toContainText(`صدر الخطاب برقم ${referenceOfToday(127)}`);
  const sealed = await sealedLetter(page, 1);
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect(printJobs(printFolder)[1]?.equals(sealed)).toBe(true);
  const text = await wholeText(new Uint8Array(sealed));
  for (const line of [...headOfToday(127), 'مرفقان', SUBJECT]) expect(text).toContain(line);
  await expect(desk.heading(SUBJECT)).toBeFocused();
  await press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(3);
  expect(printJobs(printFolder)[2]?.equals(sealed)).toBe(true);

  // The backup: the section by its name in the palette (nine have a key of their own), its part by Tab.
  await press('Control+K');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await expect(palette).toBeFocused();
  await type('الإعدادات');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('الإعدادات');
  await press('Enter');
  await desk.heading('الإعدادات').waitFor();
  await expect(desk.heading('الإعدادات')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'النسخ الاحتياطي' }), 14);
  await press('Enter');
  await page.getByRole('region', { name: 'النسخ الاحتياطي' }).waitFor();
  await press('Control+Enter');
  await expect(page.getByText('تمت النسخة وفُحصت')).toBeVisible();
  expect(readdirSync(stick).filter((name) => name.endsWith('.tar.zst.age'))).toHaveLength(1);

  expect(await watched.acts(), 'what a mouse did').toEqual([]);
  // The watch would have seen one: here it is.
  await desk.heading('الإعدادات').click();
  expect(await watched.acts()).toEqual(['pointerdown', 'mousedown', 'click']);
});
