/**
 * Formula injection: a text that somebody typed («=HYPERLINK(…)», «+cmd|…») is computed by the program of tables that
 * opens an exported file. Such a text gets an apostrophe before it, which makes it a text for good; no other text changes.
 */

/** = + - @ | and the minus that keyboards of telephones write; their full-width and small twins fold to them by NFKC. */
const STARTS = new Set(['=', '+', '-', '@', '|', '\u2212']);
/** Programs of tables drop these before they look at a cell, so the sign behind them counts as the first. */
const SKIPPED = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

function startsFormula(text: string): boolean {
  for (const character of text) {
    if (SKIPPED.test(character)) continue;
    return STARTS.has(character.normalize('NFKC'));
  }
  return false;
}

/** A leading tab, carriage return or line feed moves what follows into a cell or a row of its own. */
const LEADING_BREAK = /^[\t\r\n]/u;

/** Whether a program of tables could take the text for a formula. */
export const isFormulaLike = (text: string): boolean => LEADING_BREAK.test(text) || startsFormula(text);

/** The text as a cell of a workbook may hold it. For texts alone: numbers and dates are written with their type. */
export const neutralise = (text: string): string => (isFormulaLike(text) ? `'${text}` : text);

/**
 * The text as a field of a CSV file may hold it. A program that takes another sign for the separator (an Arabic Windows
 * takes the semicolon) opens a cell in the middle of a field: what follows a separator or a line break is looked at too.
 */
export const neutraliseForCsv = (text: string): string =>
  neutralise(
    text
      .split(/([;,\t\r\n])/u)
      .map((part, at) => (at > 0 && at % 2 === 0 && startsFormula(part) ? `'${part}` : part))
      .join(''),
  );
