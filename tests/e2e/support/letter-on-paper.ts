import { toArabicDigits } from '#shared/arabic/digits.ts';
import { dualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import type { DateParts } from '#shared/calendar/iso-day.ts';

const groups = ({ day, month, year }: DateParts): string =>
  toArabicDigits([String(day).padStart(2, '0'), String(month).padStart(2, '0'), String(year)].join(' / '));

/** The lines of the head of a letter that is issued now with this number, as they are read off the paper. */
export function headOfToday(number: number): string[] {
  const { hijri, gregorian } = dualDate(riyadhDay(Date.now()));
  return [
    toArabicDigits(`الرقم : ${number} / ص / ${hijri.year}`),
    `التاريخ : ${groups(hijri)} هـ`,
    `الموافق : ${groups(gregorian)} م`,
  ];
}

/** `127/ص/1448`: the same number on the screen. */
export const referenceOfToday = (number: number): string =>
  `${number}/ص/${dualDate(riyadhDay(Date.now())).hijri.year}`;
