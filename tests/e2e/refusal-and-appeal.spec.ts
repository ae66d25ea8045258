import type { Page } from '@playwright/test';
import { clause } from '#shared/policy/clauses.ts';
import { wholeText } from '../support/pdf-reading.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { LettersPage } from './pages/letters-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { printJobs } from './support/desktop.ts';
import { referenceOfToday } from './support/letter-on-paper.ts';
import { CHAIR, expect, OFFICER, signIn, test } from './support/prepared-office.ts';
import { raise, sign } from './support/request-by-channels.ts';
import { committeeMeets, matchedRequest, upheldByMistake } from './support/to-committee.ts';

const SERVICE = 'تسديد إيجار';
const QUESTION = 'هل يلزم صك الحضانة وأنا العائلة الوحيدة لأولادي؟';
const ANSWER = 'لا يلزم صك الحضانة، وتكفي بطاقة العائلة';
const EXPLANATION = 'الأم عائلة أولادها ما لم يصدر خلافه من المحكمة';
const REASON = 'الدخل يغطي إيجار السكن بعد الأساسيات';
const WOULD_CHANGE = 'نقص الدخل بعد القرار';
const APPEAL = 'انقطع راتب الضمان منذ شهر، ولم يُحسب إيجار البيت';
const GRANTED = 'ثبت انقطاع الراتب، ولا يغطي الدخل الإيجار';

/** Somebody else sits down at the desk. */
async function change(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+L');
  await page.getByRole('option', { name }).waitFor();
  await signIn(page, name);
}

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);

test('an unclear request is asked about and goes on; refused, it is told, and an appeal to the board changes it', async ({
  page,
  printFolder,
}) => {
  test.slow();
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  const letters = new LettersPage(page);
  const rows = page.getByRole('grid', { name: 'طلبات الدعم' }).getByRole('row');
  await signIn(page, OFFICER);
  const id = await matchedRequest(page, PEOPLE.noura, SERVICE);

  // S.3: the desk asks; nothing moves while the question is out.
  await go(page, `/requests/${id}`);
  await request.at(3);
  await expect(page.getByText(clause('S.3').text)).toBeVisible();
  await desk.button('إحالة إلى البحث الاجتماعي').click();
  const refer = page.getByRole('dialog', { name: 'إحالة إلى مسؤول البحث الاجتماعي' });
  const question = refer.getByRole('textbox', { name: 'سؤال المراجع' });
  await expect(question).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(refer.getByRole('alert').first()).toContainText('اكتب السؤال كما قيل');
  await question.fill(QUESTION);
  await page.keyboard.press('Control+Enter');
  await expect(refer).toBeHidden();
  await expect(page.getByText('السؤال لدى البحث الاجتماعي.')).toBeVisible();
  await expect(desk.button('الإجراءات واضحة: تخطي')).toHaveCount(0);

  // The officer of social research answers, with what the rules say.
  await change(page, CHAIR);
  await desk.openSection('البحث الاجتماعي');
  await expect(page.getByRole('list', { name: 'قائمة الإحالات' })).toContainText(QUESTION);
  // What is too long to be kept is not cut: it stays where it was pasted, and is said to be too long.
  await desk.field('الجواب').fill(ANSWER.repeat(200));
  await expect(page.getByText('النص أطول من أن تُحفظ مسودته: اختصره')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('النص أطول من المتاح: اختصره')).toBeVisible();
  await expect(desk.field('الجواب')).toHaveValue(ANSWER.repeat(200));
  await desk.field('الجواب').fill(ANSWER);
  await desk.field('إيضاح الجوانب التنظيمية').fill(EXPLANATION);
  await page.keyboard.press('Control+Enter');
  await expect(desk.toast).toContainText('سُجّل الجواب، وهو الآن عند الاستقبال');

  // It waits at the desk, is read out, and the request goes on to be signed.
  await change(page, OFFICER);
  await desk.openSection('أعمال اليوم');
  await page
    .getByRole('region', { name: 'عاد من البحث الاجتماعي' })
    .getByRole('button', { name: PEOPLE.noura.name })
    .click();
  await go(page, `/requests/${id}`);
  await expect(page.getByText(ANSWER)).toBeVisible();
  await expect(page.getByText(EXPLANATION)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await request.at(4);
  await expect(request.timeline).toContainText(`أُعيدت الإحالة بجواب ${CHAIR}`);
  await expect(request.timeline).toContainText('تمت: الإحالة');

  // S.5: what the committee refuses says on what, why, what would change it, and why before its day.
  await change(page, CHAIR);
  await sign(page, id);
  await raise(page, id);
  await go(page, `/committee/${await committeeMeets(page, id)}`);
  await page
    .getByRole('region', { name: 'ملخص الحالة' })
    .getByRole('heading', { name: PEOPLE.noura.name })
    .waitFor();
  await page.keyboard.press('2');
  const ground = page.getByRole('combobox', { name: 'السند' });
  await ground.waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(ground).toBeFocused();
  await expect(page.getByText(/^اكتب ما يغيّر القرار، مثل/u)).toBeVisible();
  await ground.click();
  await page.getByRole('option', { name: clause('T.3').text }).click();
  await page.getByRole('textbox', { name: 'السبب', exact: true }).fill(REASON);
  await page.getByRole('textbox', { name: 'ما يغيّر القرار' }).fill(WOULD_CHANGE);
  await page.getByRole('textbox', { name: 'سبب الرد قبل موعده' }).fill('تسافر غدًا وطلبت الجواب قبله');
  await page.keyboard.press('Control+Enter');
  await expect(desk.toast).toContainText(`سُجّل قرار ${PEOPLE.noura.name}`);

  // Its letter: drafted by the decision, issued and printed, with all four on it.
  await desk.button('فتح مسودة الخطاب').click();
  await letters.chooseSignatory('رئيسة مجلس الإدارة');
  await expect(letters.saved).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' }).waitFor();
  await page.keyboard.press('F8');
  await expect(desk.toast).toContainText(`صدر الخطاب برقم ${referenceOfToday(127)}`);
  await expect.poll(() => printJobs(printFolder)).toHaveLength(1);
  const paper = (await wholeText(new Uint8Array(printJobs(printFolder)[0]!))).replaceAll(/\s+/gu, ' ');
  for (const said of [
    'الاعتذار عن عدم قبوله',
    REASON,
    clause('T.3').text,
    WOULD_CHANGE,
    'التظلّم إلى مجلس الإدارة',
  ])
    expect(paper).toContain(said);

  // Told: a call that nobody answers tells nobody.
  await change(page, OFFICER);
  await desk.openSection('طلبات الدعم');
  await page.getByRole('button', { name: 'مرفوضة' }).click();
  await rows.filter({ hasText: SERVICE }).click();
  await expect(request.fact('خطاب القرار')).toContainText(referenceOfToday(127));
  await expect(page.getByText('لم يُبلَّغ بالقرار بعد')).toBeVisible();
  const notice = page.getByRole('dialog', { name: 'إبلاغ القرار' });
  await page.keyboard.press('Control+Enter');
  await expect(notice).toContainText('050 807 2675');
  await expect(notice.getByRole('radio', { name: 'أُبلغ' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(notice.getByRole('group', { name: 'المحاولة التالية' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(notice).toBeHidden();
  await expect(page.getByText('لم يُبلَّغ بالقرار بعد')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(notice.getByRole('radio', { name: 'أُبلغ' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(notice).toBeHidden();
  await expect(page.getByRole('list', { name: 'محاولات الإبلاغ' }).getByRole('listitem')).toContainText([
    `تم إبلاغ ${PEOPLE.noura.name}`,
    'لم يُرد',
  ]);

  // تظلّم, in the appellant's words, with the refusal beside it.
  await page.keyboard.press('Control+Enter');
  const appeal = page.getByRole('dialog', { name: 'تظلّم من قرار الرفض' });
  const words = appeal.getByRole('textbox', { name: 'نص التظلّم' });
  await expect(words).toBeFocused();
  await expect(appeal).toContainText('القرار الأول');
  await expect(appeal).toContainText(REASON);
  await page.keyboard.press('Control+Enter');
  await expect(appeal.getByRole('alert').first()).toContainText('اكتب نص التظلّم');
  await words.fill(APPEAL);
  await page.keyboard.press('Control+Enter');
  await expect(appeal).toBeHidden();
  await expect(page.getByText('بانتظار جواب مجلس الإدارة')).toBeVisible();
  await expect(request.fact('نص التظلّم')).toContainText(APPEAL);

  // An answer that was recorded on the wrong request is voided with its reason: it stays, and the appeal waits again.
  await upheldByMistake(page, id);
  await desk.button('إلغاء الجواب').click();
  const mistake = page.getByRole('dialog', { name: 'إلغاء جواب التظلّم' });
  await expect(mistake.getByRole('textbox', { name: 'سبب الإلغاء' })).toBeFocused();
  await page.keyboard.type('الجواب لطلب آخر');
  await page.keyboard.press('F8');
  await expect(mistake).toBeHidden();
  await expect(page.getByText('جواب ملغى: أُيّد القرار')).toBeVisible();
  await expect(page.getByText('بانتظار جواب مجلس الإدارة')).toBeVisible();

  // The board decides, by its signed paper: nobody at the desk grants on their own word what was refused.
  await page.keyboard.press('Control+Enter');
  const answer = page.getByRole('dialog', { name: 'جواب التظلّم' });
  await expect(answer.getByRole('radio', { name: 'أُيّد القرار' })).toBeFocused();
  for (const said of ['القرار الأول', REASON, WOULD_CHANGE, APPEAL]) await expect(answer).toContainText(said);
  await page.keyboard.press('ArrowLeft');
  await expect(answer.getByRole('radio', { name: 'غُيّر إلى القبول' })).toBeChecked();
  await answer.getByRole('textbox', { name: 'نص الجواب' }).fill(GRANTED);
  await answer.getByRole('textbox', { name: 'من أجاب' }).fill('سعد العتيبي، رئيس المجلس');
  await page.keyboard.press('Control+Enter');
  await expect(answer.getByRole('alert').first()).toContainText('أرفق جواب الجهة الموقّع');
  await answer.locator('input[type=file]').setInputFiles({
    name: 'قرار-المجلس.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(tinyPdf('قرار')),
  });
  await answer.getByRole('button', { name: 'إزالة قرار-المجلس.pdf' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(answer).toBeHidden();
  await request.at(6);
  await expect(request.timeline).toContainText('غُيّر القرار إلى القبول بعد التظلّم: مجلس الإدارة');
  await expect(request.timeline).toContainText('رفضت لجنة البحث الطلب');
});

test('a request that is withdrawn says why, stands among the withdrawn, and goes on where it stood once it is reopened', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  const rows = page.getByRole('grid', { name: 'طلبات الدعم' }).getByRole('row').filter({ hasText: SERVICE });
  await signIn(page, OFFICER);
  const id = await matchedRequest(page, PEOPLE.noura, SERVICE);
  await go(page, `/requests/${id}`);
  await request.at(3);

  // A reason is asked for.
  await request.chooseMore('سحب الطلب');
  const withdraw = page.getByRole('dialog', { name: 'سحب الطلب' });
  await expect(withdraw.getByRole('textbox', { name: 'سبب السحب' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(withdraw).toContainText('اكتب سبب السحب، مثل');
  await page.keyboard.type('استغنت عن الخدمة بمساعدة أخيها');
  await page.keyboard.press('Control+Enter');
  await expect(withdraw).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: 'سُحب الطلب' })).toBeVisible();
  await expect(request.steps.locator('[aria-current="step"]')).toHaveCount(0);

  // It is no open one any more, and is found among the withdrawn with why.
  await desk.openSection('طلبات الدعم');
  await expect(page.getByText(/^لا طلبات مفتوحة/u)).toBeVisible();
  await page.getByRole('button', { name: 'مسحوبة' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(PEOPLE.noura.name);
  await expect(rows).toContainText('مسحوب');
  await rows.click();
  await expect(request.fact('السبب')).toContainText('استغنت عن الخدمة بمساعدة أخيها');
  await expect(request.fact('الموظف')).toContainText(OFFICER);

  // Reopened with a reason: at the step where it stood, with all that was done.
  await desk.button('إعادة فتح الطلب').click();
  const reopen = page.getByRole('dialog', { name: 'إعادة فتح الطلب' });
  await expect(reopen.getByRole('textbox', { name: 'سبب إعادة الفتح' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(reopen).toContainText('اكتب السبب، مثل طلب الخدمة');
  await page.keyboard.type('عادت تطلب الخدمة نفسها');
  await page.keyboard.press('Control+Enter');
  await expect(reopen).toBeHidden();
  await request.at(3);
  await expect(desk.button('الإجراءات واضحة: تخطي')).toBeVisible();
  await expect(request.timeline).toContainText('أُعيد فتح الطلب: عادت تطلب الخدمة نفسها');
  await expect(request.timeline).toContainText('سُحب الطلب: استغنت عن الخدمة بمساعدة أخيها');
  await desk.openSection('طلبات الدعم');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'مسحوبة' }).click();
  await expect(page.getByText('لا طلبات مسحوبة')).toBeVisible();
});
