import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { expect, openDesk, waitForDesk } from './support/desktop.ts';
import { CHAIR, signIn, test as desk } from './support/prepared-office.ts';

/** Enough to be folded for seconds, few enough to be made in one. */
const PEOPLE = 120_000;

/** An office of an older program, so full that its names are not folded at once. */
const test = desk.extend<object>({
  dataFolder: async ({ dataFolder }, use) => {
    const { db, close } = openDataFolder(dataFolder);
    db.sqlite.exec(
      `INSERT INTO party (kind, name, search_name, name_key, id_kind, no_id_reason, village, sex, created_at_ms, created_by, updated_at_ms)
       WITH RECURSIVE one (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM one WHERE number < ${PEOPLE})
       SELECT 'person', 'فاطمة سالم علي الحربي', 'x', 'x', 'none', 'لا تحملها', '', 'female', number, 1, number FROM one;
       UPDATE installation SET norm_version = 1`,
    );
    close();
    await use(dataFolder);
  },
});

test('the first start after an update says what it does and how far it is, and then opens the desk; a kill costs nothing', async ({
  desktop,
  dataFolder,
  scratch,
  printFolder,
}) => {
  const notice = (page: typeof desktop.page) =>
    page.getByRole('heading', { level: 1, name: 'نجهّز السجل بعد التحديث' });
  const bar = (page: typeof desktop.page) =>
    page.getByRole('progressbar', { name: 'نجهّز السجل بعد التحديث' });
  const far = (page: typeof desktop.page) =>
    expect.poll(async () => Number(await bar(page).getAttribute('aria-valuenow')));
  await notice(desktop.page).waitFor();
  await expect(desktop.page.getByText('لا تُطفئ الجهاز')).toBeVisible();
  await expect(desktop.page.getByText(/^[\d,]+ من 120,\d{3} اسم$/)).toBeVisible();
  // The page is drawn again and again while the names are folded.
  await far(desktop.page).toBeGreaterThan(8);
  await desktop.kill();

  const again = await openDesk({ scratch, dataFolder, printFolder });
  try {
    await notice(again.page).waitFor();
    // It went on behind what was done.
    await far(again.page).toBeGreaterThanOrEqual(8);
  } finally {
    // The window may be closed in the middle of it.
    expect(await again.close()).toBe(0);
  }

  const last = await openDesk({ scratch, dataFolder, printFolder });
  try {
    await notice(last.page).waitFor();
    await far(last.page).toBeGreaterThanOrEqual(8);
    await signIn(last.page, CHAIR);
    await expect(notice(last.page)).toHaveCount(0);
  } finally {
    await last.close();
  }

  // What is up to date is opened as ever.
  const third = await openDesk({ scratch, dataFolder, printFolder });
  try {
    await waitForDesk(third.page);
    await expect(notice(third.page)).toHaveCount(0);
    await third.page.getByRole('option', { name: CHAIR }).waitFor();
  } finally {
    await third.close();
  }
});
