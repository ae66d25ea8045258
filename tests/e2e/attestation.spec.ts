import type { Page } from '@playwright/test';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { clause } from '#shared/policy/clauses.ts';
import { faultsOf } from './support/axe.ts';
import { printJobs } from './support/desktop.ts';
import { expect, OFFICER, signIn, test } from './support/prepared-office.ts';
import { tabTo, watchForPointers } from './support/without-mouse.ts';

const NOURA = 'نورة بنت سليمان اللحياني';
const SERVICE = 'سلة غذائية وكسوة شتاء';

/** A request that waits for its signatures, with its page open. */
async function openRequest(page: Page): Promise<number> {
  const id = await page.evaluate(
    async ([name, service]) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const party = value(
        await wisam['parties.add']({
          name,
          idKind: 'nationalId',
          idNumber: '1058529940',
          mobile: '0500000147',
          village: 'قرية الصمد',
          sex: 'female',
        }),
      );
      const request = value(
        await wisam['requests.open']({ partyId: party.id, service, need: 'أسرة بلا عائل' }),
      );
      const { fields } = value(await wisam['form.ofRequest']({ id: request.id }));
      const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
      value(await wisam['form.confirm']({ id: request.id, data }));
      value(await wisam['requests.completeStep']({ id: request.id, step: 2 }));
      value(await wisam['requests.skipReferral']({ id: request.id }));
      return request.id;
    },
    [NOURA, SERVICE] as const,
  );
  await page.evaluate((number) => {
    location.hash = `/requests/${number}`;
  }, id);
  await expect(page.getByRole('heading', { level: 1, name: NOURA })).toBeVisible();
  return id;
}

const boxes = (page: Page) => ({
  applicant: page.getByRole('region', { name: 'توقيع طالبة الدعم' }),
  officer: page.getByRole('region', { name: 'توقيع الموظف' }),
  step: page.getByRole('list', { name: 'خطوات الطلب السبع' }).getByRole('listitem'),
  errors: page.getByRole('alert'),
});

test('an applicant signs on the screen with a mouse, the officer by account, and a later change asks again', async ({
  page,
}) => {
  await signIn(page, OFFICER);
  const id = await openRequest(page);
  const { applicant, officer, step, errors } = boxes(page);
  await expect(page.getByText(clause('S.4').text)).toBeVisible();
  await expect(page.getByRole('button', { name: 'تغيير: الخدمة المطلوبة' })).toBeVisible();
  expect(await faultsOf(page), 'the check page').toEqual([]);

  // Pressed early, it says what is missing.
  await page.keyboard.press('Control+Enter');
  await expect(errors).toContainText('بقي التوقيعان');
  await officer.getByRole('button', { name: `أوقّع باسم ${OFFICER}` }).click();
  await expect(officer).toContainText('وُقّع');

  await applicant.getByRole('radio', { name: 'على اللوح' }).click();
  await applicant.getByRole('button', { name: 'فتح اللوح' }).click();
  const dialog = page.getByRole('dialog', { name: 'التوقيع على اللوح' });
  await expect(dialog).toContainText(`أقر أنا ${NOURA}`);
  await dialog.getByRole('button', { name: 'اعتماد التوقيع' }).click();
  await expect(dialog).toContainText('لم يُوقَّع بعد');
  const pad = dialog.getByRole('img', { name: `توقيع طالبة الدعم: ${NOURA}` });
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5);
  await page.mouse.down();
  for (let at = 0; at < 40; at += 1)
    await page.mouse.move(
      box.x + box.width * (0.75 - at * 0.012),
      box.y + box.height * (0.5 + 0.3 * Math.sin(at / 3)),
    );
  await page.mouse.up();
  await expect(pad).toHaveAttribute('data-signed', 'true');
  expect(await faultsOf(page), 'the signature pad').toEqual([]);
  await dialog.getByRole('button', { name: 'اعتماد التوقيع' }).click();
  await expect(dialog).toBeHidden();
  await expect(applicant).toContainText('وُقّع');
  await expect(applicant).toContainText('على اللوح');

  await page.getByRole('button', { name: 'إتمام الخطوة' }).click();
  await expect(step.nth(4)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('list', { name: 'سجل المعاملة' })).toContainText('وُقّع الإقرار عن الجمعية');

  // The drawing is what was drawn: more than white.
  const picture = await page.evaluate(async (requestId) => {
    const papers = await window.wisam['sealed.list']({ requestId: requestId });
    if (!papers.ok) throw new Error(papers.error.code);
    const file = papers.value[0]?.signatures.find(({ mode }) => mode === 'screen')?.file;
    const kept = await window.wisam['files.get']({ sha256: file!.sha256, name: file!.name });
    if (!kept.ok) throw new Error(kept.error.code);
    const bitmap = await createImageBitmap(new Blob([kept.value.bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    return {
      width: bitmap.width,
      dark: data.filter((value, index) => index % 4 === 0 && value < 100).length,
    };
  }, id);
  expect(picture.width).toBeGreaterThan(400);
  expect(picture.dark).toBeGreaterThan(500);

  // What was signed changes afterwards: its name is said, and both signatures are asked for again.
  await page.evaluate(async (requestId) => {
    const { wisam } = window;
    const done = await wisam['requests.edit']({ id: requestId, service: 'ترميم سقف', need: '' });
    if (!done.ok) throw new Error(done.error.code);
  }, id);
  await expect(page.getByText('تغيّر ما كان وُقّع عليه: الخدمة المطلوبة، الحاجة')).toBeVisible();
  await page.getByRole('button', { name: 'إعادة الإقرار' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'مراجعة وإقرار' })).toBeVisible();
  await expect(boxes(page).applicant).toContainText('بانتظار التوقيع');
  await expect(page.getByText('تغيّر بعد التوقيع').first()).toBeVisible();
});

test('by keyboard alone: printed, signed on paper, and the sheet comes back by its code', async ({
  page,
  printFolder,
}) => {
  await signIn(page, OFFICER);
  await openRequest(page);
  const { applicant, officer, step } = boxes(page);
  await expect(page.getByRole('button', { name: 'إتمام الخطوة' })).toBeVisible();
  const pointers = await watchForPointers(page);

  await page.keyboard.press('F9');
  await expect.poll(() => printJobs(printFolder).length).toBe(1);
  await expect(page.getByRole('button', { name: /خُتمت النسخة 1/u })).toBeVisible();

  const sign = officer.getByRole('button', { name: `أوقّع باسم ${OFFICER}` });
  await tabTo(page, sign, 60);
  await page.keyboard.press('Enter');
  await expect(officer).toContainText('وُقّع');

  const attach = applicant.getByRole('button', { name: 'إرفاق الورقة' });
  await expect(applicant.getByRole('radio', { name: 'على الورق' })).toBeFocused();
  await tabTo(page, attach);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'الورقة الموقّعة' });
  await expect(dialog).toBeVisible();
  const input = dialog.locator('input[type=file]');
  // A sheet without a code that can be read: its digits are asked for.
  await input.setInputFiles({
    name: 'أخرى.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(tinyPdf('x')),
  });
  await expect(dialog.getByRole('textbox', { name: 'رمز الورقة' })).toBeVisible();
  const [sheet] = printJobs(printFolder);
  await input.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: sheet! });
  await expect(dialog).toBeHidden();
  await expect(applicant).toContainText('وُقّع');
  await expect(applicant).toContainText('على الورق');

  await page.keyboard.press('Control+Enter');
  await expect(step.nth(4)).toHaveAttribute('aria-current', 'step');
  expect(await pointers.acts()).toEqual([]);
});
