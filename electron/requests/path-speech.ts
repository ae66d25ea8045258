import { digitsIn } from '#shared/arabic/digits.ts';
import { dualDate, formatHijri } from '#shared/calendar/dual-date.ts';
import { groupedCode } from '#shared/letters/verification-code.ts';
import { ar } from '#shared/locales/ar.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import type { PathSpeech } from '#shared/requests/path-lines.ts';
import { dateOnPaper, groupsOnPaper } from '../pdf/letter-fields.ts';

/** A word of the Arabic locale by its section and code; what has no word is said as it is coded. */
export function sayArabic(
  section: string,
  code: string,
  holes: Readonly<Record<string, string>> = {},
): string {
  let found: unknown = ar;
  for (const key of [...section.split('.'), code])
    found = found !== null && typeof found === 'object' ? Reflect.get(found, key) : undefined;
  return (typeof found === 'string' ? found : code).replaceAll(
    /\{\{(\w+)\}\}/g,
    (_hole: string, name: string) => holes[name] ?? '',
  );
}

/** A request's number inside a sentence: «رُفع الطلب إلى لجنة البحث برقم 1448-0317». */
const YEAR_NUMBER = /(?<![\d-])1[345]\d\d-\d{4,7}(?![\d-])/gu;

/** Words of paper: the day in Hijri, numbers isolated in its digits. */
export const paperSpeech = (digits: DigitSystem): PathSpeech => ({
  say: (section, code, holes) =>
    digitsIn(
      digits,
      sayArabic(section, code, holes).replaceAll(YEAR_NUMBER, (number) => groupsOnPaper(number, 'latin')),
    ),
  day: (iso) => dateOnPaper(dualDate(iso).hijri, 'هـ', digits),
  // The code of a frozen sheet in the groups and digits of its foot, to be held beside it.
  number: (ascii) =>
    /^\d{16}$/.test(ascii) ? groupsOnPaper(groupedCode(ascii), 'latin') : groupsOnPaper(ascii, digits),
});

/** Words of the command line: ASCII digits, days as they are stored with their Hijri twin. */
export const lineSpeech: PathSpeech = {
  say: sayArabic,
  day: (iso) => `${iso} (${formatHijri(dualDate(iso).hijri)})`,
  number: (ascii) => ascii,
};
