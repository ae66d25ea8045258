import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** What a character can do in a right-to-left paragraph without Latin letters and without controls. */
const UNASKED = 0;
/** A right-to-left letter, or a sign that takes the direction around it. */
const OTHER = 1;
const DIGIT = 2;
/** Joins two numbers when it stands alone between them (rule W4). */
const SEPARATOR = 3;
/** Joins the number that it touches (rule W5). */
const TERMINATOR = 4;
/** Takes the type of what it stands on (rule W1). */
const MARK = 5;
/** Needs the whole algorithm. */
const HARD = 6;

const KINDS: Readonly<Record<string, number>> = {
  R: OTHER,
  AL: OTHER,
  ON: OTHER,
  WS: OTHER,
  S: OTHER,
  EN: DIGIT,
  AN: DIGIT,
  CS: SEPARATOR,
  ES: SEPARATOR,
  ET: TERMINATOR,
  NSM: MARK,
};
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? HARD;
  if (known !== UNASKED) return known;
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const kind = isHalf ? HARD : (KINDS[bidi.getBidiCharTypeName(String.fromCharCode(unit))] ?? HARD);
  kinds[unit] = kind;
  return kind;
}

/**
 * The levels of a right-to-left paragraph in which UAX#9 has little to decide: letters and signs stand at 1, numbers at
 * 2. Undefined where it has more to decide (Latin letters, controls, a sign inside or beside a number). The algorithm
 * itself costs more than anything else but shaping; most of what a letter says never needs it.
 */
export function plainLevels(text: string): Uint8Array | undefined {
  const { length } = text;
  const levels = new Uint8Array(length).fill(1);
  let before = OTHER;
  let twoBefore = OTHER;
  let terminators = false;
  let digits = false;
  for (let at = 0; at < length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === HARD) return undefined;
    if (kind === DIGIT) {
      if (before === SEPARATOR && twoBefore === DIGIT) return undefined;
      digits = true;
      levels[at] = 2;
    } else if (kind === MARK) {
      if (before === DIGIT) return undefined;
    } else if (kind === TERMINATOR) terminators = true;
    twoBefore = before;
    before = kind;
  }
  return digits && terminators ? undefined : levels;
}
