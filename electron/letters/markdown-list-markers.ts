/**
 * «١. نص», «٢) نص» and «٣- نص» at the start of a line are ordered lists to whoever types them, but Markdown knows only
 * ASCII digits and no dash. The marker is rewritten for the parser, with invisible spaces behind it that say what
 * stood there: the parser either eats the marker (a list) or leaves it in the text, and then it is put back as typed.
 */
const SYSTEMS = [
  { zero: 0x30, sign: '\u2000' },
  { zero: 0x660, sign: '\u2001' },
  { zero: 0x6f0, sign: '\u2002' },
] as const;
const DASH_SIGN = '\u2003';
const LINE_MARKER =
  /^((?:[ \t]*(?:>|[-*+](?=[ \t])))*[ \t]*)(\d{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3})([.)-])(?=[ \t])[ \t]/gmu;
const LEFT_IN_TEXT = /(\d{1,3})([.)]) ?([\u2000-\u2002])(\u2003?)/g;
const SIGNS = /[\u2000-\u2003]/g;

/** Gives the text with every such marker in ASCII. Typographic spaces of the same kind become plain ones. */
export function markArabicListMarkers(text: string): string {
  return text
    .replace(SIGNS, ' ')
    .replace(LINE_MARKER, (whole, before: string, digits: string, delimiter: string) => {
      const system = SYSTEMS.find(({ zero }) => within(digits, zero));
      if (!system || (system.zero === 0x30 && delimiter !== '-')) return whole;
      const ascii = Array.from(digits, (digit) => String((digit.codePointAt(0) ?? 0) - system.zero)).join('');
      return delimiter === '-'
        ? `${before}${ascii}. ${system.sign}${DASH_SIGN}`
        : `${before}${ascii}${delimiter} ${system.sign}`;
    });
}

/** Puts back, as typed, the markers that turned out to be text. */
export function restoreListMarkers(text: string): string {
  return text
    .replace(LEFT_IN_TEXT, (_whole, digits: string, delimiter: string, sign: string, dash: string) => {
      const zero = SYSTEMS.find((system) => system.sign === sign)?.zero ?? 0x30;
      const own = Array.from(digits, (digit) => String.fromCodePoint(Number(digit) + zero)).join('');
      return `${own}${dash === '' ? delimiter : '-'} `;
    })
    .replace(SIGNS, '');
}

const within = (digits: string, zero: number): boolean =>
  Array.from(digits).every((digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return code >= zero && code < zero + 10;
  });
