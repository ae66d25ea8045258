import type { Page } from '@playwright/test';
import { clause } from '#shared/policy/clauses.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { CASES, expect, SIGNATORY, signIn, test } from './support/office-with-cases.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const [NOURA, HIND, SUAD] = CASES;
const CHAIR = 'عبدالله بن سالم الزهراني';
const REASON = 'الدخل يغطي الحاجة';

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);
/** The case that is open, all of it: its keys answer. */
const opened = (page: Page, name: string) =>
  expect(page.getByRole('region', { name: 'ملخص الحالة' }).getByRole('heading', { name })).toBeVisible();
const button = (page: Page, name: string) => page.getByRole('button', { name });
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
/** The case that is open, on the agenda. */
const current = (page: Page) =>
  page.getByRole('region', { name: 'جدول الجلسة' }).locator('[aria-current="true"]');

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('a session by keyboard alone: members, agenda, quorum, three decisions by 1, 2 and 3, minutes sealed and signed', async ({
  page,
  printFolder,
}) => {
  test.slow();
  await signIn(page, SIGNATORY);
  const pointers = await watchForPointers(page);

  // Members: the chair is still missing.
  await go(page, '/settings/committee');
  await expect(page.getByRole('list', { name: 'الأعضاء' })).toContainText(SIGNATORY);
  await press(page, 'Control+Enter');
  const member = page.getByRole('dialog', { name: 'إضافة عضو' });
  await expect(member.getByRole('textbox', { name: 'الاسم' })).toBeFocused();
  await page.keyboard.type(CHAIR);
  const role = member.getByRole('combobox', { name: 'الصفة في اللجنة' });
  await tabTo(page, role, 3);
  await press(page, 'ArrowDown');
  await page.getByRole('option', { name: 'رئاسة اللجنة' }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await expect(role).toHaveValue('رئاسة اللجنة');
  await press(page, 'Control+Enter');
  await expect(member).toBeHidden();
  await expect(page.getByRole('list', { name: 'الأعضاء' })).toContainText(CHAIR);

  // A session of the three cases that wait.
  await go(page, '/committee');
  await expect(button(page, 'جلسة جديدة')).toBeVisible();
  for (const name of CASES) {
    await tabTo(page, page.getByRole('checkbox', { name: `اختيار ${name}` }), 40);
    await press(page, 'Space');
  }
  await expect(page.getByText('المختار: 3')).toBeVisible();
  expect(await faultsOf(page), 'the committee').toEqual([]);
  await press(page, 'Control+Enter');
  const plan = page.getByRole('dialog', { name: 'جلسة جديدة' });
  await expect(plan).toContainText('3 حالات');
  await press(page, 'Control+Enter');
  await expect(plan).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: /^الجلسة 1 لعام/u })).toBeVisible();

  // Two of four are no quorum, and decide nothing.
  const attendance = page.getByRole('list', { name: 'الحضور والنصاب' });
  await expect(button(page, 'بدء الجلسة')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(attendance.getByRole('checkbox').first()).toBeFocused();
  for (const name of [CHAIR, SIGNATORY]) {
    const box = attendance.getByRole('checkbox', { name });
    await tabTo(page, box, 60);
    await press(page, 'Space');
    await expect(box).toBeChecked();
  }
  await expect(page.getByText('حضر 2 من 4، والنصاب 3')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(button(page, 'تسجيل القرار')).toBeVisible();
  await opened(page, NOURA);
  await press(page, '1');
  await expect(button(page, 'قبول الطلب')).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Control+Enter');
  const early = page.getByRole('textbox', { name: 'سبب المشاركة في القرار بعد بحث الحالة' });
  await expect(page.getByText('تعارض: من بحث الحالة يقرر فيها.')).toBeVisible();
  await expect(early).toBeFocused();
  await page.keyboard.type('لا باحث غيره في القرية');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('alert')).toContainText('النصاب');

  // A third one comes: the acceptance goes through, with what was typed.
  await tabTo(page, button(page, 'المزيد').first(), 60, 'Shift+Tab');
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'الحضور والنصاب' }).waitFor();
  await expect(page.getByRole('menuitem', { name: 'الحضور والنصاب' })).toBeFocused();
  await press(page, 'Enter');
  const who = page.getByRole('dialog', { name: 'الحضور والنصاب' });
  await tabTo(page, who.getByRole('checkbox', { name: 'حسن بن علي السلمي' }));
  await press(page, 'Space');
  await expect(who).toContainText('اكتمل النصاب');
  await press(page, 'Control+Enter');
  await expect(who).toBeHidden();
  await expect(early).toHaveValue('لا باحث غيره في القرية');
  await press(page, 'Control+Enter');
  await expect(toast(page, `سُجّل قرار ${NOURA}`)).toBeVisible();
  await expect(current(page)).toContainText(HIND);

  // A refusal, from its key to the draft of its letter; what was typed stands on the way through another screen.
  await expect(page.getByRole('textbox', { name: 'سبب المشاركة في القرار بعد بحث الحالة' })).toBeHidden();
  await opened(page, HIND);
  await press(page, '2');
  const ground = page.getByRole('combobox', { name: 'السند' });
  await expect(ground).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(ground).toBeFocused();
  await press(page, 'ArrowDown');
  await page.getByRole('option', { name: clause('T.3').text }).waitFor();
  await press(page, 'Enter');
  await expect(ground).toHaveValue(clause('T.3').text);
  const reason = page
    .getByRole('textbox', { name: 'السبب', exact: false })
    .and(page.locator('textarea'))
    .first();
  await tabTo(page, reason, 4);
  await page.keyboard.type(REASON);
  await go(page, '/committee');
  await expect(button(page, 'جلسة جديدة')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { level: 1, name: /^الجلسة 1 لعام/u })).toBeVisible();
  await expect(current(page)).toContainText(HIND);
  await expect(reason).toHaveValue(REASON);
  await tabTo(page, page.getByRole('textbox', { name: 'ما يغيّر القرار' }), 60);
  await page.keyboard.type('نقص الدخل');
  expect(await faultsOf(page), 'a decision').toEqual([]);
  await press(page, 'Control+Enter');
  await expect(toast(page, `سُجّل قرار ${HIND}`)).toBeVisible();
  const drafts = await page.evaluate(async () => {
    const found = await window.wisam['letters.list']({ states: ['draft'] } as never);
    if (!found.ok) throw new Error(found.error.code);
    return found.value.rows.map(({ subject }) => subject);
  });
  expect(drafts.filter((subject) => subject.startsWith('الاعتذار'))).toHaveLength(1);

  // More is asked for of the last.
  await expect(current(page)).toContainText(SUAD);
  await expect(reason).toBeHidden();
  await opened(page, SUAD);
  await press(page, '3');
  const wanted = page.getByRole('textbox', { name: 'المطلوب استكماله' });
  await expect(wanted).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(wanted).toBeFocused();
  await page.keyboard.type('مشهد دخل حديث');
  await press(page, 'Control+Enter');
  await expect(toast(page, `سُجّل قرار ${SUAD}`)).toBeVisible();
  await expect(button(page, 'إقفال الجلسة')).toBeVisible();

  // The minutes are read, then sealed by the second key, printed and signed; the sheet comes back by its code.
  await press(page, 'F9');
  await expect(page.getByRole('heading', { level: 1, name: /مسودة محضر/u })).toBeVisible();
  await press(page, 'Escape');
  await expect(button(page, 'إقفال الجلسة')).toBeVisible();
  await press(page, 'Control+Enter');
  const close = page.getByRole('dialog', { name: 'إقفال الجلسة وختم محضرها' });
  await expect(close).toContainText('قُرّر في 3 من 3');
  await press(page, 'F8');
  await expect(close).toBeHidden();
  await expect(button(page, 'توقيع المحضر')).toBeVisible();
  await press(page, 'F9');
  await expect(page.getByRole('heading', { level: 1, name: /^محضر الجلسة 1/u })).toBeVisible();
  await press(page, 'F9');
  await expect.poll(() => printJobs(printFolder).length).toBe(1);
  await press(page, 'Escape');
  await tabTo(page, button(page, 'توقيع المحضر'), 60);
  await press(page, 'Enter');
  const signing = page.getByRole('dialog', { name: 'توقيع المحضر المختوم' });
  await expect(signing).toContainText('وقّع 0 من 3');
  await tabTo(page, signing.getByRole('button', { name: `أوقّع باسم ${SIGNATORY}` }));
  await press(page, 'Enter');
  await expect(signing).toContainText('وقّع 1 من 3');
  await press(page, 'Control+Enter');
  const sheet = page.getByRole('dialog', { name: 'المحضر الموقّع' });
  await expect(sheet.getByRole('checkbox')).toHaveCount(2);
  await sheet.locator('input[type=file]').setInputFiles({
    name: 'محضر-1.pdf',
    mimeType: 'application/pdf',
    buffer: printJobs(printFolder)[0]!,
  });
  await expect(sheet.getByRole('status').filter({ hasText: /./u }).first()).toBeVisible();
  await expect(sheet).toContainText('رمزها رمز هذه الورقة');
  await press(page, 'Control+Enter');
  await expect(signing).toContainText('وقّع 3 من 3');

  // One of them had not signed the sheet: taken back by the second key, with why.
  await tabTo(page, signing.getByRole('button', { name: `سحب توقيع ${SIGNATORY}` }));
  await press(page, 'Enter');
  const withdrawing = page.getByRole('dialog', { name: 'سحب توقيع', exact: true });
  await expect(withdrawing.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('علّمته خطأ');
  await press(page, 'F8');
  await expect(withdrawing).toBeHidden();
  await expect(signing).toContainText('وقّع 2 من 3');
  expect(await pointers.acts(), 'what a mouse did').toEqual([]);
});

test('minutes that were signed on paper: cases found by name one after another, kept on the way, and recorded at once', async ({
  page,
}) => {
  await signIn(page, SIGNATORY);
  await go(page, '/committee/paper');
  const pick = page.getByRole('combobox', { name: 'أضف حالة بالاسم أو برقم الطلب' });
  await expect(pick).toBeVisible();
  const pointers = await watchForPointers(page);
  const add = async (name: string): Promise<void> => {
    await tabTo(page, pick, 60, 'Shift+Tab');
    await page.keyboard.type(name.slice(0, 4));
    await page.getByRole('option', { name }).waitFor();
    await expect(page.getByRole('option')).toHaveCount(1);
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('region', { name })).toBeVisible();
  };
  const scan = { name: 'محضر.pdf', mimeType: 'application/pdf', buffer: Buffer.from(tinyPdf('محضر')) };
  await page.locator('input[type=file]').setInputFiles(scan);
  await expect(page.getByText('محضر.pdf').first()).toBeVisible();
  const members = page.getByRole('list', { name: 'الحضور والنصاب' });
  for (const name of [SIGNATORY, 'حسن بن علي السلمي']) {
    await tabTo(page, members.getByRole('checkbox', { name }), 60);
    await press(page, 'Space');
  }
  // Its decision has the focus: the arrows choose it.
  await add(HIND);
  const kinds = page.getByRole('region', { name: HIND }).getByRole('radio');
  await expect(kinds.first()).toBeFocused();
  await press(page, 'Space');
  await expect(kinds.first()).toBeChecked();
  await add(SUAD);
  await expect(page.getByRole('region', { name: SUAD }).getByRole('radio').first()).toBeFocused();
  await press(page, 'ArrowLeft', 'ArrowLeft');
  await tabTo(page, page.getByRole('region', { name: SUAD }).getByRole('textbox', { name: 'المطلوب' }), 6);
  await page.keyboard.type('مشهد دخل حديث');
  expect(await faultsOf(page)).toEqual([]);

  // Another screen, and back by the list of drafts: as it was.
  await press(page, 'Control+KeyS');
  await expect(page.getByText(/^حُفظت المسودة/u)).toBeVisible();
  await go(page, '/desk');
  await page.getByRole('heading', { level: 1, name: 'أعمال اليوم' }).waitFor();
  await go(page, '/committee/paper?draft=1');
  await expect(page.getByRole('region', { name: SUAD }).getByRole('textbox')).toHaveValue('مشهد دخل حديث');
  await expect(members.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await press(page, 'Control+Enter');
  await expect(toast(page, 'سُجّلت الجلسة 1 من محضرها')).toBeVisible();
  await expect(button(page, 'المحضر الموقّع')).toBeVisible();
  expect(await pointers.acts(), 'what a mouse did').toEqual([]);
});

test('what no register tells is judged at the case, and the score says why', async ({ page }) => {
  await signIn(page, SIGNATORY);
  await page.evaluate(async () => {
    const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };
    const { wisam } = window;
    const { criteria } = value(await wisam['need.setting']());
    const own = { by: 'judged' as const, key: 'own1', name: 'انقطاع السبل', weight: 30 };
    value(await wisam['need.saveSetting']({ criteria: [...criteria, own] }));
    const { rows } = value(await wisam['committee.waiting']({}));
    const day = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
    const session = value(
      await wisam['committee.plan']({ day, requestIds: rows.map(({ requestId }) => requestId) }),
    );
    location.hash = `/committee/${session.id}`;
  });
  await expect(current(page)).toContainText(NOURA);
  const pointers = await watchForPointers(page);
  const judge = button(page, 'تقدير الحاجة');
  await tabTo(page, judge, 60);
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: `تقدير الحاجة: ${NOURA}` });
  await tabTo(page, dialog.getByRole('radio', { name: 'لم يُقدَّر' }));
  for (let level = 0; level <= 4; level += 1) await press(page, 'ArrowLeft');
  await expect(dialog.getByRole('radio', { name: 'بالغة' })).toBeChecked();
  const line = dialog.getByRole('listitem').filter({ hasText: 'انقطاع السبل' });
  await expect(line).toContainText('بالغة');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(toast(page, /سُجّلت درجة الحاجة \d+/u)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'انقطاع السبل' })).toContainText('بالغة');
  expect(await pointers.acts(), 'what a mouse did').toEqual([]);
});
