import { digitsIn, type DigitSystem } from '../arabic/digits.ts';
import type { StyleWarning } from './style-warning.ts';

/** What keeps its Latin digits in an Arabic letter: an isolated piece, an address, a handle, an IBAN, a telephone, a code. */
const KEEPS = new RegExp(
  [
    String.raw`[\u2066-\u2068][^\u2069]*\u2069`,
    String.raw`(?:https?:\/\/|www\.)\S+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)*`,
    String.raw`@\w+`,
    String.raw`[A-Za-z][A-Za-z0-9-]*\d[A-Za-z0-9-]*(?:[ \u00A0][A-Z0-9]{1,4}(?![\p{L}\d]))*`,
    String.raw`(?<!\d)(?:\+|00)966[\d \u00A0-]{8,}`,
    String.raw`(?<!\d)0\d[\d \u00A0-]{7,10}(?!\d)`,
  ].join('|'),
  'gu',
);
/** Sentences: an end mark counts when a space follows, so that ١٫٥ and 1.5 stay whole. */
const SENTENCE = /[^\n.؟!؛]+(?:[.؟!؛](?!\s|$)[^\n.؟!؛]*)*/gu;

/**
 * Latin and Arabic-Indic digits side by side in one sentence, telephones and the like apart; one fix writes the sentence's
 * numbers in the paper's digits.
 */
export function mixedDigits(text: string, digits: DigitSystem): StyleWarning[] {
  return [...text.matchAll(SENTENCE)].flatMap((match): StyleWarning[] => {
    // Blanked, not cut: offsets stay those of the text.
    const read = match[0].replace(KEEPS, (piece) => ' '.repeat(piece.length));
    const latin = [...read.matchAll(/[0-9]+/g)];
    const arabic = [...read.matchAll(/[٠-٩]+/g)];
    const [first] = digits === 'arabicIndic' ? latin : arabic;
    const odd = digits === 'arabicIndic' ? latin : arabic;
    if (latin.length === 0 || arabic.length === 0 || first === undefined) return [];
    return [
      {
        kind: 'digits',
        start: match.index + first.index,
        text: first[0],
        value: latin[0]?.[0] ?? '',
        other: arabic[0]?.[0] ?? '',
        fixes: [
          {
            name: 'digits',
            value: digitsIn(digits, first[0]),
            changes: odd.map((group) => ({
              start: match.index + group.index,
              text: group[0],
              to: digitsIn(digits, group[0]),
            })),
          },
        ],
      },
    ];
  });
}
