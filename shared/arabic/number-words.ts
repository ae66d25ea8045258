import { AppError } from '../app-error.ts';
import { digitsIn, stripInvisible, toAsciiDigits, type DigitSystem } from './digits.ts';

/**
 * Numbers and amounts in words, as official Saudi letters write them: «ألف وخمسمائة ريال سعودي لا غير». Gender and case
 * agree with what is counted (3–10 against its gender, 1 and 2 with it), the dual drops its noon before a noun
 * («ألفا ريال»), and a count that ends in one or two repeats the noun («ألف ريال وريالان سعوديان»).
 */

export type GrammaticalCase = 'nominative' | 'genitive' | 'accusative';

/** A noun counted in words. `oblique` is both genitive and accusative: only the dual shows it. */
export type NounInWords = {
  readonly gender: 'masculine' | 'feminine';
  /** After hundreds and thousands: ريال سعودي */
  readonly singular: string;
  /** Repeated before «وريال سعودي واحد»: ريال */
  readonly bare: string;
  readonly one: string;
  readonly oneAccusative: string;
  readonly dual: string;
  readonly dualOblique: string;
  /** Before another noun, without its noon: ألفا, ألفي */
  readonly dualConstruct?: string;
  readonly dualConstructOblique?: string;
  readonly plural: string;
  readonly accusative: string;
};

export const RIYAL: NounInWords = {
  gender: 'masculine',
  singular: 'ريال سعودي',
  bare: 'ريال',
  one: 'ريال سعودي واحد',
  oneAccusative: 'ريالًا سعوديًا واحدًا',
  dual: 'ريالان سعوديان',
  dualOblique: 'ريالين سعوديين',
  plural: 'ريالات سعودية',
  accusative: 'ريالًا سعوديًا',
};

export const HALALA: NounInWords = {
  gender: 'feminine',
  singular: 'هللة',
  bare: 'هللة',
  one: 'هللة واحدة',
  oneAccusative: 'هللة واحدة',
  dual: 'هللتان',
  dualOblique: 'هللتين',
  plural: 'هللات',
  accusative: 'هللة',
};

const scale = (
  word: string,
  plural: string,
): NounInWords & { dualConstruct: string; dualConstructOblique: string } => ({
  gender: 'masculine',
  singular: word,
  bare: word,
  one: word,
  oneAccusative: `${word}ًا`,
  dual: `${word}ان`,
  dualOblique: `${word}ين`,
  dualConstruct: `${word}ا`,
  dualConstructOblique: `${word}ي`,
  plural,
  accusative: `${word}ًا`,
});

const SCALES = [
  { size: 1_000_000_000, noun: scale('مليار', 'مليارات') },
  { size: 1_000_000, noun: scale('مليون', 'ملايين') },
  { size: 1_000, noun: scale('ألف', 'آلاف') },
] as const;

/** Index 3 to 10: beside a feminine noun, and beside a masculine one. */
const FEW = ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'] as const;
const FEW_MASCULINE = [
  ...(['', '', '', 'ثلاثة', 'أربعة', 'خمسة', 'ستة'] as const),
  ...(['سبعة', 'ثمانية', 'تسعة', 'عشرة'] as const),
] as const;
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'] as const;
const HUNDREDS = [
  ...(['', 'مائة', '', 'ثلاثمائة', 'أربعمائة', 'خمسمائة'] as const),
  ...(['ستمائة', 'سبعمائة', 'ثمانمائة', 'تسعمائة'] as const),
] as const;

const at = (list: readonly string[], index: number): string => list[index] ?? '';

/** 3–10 before a plural: the number's gender is the other one. */
const few = (count: number, feminine: boolean): string => at(feminine ? FEW : FEW_MASCULINE, count);

/** 11–99, without the noun. */
function elevenToNinetyNine(count: number, feminine: boolean, form: GrammaticalCase): string {
  const unit = count % 10;
  const ten = Math.floor(count / 10);
  const nominative = form === 'nominative';
  if (ten === 1) {
    if (unit === 1) return feminine ? 'إحدى عشرة' : 'أحد عشر';
    if (unit === 2) {
      const two = nominative ? (feminine ? 'اثنتا' : 'اثنا') : feminine ? 'اثنتي' : 'اثني';
      return `${two} ${feminine ? 'عشرة' : 'عشر'}`;
    }
    return `${few(unit, feminine)} ${feminine ? 'عشرة' : 'عشر'}`;
  }
  const tens = `${at(TENS, ten)}${nominative ? 'ون' : 'ين'}`;
  if (unit === 0) return tens;
  return `${unitBeforeTens(unit, feminine, form)} و${tens}`;
}

function unitBeforeTens(unit: number, feminine: boolean, form: GrammaticalCase): string {
  if (unit === 1) return feminine ? 'إحدى' : form === 'accusative' ? 'واحدًا' : 'واحد';
  if (unit === 2) {
    if (form === 'nominative') return feminine ? 'اثنتان' : 'اثنان';
    return feminine ? 'اثنتين' : 'اثنين';
  }
  // A defective noun standing alone: ثمانٍ وعشرون هللة, but ثماني هللات.
  if (unit === 8 && feminine) return form === 'accusative' ? 'ثمانيًا' : 'ثمانٍ';
  const word = few(unit, feminine);
  return form === 'accusative' ? (feminine ? `${word}ًا` : `${word}ً`) : word;
}

/** 100–900; the noun follows at once, or another number does. */
function hundreds(count: number, beforeNoun: boolean, form: GrammaticalCase): string {
  if (count !== 2) return at(HUNDREDS, count);
  if (form === 'nominative') return beforeNoun ? 'مائتا' : 'مائتان';
  return beforeNoun ? 'مائتي' : 'مائتين';
}

/**
 * A count with its noun. `construct`: another noun follows («أحد عشر ألف ريال», not «ألفًا»). The case is that of the
 * first word; what is joined by «و» is of the same case.
 */
function phrase(count: number, noun: NounInWords, construct: boolean, form: GrammaticalCase): string {
  const tail = count % 100;
  const repeats = tail <= 2;
  const nominative = form === 'nominative';
  const groups: ((beforeNoun: boolean) => string)[] = SCALES.flatMap(({ size, noun: thing }, index) => {
    const above = index === 0 ? Infinity : (SCALES[index - 1]?.size ?? Infinity);
    const group = Math.floor((count % above) / size);
    return group === 0 ? [] : [(beforeNoun: boolean) => phrase(group, thing, beforeNoun, form)];
  });
  const hundred = Math.floor((count % 1000) / 100);
  if (hundred > 0) groups.push((beforeNoun) => hundreds(hundred, beforeNoun, form));
  const parts = groups.map((group, index) => group(repeats && index === groups.length - 1));
  const head = parts.join(' و');

  const dual =
    construct && noun.dualConstruct !== undefined
      ? nominative
        ? noun.dualConstruct
        : (noun.dualConstructOblique ?? noun.dualOblique)
      : nominative
        ? noun.dual
        : noun.dualOblique;
  if (repeats) {
    if (tail === 0) return `${head} ${noun.singular}`;
    const one = form === 'accusative' && !construct ? noun.oneAccusative : noun.one;
    const last = tail === 1 ? one : dual;
    return head === '' ? last : `${head} ${noun.bare} و${last}`;
  }
  const feminine = noun.gender === 'feminine';
  const last =
    tail <= 10
      ? `${few(tail, feminine)} ${noun.plural}`
      : `${elevenToNinetyNine(tail, feminine, form)} ${construct ? noun.singular : noun.accusative}`;
  return head === '' ? last : `${head} و${last}`;
}

/** The greatest amount that has words: 999,999,999,999.99 riyals, in halalas. */
export const MOST_HALALAS = 99_999_999_999_999;

/**
 * A whole number of things in words: `countInWords(1500, RIYAL)` → «ألف وخمسمائة ريال سعودي»; «صفر ريال سعودي» for none.
 * @throws AppError invalidInput for what is not a whole number from 0 to 999,999,999,999
 */
export function countInWords(
  count: number,
  noun: NounInWords,
  grammaticalCase: GrammaticalCase = 'nominative',
): string {
  if (!Number.isInteger(count) || count < 0 || count > 999_999_999_999)
    throw new AppError('invalidInput', { value: String(count), expected: '0 – 999999999999' });
  return count === 0 ? `صفر ${noun.singular}` : phrase(count, noun, false, grammaticalCase);
}

/**
 * An amount in words, closed with «لا غير» so that nothing can be added: «ألف وخمسمائة ريال سعودي وخمسون هللة لا غير».
 * @param halalas the amount in hundredths of a riyal, 0 to `MOST_HALALAS`
 * @throws AppError invalidInput outside that
 */
export function amountInWords(halalas: number, grammaticalCase: GrammaticalCase = 'nominative'): string {
  if (!Number.isSafeInteger(halalas) || halalas < 0 || halalas > MOST_HALALAS)
    throw new AppError('invalidInput', { value: String(halalas), expected: `0 – ${MOST_HALALAS}` });
  const riyals = Math.floor(halalas / 100);
  const rest = halalas % 100;
  const parts = [
    ...(riyals > 0 || rest === 0 ? [countInWords(riyals, RIYAL, grammaticalCase)] : []),
    ...(rest > 0 ? [countInWords(rest, HALALA, grammaticalCase)] : []),
  ];
  return `${parts.join(' و')} لا غير`;
}

const AMOUNT = /^(\d{1,3}(?:[,٬،]\d{3})+|\d{1,12})(?:[.٫](\d{1,2}))?$/u;

/**
 * An amount as a person types it, in either digit system, thousands parted or not: «١٬٥٠٠٫٥٠», 1,500.50, 1500. In halalas;
 * undefined for anything else (three decimals, a minus, more than `MOST_HALALAS`).
 */
export function parseAmount(text: string): number | undefined {
  const match = AMOUNT.exec(toAsciiDigits(stripInvisible(text)).trim());
  if (match === null) return undefined;
  const riyals = Number((match[1] ?? '').replace(/\D/g, ''));
  const halalas = riyals * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return halalas <= MOST_HALALAS ? halalas : undefined;
}

/** «١٬٥٠٠» or «١٬٥٠٠٫٥٠»; 1,500.50 in Latin digits. Halalas are written with two digits or not at all. */
export function formatAmount(halalas: number, digits: DigitSystem): string {
  const [thousands, decimal] = digits === 'arabicIndic' ? ['٬', '٫'] : [',', '.'];
  const riyals = String(Math.floor(halalas / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const rest = halalas % 100;
  return digitsIn(digits, rest === 0 ? riyals : `${riyals}${decimal}${String(rest).padStart(2, '0')}`);
}
