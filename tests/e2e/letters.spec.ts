import { CHAIR, expect, OFFICER, signIn, SIGNATORY, test } from './support/prepared-office.ts';
import { answerDialogs, printJobs } from './support/desktop.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LettersPage } from './pages/letters-page.ts';

const SUBJECT = 'المساهمة في السلال الغذائية';
const TEXT = 'نفيد سعادتكم بأن الجمعية أتمّت بحث حالات الأسر المستفيدة.';

test('whoever holds both rights writes, issues and prints a letter in one act', async ({
  page,
  printFolder,
  desktop,
  scratch,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, TEXT);
  await expect(letters.saved).toBeVisible();
  await expect(letters.paper).toHaveCount(1);

  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' });
  await expect(dialog).toContainText(SUBJECT);
  await page.keyboard.press('Control+Enter'); // the first key again: nothing may happen
  await expect(dialog).toBeVisible();
  expect(printJobs(printFolder)).toEqual([]);

  await page.keyboard.press('F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();
  await expect(page.getByLabel('بيانات الخطاب').last()).toContainText(CHAIR);
  await expect(letters.paper).toHaveCount(1);

  const sealed = await page.evaluate(async () => {
    const answer = await window.wisam['letters.pdf']({ id: 1 });
    return answer.ok ? [...answer.value.pdf] : [];
  });
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  expect([...printJobs(printFolder)[0]!]).toEqual(sealed);

  // Printed again, and saved: the very same bytes.
  await page.keyboard.press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect([...printJobs(printFolder)[1]!]).toEqual(sealed);
  const copy = join(scratch, '127.pdf');
  await answerDialogs(desktop, copy);
  await letters.chooseMore('حفظ نسخة');
  await expect(page.getByText(`حُفظت النسخة: ${copy}`)).toBeVisible();
  expect([...readFileSync(copy)]).toEqual(sealed);

  await letters.open();
  await expect(letters.row(SUBJECT)).toContainText('127');
  await expect(letters.row(SUBJECT)).toContainText('صادر');
});

test('a letter goes from the officer to the signatory, back with remarks, and on to its approval', async ({
  page,
}) => {
  const letters = new LettersPage(page);
  const change = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+L');
    await page.getByRole('option', { name }).waitFor();
    await signIn(page, name);
  };
  await signIn(page, OFFICER);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, TEXT, 'نائب رئيس المجلس');
  await expect(page.getByText(/حُفظت المسودة/)).toBeVisible();
  // Typed and taken back: nothing waits to be saved, and nothing says so.
  await page.keyboard.type('س');
  await page.keyboard.press('Backspace');
  await expect(page.getByText('لم تُحفظ بعد')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('عُرض الخطاب على المفوَّض بالتوقيع', { exact: true })).toBeVisible();
  // What was typed in may no longer be: the focus waits at the title, not nowhere.
  await expect(page.getByRole('heading', { level: 1, name: SUBJECT })).toBeFocused();
  await expect(page.getByText('بانتظار الاعتماد')).toBeVisible();

  await change(SIGNATORY);
  await letters.open();
  await letters.row(SUBJECT).click();
  await expect(letters.body).toHaveAttribute('contenteditable', 'false');
  await letters.button('إعادة بملاحظات').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/اكتب ما الذي يُعدَّل/)).toBeVisible();
  await page.getByLabel('الملاحظات').fill('يُذكر عدد الأسر');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('أُعيد الخطاب بملاحظاتك')).toBeVisible();

  await change(OFFICER);
  await letters.open();
  await letters.row(SUBJECT).click();
  await expect(page.getByText('يُذكر عدد الأسر')).toBeVisible();
  await letters.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' وعددها ٤٨ أسرة.');
  await expect(page.getByText('مسودة', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('بانتظار الاعتماد')).toBeVisible();

  await change(SIGNATORY);
  await letters.open();
  await letters.row(SUBJECT).click();
  await expect(letters.body).toContainText('٤٨ أسرة');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('بانتظار الإصدار')).toBeVisible();

  await change(CHAIR);
  await letters.open();
  await letters.row(SUBJECT).click();
  await expect(page.getByText(`معتمد من ${SIGNATORY}`)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();
});

test('pressed too early, the primary says what is missing and leads to it; what was typed stays', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.subject.fill(SUBJECT);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('اكتب المرسل إليه');
  await expect(letters.recipient).toBeFocused();
  await page.getByRole('link', { name: 'اكتب نص الخطاب' }).click();
  await expect(letters.body).toBeFocused();
  await expect(letters.subject).toHaveValue(SUBJECT);
  await letters.recipient.fill('مدير المركز');
  await expect(page.getByRole('link', { name: /^اكتب المرسل إليه/ })).toHaveCount(0);
});

test('a character that the paper lacks is named, found in the text, and nothing is issued', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, `${TEXT} ☃ `);
  const alert = page.getByRole('alert').filter({ hasText: 'في الخطاب حرف لا يوجد في خط الورق' });
  await expect(alert).toContainText('☃');
  await expect(alert).toContainText('U+2603');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(alert).toBeVisible();
  await letters.button('إظهاره في النص').click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('☃');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();
});

test('what was typed is in the database within seconds, and is there after a reload', async ({ page }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.recipient.fill('مدير المركز');
  await letters.body.click();
  await page.keyboard.type('أول السطر');
  await expect(letters.saved).toBeVisible();
  // The letter got its row while one typed: the text keeps the cursor.
  await expect(letters.body).toBeFocused();
  await page.keyboard.type(' وآخره');
  const address = letters.address();
  expect(address).toMatch(/^\/letters\/\d+$/);
  await page.keyboard.press('Control+S');
  await expect(letters.saved).toBeVisible();
  await page.reload();
  await expect(letters.body).toHaveText('أول السطر وآخره');
  await expect(letters.recipient).toHaveValue('مدير المركز');
});

test('two windows on one letter: the later save is refused, and both texts are kept', async ({ page }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.subject.fill('نسخة أولى');
  await expect(letters.saved).toBeVisible();
  await page.evaluate(async () => {
    const id = 1;
    const found = await window.wisam['letters.get']({ id });
    if (!found.ok) throw new Error(found.error.code);
    const { version, content } = found.value;
    await window.wisam['letters.save']({ id, version, content: { ...content, subject: 'من نافذة أخرى' } });
  });
  await letters.subject.fill('من هذه النافذة');
  await expect(page.getByRole('alert')).toContainText('حُفظ هذا الخطاب من نافذة أخرى');
  await letters.button('حفظ ما كتبته خطابًا جديدًا').click();
  await expect(letters.saved).toBeVisible();
  await letters.open();
  await expect(letters.row('من نافذة أخرى')).toHaveCount(1);
  await expect(letters.row('من هذه النافذة')).toHaveCount(1);
});

test('what comes from Word is cleaned to what a letter can hold, under the security policy', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.body.click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<html><head><style>p{color:red}</style></head><body><!--[if gte mso 9]><xml>x</xml><![endif]-->
      <p class=MsoNormal style='text-align:center'><b>عنوان</b></p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>أول</p>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>فرع</p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>ثان</p>
      <p><a href="http://example.com">رابط</a> <span style="text-decoration:underline">تحته خط</span> <i>مائل</i></p>
      <table><tr><td style="width:3pt">أ</td><td>ب</td></tr></table><img src="x.png" alt=""></body></html>`,
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(letters.body.locator('ol > li')).toHaveCount(2);
  await expect(letters.body.locator('ol ul > li')).toHaveText('فرع');
  await expect(letters.body.locator('u')).toHaveText('تحته خط');
  await expect(letters.body.locator('td')).toHaveText(['أ', 'ب']);
  await expect(letters.body.locator('a, img, i, em, [class^=Mso]')).toHaveCount(0);
  await expect(letters.saved).toBeVisible();
  const { content } = await page.evaluate(async () => {
    const found = await window.wisam['letters.get']({ id: 1 });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  });
  expect(JSON.stringify(content.body)).toContain('"underline"');
});

test('the register finds by number and subject, filters by state, and keeps what was voided', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  for (const subject of ['خطاب الكهرباء', 'خطاب المياه']) {
    await letters.startNew();
    await letters.write(subject, TEXT);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('F8');
    await expect(letters.steps).toBeVisible();
    await letters.open();
  }
  await letters.search.fill('١٢٨');
  await expect(letters.row('خطاب المياه')).toHaveCount(1);
  await expect(letters.row('خطاب الكهرباء')).toHaveCount(0);
  await letters.row('خطاب المياه').click();
  await letters.chooseMore('إلغاء مسبَّب');
  await page.keyboard.press('F8');
  await expect(page.getByText(/^اكتب سبب الإلغاء/)).toBeVisible();
  await page.getByLabel('سبب الإلغاء').fill('صدر مكررًا');
  await page.keyboard.press('F8');
  await expect(page.getByText(/السبب: صدر مكررًا/)).toBeVisible();
  await letters.open();
  await page.getByRole('button', { name: 'ملغى', pressed: false }).click();
  await expect(letters.row('خطاب المياه')).toContainText('128');
  await expect(letters.row('خطاب الكهرباء')).toHaveCount(0);
});

test('a discarded draft comes back with undo', async ({ page }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.subject.fill('مسودة تُحذف');
  await expect(letters.saved).toBeVisible();
  await letters.button('حذف المسودة').click();
  await expect(letters.heading('الخطابات')).toBeVisible();
  await expect(letters.row('مسودة تُحذف')).toHaveCount(0);
  await letters.button('تراجع').click();
  await expect(letters.subject).toHaveValue('مسودة تُحذف');
});
