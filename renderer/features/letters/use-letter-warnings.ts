import { useDeferredValue, useMemo } from 'react';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { plainText, type RichText } from '#shared/letters/rich-text.ts';
import { findLetterWarnings, type LetterWarning } from './letter-warnings.ts';

/** The slips of a text, looked for when typing leaves the time: a deferred render, so no key waits for it. */
export function useLetterWarnings(body: RichText, digits: DigitSystem): readonly LetterWarning[] {
  const settled = useDeferredValue(body);
  return useMemo(() => findLetterWarnings(plainText(settled), digits), [settled, digits]);
}
