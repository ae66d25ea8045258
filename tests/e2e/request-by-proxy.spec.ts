import type { Page } from '@playwright/test';
import { addDays, parseIsoDay } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { daysPass } from './support/days-pass.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';
import { toService } from './support/request-by-channels.ts';

const { noura, saad } = PEOPLE;
const OLD = '441000001';
const DEED = '441234567';
const NEW = '441999999';
const SCOPE = 'مراجعة الجمعية والتوقيع عنها واستلام المساعدات';

/** Her brother, and a deed of his that has ended: what the register knows before he comes. */
async function knowBoth(page: Page): Promise<number> {
  return page.evaluate(
    async ([her, him, deedNumber, expiresOn]) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const add = async ({ name, id }: { name: string; id: string }, sex: 'male' | 'female') =>
        value(
          await wisam['parties.add']({
            name,
            idKind: 'nationalId',
            idNumber: id,
            village: 'قرية الصمد',
            sex,
          }),
        ).id;
      const partyId = await add(her, 'female');
      const representativeId = await add(him, 'male');
      const deed = {
        representativeId,
        kind: 'proxy',
        relation: 'أخ',
        deedNumber,
        deedIssuer: 'ناجز',
      } as const;
      const { id } = value(
        await wisam['representatives.save']({
          partyId,
          representation: { ...deed, scope: 'استلام المساعدات', expiresOn },
        }),
      );
      value(await wisam['representatives.match']({ id, matched: true }));
      return partyId;
    },
    [noura, saad, OLD, addDays(riyadhDay(Date.now()), -3)] as const,
  );
}

/** S.1: a deed is recorded from its original, with its number, its bounds and its end, and held against it. */
async function recordDeed(page: Page, deedNumber: string, expiresOn: string): Promise<void> {
  const deeds = page.getByRole('list', { name: 'الولي والوكيل' });
  await deeds.waitFor();
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'من ينوب' }).fill(saad.name.slice(0, 6));
  await page.getByRole('option', { name: saad.name }).click();
  await dialog.getByRole('textbox', { name: 'رقم الصك أو الوكالة' }).fill(deedNumber);
  await dialog.getByRole('textbox', { name: 'حدود الوكالة' }).fill(SCOPE);
  const { day, month, year } = parseIsoDay(expiresOn);
  for (const [part, typed] of [
    ['اليوم', day],
    ['الشهر', month],
    ['السنة', year],
  ] as const)
    await dialog.getByRole('textbox', { name: `تاريخ الانتهاء، ميلادي، ${part}` }).fill(String(typed));
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const deed = deeds.getByRole('listitem').filter({ hasText: deedNumber });
  await expect(deed).toContainText('لا يُعمل به قبل مطابقته');
  await deed.getByRole('button', { name: /^طُوبق على الأصل/u }).click();
  await expect(deed).toContainText(/سارية|قاربت الانتهاء/u);
  await expect(deed).toContainText(SCOPE);
}

test('a proxy opens, signs and receives on a deed that holds on the day; one that has ended is refused where it is shown', async ({
  desktop,
  page,
}) => {
  test.slow();
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  const today = riyadhDay(Date.now());
  await signIn(page, CHAIR);
  const partyId = await knowBoth(page);
  const go = (hash: string): Promise<void> =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);

  // His deed of before has ended: he is no choice, and it is said why and what to do.
  await go(`/requests/new?party=${partyId}`);
  const who = page.getByRole('radiogroup', { name: 'من حضر' });
  await who.waitFor();
  await expect(page.getByText('انتهت منذ 3 أيام: اطلب تجديدها')).toBeVisible();
  await expect(who.getByRole('radio')).toHaveCount(1);
  await page.getByRole('link', { name: 'الوكلاء والأولياء في الملف' }).click();
  await desk.heading(noura.name).waitFor();
  await recordDeed(page, DEED, addDays(today, 1));

  await go(`/requests/new?party=${partyId}`);
  await who.getByRole('radio', { name: `${saad.name}، بوكالة ${DEED}` }).click();
  await desk.field('الخدمة المطلوبة').fill('كسوة شتاء');
  await page.keyboard.press('Control+Enter');
  await request.at(2);
  await expect(page.getByRole('main')).toContainText(DEED);
  await request.toSigning();
  // What was done is told beside the work: nothing stands on the places of the next step.
  const work = (await page.getByRole('main').boundingBox())!;
  const edge = work.x + work.width;
  expect((await desk.toast.boundingBox())?.x ?? edge).toBeGreaterThanOrEqual(edge);

  // Two days on it has ended too: nothing is drawn on it.
  await daysPass(desktop, page, 2);
  const box = page.getByRole('region', { name: `توقيع ${saad.name} عن طالبة الدعم` });
  await expect(box).toContainText('انتهت أمس: اطلب تجديدها');
  await expect(box.getByRole('button', { name: 'إرفاق الورقة' })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(desk.errors).toContainText('سجّل صكه الساري');
  await box.getByRole('link', { name: 'الوكلاء والأولياء في الملف' }).click();
  await recordDeed(page, NEW, addDays(today, 300));
  await page.keyboard.press('Escape');
  await box.waitFor();
  await box.getByRole('button', { name: 'من حضر عن المستفيد' }).click();
  const represent = page.getByRole('dialog', { name: 'من حضر عن المستفيد' });
  await represent.getByRole('radio', { name: `${saad.name}، بوكالة ${NEW}` }).click();
  await page.keyboard.press('Control+Enter');
  await expect(represent).toBeHidden();

  // S.4 on the deed that holds today.
  await request.signAsOfficer();
  await request.signOnPad(box);
  await desk.button('إتمام الخطوة').click();
  await request.at(5);
  await expect(request.timeline).toContainText(`وُقّع الإقرار: ${saad.name}`);

  // S.7: the service may be received by him.
  await toService(page, request.id(), addDays(today, 2));
  await request.at(7);
  await request
    .button(/^تسليم /u)
    .first()
    .click();
  const handover = page.getByRole('dialog', { name: /^تسجيل تسليم: / });
  await handover.getByRole('combobox', { name: 'المستلم' }).click();
  await page.getByRole('option', { name: new RegExp(`${saad.name}.*${NEW}`, 'u') }).click();
  await handover.getByRole('checkbox', { name: 'إصدار سند استلام' }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(handover).toBeHidden();
  await expect(page.getByRole('main')).toContainText(`المستلم: ${saad.name}`);
});
