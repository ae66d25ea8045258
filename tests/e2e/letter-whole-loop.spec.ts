import { groupedCode } from '#shared/letters/verification-code.ts';
import { letterIdSchema } from '#shared/ids.ts';
import { tinyPng } from '../support/sample-files.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, OFFICER, SIGNATORY, signIn, test } from './support/prepared-office.ts';
import { printJobs } from './support/desktop.ts';
import { sealedLetter } from './support/sealed-letter.ts';
import { LettersPage } from './pages/letters-page.ts';

const SUBJECT = 'المساهمة في السلال الغذائية';
const TEXT = 'نفيد سعادتكم بأن الجمعية أتمّت بحث حالات الأسر المستفيدة.';

test('a letter goes from its first word to its receiver, and is printed again the same after a new letterhead', async ({
  page,
  printFolder,
}) => {
  test.setTimeout(180_000);
  const letters = new LettersPage(page);
  const change = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+L');
    await page.getByRole('option', { name }).waitFor();
    await signIn(page, name);
    await letters.open();
    await letters.row(SUBJECT).click();
    // Its keys come with it: pressed before, they are the register's.
    await letters.body.waitFor();
  };

  // Draft, للعرض, back with remarks, mended, approved by the signatory.
  await signIn(page, OFFICER);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, TEXT, 'نائب رئيس المجلس');
  await expect(letters.saved).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('بانتظار الاعتماد')).toBeVisible();
  await change(SIGNATORY);
  await letters.button('إعادة بملاحظات').click();
  await page.getByLabel('الملاحظات').fill('يُذكر عدد الأسر');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('أُعيد الخطاب بملاحظاتك')).toBeVisible();
  await change(OFFICER);
  await expect(page.getByText('يُذكر عدد الأسر')).toBeVisible();
  await letters.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' وعددها ٤٨ أسرة.');
  await expect(page.getByText('مسودة', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('بانتظار الاعتماد')).toBeVisible();
  await change(SIGNATORY);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('بانتظار الإصدار')).toBeVisible();

  // Issued by who may, and printed.
  await change(CHAIR);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(letters.steps).toBeVisible();
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  const sealed = await sealedLetter(page, 1);
  expect(printJobs(printFolder)[0]!.equals(sealed)).toBe(true);
  await expect(letters.step('الطباعة')).toHaveAttribute('data-state', 'done');
  await expect(letters.step('التوقيع وحفظ الأصل')).toHaveAttribute('aria-current', 'step');

  // Behind an open menu no key of the page does anything.
  await letters.button('المزيد').press('Enter');
  await expect(page.getByRole('menuitem', { name: 'طباعة نسخ' })).toBeFocused();
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('menuitem', { name: 'طباعة نسخ' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(letters.button('المزيد')).toBeFocused();
  expect(printJobs(printFolder)).toHaveLength(1);

  // Signed with a pen, scanned, filed; a wrong file is taken back and the right one filed.
  const scan = (name: string) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(tinyPdf(name)),
  });
  const file = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'الأصل الموقّع والمختوم' });
    await dialog.waitFor();
    await dialog.locator('input[type=file]').setInputFiles(scan(name));
    await expect(dialog).toHaveCount(0);
  };
  await file('خطاب آخر.pdf');
  await expect(letters.step('التوقيع وحفظ الأصل')).toHaveAttribute('data-state', 'done');
  await letters.button('تراجع').first().click();
  await expect(letters.step('التوقيع وحفظ الأصل')).toHaveAttribute('aria-current', 'step');
  await file('الأصل الموقّع.pdf');
  await expect(page.getByText('الأصل الموقّع.pdf')).toBeVisible();

  // Handed over: the receiver stands there already, the day is today.
  await page.keyboard.press('Control+Enter');
  const delivery = page.getByRole('dialog', { name: 'تسليم الخطاب' });
  const receiver = delivery.getByRole('textbox', { name: 'المستلم' });
  await expect(receiver).toHaveValue('مدير مركز التنمية الاجتماعية بالجموم');
  await receiver.fill('');
  await page.keyboard.press('Control+Enter');
  await expect(delivery.getByText(/^اكتب اسم من استلم الخطاب/)).toBeVisible();
  await receiver.fill('مكتب الوارد بالمركز');
  await delivery.getByRole('radio', { name: 'باليد' }).focus();
  await page.keyboard.press('2');
  await expect(delivery.getByRole('radio', { name: 'مع مندوب' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(letters.step('التسليم')).toHaveAttribute('data-state', 'done');
  const record = page.getByRole('list', { name: 'السجل' });
  await expect(record).toContainText('سُلّم مع مندوب، واستلمه مكتب الوارد بالمركز');
  expect(await faultsOf(page), 'the letter at its end').toEqual([]);

  // Another letterhead: drafts follow it, the sealed letter does not.
  await page.evaluate(() => {
    location.hash = '/settings/profile';
  });
  const name = page.getByRole('textbox', { name: 'اسم الجمعية' });
  await name.fill('جمعية باسم جديد تمامًا');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const answer = await window.wisam['organisation.get']();
        return answer.ok ? answer.value.name : '';
      }),
    )
    .toBe('جمعية باسم جديد تمامًا');
  await letters.open();
  await letters.row(SUBJECT).click();
  await page.keyboard.press('F9');
  await expect.poll(() => printJobs(printFolder)).toHaveLength(2);
  expect(printJobs(printFolder)[1]!.equals(sealed)).toBe(true);
  expect((await sealedLetter(page, 1)).equals(sealed)).toBe(true);

  // The code of its foot, read off the paper by somebody else.
  const code = await page.evaluate(async (id) => {
    const answer = await window.wisam['letters.get']({ id });
    return answer.ok ? (answer.value.code ?? '') : '';
  }, letterIdSchema.parse(1));
  await page.evaluate(() => {
    location.hash = '/letters/verify';
  });
  const box = page.getByRole('textbox', { name: 'رمز التحقق' });
  await box.fill(groupedCode(code));
  await expect(page.getByRole('heading', { name: 'خطاب صحيح' })).toBeVisible();
  await expect(page.getByText('مدير مركز التنمية الاجتماعية بالجموم')).toBeVisible();
  expect(await faultsOf(page), 'a genuine letter').toEqual([]);
  await box.fill(`${code.slice(0, 15)}${(Number(code[15]) + 1) % 10}`);
  await expect(page.getByRole('heading', { name: 'في الرمز خطأ قراءة' })).toBeVisible();
});

test('a voided letter is followed by another, and its code says that it is void', async ({ page }) => {
  const letters = new LettersPage(page);
  await signIn(page, CHAIR);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, TEXT);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  await expect(letters.steps).toBeVisible();
  await letters.chooseMore('إلغاء مسبَّب');
  await page.getByLabel('سبب الإلغاء').fill('سقط عدد الأسر');
  await page.keyboard.press('F8');
  await expect(page.getByText(/السبب: سقط عدد الأسر/)).toBeVisible();

  await letters.button('خطاب إلحاقي').click();
  await expect(letters.subject).toHaveValue(SUBJECT);
  await expect(letters.recipient).toHaveValue('مدير مركز التنمية الاجتماعية بالجموم');
  await expect(page.getByRole('textbox', { name: 'إشارة إلى' })).toHaveValue(/^إلحاقًا لخطابنا رقم /);
  // Addressee and subject stand there: the caret is in the text, and stays there when the letter gets its row.
  await expect(letters.body).toBeFocused();
  await page.keyboard.type('نفيدكم بأن عدد الأسر');
  await expect(letters.saved).toBeVisible();
  await expect(letters.body).toBeFocused();
  await page.keyboard.type(' ٤٨ أسرة.');
  await expect(letters.body).toHaveText(/نفيدكم بأن عدد الأسر ٤٨ أسرة\.$/);
  await expect(letters.saved).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('F8');
  const facts = page.getByLabel('بيانات الخطاب').last();
  await expect(facts).toContainText('إلحاقًا لخطابنا');
  await facts.getByRole('link', { name: /127/ }).click();
  await expect(facts).toContainText('أُلحق به');

  const code = await page.evaluate(async (id) => {
    const answer = await window.wisam['letters.get']({ id });
    return answer.ok ? (answer.value.code ?? '') : '';
  }, letterIdSchema.parse(1));
  await page.evaluate(() => {
    location.hash = '/letters/verify';
  });
  await page.getByRole('textbox', { name: 'رمز التحقق' }).fill(code);
  await expect(page.getByRole('heading', { name: 'خطاب صحيح، لكنه ملغى' })).toBeVisible();
  await expect(page.getByText('السبب: سقط عدد الأسر')).toBeVisible();
});

test('who may puts the pictures of signature and stamp on a letter, and it needs no scan', async ({
  page,
}) => {
  await signIn(page, CHAIR);
  const picture = [...tinyPng(220, 80)];
  await page.evaluate(async (bytes) => {
    const name = 'صورة.png';
    const kept = await window.wisam['files.put']({ name, bytes: new Uint8Array(bytes), accept: 'picture' });
    const me = await window.wisam['session.current']();
    if (!kept.ok || !me.ok || me.value === null) throw new Error('nothing was kept');
    const file = { sha256: kept.value.sha256, name };
    const { id } = me.value.staff;
    for (const place of [{ kind: 'stamp' }, { kind: 'signature', staffId: id }] as const) {
      const set = await window.wisam['officeImages.set']({ ...place, file });
      if (!set.ok) throw new Error(set.error.code);
    }
  }, picture);

  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, TEXT);
  await expect(letters.saved).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' });
  await dialog.getByRole('checkbox', { name: `صورة توقيع ${CHAIR}` }).check();
  await dialog.getByRole('checkbox', { name: 'صورة الختم' }).check();
  await expect(dialog).toContainText('لا يحتاج إلى مسح بعد توقيعه');
  expect(await faultsOf(page), 'the pictures to choose').toEqual([]);
  await page.keyboard.press('F8');
  await expect(letters.step('التوقيع وحفظ الأصل')).toContainText('بصورة التوقيع');
  await expect(letters.step('التسليم')).toHaveAttribute('aria-current', 'step');
});
