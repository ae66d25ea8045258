import { AppError } from '../app-error.ts';
import { digitsIn, type DigitSystem } from './digits.ts';

/** The six plural categories of CLDR for Arabic. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * CLDR's cardinal rule for `ar`, without Intl (a bare `ar` may come with any data set): 3–10 few, 11–99 many, by
 * the last two digits; 100–102, 200–202 … and fractions are other.
 */
export function arabicPlural(count: number): PluralCategory {
  if (!Number.isInteger(count)) return 'other';
  const value = Math.abs(count);
  if (value === 0) return 'zero';
  if (value === 1) return 'one';
  if (value === 2) return 'two';
  const tail = value % 100;
  if (tail >= 3 && tail <= 10) return 'few';
  return tail >= 11 ? 'many' : 'other';
}

/** A noun as it is counted. Every form is written out: broken plurals cannot be computed. */
export type CountedNoun = {
  readonly gender: 'masculine' | 'feminine';
  /** After 100, and beside واحد: مرفق */
  readonly singular: string;
  /** مرفقان, and after a preposition or as an object مرفقين */
  readonly dual: string;
  readonly dualOblique: string;
  /** After 3–10, in the genitive: مرفقات */
  readonly plural: string;
  /** After 11–99, in the accusative: مرفقًا, ورقة */
  readonly accusative: string;
};

export const COUNTED_NOUNS = {
  attachment: {
    gender: 'masculine',
    singular: 'مرفق',
    dual: 'مرفقان',
    dualOblique: 'مرفقين',
    plural: 'مرفقات',
    accusative: 'مرفقًا',
  },
  sheet: {
    gender: 'feminine',
    singular: 'ورقة',
    dual: 'ورقتان',
    dualOblique: 'ورقتين',
    plural: 'أوراق',
    accusative: 'ورقة',
  },
  file: {
    gender: 'masculine',
    singular: 'ملف',
    dual: 'ملفان',
    dualOblique: 'ملفين',
    plural: 'ملفات',
    accusative: 'ملفًا',
  },
  envelope: {
    gender: 'masculine',
    singular: 'مظروف',
    dual: 'مظروفان',
    dualOblique: 'مظروفين',
    plural: 'مظاريف',
    accusative: 'مظروفًا',
  },
  photo: {
    gender: 'feminine',
    singular: 'صورة',
    dual: 'صورتان',
    dualOblique: 'صورتين',
    plural: 'صور',
    accusative: 'صورة',
  },
  book: {
    gender: 'masculine',
    singular: 'كتاب',
    dual: 'كتابان',
    dualOblique: 'كتابين',
    plural: 'كتب',
    accusative: 'كتابًا',
  },
  hour: {
    gender: 'feminine',
    singular: 'ساعة',
    dual: 'ساعتان',
    dualOblique: 'ساعتين',
    plural: 'ساعات',
    accusative: 'ساعة',
  },
  day: {
    gender: 'masculine',
    singular: 'يوم',
    dual: 'يومان',
    dualOblique: 'يومين',
    plural: 'أيام',
    accusative: 'يومًا',
  },
} as const satisfies Record<string, CountedNoun>;

export type NounName = keyof typeof COUNTED_NOUNS;

export type CountedOptions = {
  /** Default `arabicIndic`: the digits of paper. */
  readonly digits?: DigitSystem;
  /** `oblique` after a preposition or as an object: في يومين. Only the dual shows it. */
  readonly grammaticalCase?: 'nominative' | 'oblique';
};

/**
 * A count with its noun, in agreement: لا يوجد · مرفق واحد · مرفقان · ٣ مرفقات · ١١ مرفقًا · ١٠٠ مرفق; ورقة واحدة.
 * @throws AppError invalidInput for a count that is not a whole number from 0 on
 */
export function counted(count: number, noun: CountedNoun, options: CountedOptions = {}): string {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new AppError('invalidInput', { value: String(count), expected: '0, 1, 2 …' });
  }
  const number = digitsIn(options.digits ?? 'arabicIndic', count);
  const feminine = noun.gender === 'feminine';
  const forms: Record<PluralCategory, string> = {
    zero: feminine ? 'لا توجد' : 'لا يوجد',
    one: `${noun.singular} ${feminine ? 'واحدة' : 'واحد'}`,
    two: options.grammaticalCase === 'oblique' ? noun.dualOblique : noun.dual,
    few: `${number} ${noun.plural}`,
    many: `${number} ${noun.accusative}`,
    other: `${number} ${noun.singular}`,
  };
  return forms[arabicPlural(count)];
}

/**
 * The attachments field of a letter: «لا يوجد», «٣ مرفقات», or several kinds joined, «ورقتان (كشف الأسر) وملف
 * واحد». `what` says what the things are and may be empty; a kind of which there is none is left out.
 * @throws AppError invalidInput as `counted`
 */
export function attachmentsText(
  items: readonly { readonly unit: NounName; readonly count: number; readonly what?: string }[],
  digits: DigitSystem = 'arabicIndic',
): string {
  const present = items.filter((item) => item.count !== 0);
  if (present.length === 0) return counted(0, COUNTED_NOUNS.attachment);
  return present
    .map(({ unit, count, what = '' }) => {
      const things = counted(count, COUNTED_NOUNS[unit], { digits });
      return what === '' ? things : `${things} (${what})`;
    })
    .join(' و');
}
