import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wholeText } from '../support/pdf-reading.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { FirstRunPage, readOffSheet } from './pages/first-run-page.ts';
import { LettersPage } from './pages/letters-page.ts';
import { RequestPage } from './pages/request-page.ts';
import {
  answerDialogs,
  expect,
  openDesk,
  printJobs,
  test,
  waitForDesk,
  watchForFaults,
} from './support/desktop.ts';
import { headOfToday, referenceOfToday } from './support/letter-on-paper.ts';
import { sealedLetter } from './support/sealed-letter.ts';

const MANAGER = 'سارة محمد المطيري';
const PASSWORD = 'جملة طويلة تحفظ';
const SUBJECT = 'المساهمة في السلال الغذائية';
const KEY_LENGTH = 74;

test('from an empty folder to a printed letter, and on to another computer with the stick and the sheet', async ({
  desktop,
  page,
  scratch,
  printFolder,
}) => {
  test.slow();
  const desk = new DeskPage(page);
  const letters = new LettersPage(page);

  // First run: the letterhead stands there, a person, the last numbers on paper, the sheet printed and proved.
  const first = new FirstRunPage(page);
  await desk.button('بدء التجهيز').click();
  await expect(desk.field('اسم الجمعية')).toHaveValue('جمعية التنمية الأهلية بالحميمة');
  await desk.button('التالي').click();
  await first.step('المدير الأول').waitFor();
  await page.getByRole('textbox', { name: 'الاسم', exact: true }).fill(MANAGER);
  await desk.field('المسمى الوظيفي').fill('رئيسة مجلس الإدارة');
  await page.getByLabel(/^كلمة المرور \*$/).fill(PASSWORD);
  await page.getByLabel('كلمة المرور مرة أخرى').fill(PASSWORD);
  await desk.button('التالي').click();
  await desk.field('آخر رقم صادر').fill('126');
  await desk.field('آخر رقم وارد').fill('33');
  await desk.button('التالي').click();
  await desk.button('طباعة الورقة').click();
  await expect(page.getByText('أُرسلت الورقة إلى الطابعة')).toBeVisible();
  const sheet = new Uint8Array(printJobs(printFolder)[0] ?? []);
  await first.proof.fill(await readOffSheet(sheet, await first.askedPlaces()));
  await desk.button('إتمام التجهيز').click();
  await desk.heading('أعمال اليوم').waitFor();

  // Somebody comes in for the first time.
  await desk.button('بدء المقابلة').click();
  await desk.search.fill(PEOPLE.noura.id);
  await desk.hits.first().click();
  await desk.field('الاسم الكامل').fill(PEOPLE.noura.name);
  await desk.field('الجوال').fill(PEOPLE.noura.mobile);
  await page.getByRole('radio', { name: 'طلب دعم' }).check();
  await desk.button('حفظ وبدء المقابلة').click();
  await expect(desk.visit.getByRole('heading', { name: PEOPLE.noura.name })).toBeVisible();

  // The interview: a question, its answer, a note that saves itself.
  await desk.visit.getByRole('button', { name: 'استفسار', exact: true }).click();
  await desk.field('السؤال').fill('متى تُصرف السلة؟');
  await desk.field('الجواب').fill('بعد قرار اللجنة');
  await desk.button('حفظ الاستفسار').click();
  await expect(desk.visit.getByRole('list', { name: 'استفسارات الزيارة' })).toContainText('بعد قرار اللجنة');
  await desk.note.fill('أرملة ولها ثلاثة أبناء');
  await expect(desk.visit.getByText(/^حُفظت المسودة \d\d:\d\d$/)).toBeVisible();

  // The request, opened from the visit, and a letter about it.
  await desk.button('فتح طلب دعم').click();
  await desk.field('الخدمة المطلوبة').fill('سلة غذائية');
  await desk.button('فتح الطلب').click();
  await desk.heading(PEOPLE.noura.name).waitFor();
  await new RequestPage(page).chooseMore('خطاب عن الطلب');
  await letters.body.waitFor();
  await expect(letters.recipient).toHaveValue(PEOPLE.noura.name);
  await expect(letters.signatory).toHaveValue('رئيسة مجلس الإدارة');
  await letters.recipient.fill('مدير مركز التنمية الاجتماعية بالجموم');
  await letters.subject.fill(SUBJECT);
  await letters.body.click();
  await page.keyboard.type('نفيد سعادتكم بأن الجمعية أتمّت بحث حالة الأسرة، وعدد أفرادها ٤.');
  await desk.button('بالعدد والنوع').click();
  const attached = page.getByRole('dialog', { name: 'المرفقات' });
  await attached.getByRole('textbox', { name: 'العدد' }).fill('3');
  await expect(attached.getByText(/^على الورق/)).toHaveText(/٣ مرفقات$/);
  await page.keyboard.press('Escape');
  await expect(letters.saved).toBeVisible();

  // Issued with the number after the last one on paper, and printed: the job's bytes are the sealed letter.
  await desk.button('إصدار وطباعة').click();
  await page.getByRole('dialog').getByRole('button', { name: 'إصدار وطباعة' }).click();
  await expect(desk.toast).toContainText(`صدر الخطاب برقم ${referenceOfToday(127)}`);
  const sealed = await sealedLetter(page, 1);
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect(printJobs(printFolder)[1]?.equals(sealed)).toBe(true);
  const text = await wholeText(new Uint8Array(sealed));
  for (const line of [...headOfToday(127), '٣ مرفقات', SUBJECT, 'مدير مركز التنمية الاجتماعية بالجموم'])
    expect(text).toContain(line);
  expect(text).not.toMatch(/مسودة|للعرض/);

  // A verified backup on a stick.
  const stick = join(scratch, 'stick');
  mkdirSync(stick);
  await answerDialogs(desktop, stick);
  await desk.openSection('الإعدادات');
  await page.getByRole('link', { name: 'النسخ الاحتياطي' }).click();
  await desk.button('أخذ نسخة احتياطية').click();
  await expect(page.getByText('تمت النسخة وفُحصت')).toBeVisible();
  await expect(page.getByText('فُحصت واستُعيدت تجريبيًا')).toBeVisible();
  const archives = readdirSync(stick).filter((name) => name.endsWith('.tar.zst.age'));
  expect(archives).toHaveLength(1);
  await desktop.close();

  // Another computer: nothing but the stick and the sheet.
  const elsewhere = join(scratch, 'another computer');
  const printed = join(elsewhere, 'printed');
  mkdirSync(printed, { recursive: true });
  const other = await openDesk({
    scratch: elsewhere,
    dataFolder: join(elsewhere, 'office'),
    printFolder: printed,
  });
  const faults = watchForFaults(other.page);
  await waitForDesk(other.page);
  const there = new DeskPage(other.page);
  await answerDialogs(other, join(stick, archives[0] ?? ''));
  await there.button('استعادة من نسخة احتياطية').click();
  await there.button('اختيار الملف').click();
  await expect(other.page.getByText(archives[0] ?? '')).toBeVisible();
  const key = await readOffSheet(
    sheet,
    Array.from({ length: KEY_LENGTH }, (_, index) => index + 1),
  );
  expect(key).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  const keyField = there.field('مفتاح الاسترداد من الورقة المطبوعة');

  // One character misread: refused, nothing made, what was typed stays.
  const misread = key.slice(0, -1) + (key.endsWith('Q') ? 'P' : 'Q');
  await keyField.fill(misread);
  await there.button('استعادة البيانات').click();
  await expect(there.errors).toContainText('مفتاح الاسترداد لا يفتح هذه النسخة');
  await expect(keyField).toHaveValue(misread);
  await keyField.fill(key);
  await there.button('استعادة البيانات').click();
  await other.page.getByRole('option', { name: MANAGER }).click();
  await other.page.getByLabel(`كلمة مرور ${MANAGER}`).fill(PASSWORD);
  await there.button('دخول').click();

  // All of it is there; the letter to the byte, in the database and on paper.
  await there.heading('أعمال اليوم').waitFor();
  await expect(there.note).toHaveValue('أرملة ولها ثلاثة أبناء');
  await expect(there.visit.getByRole('list', { name: 'استفسارات الزيارة' })).toContainText('بعد قرار اللجنة');
  const register = new LettersPage(other.page);
  await register.open();
  await register.row(SUBJECT).click();
  await expect(there.heading(SUBJECT)).toBeVisible();
  expect((await sealedLetter(other.page, 1)).equals(sealed)).toBe(true);
  await there.button('طباعة').click();
  await expect.poll(() => printJobs(printed)).toHaveLength(1);
  expect(printJobs(printed)[0]?.equals(sealed)).toBe(true);
  expect(faults).toEqual([]);
  await other.close();
});
