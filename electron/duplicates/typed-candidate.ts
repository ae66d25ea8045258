import { type Likeness, likenessOf } from '#shared/duplicates/likeness.ts';
import type { Candidate } from '#shared/duplicates/duplicates-contract.ts';
import { cleaned } from '#shared/identifiers/parsed.ts';
import { parseLandline, parseMobile } from '#shared/identifiers/mobile.ts';

/** What is typed so far in the form that is stored: what is no number yet is left as its digits, or out. */
export const likenessOfTyped = (candidate: Candidate): Likeness =>
  likenessOf({
    ...candidate,
    idNumber: cleaned(candidate.idNumber).replaceAll(/[\s-]/gu, '').toUpperCase(),
    phones: candidate.phones.map(({ value, own }) => ({ value: storedPhone(value), own })),
  });

function storedPhone(typed: string): string {
  const text = cleaned(typed);
  if (text.includes('@')) return text.toLowerCase();
  const mobile = parseMobile(text);
  if (mobile.ok) return mobile.value;
  const landline = parseLandline(text);
  if (landline.ok) return landline.value;
  // A foreign number, whole with its country; anything else is still being typed.
  const dialled = text.replaceAll(/[\s()-]/gu, '').replace(/^00/u, '+');
  return /^\+\d{8,15}$/u.test(dialled) ? dialled : '';
}
