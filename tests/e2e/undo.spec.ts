import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { RequestPage } from './pages/request-page.ts';
import { expect, OFFICER, signIn, test } from './support/prepared-office.ts';
import { matchedRequest } from './support/to-committee.ts';

test('an undo that comes too late says that it was refused, and what stands instead', async ({ page }) => {
  const desk = new DeskPage(page);
  const request = new RequestPage(page);
  await signIn(page, OFFICER);
  const id = await matchedRequest(page, PEOPLE.noura, 'تسديد إيجار');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/requests/${id}`);
  await request.at(3);
  await request.chooseMore('سحب الطلب');
  const withdraw = page.getByRole('dialog', { name: 'سحب الطلب' });
  await expect(withdraw.getByRole('textbox', { name: 'سبب السحب' })).toBeFocused();
  await page.keyboard.type('استغنت عن الخدمة');
  await page.keyboard.press('Control+Enter');
  await expect(withdraw).toBeHidden();
  await expect(desk.toast).toContainText('سُحب الطلب');

  // Somebody else has reopened it meanwhile, and the page where it was withdrawn is left.
  await page.evaluate(
    (requestId) => window.wisam['requests.reopen']({ id: requestId, reason: 'عادت تطلبها' }),
    id,
  );
  await request.at(3);
  await desk.openSection('طلبات الدعم');
  await page.keyboard.press('Control+KeyZ');
  await expect(desk.toast).toContainText('لم يُرجَع عن «سُحب الطلب»: الطلب مفتوح');
  await expect(desk.toast.getByRole('button', { name: 'تراجع' })).toHaveCount(0);
});
