import { expect, type Locator, type Page } from '@playwright/test';
import { type RequestId, requestIdSchema } from '#shared/ids.ts';

/** طلب الدعم with its seven steps, as a person at the desk sees it: by roles and names, in Arabic. */
export class RequestPage {
  readonly page: Page;
  readonly steps: Locator;
  readonly timeline: Locator;
  readonly requirements: Locator;
  /** Where an applicant signs, whoever they are. */
  readonly applicant: Locator;
  readonly officer: Locator;
  /** S.5, once it is raised. */
  readonly waiting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.steps = page.getByRole('list', { name: 'خطوات الطلب السبع' }).getByRole('listitem');
    this.timeline = page.getByRole('list', { name: 'سجل المعاملة' });
    this.requirements = page.getByRole('list', { name: 'المتطلبات' });
    this.applicant = page.getByRole('region', { name: /^توقيع طالبة? الدعم$/u });
    this.officer = page.getByRole('region', { name: 'توقيع الموظف' });
    this.waiting = page.getByRole('heading', { level: 2, name: 'لدى لجنة البحث' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  card(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Until this step is the one that waits. */
  async at(step: number): Promise<void> {
    await expect(this.steps.nth(step - 1)).toHaveAttribute('aria-current', 'step');
  }

  id(): RequestId {
    return requestIdSchema.parse(Number(/\/requests\/(\d+)/u.exec(new URL(this.page.url()).hash)?.[1]));
  }

  async chooseMore(item: string): Promise<void> {
    await this.button('المزيد').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** S.2: what the register says and what was told, read out and confirmed. */
  async confirmAll(): Promise<void> {
    await this.button('تأكيد الباقي كما قيل').click();
    await expect(this.page.getByText(/^(\d+) من \1 مؤكدة$/u)).toBeVisible();
  }

  /** S.2 and S.3, where the procedures are clear. */
  async toSigning(): Promise<void> {
    await this.at(2);
    await this.confirmAll();
    await this.button('إتمام الخطوة').click();
    await this.button('الإجراءات واضحة: تخطي').click();
    await this.at(4);
  }

  async signAsOfficer(): Promise<void> {
    await this.officer.getByRole('button', { name: /^أوقّع باسم/u }).click();
    await expect(this.officer).toContainText('وُقّع');
  }

  /** S.4: the applicant draws with a mouse, the officer signs by account. */
  async sign(): Promise<void> {
    await this.signAsOfficer();
    await this.applicant.getByRole('radio', { name: 'على اللوح' }).click();
    await this.applicant.getByRole('button', { name: 'فتح اللوح' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'التوقيع على اللوح' });
    const pad = dialog.getByRole('img', { name: /^توقيع طالبة? الدعم/u });
    await this.draw(pad);
    await dialog.getByRole('button', { name: 'اعتماد التوقيع' }).click();
    await expect(dialog).toBeHidden();
    // Its way stands there before it is signed too: that it is signed is what the step waits for.
    await expect(this.applicant).toContainText('وُقّع');
    await expect(this.applicant).toContainText('على اللوح');
  }

  /** A wave over a signature pad. */
  private async draw(pad: Locator): Promise<void> {
    const box = await pad.boundingBox();
    if (box === null) throw new Error('the pad is not there');
    const at = (part: number, wave: number): [number, number] => [
      box.x + box.width * part,
      box.y + box.height * (0.5 + wave),
    ];
    await this.page.mouse.move(...at(0.75, 0));
    await this.page.mouse.down();
    for (let turn = 0; turn < 30; turn += 1)
      await this.page.mouse.move(...at(0.75 - turn * 0.015, 0.3 * Math.sin(turn / 3)));
    await this.page.mouse.up();
    await expect(pad).toHaveAttribute('data-signed', 'true');
  }

  /** S.2 to S.4: it waits to be raised. */
  async toRaising(): Promise<void> {
    await this.toSigning();
    await this.sign();
    await this.button('إتمام الخطوة').click();
    await this.at(5);
    await this.button('رفع الطلب').waitFor();
  }
}
