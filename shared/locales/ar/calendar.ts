import { GREGORIAN_MONTHS, HIJRI_MONTHS, WEEKDAYS } from '../../calendar/dual-date.ts';

/** By number, from 1: the names as shared/calendar has them for the paper. */
const byNumber = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name, index) => [index + 1, name]));

export const calendar = {
  weekday: byNumber(WEEKDAYS),
  hijri: byNumber(HIJRI_MONTHS),
  gregorian: byNumber(GREGORIAN_MONTHS),
};
