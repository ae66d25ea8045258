/** Which digits a text is shown in. Stored text is always `latin` (ASCII). */
export type DigitSystem = 'latin' | 'arabicIndic';

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** ٠-٩ and ۰-۹ become 0-9; everything else stays, other scripts' digits too. */
export const toAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
  });

/** 0-9 and ۰-۹ become ٠-٩; everything else stays. */
export const toArabicDigits = (text: string): string =>
  toAsciiDigits(text).replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_INDIC_ZERO + Number(digit)));

/** A text or a whole number in the digits of a system, whatever digits it came in. */
export const digitsIn = (system: DigitSystem, text: string | number): string =>
  system === 'arabicIndic' ? toArabicDigits(String(text)) : toAsciiDigits(String(text));

/**
 * Drops the characters that Unicode calls Bidi_Control (ALM, LRM, RLM, embeddings, overrides, isolates): they come
 * along when a number is copied from a message or a PDF.
 */
export const stripBidiControls = (text: string): string =>
  text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

/** Drops bidi controls and every zero-width character (joiners, ZWSP, word joiner, soft hyphen, BOM). */
export const stripInvisible = (text: string): string =>
  stripBidiControls(text).replace(/[\u00AD\u180E\u200B-\u200D\u2060-\u2065\u206A-\u206F\uFEFF]/gu, '');
