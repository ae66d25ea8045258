import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { idOf, mobileOf, workbook } from '../support/workbooks.ts';
import { faultsOf } from './support/axe.ts';
import { answerDialogs } from './support/desktop.ts';
import { expect, OFFICER, PASSWORD, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const NORA = 'نورة سليمان محمد اللحياني';
const HEADINGS = ['الاسم الرباعي', 'رقم الهوية', 'رقم الجوال', 'تاريخ الميلاد هـ', 'القرية'];

const list = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: 'كشف القرية.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    await workbook([
      ['كشف مستفيدي قرية الصمد'],
      HEADINGS,
      [NORA, idOf(1), mobileOf(1), '1400/07/15', 'الصمد'],
      ['سعد علي محمد الحربي', idOf(2), Number(mobileOf(2).slice(1)), '1370/01/02', 'الصمد'],
      ['فهد علي محمد السلمي', '1.05853E+09', mobileOf(3), '1380/01/02', 'الصمد'],
      ['هند صالح محمد القرشي', idOf(4), mobileOf(4), '1990/03/04', 'الصمد'],
      [NORA, null, mobileOf(1), '1400/07/15', 'الصمد'],
    ]),
  ),
});

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

async function openImport(page: Page): Promise<void> {
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(OFFICER)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  const links = page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link');
  await links.first().waitFor();
  const place = (await links.allInnerTexts()).findIndex((text) => text.includes('المستفيدون')) + 1;
  await press(page, `Alt+Digit${place}`);
  const tab = page.getByRole('link', { name: 'الاستيراد', exact: true });
  await tab.waitFor();
  await tabTo(page, tab, 40);
  await press(page, 'Enter');
  await page.getByText('لم تُستورد قائمة بعد').waitFor();
}

test('a list is read, checked, decided, imported, and taken back, by keyboard alone', async ({
  page,
  desktop,
  scratch,
}) => {
  const chooser = page.waitForEvent('filechooser');
  await openImport(page);
  const pointers = await watchForPointers(page);
  expect(await faultsOf(page)).toEqual([]);
  await expect(page.getByRole('button', { name: /اختر ملفًا/ })).toBeFocused();
  await press(page, 'Enter');
  await (await chooser).setFiles([await list()]);

  // The columns are recognised under the title.
  const check = page.getByRole('button', { name: 'راجع الصفوف' });
  await check.waitFor();
  await expect(page.getByRole('combobox', { name: 'العمود B: رقم الهوية' })).toHaveValue('رقم الهوية');
  await expect(page.getByRole('combobox', { name: 'العمود D: تاريخ الميلاد هـ' })).toHaveValue(
    'تاريخ الميلاد (هجري)',
  );
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');

  // What waits for a person stands first; undecided, nothing is written.
  await expect(page.getByText('صف واحد يشبه مسجَّلًا وينتظر قرارك')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(page.getByRole('alert')).toContainText('صفوف متشابهة تنتظر قرارك');
  await expect(page.getByRole('button', { name: 'أضفه', exact: true }).last()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Digit3');
  await expect(page.getByText('صف واحد يشبه مسجَّلًا وينتظر قرارك')).toBeHidden();

  // The date of the other calendar is offered for the whole column.
  const byYear = page.getByRole('button', { name: 'خذ كل تاريخ بتقويم سنته' });
  await tabTo(page, byYear, 40);
  await press(page, 'Enter');
  await expect(byYear).toBeHidden();
  // The rows were compared again; what was decided holds.
  await page.getByRole('button', { name: 'استورد 3 صفوف' }).waitFor();

  expect(await pointers.acts()).toEqual([]);
  // A screen that starts anew comes back to where it was.
  await page.reload();
  await page.getByRole('button', { name: 'استورد 3 صفوف' }).waitFor();
  await press(page, 'Control+Enter');
  await expect(page.getByText('تم الاستيراد')).toBeVisible();
  await expect(page.getByText('أضاف 3، وأكمل 0، وترك 2')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  // The rows that were not taken, with why.
  const file = join(scratch, 'rejected.xlsx');
  await answerDialogs(desktop, file);
  await press(page, 'Control+Enter');
  await expect(page.getByText('حُفظ ملف الصفوف التي لم تُؤخذ')).toBeVisible();
  const rows = await readSheet(file);
  expect(rows.map((row) => row[0])).toEqual(['الاسم الرباعي', 'فهد علي محمد السلمي', NORA]);
  expect(String(rows[1]?.at(-2))).toContain('بصيغة علمية');

  // Undone whole, with a second key.
  await tabTo(page, page.getByRole('button', { name: 'تراجع عن الاستيراد: كشف القرية.xlsx' }), 40);
  await press(page, 'Enter');
  const undo = page.getByRole('dialog', { name: 'التراجع عن استيراد' });
  await expect(undo.getByText('ملفات تُزال')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'F8');
  await expect(page.getByText('أُزيل 3، وعاد كما كان 0، وبقي 0')).toBeVisible();
  await expect(page.getByText(`تراجع عنه ${OFFICER}`)).toBeVisible();
});
