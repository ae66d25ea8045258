import type { Locator, Page } from '@playwright/test';

/** أعمال اليوم and the way in, as a person at the desk sees them: by roles and names, in Arabic. */
export class DeskPage {
  readonly page: Page;
  readonly queue: Locator;
  readonly visit: Locator;
  readonly search: Locator;
  readonly hits: Locator;
  readonly note: Locator;
  readonly toast: Locator;
  readonly errors: Locator;

  constructor(page: Page) {
    this.page = page;
    this.queue = page.getByRole('region', { name: 'المراجعون' });
    this.visit = page.getByRole('region', { name: 'الزيارة المفتوحة' });
    this.search = page.getByRole('combobox', { name: 'من المراجع؟' });
    this.hits = page.getByRole('listbox', { name: 'نتائج البحث' }).getByRole('option');
    this.note = page.getByRole('textbox', { name: 'ملاحظة الموظف' });
    this.toast = page.getByRole('region', { name: 'إشعارات' });
    this.errors = page.getByRole('alert');
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  field(name: string): Locator {
    // Free text with suggestions is a combobox to a screen reader, and a field to who types.
    const suggests = this.page.getByRole('combobox', { name }).and(this.page.locator('[data-suggests]'));
    return this.page.getByRole('textbox', { name }).or(suggests);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A card of the queue, by the person's name. */
  waiting(name: string): Locator {
    return this.queue.getByRole('button', { name });
  }

  async openSection(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'أقسام وسام' }).getByRole('link', { name }).click();
    await this.heading(name).waitFor();
  }

  /** Somebody without a file, from the door to the officer (or to the queue), by keys alone. */
  async receive(
    person: { name: string; id: string; mobile?: string },
    { queue = false, purpose = '1' }: { queue?: boolean; purpose?: string } = {},
  ): Promise<void> {
    await this.page.keyboard.press('F2');
    await this.search.fill(person.id);
    await this.hits.first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.field('الاسم الكامل').fill(person.name);
    if (person.mobile !== undefined) await this.field('الجوال').fill(person.mobile);
    await this.page.getByRole('radio', { name: 'طلب دعم' }).focus();
    await this.page.keyboard.press(`Digit${purpose}`);
    await this.page.keyboard.press(queue ? 'Alt+Enter' : 'Control+Enter');
    await this.heading('أعمال اليوم').waitFor();
  }
}

/** Invented people with numbers whose check digit is right. */
export const PEOPLE = {
  noura: { name: 'نورة بنت سليمان اللحياني', id: '1058529940', mobile: '0508072675' },
  saad: { name: 'سعد بن عبد الله الزهراني', id: '1058530047' },
  fatima: { name: 'فاطمة بنت أحمد الحربي', id: '2058529948' },
} as const;
