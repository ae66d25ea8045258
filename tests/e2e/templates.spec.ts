import { letterIdSchema } from '#shared/ids.ts';
import { missingWords } from '../support/missing-words.ts';
import { wholeText } from '../support/pdf-reading.ts';
import { CHAIR, expect, OFFICER, signIn, test, VOLUNTEERS } from './support/office-with-people.ts';
import { LettersPage } from './pages/letters-page.ts';

const PERSON = VOLUNTEERS.find((name) => name.startsWith('خالد'))!;

test('the office makes a template; a field that is none is refused at its place, and put right by its button', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const letters = new LettersPage(page);
  await letters.open();
  await page.getByRole('link', { name: 'القوالب' }).click();
  const library = page.getByRole('listbox', { name: 'القوالب' });
  await expect(library.getByRole('option', { name: 'قبول طلب دعم' })).toBeVisible();
  // The page beside it is filled with sample data.
  await expect(letters.paper).toHaveCount(1);

  // Search and choose without leaving the field.
  const search = page.getByRole('combobox', { name: 'اسم القالب أو موضوعه' });
  await search.fill('تطوع');
  await expect(library.getByRole('option')).toHaveCount(1);
  await search.fill('');

  await letters.button('قالب جديد').click();
  await letters.body.waitFor();
  await page.getByRole('textbox', { name: 'اسم القالب' }).fill('إشعار بموعد');
  await letters.subject.fill('موعد {اسم المستفد}');
  await letters.body.click();
  await page.keyboard.type('نأمل {حضورك|حضورك الكريم} يوم ');
  await letters.tools.getByRole('button', { name: 'إدراج حقل' }).click();
  await page.getByRole('menuitem', { name: 'تاريخ المناسبة' }).click();
  await page.keyboard.type('، ومبلغ ({المبلع}) ريال: {المبلغ كتابة}.');
  await expect(letters.body.locator('.letter-merge').last()).toHaveText('{المبلغ كتابة}');
  await expect(letters.body.locator('.letter-merge-wrong')).toHaveText('{المبلع}');

  await page.keyboard.press('Control+Enter');
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('الموضوع: لا حقل باسم {اسم المستفد}. هل تقصد {اسم المستفيد}؟');
  await expect(refused).toContainText('النص: لا حقل باسم {المبلع}. هل تقصد {المبلغ}؟');
  await expect(letters.subject).toBeFocused();
  await refused.getByRole('button', { name: 'كتابة {اسم المستفيد}' }).click();
  await expect(letters.subject).toHaveValue('موعد {اسم المستفيد}');
  await refused.getByRole('button', { name: 'كتابة {المبلغ}' }).click();
  await expect(refused).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('حُفظ القالب «إشعار بموعد»')).toBeVisible();

  // Taken away and brought back.
  await page.getByRole('link', { name: 'قوالب الخطابات' }).click();
  await search.fill('إشعار بموعد');
  await expect(library.getByRole('option')).toHaveCount(1);
  await letters.button('حذف القالب').click();
  await expect(library.getByRole('option')).toHaveCount(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(library.getByRole('option')).toHaveCount(1);
});

test('a letter is written from a template for a person by keyboard, warned about, and put right', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'اسم القالب أو موضوعه' })).toBeFocused();
  await page.keyboard.type('تحويل');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'صاحب الخطاب' }).fill(PERSON);
  await expect(page.getByRole('option', { name: PERSON })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(PERSON)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'المبلغ' }).fill('١٥٠٠');
  await expect(dialog.getByText('كتابةً: ألف وخمسمائة ريال سعودي لا غير')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'الآيبان' }).fill('SA4980000324608010160968');
  await dialog.getByRole('textbox', { name: 'اسم البنك' }).fill('مصرف الراجحي');
  await dialog.getByRole('textbox', { name: 'الغرض' }).fill('سداد إيجار');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText(/^رقم الآيبان غير صحيح/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'الآيبان' }).fill('SA4980000324608010160967');
  await expect(dialog.getByText('الآيبان صحيح')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(letters.subject).toHaveValue('طلب تحويل مبلغ من حساب الجمعية');
  await expect(letters.body).toContainText(PERSON);
  await expect(letters.body).toContainText('ألف وخمسمائة ريال سعودي لا غير');
  await expect(letters.saved).toBeVisible();

  // What looks wrong is said, and put right by its key.
  await letters.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ونرفع إلى مقامكم الكريم هذا الطلب، والموعد يوم الاثنين 3/2/1446هـ.');
  const warnings = page.getByText('تنبيهات لا تمنع الإصدار').locator('..');
  await expect(warnings).toContainText('عبارة تبجيل');
  await expect(warnings).toContainText('التاريخ يوافق يوم الأربعاء، لا الاثنين');
  await warnings.getByRole('button', { name: 'كتابة «سعادتكم»' }).click();
  await expect(letters.body).toContainText('ونرفع إلى سعادتكم هذا الطلب');
  await warnings.getByRole('button', { name: 'إلى الاثنين 8 صفر 1446 هـ' }).click();
  await expect(letters.body).toContainText('يوم الاثنين 8/2/1446هـ');
  await expect(page.getByText('تنبيهات لا تمنع الإصدار')).toHaveCount(0);

  // What stands on the page is what stands in the letter.
  await expect(letters.saved).toBeVisible();
  const proof = await page.evaluate(async (id) => {
    const answer = await window.wisam['letters.pdf']({ id });
    return answer.ok ? [...answer.value.pdf] : [];
  }, letterIdSchema.parse(1));
  const words = `${PERSON} ألف وخمسمائة ريال سعودي لا غير ١٬٥٠٠ سداد إيجار مصرف الراجحي ونرفع إلى سعادتكم`;
  expect(missingWords(words, await wholeText(new Uint8Array(proof)))).toEqual([]);
});

test('a person who is chosen after the first save is whom the letter is about', async ({ page }) => {
  await signIn(page, CHAIR);
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.subject.fill('إفادة');
  await expect(letters.saved).toBeVisible();
  await letters.button('اختيار من أصحاب الملفات').click();
  await page.getByRole('dialog').getByRole('combobox').fill(PERSON);
  await expect(page.getByRole('option', { name: PERSON })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(letters.recipient).toHaveValue(PERSON);
  const partyName = (): Promise<string | null> =>
    page.evaluate(async (id) => {
      const answer = await window.wisam['letters.get']({ id });
      return answer.ok ? answer.value.partyName : null;
    }, letterIdSchema.parse(1));
  await expect.poll(partyName).toBe(PERSON);
  // Opened again, the draft knows its person: a template asks for nobody.
  await page.reload();
  await expect(letters.recipient).toHaveValue(PERSON);
  await page.keyboard.press('F7');
  await page.keyboard.type('تحويل');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'المبلغ' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'صاحب الخطاب' })).toHaveCount(0);
});

test('a field that was left without a value keeps a letter from the signatory', async ({ page }) => {
  await signIn(page, OFFICER);
  const letters = new LettersPage(page);
  await letters.open();
  await page.getByRole('link', { name: 'القوالب' }).click();
  await page.getByRole('combobox', { name: 'اسم القالب أو موضوعه' }).fill('دعوة');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'المناسبة', exact: true }).fill('حفل تكريم الداعمين');
  await page.keyboard.press('Control+Enter');
  await expect(letters.subject).toHaveValue('دعوة لحضور حفل تكريم الداعمين');
  await expect(letters.body.locator('.letter-merge-open').first()).toHaveText('{تاريخ المناسبة}');
  await letters.recipient.fill('مدير المركز');
  await letters.chooseSignatory('رئيسة مجلس الإدارة');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('{تاريخ المناسبة}، {الوقت}، {المكان}');
});

test('the office’s own wordings stand beside Wisam’s, in the library and above a letter', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const letters = new LettersPage(page);
  await letters.open();
  await page.getByRole('link', { name: 'القوالب' }).click();
  await letters.button('العبارات الجاهزة').click();
  const drawer = page.getByRole('dialog', { name: 'العبارات الجاهزة' });
  await expect(drawer.getByText('نأمل التكرم بإفادتنا في أقرب وقت ممكن.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByText(/^اكتب العبارة/)).toBeVisible();
  await drawer.getByRole('textbox', { name: 'عبارة جديدة' }).fill('نأمل الإحاطة واتخاذ ما يلزم');
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByRole('listitem').filter({ hasText: 'نأمل الإحاطة' })).toBeVisible();
  await drawer.getByRole('button', { name: 'حذف: نأمل الإحاطة واتخاذ ما يلزم' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'نأمل الإحاطة' })).toHaveCount(0);
  await drawer.getByRole('button', { name: 'تراجع' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'نأمل الإحاطة' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  await letters.open();
  await letters.startNew();
  await letters.body.click();
  await letters.tools.getByRole('button', { name: 'عبارة جاهزة' }).click();
  await page.getByRole('menuitem', { name: 'نأمل الإحاطة واتخاذ ما يلزم' }).click();
  await page.keyboard.type('فورًا.');
  await expect(letters.body).toHaveText('نأمل الإحاطة واتخاذ ما يلزم فورًا.');
});
