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
    this.applicant = page.getByRole('region', { name: /^توقيع (?:طالبة? الدعم|جهة المستفيد)$/u });
    this.officer = page.getByRole('region', { name: 'توقيع الموظف' });
    this.waiting = page.getByRole('heading', { level: 2, name: 'لدى لجنة البحث' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  card(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** What stands beside a term of the open card. */
  fact(term: string): Locator {
    return this.page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${term}$`, 'u') })
      .locator('xpath=following-sibling::dd[1]');
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

  /** S.4: the applicant draws with a finger (attestation.spec does with a mouse), the officer signs by account. */
  async sign(): Promise<void> {
    await this.signAsOfficer();
    await this.signOnPad(this.applicant);
  }

  /** In the applicant's place, by whom it names. */
  async signOnPad(place: Locator): Promise<void> {
    await place.getByRole('radio', { name: 'على اللوح' }).click();
    await place.getByRole('button', { name: 'فتح اللوح' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'التوقيع على اللوح' });
    const pad = dialog.getByRole('img', { name: /^توقيع /u });
    await this.draw(pad);
    await dialog.getByRole('button', { name: 'اعتماد التوقيع' }).click();
    await expect(dialog).toBeHidden();
    // Its way stands there before it is signed too: that it is signed is what the step waits for.
    await expect(place).toContainText('وُقّع');
    await expect(place).toContainText('على اللوح');
  }

  /** A wave over a signature pad, by one finger; the second one, which holds the screen, draws nothing. */
  private async draw(pad: Locator): Promise<void> {
    const box = await pad.boundingBox();
    if (box === null) throw new Error('the pad is not there');
    const finger = (part: number, wave: number) => ({
      x: box.x + box.width * part,
      y: box.y + box.height * (0.5 + wave),
      id: 0,
    });
    const other = { x: box.x + box.width * 0.9, y: box.y + box.height * 0.9, id: 1 };
    const touch = await this.page.context().newCDPSession(this.page);
    const dispatch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      touchPoints: { x: number; y: number; id: number }[],
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    await dispatch('touchStart', [finger(0.75, 0)]);
    await dispatch('touchStart', [finger(0.75, 0), other]);
    for (let turn = 0; turn < 30; turn += 1)
      await dispatch('touchMove', [finger(0.75 - turn * 0.015, 0.3 * Math.sin(turn / 3)), other]);
    await dispatch('touchEnd', []);
    await touch.detach();
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
