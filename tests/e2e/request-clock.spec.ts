import { addDays } from '#shared/calendar/iso-day.ts';
import { formatDualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { daysPass } from './support/days-pass.ts';
import { CASES, expect, officeWithCases, SIGNATORY, signIn } from './support/office-with-cases.ts';
import { toRaising } from './support/request-by-channels.ts';

const [NOURA, HIND, SUAD] = CASES;
const URGENT = PEOPLE.fatima;
const WHY_STOPPED = 'سافرت للعلاج في جدة';
const WHY_URGENT = 'سقط سقف البيت على الأسرة';

/** The first may be answered, the others not: this office lets nobody reply before day 14. */
const RAISED = [20, 3, 2] as const;
const test = officeWithCases({ raisedDaysAgo: RAISED, mode: 'floor' });

test('a clock that stands for five days moves both days by five, and is found among the stopped ones meanwhile', async ({
  desktop,
  page,
}) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  const raisedOn = addDays(riyadhDay(Date.now()), -RAISED[1]);
  const bothDays = async (moved: number): Promise<void> => {
    await expect(request.fact('الرد ابتداءً من')).toContainText(formatDualDate(addDays(raisedOn, 14 + moved)));
    await expect(request.fact('المستهدف للرد')).toContainText(formatDualDate(addDays(raisedOn, 30 + moved)));
  };
  const stoppedOnes = async (): Promise<void> => {
    await desk.openSection('طلبات الدعم');
    await page.getByRole('button', { name: /^موقوفة/u }).click();
    await expect(page.getByRole('button', { name: /^موقوفة/u })).toHaveAttribute('aria-pressed', 'true');
  };
  const rows = page.getByRole('grid', { name: 'طلبات الدعم' }).getByRole('row');
  await signIn(page, SIGNATORY);
  await stoppedOnes();
  await expect(page.getByText('لا طلبات موقوفة المدة')).toBeVisible();
  await page.getByRole('button', { name: /^لم يحن الرد/u }).click();
  await rows.filter({ hasText: HIND }).click();
  await request.waiting.waitFor();
  await bothDays(0);

  // A reason is asked for, and stands where it is read out.
  await desk.button('إيقاف المدة').click();
  const stop = page.getByRole('dialog', { name: 'إيقاف مدة الرد' });
  await page.keyboard.press('Control+Enter');
  await expect(stop).toContainText('اكتب سبب الإيقاف');
  await stop.getByRole('textbox', { name: 'سبب الإيقاف' }).fill(WHY_STOPPED);
  await page.keyboard.press('Control+Enter');
  await expect(stop).toBeHidden();
  await expect(page.getByText('المدة موقوفة', { exact: true })).toBeVisible();
  await expect(request.timeline).toContainText(`أُوقفت المدة: ${WHY_STOPPED}`);
  await bothDays(0);
  await stoppedOnes();
  await expect(rows.filter({ hasText: HIND })).toContainText('موقوف: جهة المستفيد');
  await expect(page.getByRole('status').filter({ hasText: 'طلب واحد' })).toBeVisible();

  // Five days on, both days have moved with each day that passed; to who asks is said why it stands.
  await daysPass(desktop, page, 5);
  await rows.filter({ hasText: HIND }).click();
  await request.waiting.waitFor();
  await bothDays(5);
  await expect(request.fact('توقفت المدة')).toContainText('5 أيام');
  await desk.button('وين وصلت معاملتي؟').click();
  const where = page.getByRole('dialog', { name: 'وين وصلت معاملتي؟' });
  await expect(where).toContainText(`مدة الرد على طلبك موقوفة: ${WHY_STOPPED}`);
  await page.keyboard.press('Escape');
  await expect(where).toBeHidden();

  await desk.button('استئناف المدة').waitFor();
  await page.keyboard.press('Control+Enter');
  const resume = page.getByRole('dialog', { name: 'استئناف مدة الرد' });
  await resume.getByRole('textbox', { name: 'ملاحظة' }).fill('عادت من سفرها');
  await page.keyboard.press('Control+Enter');
  await expect(resume).toBeHidden();
  await expect(request.timeline).toContainText('استؤنفت المدة');
  await bothDays(5);
  await expect(page.getByText('بقي 11 يومًا على موعد الرد')).toBeVisible();
  await stoppedOnes();
  await expect(page.getByText('لا طلبات موقوفة المدة')).toBeVisible();

  // It runs again: what passes now moves nothing any more.
  await daysPass(desktop, page, 2);
  await page.getByRole('button', { name: /^لم يحن الرد/u }).click();
  await rows.filter({ hasText: HIND }).click();
  await request.waiting.waitFor();
  await bothDays(5);
});

test('an urgent request says why, stands first, and is answered before its day where no other may be', async ({
  page,
}) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  await signIn(page, SIGNATORY);
  await desk.receive(URGENT);
  await desk.button('فتح طلب دعم').waitFor();
  await page.keyboard.press('Control+Enter');
  await desk.field('الخدمة المطلوبة').fill('ترميم سقف');
  await page.getByRole('radio', { name: 'عاجل' }).click();
  await desk.field('سبب الاستعجال').fill(WHY_URGENT);
  await page.keyboard.press('Control+Enter');
  await desk.heading(URGENT.name).waitFor();
  await toRaising(page, request.id());

  // What is read out names no day, and says why.
  await desk.button('رفع الطلب').waitFor();
  await expect(request.fact('الرد ابتداءً من')).toContainText('عاجل: دون انتظار المدة');
  await expect(request.fact('سبب الاستعجال')).toContainText(WHY_URGENT);
  await page.keyboard.press('Control+Enter');
  const raise = page.getByRole('dialog', { name: 'رفع الطلب إلى لجنة البحث' });
  await raise.getByRole('button', { name: 'رفع الطلب' }).waitFor();
  await page.keyboard.press('F8');
  await request.waiting.waitFor();
  await expect(page.getByText('عاجل: لا مدة له')).toBeVisible();

  // First on the desk and in the lists, before one whose day has come.
  const rows = page
    .getByRole('grid', { name: 'طلبات الدعم' })
    .getByRole('row')
    .filter({ hasText: /الخطوة \d/u });
  await desk.openSection('أعمال اليوم');
  const due = page.getByRole('list', { name: 'مستحق اليوم' }).getByRole('listitem');
  await expect(due.nth(0)).toContainText(URGENT.name);
  await expect(due.nth(0)).toContainText('حان رد اللجنة');
  await expect(due.nth(0)).toContainText('عاجل');
  await expect(due.nth(1)).toContainText(NOURA);
  await desk.openSection('طلبات الدعم');
  await page.getByRole('button', { name: /^حان الرد/u }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText(URGENT.name);
  await page.getByRole('button', { name: /^عاجلة/u }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.nth(0)).toContainText('حان الرد');

  // The committee: an ordinary one is not answered before its day, the urgent one is, and nobody is asked why.
  await page.evaluate(
    async ([today, ...names]) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const { rows: waiting } = value(await wisam['committee.waiting']({}));
      const requestIds = names.map((name) => waiting.find(({ partyName }) => partyName === name)!.requestId);
      const session = value(await wisam['committee.plan']({ day: today, requestIds }));
      const members = value(await wisam['committee.members']());
      const attendance = members.map(({ id }) => ({ memberId: id, present: true }));
      value(await wisam['committee.attend']({ id: session.id, attendance }));
      location.hash = `/committee/${session.id}`;
    },
    [riyadhDay(Date.now()), SUAD, URGENT.name] as const,
  );
  const summary = page.getByRole('region', { name: 'ملخص الحالة' });
  await summary.getByRole('heading', { name: SUAD }).waitFor();
  await page.keyboard.press('1');
  await expect(page.getByText('لا يُرد قبل موعده')).toBeVisible();
  await page
    .getByRole('region', { name: 'جدول الجلسة' })
    .getByRole('button', { name: new RegExp(`^2 ${URGENT.name}`, 'u') })
    .click();
  await summary.getByRole('heading', { name: URGENT.name }).waitFor();
  await expect(summary).toContainText('عاجل: لا تنطبق المدة');
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'قبول الطلب' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('لا يُرد قبل موعده')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(desk.toast).toContainText(`سُجّل قرار ${URGENT.name}`);
});
