import { exists } from 'i18next';
import { useCallback } from 'react';
import type { AppErrorDetails } from '#shared/app-error.ts';
import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { useDayText } from './day-text.ts';
import { useText } from './use-text.ts';

interface Coded {
  readonly code: string;
  readonly details?: AppErrorDetails;
}

const isCoded = (error: unknown): error is Coded =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/**
 * The sentence of a refusal, for a person: what happened, what to do. Details fill its blanks, days of them in both
 * calendars. An error without a code
 * is a fault of the desk itself and gets the sentence of `internal`.
 */
export function useErrorText(): (error: unknown) => string {
  const { text } = useText();
  const dayText = useDayText();
  return useCallback(
    (error) => {
      if (!isCoded(error)) return text('errors', 'internal');
      // Where no field is marked (a letter, a note), «راجع الحقول المعلَّمة» would lead nowhere.
      const problems = error.code === 'invalidInput' ? Object.values(error.details ?? {}) : [];
      if (problems.length > 0 && problems.every((problem) => problem === 'tooLong'))
        return text('validation', 'tooLong');
      const details = Object.entries(error.details ?? {}).map(
        ([name, value]) => [name, isIsoDay(value) ? dayText(value) : value] as const,
      );
      return text('errors', error.code, Object.fromEntries(details));
    },
    [text, dayText],
  );
}

/** The sentence at a field, from the code that a zod schema of `shared` gives as its message. */
export function useValidationText(): (code: string | undefined) => string | undefined {
  const { text } = useText();
  return useCallback(
    (code) =>
      code === undefined ? undefined : text('validation', exists(`validation.${code}`) ? code : 'invalid'),
    [text],
  );
}
