import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';

test('a contact on any channel leaves a follow-up, which is ticked off and taken back', async ({ page }) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await desk.openSection('سجل التواصل');
  await page.keyboard.press('Control+Enter');
  const person = page.getByRole('combobox', { name: 'مع من؟' });
  await person.fill('اللحياني');
  await expect(desk.hits.first()).toContainText(PEOPLE.noura.name);
  await page.keyboard.press('Enter');

  const channel = page.getByRole('combobox', { name: 'القناة' });
  await channel.click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(8);
  await page.getByRole('option', { name: 'وسائل التواصل الاجتماعي' }).click();
  await expect(page.getByRole('combobox', { name: 'المنصة' })).toHaveValue('واتساب');
  await desk.field('الاستفسار أو الموضوع').fill('سألت عن موعد السلة');
  await desk.field('الجواب').fill('اليوم بعد العصر');

  // A day without its action is refused; typed in Hijri, the other side follows with the weekday.
  const today = hijriFromGregorian(riyadhDay(Date.now()));
  const date = page.getByRole('group', { name: 'موعده' });
  await date.getByRole('textbox', { name: 'هجري، اليوم' }).fill(String(today.day));
  await date.getByRole('textbox', { name: 'هجري، الشهر' }).fill(String(today.month));
  await date.getByRole('textbox', { name: 'هجري، السنة' }).fill(String(today.year));
  await expect(date.getByRole('textbox', { name: 'ميلادي، السنة' })).toHaveValue(
    riyadhDay(Date.now()).slice(0, 4),
  );
  await page.keyboard.press('Control+Enter');
  await expect(desk.errors).toContainText('اكتب الإجراء التالي لهذا التاريخ');
  await desk.field('الإجراء التالي').fill('تسليم السلة');
  // Half a date is refused, and stays as typed: nothing is saved without what was written.
  const year = date.getByRole('textbox', { name: 'هجري، السنة' });
  await year.fill('144');
  await page.keyboard.press('Control+Enter');
  await expect(desk.errors).toContainText('موعده: اكتب اليوم والشهر والسنة');
  await expect(year).toHaveValue('144');
  await year.fill(String(today.year));
  await page.keyboard.press('Control+Enter');
  await desk.heading(PEOPLE.noura.name).waitFor();
  await expect(page.getByRole('list', { name: 'سجل التعامل' })).toContainText('سألت عن موعد السلة');

  // Due today: on the desk, and in the register until it is ticked off.
  await desk.openSection('أعمال اليوم');
  await expect(page.getByRole('list', { name: 'مستحق اليوم' })).toContainText('تسليم السلة');
  await desk.openSection('سجل التواصل');
  const waits = page.getByRole('list', { name: 'متابعات مفتوحة' });
  await waits.getByRole('checkbox', { name: /تسليم السلة/ }).click();
  await expect(page.getByText('لا متابعات مفتوحة')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(waits).toContainText('تسليم السلة');

  // By channel.
  const rows = page.getByRole('grid', { name: 'سجل التواصل' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'الاتصالات الهاتفية' }).click();
  await expect(page.getByText('لا تواصل على هذه القناة بعد')).toBeVisible();
});
