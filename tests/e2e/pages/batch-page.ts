import type { Locator, Page } from '@playwright/test';

/** خطابات لعدة أشخاص, as a person at the desk sees them. */
export class BatchPage {
  readonly page: Page;
  readonly persons: Locator;
  readonly rows: Locator;
  readonly sample: Locator;
  readonly leftOut: Locator;

  constructor(page: Page) {
    this.page = page;
    this.persons = page.getByRole('grid', { name: 'اختيار الأشخاص' });
    this.rows = page.getByRole('grid', { name: 'أصحاب الخطابات' });
    this.sample = page.getByRole('img', { name: /^الصفحة الأولى من خطاب/ });
    this.leftOut = page.getByRole('list', { name: 'لا يصدر لهم' });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** From the list of letters. */
  async startNew(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'أقسام وسام' })
      .getByRole('link', { name: 'الخطابات' })
      .click();
    await this.button('خطاب لعدة أشخاص').click();
    await this.heading('خطاب لعدة أشخاص').waitFor();
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** A day in its Gregorian boxes. */
  async fillDay(label: string, parts: { day: string; month: string; year: string }): Promise<void> {
    const box = (part: string): Locator =>
      this.page.getByRole('textbox', { name: `${label}، ميلادي، ${part}` });
    await box('اليوم').fill(parts.day);
    await box('الشهر').fill(parts.month);
    await box('السنة').fill(parts.year);
  }

  row(name: string): Locator {
    return this.rows.getByRole('row').filter({ hasText: name });
  }
}
