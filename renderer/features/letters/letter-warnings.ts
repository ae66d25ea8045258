import { formatGregorian, formatHijri, weekdayName } from '#shared/calendar/dual-date.ts';
import { findDateSlips, type DateSlip } from '#shared/calendar/date-slips.ts';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { parseIban } from '#shared/identifiers/iban.ts';
import { parseNationalId } from '#shared/identifiers/national-id.ts';

/** What looks wrong in the text. It warns and never blocks: the text is somebody's. */
export type LetterWarning =
  | {
      readonly kind: 'weekday';
      readonly text: string;
      readonly weekday: string;
      readonly corrected: string | null;
    }
  | { readonly kind: 'twin'; readonly text: string; readonly hijri: string; readonly gregorian: string }
  | { readonly kind: 'iban' | 'identity'; readonly value: string };

const IBAN = /(?<![A-Za-z0-9])SA[0-9٠-٩](?:[ \u00A0]?[A-Za-z0-9٠-٩]){21}(?![A-Za-z0-9])/gi;
/** Ten digits after words that say «identity»: any ten digits could be an account or a case of another office. */
const IDENTITY = /(?:هوية|الهوية|إقامة|الإقامة|السجل المدني)[^0-9٠-٩\n]{0,20}([0-9٠-٩]{10})(?![0-9٠-٩])/g;

/**
 * Slips in a letter's plain text: a weekday that is not that of its date, twin dates that are two days, an IBAN or an
 * identity number whose check digits are wrong.
 * @param digits what the shown corrections are written in: the paper's
 */
export function findLetterWarnings(text: string, digits: DigitSystem): LetterWarning[] {
  const dates = findDateSlips(text).map((slip) => ofSlip(text, slip, digits));
  const ibans = [...text.matchAll(IBAN)].flatMap((match): LetterWarning[] =>
    parseIban(match[0]).ok ? [] : [{ kind: 'iban', value: match[0] }],
  );
  const ids = [...text.matchAll(IDENTITY)].flatMap((match): LetterWarning[] => {
    const value = match[1] ?? '';
    return parseNationalId(value).ok ? [] : [{ kind: 'identity', value }];
  });
  return [...dates, ...ibans, ...ids];
}

function ofSlip(text: string, slip: DateSlip, digits: DigitSystem): LetterWarning {
  const written = text.slice(slip.start, slip.end);
  if (slip.kind === 'twins') {
    return {
      kind: 'twin',
      text: written,
      hijri: `${formatHijri(slip.hijri.hijri, digits)}، ${formatGregorian(slip.hijri.gregorian, digits)}`,
      gregorian: `${formatHijri(slip.gregorian.hijri, digits)}، ${formatGregorian(slip.gregorian.gregorian, digits)}`,
    };
  }
  const claimed = weekdayName(slip.claimed);
  const weekday = weekdayName(slip.corrections.keepDate.weekday);
  // Only the weekday as it is usually spelled is put right by a button; a spelling of the writer's own stays theirs.
  const corrected = written.startsWith(claimed) ? weekday + written.slice(claimed.length) : null;
  return { kind: 'weekday', text: written, weekday, corrected };
}
