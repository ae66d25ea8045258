import { z } from 'zod';
import { stripBidiControls, toAsciiDigits } from '../arabic/digits.ts';

/** Always as many, whatever stood there: how long a number is tells something too. */
const DOTS = '••••••';
const MASKED = /^•{6}[^•]{0,4}$/u;

/** Whether a text is what `maskIdentifier` made. */
export const isMasked = (text: string): boolean => MASKED.test(text);

/**
 * An id number or an IBAN as everybody may see it: `1058529940` → `••••••9940`. At most the last four characters stay, and
 * of a short one less than half. Whole it is shown only while it is compared with the card or edited (PDPL). No bidi
 * control of the original is left in it; shown isolated, left to right. Empty stays empty; what is masked stays so.
 */
export function maskIdentifier(value: string): string {
  const characters = Array.from(stripBidiControls(value).replaceAll(/\s+/gu, ''));
  if (characters.length === 0) return '';
  const plain = characters.join('');
  if (isMasked(plain)) return plain;
  const kept = Math.min(4, Math.floor((characters.length - 1) / 2));
  // A dot of the original must not pass for one of ours.
  const tail = characters.slice(characters.length - kept).filter((character) => character !== '•');
  return DOTS + tail.join('');
}

/**
 * An identifier in the output of a channel: what a service hands over whole goes over the wire masked, whoever forgot to
 * think of it. Channels that show it whole say so in their own schema, and log the look.
 */
export const maskedIdentifierSchema = z.string().transform(maskIdentifier);

/** As many digits as an id or a border number has, or an IBAN: a free field for a number holds one often enough. */
const IDENTITY = /^(?:\d{10}|SA\d{22})$/iu;

/** A number that may be anybody's or anything's: masked where it looks like an id or an IBAN, else as it is. */
export const maskIdentityNumber = (text: string): string =>
  IDENTITY.test(toAsciiDigits(stripBidiControls(text)).replaceAll(/[\s-]+/gu, ''))
    ? maskIdentifier(text)
    : text;
