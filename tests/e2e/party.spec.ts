import { DeskPage, PEOPLE } from './pages/desk-page.ts';
import { OFFICER, expect, signIn, test } from './support/prepared-office.ts';

test("a person's page gathers what hangs on them, and their data are changed and changed back", async ({
  page,
}) => {
  const desk = new DeskPage(page);
  await signIn(page, OFFICER);
  await desk.receive(PEOPLE.noura);
  await desk.receive(PEOPLE.saad, { queue: true });
  await desk.openSection('المستفيدون');
  const rows = page.getByRole('grid', { name: 'المستفيدون والأطراف' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await desk.field('بحث بالاسم أو الهوية أو الجوال أو رقم الملف').fill('نوره');
  await expect(rows).toHaveCount(2);
  await rows.last().click();
  await desk.heading(PEOPLE.noura.name).waitFor();
  await expect(page.getByRole('list', { name: 'سجل التعامل' })).toContainText('زيارة: طلب دعم');

  await desk.button('تعديل البيانات').click();
  const dialog = page.getByRole('dialog', { name: `تعديل بيانات ${PEOPLE.noura.name}` });
  await dialog.getByRole('textbox', { name: 'الجوال' }).fill('0551234');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('رقم الجوال 10 أرقام');
  await dialog.getByRole('textbox', { name: 'الجوال' }).fill('٠٥٥ ١٢٣ ٤٥٦٧');
  await dialog.getByRole('checkbox', { name: 'متطوع' }).check();
  await page.keyboard.press('Control+Enter');
  const identity = page.getByRole('region', { name: 'البيانات' });
  await expect(identity).toContainText('055 123 4567');
  await expect(identity).toContainText('مستفيد، متطوع');
  await page.keyboard.press('Control+Z');
  await expect(identity).toContainText('050 807 2675');

  // The page's own key opens the request form for this person.
  await page.keyboard.press('Control+Enter');
  await desk.heading('طلب دعم جديد').waitFor();
  await expect(page.getByRole('main')).toContainText(PEOPLE.noura.name);
});
