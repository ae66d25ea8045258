import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '#db/open-database.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { wisam } from '../cli/support/wisam.ts';
import { DeskPage } from './pages/desk-page.ts';
import { answerDialogs, openDesk, waitForDesk } from './support/desktop.ts';
import { folderState } from './support/folder-state.ts';
import type { Desktop } from './support/launch.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';

/** What a person sees over a folder that cannot be opened; the folder must be to the byte what it was. */
async function expectRefused(
  folder: string,
  { scratch, printFolder }: { scratch: string; printFolder: string },
  expected: { code: string; words: string },
  act: (desk: DeskPage, desktop: Desktop) => Promise<void> = async () => {},
): Promise<void> {
  const before = folderState(folder);
  const desktop = await openDesk({ scratch, dataFolder: folder, printFolder });
  try {
    await waitForDesk(desktop.page);
    const desk = new DeskPage(desktop.page);
    await desk.heading('تعذّر فتح البيانات').waitFor();
    await expect(desk.errors).toContainText(expected.words);
    await expect(desktop.page.getByText(expected.code, { exact: true })).toBeVisible();
    await expect(desktop.page.getByText(folder, { exact: true })).toBeVisible();
    // Looking again changes neither the folder nor the answer.
    await desk.button('فحص المجلد من جديد').click();
    await expect(desk.errors).toContainText(expected.words);
    await act(desk, desktop);
    // The desk is another process: a look at the folder may fall into the moment in which it looks itself.
    await expect.poll(() => folderState(folder), { message: 'while the desk stands' }).toEqual(before);
  } finally {
    await desktop.close();
  }
  expect(folderState(folder), 'after the desk was closed').toEqual(before);
}

test("somebody else's folder is named as such, and left alone", async ({ scratch, printFolder }) => {
  const folder = join(scratch, 'photos');
  mkdirSync(join(folder, 'عائلية'), { recursive: true });
  writeFileSync(join(folder, 'قائمة.txt'), 'ليست من وسام');
  writeFileSync(join(folder, 'عائلية', 'صورة.jpg'), Buffer.alloc(5000, 7));
  await expectRefused(
    folder,
    { scratch, printFolder },
    { code: 'dataFolderNotOurs', words: 'هذا المجلد ليس مجلد بيانات وسام، ولم يُمس' },
  );
});

/** Flips one bit of a byte in every page from this one on. */
function damage(file: string, fromPage: number): void {
  const bytes = readFileSync(file);
  for (let at = fromPage * 4096 + 200; at < bytes.length; at += 4096) bytes[at]! ^= 1;
  writeFileSync(file, bytes);
}

for (const { where, page } of [
  { where: 'from its first page on', page: 0 },
  { where: 'behind a sound first page', page: 2 },
])
  test(`a database that is damaged ${where} is kept as it is`, async ({ office, scratch, printFolder }) => {
    const folder = join(scratch, 'damaged');
    cpSync(office, folder, { recursive: true });
    damage(join(folder, 'app.db'), page);
    await expectRefused(
      folder,
      { scratch, printFolder },
      { code: 'databaseCorrupt', words: 'قاعدة البيانات تالفة، وقد حُفظت كما هي دون مساس' },
    );
  });

test('what a newer Wisam wrote is not opened, nor taken back to the older form', async ({
  office,
  scratch,
  printFolder,
}) => {
  const folder = join(scratch, 'newer');
  cpSync(office, folder, { recursive: true });
  const sqlite = connect(join(folder, 'app.db'), readDatabaseKey(folder), { fileMustExist: true });
  sqlite.pragma('user_version = 999');
  sqlite.close();
  await expectRefused(
    folder,
    { scratch, printFolder },
    { code: 'databaseTooNew', words: 'كُتبت هذه البيانات بإصدار أحدث من وسام، ولم تُمس' },
  );
});

test('without its key nothing is made in its place', async ({ office, scratch, printFolder }) => {
  const folder = join(scratch, 'keyless');
  cpSync(office, folder, { recursive: true, filter: (path) => !path.endsWith('database.key') });
  await expectRefused(
    folder,
    { scratch, printFolder },
    { code: 'databaseKeyMissing', words: 'مفتاح قاعدة البيانات database.key غير موجود' },
    async (desk, desktop) => {
      await answerDialogs(desktop, null);
      // The way out is offered, and says what it needs.
      await desk.button('استعادة البيانات').click();
      await expect(desktop.page.getByText('لم يُختر ملف بعد')).toBeVisible();
    },
  );
});

test('an office that is open keeps a second desk and the command line out', async ({
  page,
  desktop,
  dataFolder,
  scratch,
  printFolder,
}) => {
  await page.getByRole('option', { name: CHAIR }).waitFor();
  /** Readers of a database leave their marks in -shm, the desk that owns it among them. */
  const held = (): Record<string, string> => ({
    ...folderState(dataFolder),
    'app.db-shm': 'marks of readers',
  });
  const before = held();

  for (const words of [
    ['verify', '--data', dataFolder],
    ['backup', '--data', dataFolder, '--to', scratch],
  ]) {
    const ended = wisam(words, scratch);
    expect(ended, words[0]).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^wisam \w+: dataFolderInUse: [^\n]*\n$/);
  }

  const second = await openDesk({ scratch: join(scratch, 'second'), dataFolder, printFolder });
  await waitForDesk(second.page);
  const desk = new DeskPage(second.page);
  await desk.heading('تعذّر فتح البيانات').waitFor();
  await expect(desk.errors).toContainText(
    'البيانات مفتوحة في برنامج آخر على هذا الجهاز: أغلقه ثم أعد المحاولة',
  );
  expect(held()).toEqual(before);

  // The first one works on; once it is closed, the second one opens with one press.
  await signIn(page, CHAIR);
  await desk.button('فحص المجلد من جديد').click();
  await expect(desk.errors).toContainText('البيانات مفتوحة في برنامج آخر');
  await desktop.close();
  await desk.button('فحص المجلد من جديد').click();
  await signIn(second.page, CHAIR);
  await second.close();
});
