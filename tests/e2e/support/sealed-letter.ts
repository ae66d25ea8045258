import type { Page } from '@playwright/test';
import { letterIdSchema } from '#shared/ids.ts';

/** The bytes that the desk itself holds as the sealed letter. @throws the code of the refusal, or that it is no seal */
export const sealedLetter = async (page: Page, id: number): Promise<Buffer> => {
  const found = await page.evaluate(async (letter) => {
    const answer = await window.wisam['letters.pdf']({ id: letter });
    if (!answer.ok) throw new Error(answer.error.code);
    if (!answer.value.sealed) throw new Error('the letter is not sealed');
    return [...answer.value.pdf];
  }, letterIdSchema.parse(id));
  return Buffer.from(found);
};
