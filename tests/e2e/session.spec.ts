import { CHAIR, expect, OFFICER, PASSWORD, test } from './support/prepared-office.ts';

test('two keys lead from one person’s desk to another’s password field', async ({ page }) => {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const names = page.getByRole('option');
  const numberOf = async (name: string): Promise<number> =>
    (await names.allInnerTexts()).findIndex((text) => text.includes(name)) + 1;
  const screen = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

  await names.first().waitFor();
  await press(`Digit${await numberOf(OFFICER)}`);
  await page.keyboard.type(PASSWORD);
  await press('Enter');
  await screen('أعمال اليوم').waitFor();
  await press('F1');
  await expect(page.getByRole('dialog', { name: 'مفاتيح هذه الشاشة' })).toBeVisible();

  // The lock covers what was open, a dialog too, and no key of the desk passes it.
  await press('Control+L');
  await screen('الشاشة مقفلة').waitFor();
  const centre = await page.evaluate(
    () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('dialog')?.ariaLabel,
  );
  expect(centre).toBe('الشاشة مقفلة');
  await press('F2');
  await press('Escape');
  await expect(screen('الشاشة مقفلة')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/desk');

  await press(`Digit${await numberOf(CHAIR)}`);
  await expect(page.getByLabel(`كلمة مرور ${CHAIR}`)).toBeFocused();
  // In the password a digit is a digit.
  await page.keyboard.type('1');
  await expect(page.getByLabel(`كلمة مرور ${CHAIR}`)).toHaveValue('1');
  await press('Backspace');
  await page.keyboard.type(PASSWORD);
  await press('Enter');
  await expect(page.getByRole('banner')).toContainText(CHAIR);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
