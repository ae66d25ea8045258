import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';
import { LettersPage } from './pages/letters-page.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`the letters' screens are sound for assistive technology, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 1366, height: 690 });
    await signIn(page, CHAIR);
    const letters = new LettersPage(page);
    await letters.open();
    expect(await faultsOf(page), 'the empty register').toEqual([]);
    await letters.startNew();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page), 'what is missing').toEqual([]);
    await letters.write('طلب تعاون', 'نص الخطاب');
    await expect(letters.saved).toBeVisible();
    await expect(letters.paper).toHaveCount(1);
    expect(await faultsOf(page), 'the editor').toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page), 'before the issue').toEqual([]);
    await page.keyboard.press('F8');
    await expect(letters.steps).toBeVisible();
    expect(await faultsOf(page), 'the issued letter').toEqual([]);
    await letters.open();
    await letters.row('طلب تعاون').waitFor();
    expect(await faultsOf(page), 'the register').toEqual([]);
  });
}
