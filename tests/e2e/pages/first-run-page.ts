import type { Locator, Page } from '@playwright/test';
import { placedTexts } from '../../support/pdf-reading.ts';

/** The first run, as a person at a new computer sees it. */
export class FirstRunPage {
  readonly page: Page;
  readonly proof: Locator;
  readonly errors: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.proof = page.getByRole('textbox', { name: 'الأحرف الستة من الورقة' });
    this.errors = page.getByRole('alert');
    this.preview = page.getByRole('img', { name: 'معاينة الترويسة' });
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: title, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name });
  }

  /** The places of the sheet that the screen asks for. */
  async askedPlaces(): Promise<readonly number[]> {
    const shown = await this.page.getByTestId('proof-place').allTextContents();
    return shown.map(Number);
  }
}

/** What stands over each of these numbers on the printed recovery sheet, as an eye reads it. */
export async function readOffSheet(sheet: Uint8Array, places: readonly number[]): Promise<string> {
  const texts = await placedTexts(sheet);
  const middle = (text: { left: number; right: number }): number => (text.left + text.right) / 2;
  return places
    .map((place) => {
      const number = texts.find(({ text }) => text === String(place) && text.length <= 2);
      if (number === undefined) throw new Error(`the sheet has no place ${place}`);
      const over = texts
        .filter(({ text, baseline }) => text.length === 1 && baseline > number.baseline)
        .filter((text) => Math.abs(middle(text) - middle(number)) < 3)
        .sort((a, b) => a.baseline - b.baseline);
      return over[0]?.text ?? '';
    })
    .join('');
}
