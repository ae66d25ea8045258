import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LettersPage } from './pages/letters-page.ts';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';

const SUBJECT = 'كشف الطلبات الواردة';

interface Ticket {
  readonly jobName: string;
  readonly copies: number;
  readonly pageRange: string | null;
}
const tickets = (folder: string): Ticket[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Ticket)
    : [];

/** A letter with a number, of so many paragraphs, opened on its page. Gives back how many pages it has. */
async function issuedLetter(page: Page, paragraphs: number): Promise<number> {
  const pages = await page.evaluate(
    async ({ subject, count }) => {
      const content = {
        recipient: {
          honorific: 'سعادة',
          name: 'مدير مركز التنمية الاجتماعية بالجموم',
          title: '',
          organisation: '',
          closingHonorific: 'المحترم',
        },
        subject,
        body: {
          type: 'doc' as const,
          content: Array.from({ length: count }, (_, index) => ({
            type: 'paragraph' as const,
            content: [
              {
                type: 'text' as const,
                text: `الفقرة ${index + 1}: نفيدكم بأن الجمعية أتمت دراسة الطلبات الواردة خلال الشهر، ونرجو تزويدنا بما يلزم.`,
              },
            ],
          })),
        },
        attachments: { kind: 'list' as const, items: [] },
        signatory: { title: 'رئيسة مجلس الإدارة', name: 'نورة سالم اللحياني' },
        copies: [],
        inReplyTo: '',
      };
      const created = await window.wisam['letters.create']({ content });
      if (!created.ok) throw new Error(created.error.code);
      const issued = await window.wisam['letters.issue']({ id: created.value.id });
      if (!issued.ok) throw new Error(issued.error.code);
      location.hash = `/letters/${created.value.id}`;
      return issued.value.pages ?? 0;
    },
    { subject: SUBJECT, count: paragraphs },
  );
  await new LettersPage(page).heading(SUBJECT).waitFor();
  return pages;
}

const question = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'هل خرجت كل الصفحات؟' });
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /^طباعة / });
const copies = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'عدد النسخ' });
const pagesField = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'الصفحات' });

test('F9 asks once among several printers, and prints there silently from then on', async ({
  page,
  printFolder,
}) => {
  const [desk, hall] = ['desk', 'hall'].map((name) => join(printFolder, name)) as [string, string];
  mkdirSync(desk);
  mkdirSync(hall);
  await signIn(page, CHAIR);
  const count = await issuedLetter(page, 60);
  expect(count).toBeGreaterThan(2);

  await page.keyboard.press('F9');
  await expect(copies(page)).toBeFocused();
  await page.keyboard.type('1');
  await expect(copies(page)).toHaveValue('1');
  await page.keyboard.press('Shift+Tab');
  await expect(dialog(page).getByRole('combobox', { name: 'الطابعة' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  // The dialog goes before the sheets are handed over.
  await expect.poll(() => tickets(hall)).toEqual([{ jobName: '127/ص/1448', copies: 1, pageRange: null }]);
  expect(tickets(desk)).toEqual([]);

  // A long letter: one key says that all of it is there.
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('F7');
  await expect(question(page)).toHaveCount(0);

  await page.keyboard.press('F9');
  await expect.poll(() => tickets(hall)).toHaveLength(2);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(printJobs(hall)[0]?.equals(printJobs(hall)[1]!)).toBe(true);
});

test('Shift+F9 prints copies of some pages without a mouse, and says at the field what is wrong', async ({
  page,
  printFolder,
}) => {
  await signIn(page, CHAIR);
  const count = await issuedLetter(page, 60);
  await page.keyboard.press('Shift+F9');
  await expect(copies(page)).toBeFocused();
  await page.keyboard.type('٢');
  await expect(copies(page)).toHaveValue('2');
  await page.keyboard.press('Tab');
  await expect(pagesField(page)).toBeFocused();
  await page.keyboard.type(`2-${count + 4}`);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(`عدد صفحات الورقة ${count}`)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('كل');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('وبينها فاصلة')).toBeVisible();
  expect(tickets(printFolder)).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('٢-٣');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect
    .poll(() => tickets(printFolder))
    .toEqual([{ jobName: '127/ص/1448', copies: 2, pageRange: '2-3' }]);
});

test('«did every page come out»: no leads to the missing pages, and the answer is on record', async ({
  page,
  printFolder,
}) => {
  await signIn(page, CHAIR);
  const count = await issuedLetter(page, 60);
  await page.keyboard.press('F9');
  await expect(question(page)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  // The question stands aside: she may be anywhere by the time she has looked at the sheets.
  await new LettersPage(page).open();
  await page.keyboard.press('Shift+F7');
  await expect(pagesField(page)).toBeFocused();
  await expect(pagesField(page)).toHaveValue(`2-${count}`);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect
    .poll(() => tickets(printFolder).at(-1))
    .toEqual({ jobName: '127/ص/1448', copies: 1, pageRange: '2' });
  await page.keyboard.press('F7');
  await expect(question(page)).toHaveCount(0);
  const told = async (): Promise<string[]> =>
    page.evaluate(async () => {
      const events = await window.wisam['audit.list']({});
      return events.ok
        ? events.value.map(({ action }) => action).filter((action) => action.startsWith('printing.'))
        : [];
    });
  await expect.poll(told).toEqual(['printing.cameOut', 'printing.cameOutShort', 'printing.cameOutShort']);
});

test('a printer that fails leaves the letter issued and says what to do: the viewer, or once more', async ({
  page,
  printFolder,
}) => {
  await signIn(page, CHAIR);
  // Nothing can be written where a file stands in the folder's place.
  rmSync(printFolder, { recursive: true });
  writeFileSync(printFolder, '');
  const letters = new LettersPage(page);
  await letters.open();
  await letters.startNew();
  await letters.write(SUBJECT, 'نفيدكم بأن الجمعية أتمت دراسة الطلبات.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'اعتماد الخطاب وإصداره وطباعته' }).waitFor();
  await page.keyboard.press('F8');
  await expect(page.getByRole('status').filter({ hasText: 'صدر الخطاب برقم 127/ص/' })).toBeVisible();
  const trouble = page.getByRole('alert').filter({ hasText: 'لم تُطبع الورقة' });
  await expect(trouble).toContainText('لم يتغير شيء في السجل');
  expect(await faultsOf(page)).toEqual([]);

  await trouble.getByRole('button', { name: 'المحاولة مرة أخرى' }).press('Enter');
  // Until the second try has failed too, nothing else is offered.
  const viewer = trouble.getByRole('button', { name: 'فتح في عارض الجهاز' });
  await expect(viewer).toBeEnabled();
  await viewer.press('Enter');
  await expect(trouble).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'اطبعه منه' })).toBeVisible();
  const sealed = await page.evaluate(async () => {
    const answer = await window.wisam['letters.pdf']({ id: 1 });
    return answer.ok ? [...answer.value.pdf] : [];
  });
  expect([...printJobs(`${printFolder}.viewer`)[0]!]).toEqual(sealed);

  await page.keyboard.press('F9');
  await expect(trouble).toBeVisible();
  rmSync(printFolder);
  await trouble.getByRole('button', { name: 'المحاولة مرة أخرى' }).press('Enter');
  await expect(trouble).toHaveCount(0);
  // One sheet, and yet it is asked about: the print before it had failed.
  await expect(question(page)).toBeVisible();
  expect([...printJobs(printFolder)[0]!]).toEqual(sealed);
});

test('the desk chooses its printer, prints a test page and keeps the shift of its paper', async ({
  page,
  printFolder,
}) => {
  for (const name of ['desk', 'hall']) mkdirSync(join(printFolder, name));
  await signIn(page, CHAIR);
  await page.evaluate(() => {
    location.hash = '/settings/printing';
  });
  const list = page.getByRole('list', { name: 'طابعات هذا الجهاز' });
  await list
    .getByRole('listitem')
    .filter({ hasText: 'hall' })
    .getByRole('button', { name: 'اختيارها لـ F9' })
    .click();
  // The chosen one stands first, and F9 tests it.
  await expect(list.getByRole('listitem').first()).toContainText('hall');
  await page.keyboard.press('F9');
  await expect.poll(() => tickets(join(printFolder, 'hall'))).toHaveLength(1);

  await page.getByRole('radio', { name: 'مطبوعة عليه الترويسة' }).click();
  const right = page.getByRole('textbox', { name: 'إلى اليمين (مم)' });
  await right.fill('٩٠');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('اكتب الإزاحة بالمليمتر').first()).toBeVisible();
  await right.fill('-١٫٥');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'حُفظت إعدادات الطباعة' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  const kept = await page.evaluate(async () => {
    const answer = await window.wisam['printing.getSetting']();
    return answer.ok ? answer.value : null;
  });
  expect(kept).toEqual({
    printer: 'hall',
    preprinted: { on: true, xMm: -1.5, yMm: 0 },
    askCameOut: false,
  });
});
