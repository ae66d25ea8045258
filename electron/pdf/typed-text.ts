import { isolateLatinPieces } from './arabic/content.ts';

const OVERRIDES = /[\u202D\u202E]/g;
const LINE_ENDS = /\r\n?|\n/g;
const WORD_JOINER = '\u2060';
/** Day, month and year in either order and digit system, spaced or not, with the era letter when there is one. */
const TYPED_DATE =
  /(?<![\d٠-٩])[\d٠-٩]{1,4}\s*\/\s*[\d٠-٩]{1,2}\s*\/\s*[\d٠-٩]{1,4}(?:\s*(?:هـ|ه|م)(?!\p{L}))?/gu;

/**
 * What a person typed, made ready for paper: addresses, telephones and signed numbers do not mix with the Arabic around
 * them, a date is never broken over lines (its spaces stay spaces), and no override turns digits round: a letter must
 * not say one thing to the eye and another to a search.
 */
export const typedText = (text: string): string =>
  isolateLatinPieces(text.replace(OVERRIDES, '')).replace(TYPED_DATE, (date) =>
    date.replace(/\s+/g, (space) => `${WORD_JOINER}${space}${WORD_JOINER}`),
  );

/** The same for a field of one line: a line break that was pasted in becomes a space. */
export const typedLine = (text: string): string => typedText(text.replace(LINE_ENDS, ' ').trim());
