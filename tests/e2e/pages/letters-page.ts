import type { Locator, Page } from '@playwright/test';

/** The letters as a person at the desk sees them: by roles and names, in Arabic. */
export class LettersPage {
  readonly page: Page;
  readonly recipient: Locator;
  readonly subject: Locator;
  readonly body: Locator;
  readonly tools: Locator;
  readonly signatory: Locator;
  readonly attachments: Locator;
  readonly paper: Locator;
  readonly register: Locator;
  readonly search: Locator;
  readonly saved: Locator;
  /** Of an issued letter: what is done and what is still to come. */
  readonly steps: Locator;

  constructor(page: Page) {
    this.page = page;
    this.recipient = page.getByRole('textbox', { name: 'المرسل إليه' });
    this.subject = page.getByRole('textbox', { name: 'الموضوع' });
    this.body = page.getByRole('textbox', { name: 'نص الخطاب' });
    this.tools = page.getByRole('toolbar', { name: 'أدوات النص' });
    this.signatory = page.getByRole('combobox', { name: 'الموقّع' });
    this.attachments = page.getByRole('textbox', { name: 'المرفقات' });
    this.paper = page.getByRole('img', { name: /^الورقة كما تُطبع/ });
    this.register = page.getByRole('grid', { name: 'سجل الصادر' });
    this.search = page.getByRole('searchbox', { name: 'رقم أو تاريخ أو مرسل إليه أو كلمات من النص' });
    this.steps = page.getByRole('list', { name: 'مسار الخطاب بعد كتابته' });
    this.saved = page.getByText(/^حُفظت المسودة \d\d:\d\d$/);
  }

  /** The section, by its place in the navigation. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'أقسام وسام' })
      .getByRole('link', { name: 'الخطابات' })
      .click();
    await this.heading('الخطابات').waitFor();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  step(name: string): Locator {
    return this.steps.getByRole('listitem').filter({ hasText: name });
  }

  /** What stands under «المزيد» of an issued letter. */
  async chooseMore(name: string): Promise<void> {
    await this.button('المزيد').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  row(text: string): Locator {
    return this.register.getByRole('row').filter({ hasText: text });
  }

  async startNew(): Promise<void> {
    await this.button('خطاب جديد').click();
    await this.body.waitFor();
  }

  async chooseSignatory(title: string): Promise<void> {
    await this.signatory.click();
    await this.page.getByRole('option', { name: title }).click();
  }

  /** Fills what a letter may not lack. */
  async write(subject: string, text: string, signatory = 'رئيسة مجلس الإدارة'): Promise<void> {
    await this.recipient.fill('مدير مركز التنمية الاجتماعية بالجموم');
    await this.subject.fill(subject);
    await this.chooseSignatory(signatory);
    await this.body.click();
    await this.page.keyboard.type(text);
  }

  /** The letter's own number in the address; null while it has no row. */
  address(): string {
    return new URL(this.page.url()).hash.replace('#', '');
  }
}
