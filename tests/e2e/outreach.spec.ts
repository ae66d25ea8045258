import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createDocumentService } from '#electron/documents/document-service.ts';
import { createPartyService } from '#electron/parties/party-service.ts';
import { documentInputSchema } from '#shared/documents/document.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { faultsOf } from './support/axe.ts';
import { CHAIR, expect, makeOffice, PASSWORD, test as desk } from './support/prepared-office.ts';
import { watchForPointers } from './support/without-mouse.ts';

const HER = 'هند صالح سعيد الهذلي';
const HIM = 'نايف عمر علي السلمي';

/** Two whose identity has ended, hers first. */
const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const { db, close } = openDataFolder(office);
      const base = { db, clock: { nowMs: () => Date.now() } };
      const parties = createPartyService(base);
      const documents = createDocumentService(base);
      const actor = listStaff(db)[0]!;
      for (const [name, sex, expiresOn] of [
        [HER, 'female', '2024-01-01'],
        [HIM, 'male', '2024-06-01'],
      ]) {
        const input = {
          name,
          sex,
          idKind: 'none',
          noIdReason: 'لم تُحضر',
          mobile: '0508072675',
          village: 'حدا',
        };
        const { id } = parties.addParty(partyInputSchema.parse(input), actor);
        documents.save(id, documentInputSchema.parse({ kind: 'identity', expiresOn }), actor);
      }
      close();
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

async function openOutreach(page: Page): Promise<void> {
  const names = page.getByRole('option');
  await names.first().waitFor();
  await press(page, `Digit${(await names.allInnerTexts()).findIndex((text) => text.includes(CHAIR)) + 1}`);
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');
  const links = page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link');
  await links.first().waitFor();
  const place = (await links.allInnerTexts()).findIndex((text) => text.includes('المستفيدون')) + 1;
  await press(page, `Alt+Digit${place}`);
  const tab = page.getByRole('link', { name: 'التواصل الاستباقي' });
  await tab.waitFor();
  await tab.focus();
  await press(page, 'Enter');
  await page.getByRole('grid', { name: 'من نتواصل معهم' }).waitFor();
}

test('whom to contact is worked off by keyboard alone: a call without an answer, a day off, a letter, a contact', async ({
  page,
}) => {
  const pointers = await watchForPointers(page);
  await openOutreach(page);
  const rows = page.getByRole('grid', { name: 'من نتواصل معهم' }).getByRole('row');
  const person = page.getByRole('heading', { level: 2 });
  // The head of the table, and two people; who waits longest comes first, with every reason.
  await expect(rows).toHaveCount(3);
  await expect(person).toHaveText(HER);
  const reasons = page.getByRole('list', { name: 'لماذا نتواصل' });
  await expect(reasons).toContainText('هوية أو سجل أسرة');
  await expect(reasons).toContainText('إثبات سكن أو فاتورة كهرباء، مشهد دخل، شهادة آيبان');
  expect(await faultsOf(page)).toEqual([]);

  // She did not answer; taken back, she stands there again.
  await expect(page.getByRole('button', { name: 'اتصلنا ولم ترد' })).toBeVisible();
  await press(page, 'F7');
  await expect(rows).toHaveCount(2);
  await expect(person).toHaveText(HIM);
  await press(page, 'Control+KeyZ');
  await expect(rows).toHaveCount(3);

  // Put off for a week, and found under «مؤجل».
  await expect(person).toHaveText(HER);
  await press(page, 'Shift+F7');
  const snooze = page.getByRole('dialog', { name: `تأجيل التواصل مع ${HER}` });
  await expect(snooze).toBeVisible();
  // Where the day is typed, not on the ✕.
  await expect(snooze.locator('input').first()).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(rows).toHaveCount(2);
  const putOff = page.getByRole('button', { name: /^مؤجل/ });
  await putOff.focus();
  await press(page, 'Enter');
  await expect(person).toHaveText(HER);
  await expect(page.getByText(`بتأجيل ${CHAIR}`)).toBeVisible();
  const back = page.getByRole('button', { name: 'إعادته إلى القائمة' });
  await back.focus();
  await press(page, 'Enter');
  await expect(page.getByText('لا أحد مؤجل')).toBeVisible();
  await page.getByRole('button', { name: 'الكل', exact: true }).focus();
  await press(page, 'Enter');
  await expect(rows).toHaveCount(3);

  // The letter: a draft that names what is missing.
  await press(page, 'F3');
  await expect(page.getByRole('textbox', { name: 'الموضوع' })).toHaveValue('استكمال مستندات الملف');
  await expect(page.getByRole('textbox', { name: 'نص الخطاب' })).toContainText('شهادة آيبان');
  await press(page, 'Escape');
  await expect(person.first()).toBeVisible();

  // The contact's form knows whom we call and about what.
  await page.getByRole('button', { name: 'تسجيل تواصل' }).waitFor();
  await press(page, 'Control+Enter');
  await expect(page.getByRole('textbox', { name: /^ما سُئل|الاستفسار|الموضوع/ }).first()).toHaveValue(
    /تحديث المستندات: هوية أو سجل أسرة/,
  );
  expect(await pointers.acts()).toEqual([]);
});
