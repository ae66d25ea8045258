import { stripInvisible, toAsciiDigits } from '../arabic/digits.ts';
import { searchKey } from '../arabic/search-key.ts';

/**
 * A paper file's number folded for search and comparison: groups of letters and of digits, ASCII, no leading zeros, so
 * that «٠٠١٢ / ب», «12ب» and «12-ب» are one. Empty for a text without a letter or digit.
 */
export const legacyKey = (number: string): string =>
  searchKey(toAsciiDigits(stripInvisible(number)))
    .split(/[^\p{L}\p{N}]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter((group) => group !== '')
    .map((group) => group.replace(/^0+(?=\d)/u, ''))
    .join('/');
