import { createContext, useCallback, useContext } from 'react';
import { digitsIn } from '#shared/arabic/digits.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';

/** The organisation's choice of digits on screen (`profile.screenDigits`); the shell provides it. */
export const DigitsContext = createContext<DigitSystem>('latin');

/** Digits after a Latin letter belong to a name of a key or a file (F2, A4): those stay as they are. */
const FREE_DIGITS = /(?<![A-Za-z]-?|[0-9٠-٩۰-۹])[0-9٠-٩۰-۹]+/gu;

export const showDigits = (system: DigitSystem, text: string | number): string =>
  String(text).replace(FREE_DIGITS, (digits) => digitsIn(system, digits));

/** Writes a text or a number in the digits of the display setting. What is copied or sent stays ASCII. */
export function useDigits(): (text: string | number) => string {
  const system = useContext(DigitsContext);
  return useCallback((text) => showDigits(system, text), [system]);
}
