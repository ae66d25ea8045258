import type { Page } from '@playwright/test';

/**
 * Texts whose lines do not fit into a box that hides what is over its edge: nobody can read them, and axe says nothing of
 * it. What is clamped to a number of lines says so by its dots, and what is said to a screen reader alone is not seen.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      const { overflowY, clipPath, webkitLineClamp } = getComputedStyle(one);
      const hides = overflowY === 'hidden' || overflowY === 'clip';
      const seen = one.checkVisibility({ visibilityProperty: true }) && clipPath === 'none';
      const own = [...one.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      return hides && seen && own && webkitLineClamp === 'none' && one.scrollHeight > one.clientHeight + 2
        ? [`${one.tagName.toLowerCase()}.${one.className}: ${(one.textContent ?? '').slice(0, 60)}`]
        : [];
    }),
  );
