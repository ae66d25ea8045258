/**
 * Random mixed text over a wide alphabet: what an office may type, and what nobody types but a copy from the web brings
 * along. Every character stands with its Bidi_Class, so that the reference needs no table of ours; a test holds these
 * against Unicode's own.
 */
import * as fc from 'fast-check';
import type { BidiClass, Character } from './uax9-reference.ts';

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکیـ؛؟ٱ';
const MARKS = '\u064E\u064F\u0650\u0651\u0652\u064B\u064C\u064D\u0670\u0653\u0654\u0655';
const LATIN = 'abcdefgxyzABCHXYZéüñçÄß';
const BRACKETS = '()[]{}';
const SIGNS = `!"&'*;<=>?@\\_|~«»…–—•×÷→✓“”‘’‹›`;
const ISOLATES = '\u2066\u2067\u2068\u2069';
const EMBEDDINGS = '\u202A\u202B\u202D\u202E\u202C';
const MARKS_OF_DIRECTION = '\u200E\u200F\u061C';
const INVISIBLE = '\u200C\u200D\u200B\u00AD\u2060';

const CLASSES = new Map<string, BidiClass>();
const put = (characters: string, bidi: BidiClass): void => {
  for (const character of characters) CLASSES.set(character, bidi);
};
put(ARABIC, 'AL');
put('\u061Cﷺﷲ', 'AL');
put(MARKS, 'NSM');
put(LATIN, 'L');
put('אבגדה\u200F', 'R');
put('\u200E', 'L');
put('0123456789۰۱۲۳۴۵۶۷۸۹', 'EN');
put('٠١٢٣٤٥٦٧٨٩٫٬', 'AN');
put(',./:،\u00A0', 'CS');
put('+-', 'ES');
put('#$%°€±٪', 'ET');
put(BRACKETS, 'ON');
put(SIGNS, 'ON');
put(' ', 'WS');
put('\u200C\u200D\u200B\u00AD\u2060', 'BN');
put('\u2066', 'LRI');
put('\u2067', 'RLI');
put('\u2068', 'FSI');
put('\u2069', 'PDI');
put('\u202A', 'LRE');
put('\u202B', 'RLE');
put('\u202D', 'LRO');
put('\u202E', 'RLO');
put('\u202C', 'PDF');

/** All characters of the alphabet with their classes. */
export const ALPHABET: ReadonlyMap<string, BidiClass> = CLASSES;

const PARTNERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  ')': '(',
  ']': '[',
  '}': '{',
};
export function characterOf(character: string): Character {
  const bidi = CLASSES.get(character) ?? 'ON';
  const partner = PARTNERS[character];
  if (partner === undefined) return { bidi };
  const [self, pair] = [character, partner].map((each) => each.codePointAt(0) ?? 0);
  return {
    bidi,
    bracket: { kind: '([{'.includes(character) ? 'open' : 'close', self: self ?? 0, pair: pair ?? 0 },
  };
}

const of = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(characters));
const many = (one: fc.Arbitrary<string>, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(one, { minLength, maxLength }).map((parts) => parts.join(''));

const letter = of(ARABIC);
const marked = fc.tuple(letter, many(of(MARKS), 0, 2)).map((parts) => parts.join(''));
/** Joined letters, with and without vowels; lam-alef and the name of God have shapes of their own. */
export const arabicWord = fc.oneof(
  many(letter, 1, 8),
  many(marked, 1, 5),
  fc.constantFrom('لا', 'لأ', 'لإ', 'لآ', 'الله', 'لِلَّهِ', 'محمد', 'مـــحـــمـــد', 'ﷺ', 'ﷲ', 'والإجراءات', 'لآلئ'),
);
export const latinWord = many(of(LATIN), 1, 6);
const digits = fc.oneof(
  many(of('0123456789'), 1, 6),
  many(of('٠١٢٣٤٥٦٧٨٩'), 1, 6),
  many(of('۰۱۲۳۴۵۶۷۸۹'), 1, 4),
);
export const number = fc.oneof(
  digits,
  fc.tuple(digits, of('/.,:-+٫٬%٪\u00A0'), digits).map((parts) => parts.join('')),
  fc.tuple(digits, of('/-'), digits, of('/-'), digits).map((parts) => parts.join('')),
  fc.tuple(of('-+±#$€'), digits).map((parts) => parts.join('')),
  fc.tuple(digits, of('%٪°€')).map((parts) => parts.join('')),
);
const sign = fc.oneof(of(SIGNS), of(BRACKETS), of(',./:،+-#$%°€±٪؛؟'));
const isolated = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(of('\u2066\u2067\u2068'), inner, fc.constantFrom('\u2069', '')).map((parts) => parts.join(''));
const bracketed = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('()', '[]', '{}', '«»', '(]'), inner)
    .map(([pair, text]) => `${pair[0]}${text}${pair[1]}`);

/** A piece of mixed text; `controls` asks for everything that steers direction as well. */
const pieces = (controls: boolean, invisible: boolean): fc.Arbitrary<string> => {
  const word = fc.oneof(arabicWord, latinWord, number);
  return fc.oneof(
    { weight: 4, arbitrary: arabicWord },
    { weight: 2, arbitrary: latinWord },
    { weight: 3, arbitrary: number },
    { weight: 3, arbitrary: sign },
    { weight: 6, arbitrary: of('   \u00A0') },
    {
      weight: 2,
      arbitrary: bracketed(
        fc.oneof(
          word,
          fc.tuple(word, word).map((two) => two.join(' ')),
        ),
      ),
    },
    { weight: controls ? 2 : 0, arbitrary: isolated(word) },
    { weight: controls ? 2 : 0, arbitrary: of(ISOLATES + MARKS_OF_DIRECTION) },
    { weight: controls ? 1 : 0, arbitrary: of(EMBEDDINGS) },
    { weight: invisible ? 1 : 0, arbitrary: of(INVISIBLE) },
  );
};

export interface TextOptions {
  readonly controls?: boolean;
  readonly invisible?: boolean;
  readonly maxPieces?: number;
}
export const mixedText = ({
  controls = false,
  invisible = false,
  maxPieces = 24,
}: TextOptions = {}): fc.Arbitrary<string> => many(pieces(controls, invisible), 0, maxPieces);

/** Every character of the alphabet as likely as any other: strings that no one writes. */
export const anyCharacters: fc.Arbitrary<string> = many(fc.constantFrom(...CLASSES.keys()), 0, 40);
