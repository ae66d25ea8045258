import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createPartyService } from '#electron/parties/party-service.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { memberInputSchema } from '#shared/households/household.ts';
import { insertHousehold, insertMember } from '#db/households/household-writes.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { DeskPage } from './pages/desk-page.ts';
import { expect, makeOffice, OFFICER, PASSWORD, test as desk } from './support/prepared-office.ts';
import { watchForPointers } from './support/without-mouse.ts';

const KNOWN = 'فاطمة أحمد علي الحربي';
const AGAIN = 'فاطمة أحمد الحربي';

/** An office in which one woman has two files, on one telephone. */
const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const { db, close } = openDataFolder(office);
      const parties = createPartyService({ db, clock: { nowMs: () => Date.now() } });
      const actor = listStaff(db)[0]!;
      for (const party of [
        { name: KNOWN, idKind: 'nationalId', idNumber: '1058529940', mobile: '0508072675', village: 'الصمد' },
        { name: AGAIN, idKind: 'none', noIdReason: 'لم تحضرها', mobile: '0508072675', village: 'حدا' },
      ])
        parties.addParty(partyInputSchema.parse(party), actor);
      // Only the file that goes is in a household.
      const at = Date.now();
      db.write((tx) => {
        tx.unaudited();
        const member = memberInputSchema.parse({ partyId: 2, relation: 'head' });
        insertMember(tx, insertHousehold(tx, actor.id, at), member, actor.id, at);
      });
      close();
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const signInByKeys = async (page: DeskPage['page']): Promise<void> => {
  await page.getByRole('option', { name: OFFICER }).waitFor();
  await page.keyboard.press('Digit2');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await new DeskPage(page).heading('أعمال اليوم').waitFor();
};

test('while somebody is typed, who they are already is named, and one key goes on with that file', async ({
  page,
}) => {
  const on = new DeskPage(page);
  await signInByKeys(page);
  await page.keyboard.press('F2');
  await expect(on.search).toBeFocused();
  // A number that is nobody's: a miss opens the form.
  await page.keyboard.type('1001244019');
  await page.keyboard.press('Enter');
  await expect(on.field('الاسم الكامل')).toBeFocused();
  await page.keyboard.type('فاطمه احمد علي حربي');
  const hint = page.getByRole('region', { name: 'قد يكون مسجَّلًا من قبل' });
  // The same name in another spelling, and another id: both are said.
  await expect(hint).toHaveCount(0);
  await on.field('الجوال').focus();
  await page.keyboard.type('٠٥٠٨٠٧٢٦٧٥');
  await expect(hint).toContainText(KNOWN);
  await expect(hint).toContainText('الجوال نفسه');
  await expect(hint).toContainText('رقم الهوية مختلف');
  await expect(
    hint
      .getByRole('button', { name: `فتح ملف ${AGAIN}` })
      .or(hint.getByRole('button', { name: `فتح ملف ${KNOWN}` }))
      .first(),
  ).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('main')).toContainText(/فاطمة أحمد (?:علي )?الحربي/u);
  await expect(on.field('الاسم الكامل')).toHaveCount(0);
});

test('two files are compared, merged and found by the old name, and become two again, without a mouse', async ({
  page,
}) => {
  const on = new DeskPage(page);
  await signInByKeys(page);
  const pointers = await watchForPointers(page);
  await page.evaluate(() => {
    window.location.hash = '#/beneficiaries/duplicates';
  });
  const pairs = page.getByRole('grid', { name: 'أزواج قد تكون لشخص واحد' });
  await expect(pairs.getByRole('row')).toHaveCount(2);
  await expect(pairs).toContainText('الجوال نفسه');
  await on.button('مقارنة أول زوج').waitFor();
  await page.keyboard.press('Control+Enter');

  // The older file stays; its village is changed for the other's by the keyboard.
  await on.heading('مقارنة ملفين').waitFor();
  const table = page.getByRole('table', { name: 'الملفان جنبًا إلى جنب' });
  await expect(table.getByRole('radio', { name: /الملف الباقي/u }).first()).toBeFocused();
  const village = table.getByRole('row', { name: /^القرية/u });
  await expect(village).toContainText('مختلف');
  for (let stops = 0; stops < 12 && (await village.locator(':focus').count()) === 0; stops += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Digit2');
  await expect(village.getByRole('radio').last()).toBeChecked();
  await page.keyboard.press('Digit1');
  await expect(village.getByRole('radio').first()).toBeChecked();
  await page.keyboard.press('Digit2');
  // A household that only one of them has stays: nobody can choose «لم يُكتب» for it.
  const household = table.getByRole('row', { name: /^الأسرة الحالية/u });
  await expect(household).toContainText('في ملف واحد، ويبقى');
  await expect(household.getByRole('radio')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: `دمج ملف ${AGAIN} في ملف ${KNOWN}` });
  await expect(dialog).toContainText('القرية');
  // The key that opened it does nothing: a second, different one is wanted.
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('F8');
  await on.heading(KNOWN).waitFor();
  await expect(page.getByRole('main')).toContainText('حدا');

  // The former name leads to the one file that is left.
  await page.evaluate(() => {
    window.location.hash = '#/visits/new';
  });
  await expect(on.search).toBeFocused();
  await page.keyboard.type(AGAIN);
  await expect(on.hits.first()).toContainText(KNOWN);

  await page.evaluate(() => {
    window.location.hash = '#/beneficiaries/duplicates';
  });
  const merged = page.getByRole('button', { name: /^دُمجت/u });
  await merged.focus();
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: `التراجع عن دمج ${AGAIN} في ${KNOWN}` });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('لم يتغير شيء بعد الدمج');
  await page.keyboard.press('Control+Enter');
  await on.heading(AGAIN).waitFor();
  await expect(page.getByRole('main')).toContainText('حدا');
  expect(await pointers.acts()).toEqual([]);
});
