import { gregorianFromHijri } from '../calendar/hijri.ts';
import { nameKey, nameWords } from '../arabic/names.ts';
import { searchKey } from '../arabic/search-key.ts';
import type { IdKind } from '../parties/party.ts';

/** What two records are compared by, folded already: stored columns serve as they are. */
export interface Likeness {
  readonly kind: 'person' | 'organisation';
  /** The words of `nameKey`, first name first, the family name without its article. */
  readonly words: readonly string[];
  /** The words of the Latin name, folded and sorted: offices write it in either order. */
  readonly latin: readonly string[];
  /** The key of each كنية, شهرة or former name. */
  readonly aliases: readonly string[];
  readonly id: { readonly kind: IdKind; readonly number: string } | null;
  readonly birth: Birth | null;
  readonly phones: readonly Phone[];
  readonly village: string;
  readonly sex: 'male' | 'female' | null;
}

/** ISO day where the whole date is known; the Gregorian year in which it lies, or in which a Hijri year began. */
export interface Birth {
  readonly day: string | null;
  readonly year: number;
}

/** E.164, or an address in lower case; `own` is false for somebody else's telephone (a husband's, a neighbour's). */
export interface Phone {
  readonly value: string;
  readonly own: boolean;
}

/** What is typed into a form, or read from a row of a workbook: in any digit system, half done. */
export interface TypedLikeness {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly latinName: string;
  readonly aliases: readonly string[];
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly birth: PrintedBirth | null;
  readonly phones: readonly Phone[];
  readonly village: string;
  readonly sex: 'male' | 'female' | null;
}

/** Year first, as it is printed, in its own calendar. */
export interface PrintedBirth {
  readonly printed: string;
  readonly calendar: 'hijri' | 'gregorian' | null;
  readonly day: string | null;
}

/** The numbers of `typed` are normalised already: what is no number yet is empty. */
export const likenessOf = (typed: TypedLikeness): Likeness => ({
  kind: typed.kind,
  words: wordsOf(nameKey(typed.name)),
  latin: latinWords(typed.latinName),
  aliases: typed.aliases.map(nameKey).filter((key) => key !== ''),
  id:
    typed.idKind === 'none' || typed.idNumber === '' ? null : { kind: typed.idKind, number: typed.idNumber },
  birth: typed.birth === null ? null : birthOf(typed.birth),
  phones: typed.phones.filter(({ value }) => value !== ''),
  village: nameWords(typed.village).join(' '),
  sex: typed.sex,
});

export const wordsOf = (key: string): readonly string[] => key.split(' ').filter((word) => word !== '');

export const latinWords = (name: string): readonly string[] =>
  searchKey(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word !== 'bin' && word !== 'ibn' && word !== 'bint' && word !== 'al')
    .sort();

/** Null when the printed date holds no year that is understood. */
export function birthOf({ printed, calendar, day }: PrintedBirth): Birth | null {
  if (day !== null) return { day, year: Number(day.slice(0, 4)) };
  const year = Number(/^\d{4}/u.exec(printed)?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  if (calendar !== 'hijri') return { day: null, year };
  return { day: null, year: gregorianYearOf(year) };
}

/** In which a Hijri year began; outside the table by the mean length of the years. */
function gregorianYearOf(hijriYear: number): number {
  try {
    return Number(gregorianFromHijri({ year: hijriYear, month: 1, day: 1 }).slice(0, 4));
  } catch {
    return Math.floor(hijriYear * 0.970_224 + 621.577);
  }
}
