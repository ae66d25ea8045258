import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartyId } from '#shared/ids.ts';
import { memberInputSchema } from '#shared/households/household.ts';
import { plainContact, recordOfDoor } from '#shared/parties/party-record.ts';
import { insertHousehold, insertMember } from '#db/households/household-writes.ts';
import { giveFileNumber, insertParty } from '#db/parties/party-writes.ts';
import { openRegister } from '#db/registers/register-counter.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { queries } from '#db/statement.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { DeskPage } from './pages/desk-page.ts';
import { expect, makeOffice, OFFICER, signIn, test as desk } from './support/prepared-office.ts';
import { watchForPointers } from './support/without-mouse.ts';

const NAME = 'عبد الرحمن بن فهد القثامي';
const OTHERS = ['نورة سعد اللحياني', 'نوره سعيد الحربي', 'حسن علي المطيري', 'حسين علي المطيري'];

const door = (name: string, id: string, mobile: string, village: string) =>
  recordOfDoor({
    kind: 'person',
    name,
    idKind: id === '' ? 'none' : 'nationalId',
    idNumber: id,
    noIdReason: id === '' ? 'لم يُحضرها' : '',
    mobile,
    village,
    sex: null,
    roles: ['beneficiary'],
  });

/** An office that knows one person by everything that people are known by, and four others. */
const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-find-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const { db, close } = openDataFolder(office);
      const by = listStaff(db)[0]!.id;
      db.write((tx) => {
        tx.unaudited();
        const known = door(NAME, '1058529940', '+966508072675', 'الصمد');
        const id = insertParty(
          tx,
          {
            ...known,
            latinName: 'Abdulrahman Fahad Al-Quthami',
            aliases: ['أبو تركي'],
            legacyNumbers: ['١٢٧/ب'],
            contactPoints: [
              ...known.contactPoints,
              plainContact('landline', '+966125551234'),
              plainContact('email', 'quthami@example.com'),
            ],
          },
          by,
          1,
        );
        openRegister(tx, 'files', 1448, 91);
        giveFileNumber(tx, id, 1448, 92);
        const household = insertHousehold(tx, by, 1);
        for (const member of [
          { partyId: id, relation: 'head' },
          { relation: 'daughter', name: 'جواهر عبد الرحمن القثامي', idNumber: '1001244019' },
        ])
          insertMember(tx, household, memberInputSchema.parse(member), by, 1);
        const twice: PartyId = insertParty(tx, door('دحيم فهد القثمي', '', '', ''), by, 1);
        tx.exec(queries.updateTable('party').set({ merged_into: id }).where('id', '=', twice));
        for (const name of OTHERS) insertParty(tx, door(name, '', '', 'حدا'), by, 1);
      });
      close();
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  prepared: async ({ office }, use) => use(office),
});

/** What is typed, and what the palette says beside the name when it is not by the name itself. */
const WAYS: readonly (readonly [typed: string, reason: string])[] = [
  ['عبدالرحمن القثامى', ''],
  ['قثامي عبد الر', ''],
  ['عَبْدُ الرَّحْمَٰن', ''],
  ['رحمـــن', ''],
  ['1058529940', ''],
  ['١٠٥٨٥٢٩٩٤٠', ''],
  ['0508072675', ''],
  ['+966 50 807 2675', ''],
  ['٠٠٩٦٦٥٠٨٠٧٢٦٧٥', ''],
  ['1448-92', ''],
  ['١٤٤٨-٠٠٩٢', ''],
  ['ملف 92', ''],
  ['127/ب', 'رقم ورقي: 127/ب'],
  ['١٢٧/ب', 'رقم ورقي'],
  ['012 555 1234', 'وسيلة تواصل'],
  ['Quthami@', 'وسيلة تواصل'],
  ['ABDULRAHMAN', 'بالحروف اللاتينية'],
  ['ابو تركي', 'اسم آخر: أبو تركي'],
  ['جواهر', 'من الأسرة: جواهر عبد الرحمن القثامي'],
  ['1001244019', 'من الأسرة: جواهر'],
  ['دحيم', 'دُمج فيه ملف: دحيم فهد القثمي'],
];

test('every number and every spelling leads to the person, by keys alone', async ({ page }) => {
  const { acts } = await watchForPointersAfterSignIn(page);
  const field = page.getByRole('combobox', { name: 'البحث والأوامر' });
  for (const [typed, reason] of WAYS) {
    await page.keyboard.press('Control+KeyK');
    await field.fill(typed);
    const person = page.getByRole('group', { name: 'الأشخاص' }).getByRole('option').first();
    await expect(person, typed).toContainText(NAME);
    if (reason !== '') await expect(person, typed).toContainText(reason);
    await expect(field).toHaveAttribute('aria-busy', 'false');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: NAME }), typed).toBeVisible();
  }
  expect(await acts()).toEqual([]);
});

async function watchForPointersAfterSignIn(page: Parameters<typeof watchForPointers>[0]) {
  await signIn(page, OFFICER);
  return watchForPointers(page);
}

test('the wrong keyboard layout is recognised both ways, and said', async ({ page }) => {
  await signIn(page, OFFICER);
  const field = page.getByRole('combobox', { name: 'البحث والأوامر' });
  const person = page.getByRole('group', { name: 'الأشخاص' }).getByRole('option').first();
  await page.keyboard.press('Control+KeyK');
  // «القثامي» on the English layout, «fahad» on the Arabic one.
  await field.fill('hgrehld');
  await expect(person).toContainText(NAME);
  await expect(page.getByRole('dialog')).toContainText('القثامي');
  await field.fill('بشاشي');
  await expect(person).toContainText(NAME);
});

test('who types the whole name of a command is led to it, before a visit of that name is offered', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const field = page.getByRole('combobox', { name: 'البحث والأوامر' });
  const first = page.getByRole('listbox', { name: 'البحث والأوامر' }).getByRole('option').first();
  await page.keyboard.press('Control+KeyK');
  await field.fill('قوالب');
  // A part of it may be a name as well.
  await expect(first).toContainText('تسجيل زيارة بهذا الاسم');
  await field.fill('قوالب الخطابات');
  await expect(page.getByRole('option', { name: /تسجيل زيارة بهذا الاسم/ })).toBeVisible();
  await expect(first).toContainText('قوالب الخطابات');
  await expect(first).not.toContainText('تسجيل زيارة');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/letters\/templates/u);
});

test('the list is narrowed, sorted, walked and left by keys; the narrowing is kept for its person', async ({
  page,
}) => {
  const at = new DeskPage(page);
  await signIn(page, OFFICER);
  await at.openSection('المستفيدون');
  const grid = page.getByRole('grid', { name: 'المستفيدون والأطراف' });
  const rows = grid.getByRole('row');
  await expect(page.getByRole('heading', { level: 2, name: '5 ملفات' })).toBeVisible();
  const search = at.field('بحث بالاسم أو الهوية أو الجوال أو رقم الملف');
  await search.fill('جواهر');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('من الأسرة: جواهر');
  await search.fill('نوره');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 2, name: OTHERS[1]! })).toBeVisible();
  await page.keyboard.press('Escape');
  await at.heading('المستفيدون').waitFor();

  await search.fill('');
  await page.getByRole('combobox', { name: 'القرية' }).click();
  await page.getByRole('option', { name: 'حدا' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '4 ملفات' })).toBeVisible();
  await page.getByRole('combobox', { name: 'الحالة' }).click();
  await page.getByRole('option', { name: 'له طلب مفتوح' }).click();
  await expect(page.getByText('لا ملف بهذه الصفات')).toBeVisible();
  await at.openSection('الخطابات');
  await at.openSection('المستفيدون');
  await expect(page.getByText('لا ملف بهذه الصفات')).toBeVisible();
  await at.button('مسح التصفية').click();
  await expect(page.getByRole('heading', { level: 2, name: '5 ملفات' })).toBeVisible();
  await search.fill('القثامي');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Enter');
  await at.heading(NAME).waitFor();
});
