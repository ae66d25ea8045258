import { digitsIn } from '../arabic/digits.ts';
import { dualDate, gregorianMonthName, hijriMonthName, type CalendarName } from '../calendar/dual-date.ts';

/**
 * Another day in the clothes of a written one: «٠٣/٠٢/١٤٤٦هـ» → «٠١/٠٢/١٤٤٦هـ», «3 صفر 1446» → «1 صفر 1446». Digit system,
 * padding, order, spaces and marks stay as they were written.
 * @param written one whole date, as `findDates` found it
 * @throws AppError as `dualDate`
 */
export function rewriteDate(written: string, iso: string, calendar: CalendarName): string {
  const dual = dualDate(iso);
  const parts = calendar === 'hijri' ? dual.hijri : dual.gregorian;
  const groups = [...written.matchAll(/[0-9٠-٩]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const like = (text: string, value: number): string => {
    const padded = String(value).padStart(text.length, '0');
    return digitsIn(/[٠-٩]/.test(text) ? 'arabicIndic' : 'latin', padded);
  };
  const [first, second, third] = groups;
  if (first === undefined || second === undefined) return written;
  if (third === undefined) {
    const between = written.slice(first.end, second.start);
    const name = calendar === 'hijri' ? hijriMonthName(parts.month) : gregorianMonthName(parts.month);
    // Only the letters change: spaces and a comma around the name are the writer's.
    const renamed = between.replace(/\p{L}[\p{L}\p{M} ]*(?<! )/u, name);
    return (
      written.slice(0, first.start) +
      like(first.text, parts.day) +
      renamed +
      like(second.text, parts.year) +
      written.slice(second.end)
    );
  }
  const yearFirst = first.text.length === 4;
  const values = yearFirst ? [parts.year, parts.month, parts.day] : [parts.day, parts.month, parts.year];
  let out = '';
  let at = 0;
  for (const [index, group] of [first, second, third].entries()) {
    out += written.slice(at, group.start) + like(group.text, values[index] ?? 0);
    at = group.end;
  }
  return out + written.slice(at);
}
