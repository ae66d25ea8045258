/**
 * The order in which fonts expect the marks on an Arabic letter (Unicode Technical Report 53, "Unicode Arabic Mark
 * Rendering"). NFC orders them by class, which puts a vowel before the shadda and a hamza last: set so, they stand over
 * and through each other.
 */
const SHADDA = '\u0651';
/** Marks that belong to the letter itself ("modifier combining marks"), by their canonical combining class. */
const OF_LETTER_BELOW = new Set('\u0655\u06E3\u08CF\u08D3');
const OF_LETTER_ABOVE = new Set('\u0654\u0658\u06DC\u06E7\u06E8\u08CA\u08CB\u08CD\u08CE\u08F3');
/** Of class 220 and 230: all other Arabic marks are vowels, the shadda and the sukun (27 to 35). */
const OTHER_BELOW = /[\u0656\u065C\u065F\u06EA\u06ED]/;
const VOWEL = /[\u0618-\u061A\u064B-\u0652\u0670\u08F0-\u08F2]/;
const SEVERAL_MARKS =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF]{2,}/g;

/** `over` tells that the letter before has a mark of class 230 of its own, the madda of آ. */
function inOrder(marks: string, over: boolean): string {
  const below: string[] = [];
  const above: string[] = [];
  const shaddas: string[] = [];
  const others: string[] = [];
  // Marks of the letter are moved only from the beginning of their class.
  let belowOpen = true;
  let aboveOpen = !over;
  for (const mark of marks) {
    if (mark === SHADDA) shaddas.push(mark);
    else if (OF_LETTER_BELOW.has(mark) && belowOpen) below.push(mark);
    else if (OF_LETTER_ABOVE.has(mark) && aboveOpen) above.push(mark);
    else {
      if (OF_LETTER_BELOW.has(mark) || OTHER_BELOW.test(mark)) belowOpen = false;
      else if (!VOWEL.test(mark)) aboveOpen = false;
      others.push(mark);
    }
  }
  return [...below, ...above, ...shaddas, ...others].join('');
}

/** The same text with the marks of each letter in the order of rendering; text is in NFC, as `normalized` gives it. */
export const marksInOrder = (text: string): string =>
  text.replace(SEVERAL_MARKS, (marks: string, at: number) => inOrder(marks, text[at - 1] === 'آ'));
