import { digitsIn, type DigitSystem } from '../arabic/digits.ts';
import { AppError } from '../app-error.ts';
import { hijriFromGregorian, type HijriDate } from './hijri.ts';
import {
  FIRST_DAY,
  isoFromDayNumber,
  isoWeekday,
  LAST_DAY,
  parseIsoDay,
  type DateParts,
  type Weekday,
} from './iso-day.ts';

/** One day, both calendars: what every date of Wisam shows (pattern 13 of the desk). */
export type DualDate = {
  /** The stored form: ISO Gregorian, a day in Asia/Riyadh. */
  readonly iso: string;
  /** 1 Monday to 7 Sunday; its name by `weekdayName`. */
  readonly weekday: Weekday;
  readonly hijri: HijriDate;
  readonly gregorian: DateParts;
};

export type CalendarName = 'hijri' | 'gregorian';

/** Index 0 is محرم. As the Umm al-Qura calendar prints them. */
export const HIJRI_MONTHS = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
] as const;

/** Index 0 is يناير: Saudi usage, not the Levantine كانون الثاني. */
export const GREGORIAN_MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
] as const;

/** Index 0 is Monday, as in ISO 8601. */
export const WEEKDAYS = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'] as const;

export const weekdayName = (weekday: Weekday): string => WEEKDAYS[weekday - 1] as string;

/** @throws AppError dateDoesNotExist for a month that is none */
export const hijriMonthName = (month: number): string => monthName(HIJRI_MONTHS, month);

/** @throws AppError dateDoesNotExist for a month that is none */
export const gregorianMonthName = (month: number): string => monthName(GREGORIAN_MONTHS, month);

function monthName(names: readonly string[], month: number): string {
  const name = names[month - 1];
  if (name === undefined) {
    throw new AppError('dateDoesNotExist', { value: String(month), expected: 'month 1–12' });
  }
  return name;
}

/** @throws AppError dateNotIso, dateDoesNotExist, dateOutOfRange */
export const dualDate = (iso: string): DualDate => ({
  iso,
  weekday: isoWeekday(iso),
  hijri: hijriFromGregorian(iso),
  gregorian: parseIsoDay(iso),
});

/** «12 جمادى الآخرة 1448 هـ». Latin digits unless told otherwise. */
export const formatHijri = ({ year, month, day }: HijriDate, digits: DigitSystem = 'latin'): string =>
  digitsIn(digits, `${day} ${hijriMonthName(month)} ${year} هـ`);

/** «22 نوفمبر 2026 م» */
export const formatGregorian = ({ year, month, day }: DateParts, digits: DigitSystem = 'latin'): string =>
  digitsIn(digits, `${day} ${gregorianMonthName(month)} ${year} م`);

/**
 * «الأحد 12 جمادى الآخرة 1448 هـ، الموافق 22 نوفمبر 2026 م». No bidi controls and no tatweel but that of هـ.
 * @throws AppError as `dualDate`
 */
export function formatDualDate(iso: string, digits: DigitSystem = 'latin'): string {
  const { weekday, hijri, gregorian } = dualDate(iso);
  return `${weekdayName(weekday)} ${formatHijri(hijri, digits)}، الموافق ${formatGregorian(gregorian, digits)}`;
}

const RLM = '\u200F';
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * «٠٣/٠٢/١٤٤٦هـ» as a letterhead's blank is filled by hand: the day next to the label, the era left of the year.
 * U+200F stands around each slash, since plain UAX#9 sets unspaced Arabic-Indic groups the other way round. For
 * display and paper only: never stored, never compared.
 */
export const formatSlashed = (
  parts: DateParts,
  calendar: CalendarName,
  digits: DigitSystem = 'arabicIndic',
): string =>
  digitsIn(digits, [two(parts.day), two(parts.month), String(parts.year)].join(`${RLM}/${RLM}`)) +
  RLM +
  (calendar === 'hijri' ? 'هـ' : 'م');

const DAY_MS = 86_400_000;
const RIYADH_OFFSET_MS = 3 * 3_600_000;

/** Riyadh has kept UTC+3 without summer time since 1947: a fixed offset needs no zone data and no Intl. */
function riyadhMs(epochMs: number): number {
  if (!Number.isFinite(epochMs)) {
    throw new AppError('dateOutOfRange', { value: String(epochMs), expected: `${FIRST_DAY} – ${LAST_DAY}` });
  }
  return epochMs + RIYADH_OFFSET_MS;
}

/**
 * The day in Asia/Riyadh of an instant (epoch ms, UTC): 21:00 UTC is already tomorrow there.
 * @throws AppError dateOutOfRange outside the table
 */
export const riyadhDay = (epochMs: number): string =>
  isoFromDayNumber(Math.floor(riyadhMs(epochMs) / DAY_MS));

/** The clock in Asia/Riyadh at an instant (epoch ms, UTC), `HH:MM`, 24 hours. @throws AppError dateOutOfRange */
export function riyadhTime(epochMs: number): string {
  const ms = riyadhMs(epochMs);
  const minutes = Math.floor((ms - Math.floor(ms / DAY_MS) * DAY_MS) / 60_000);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
