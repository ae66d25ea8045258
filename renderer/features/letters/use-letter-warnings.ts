import { useDeferredValue, useMemo } from 'react';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { findStyleWarnings } from '#shared/letters/style-rules.ts';
import type { StyleWarning } from '#shared/letters/style-warning.ts';

/** The slips of a letter, looked for when typing leaves the time: a deferred render, so no key waits for it. */
export function useLetterWarnings(content: LetterContent, digits: DigitSystem): readonly StyleWarning[] {
  const { recipient, subject, inReplyTo, body } = useDeferredValue(content);
  return useMemo(
    () => findStyleWarnings({ recipient, subject, inReplyTo, text: plainText(body) }, digits),
    [recipient, subject, inReplyTo, body, digits],
  );
}
