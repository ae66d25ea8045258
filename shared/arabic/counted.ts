import { AppError } from '../app-error.ts';
import { COUNTED_NOUNS, type CountedNoun, type NounName } from './counted-nouns.ts';
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

interface CountedThing {
  readonly unit: NounName;
  readonly count: number;
  readonly what?: string;
  /** A file of ours: several of one unit are counted together. */
  readonly file?: unknown;
}

/** Files of one unit as one thing, at the place of the first: «ملفان (كشف الأسر، تقرير الزيارة)». */
function filesTogether(things: readonly CountedThing[]): readonly CountedThing[] {
  const together: CountedThing[] = [];
  for (const thing of things) {
    const at = together.findIndex((one) => one.file !== undefined && one.unit === thing.unit);
    const before = together[at];
    if (thing.file === undefined || before === undefined) {
      together.push(thing);
      continue;
    }
    const what = [before.what ?? '', thing.what ?? ''].filter((part) => part !== '').join('، ');
    together[at] = { ...before, count: before.count + thing.count, what };
  }
  return together;
}

/**
 * The attachments field of a letter: «لا يوجد», «٣ مرفقات», or several kinds joined, «ورقتان (كشف الأسر) وملف
 * واحد». `what` says what the things are and may be empty; a kind of which there is none is left out.
 * @throws AppError invalidInput as `counted`
 */
export function attachmentsText(items: readonly CountedThing[], digits: DigitSystem = 'arabicIndic'): string {
  const present = filesTogether(items.filter((item) => item.count !== 0));
  if (present.length === 0) return counted(0, COUNTED_NOUNS.attachment);
  return present
    .map(({ unit, count, what = '' }) => {
      const things = counted(count, COUNTED_NOUNS[unit], { digits });
      return what === '' ? things : `${things} (${what})`;
    })
    .join(' و');
}
