/**
 * Words typed with the wrong keyboard layout: hgsghl is السلام on the same keys. The layout is Windows' Arabic
 * (101), the one that Saudi keyboards are printed with.
 */
const PLAIN = {
  '`': 'ذ',
  q: 'ض',
  w: 'ص',
  e: 'ث',
  r: 'ق',
  t: 'ف',
  y: 'غ',
  u: 'ع',
  i: 'ه',
  o: 'خ',
  p: 'ح',
  '[': 'ج',
  ']': 'د',
  a: 'ش',
  s: 'س',
  d: 'ي',
  f: 'ب',
  g: 'ل',
  h: 'ا',
  j: 'ت',
  k: 'ن',
  l: 'م',
  ';': 'ك',
  "'": 'ط',
  z: 'ئ',
  x: 'ء',
  c: 'ؤ',
  v: 'ر',
  b: 'لا',
  n: 'ى',
  m: 'ة',
  ',': 'و',
  '.': 'ز',
  '/': 'ظ',
} as const;

const SHIFTED = {
  '~': 'ّ',
  Q: 'َ',
  W: 'ً',
  E: 'ُ',
  R: 'ٌ',
  T: 'لإ',
  Y: 'إ',
  U: '‘',
  I: '÷',
  O: '×',
  P: '؛',
  A: 'ِ',
  S: 'ٍ',
  D: ']',
  F: '[',
  G: 'لأ',
  H: 'أ',
  J: 'ـ',
  K: '،',
  L: '/',
  Z: '~',
  X: 'ْ',
  C: '}',
  V: '{',
  B: 'لآ',
  N: 'آ',
  M: '’',
  '?': '؟',
} as const;

const KEYS: ReadonlyMap<string, string> = new Map([...Object.entries(PLAIN), ...Object.entries(SHIFTED)]);

/**
 * The text that the same keys would have given on the Arabic layout. Unchanged when it holds an Arabic letter or
 * no Latin one: then it was meant as it stands. A search offers the answer beside what was typed, never instead.
 */
export function fixLayout(text: string): string {
  if (/\p{Script=Arabic}/u.test(text) || !/[A-Za-z]/.test(text)) return text;
  // Caps Lock does nothing on the Arabic layout, so a text all in capitals was typed without Shift.
  const typed = /[a-z]/.test(text) || !/[A-Z].*[A-Z]/s.test(text) ? text : text.toLowerCase();
  return Array.from(typed, (key) => KEYS.get(key) ?? key).join('');
}

/** Each Arabic letter's key: what it would have given on the English layout. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(PLAIN),
    ...Object.entries(SHIFTED).map(([key, letter]) => [key.toLowerCase(), letter]),
  ].map(([key = '', letter = '']) => [letter, key]),
);

const asKeys = (text: string): string => Array.from(text, (letter) => LETTERS.get(letter) ?? letter).join('');

/**
 * The texts that the same keys would have given on the other layout, likeliest first; none when no key gives a letter
 * there. Arabic typed for Latin (شاةثي → ahmed) has two where it holds «لا», which is one key (b) or two (gh).
 */
export function otherLayouts(text: string): string[] {
  if (!/\p{Script=Arabic}/u.test(text)) {
    const fixed = fixLayout(text);
    return fixed === text ? [] : [fixed];
  }
  const one = asKeys(text.replaceAll('لا', 'b'));
  const two = asKeys(text);
  const meant = one === two ? [one] : [one, two];
  // Not every Arabic text is a Latin one on other keys: a sign among the letters is no name.
  return meant.filter((other) => /^[a-z0-9 .@_+-]+$/u.test(other) && /[a-z]/u.test(other));
}
