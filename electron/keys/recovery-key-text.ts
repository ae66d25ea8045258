import { randomInt } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { stripInvisible, toAsciiDigits } from '#shared/arabic/digits.ts';

/** What every age secret key begins with: printed on the sheet, and worth nothing as a proof of having it. */
export const RECOVERY_KEY_PREFIX = 'AGE-SECRET-KEY-1';
/** The secret part: 58 characters of bech32, six of them its checksum. */
export const RECOVERY_KEY_LENGTH = 58;
const PROOF_PLACES = 6;

/** bech32 has no 1, B, I and O, so what is typed for them can only be the character that looks alike. */
const LOOKALIKES: Readonly<Record<string, string>> = { '1': 'L', I: 'L', O: '0', B: '8' };
const SECRET = /^[AC-HJ-NP-Z02-9]{58}$/;

/** Capitals and ASCII digits only, look-alikes put right: how one typed character is compared. */
const asPrinted = (text: string): string =>
  toAsciiDigits(stripInvisible(text))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

const withoutLookalikes = (text: string): string =>
  text.replace(/[1IOB]/g, (character) => LOOKALIKES[character] ?? character);

/**
 * The identity out of what a person typed or pasted: groups, spaces, dashes, line breaks, small letters, Arabic digits,
 * with or without the prefix; or a key file as `age-keygen` writes it, comments and all.
 * Error: recoveryKeyWrong { reason: 'form' } when it cannot be a recovery key at all.
 */
export const parseRecoveryKey = (text: string): string => {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => !line.trimStart().startsWith('#'));
  const letters = asPrinted(lines.join(''));
  const bare = asPrinted(RECOVERY_KEY_PREFIX);
  const secret = withoutLookalikes(
    letters.length > RECOVERY_KEY_LENGTH && letters.startsWith(bare) ? letters.slice(bare.length) : letters,
  );
  if (!SECRET.test(secret)) {
    throw new AppError('recoveryKeyWrong', {
      reason: 'form',
      characters: secret.length,
      expected: RECOVERY_KEY_LENGTH,
    });
  }
  return RECOVERY_KEY_PREFIX + secret;
};

/**
 * Six different places (ascending) for the person to read off the printed sheet, which numbers every character of the
 * identity from 1; only among the secret ones.
 */
export const sixPlaces = (): readonly number[] => {
  const places = new Set<number>();
  while (places.size < PROOF_PLACES)
    places.add(RECOVERY_KEY_PREFIX.length + randomInt(1, RECOVERY_KEY_LENGTH + 1));
  return [...places].sort((a, b) => a - b);
};

/** Whether the typed characters stand at these places of the sheet: small letters, Arabic digits and spaces are fine. */
export const proveRecovery = (identity: string, places: readonly number[], typed: string): boolean => {
  const expected = places.map((place) => identity[place - 1] ?? '').join('');
  return places.length > 0 && withoutLookalikes(asPrinted(typed)) === expected;
};
