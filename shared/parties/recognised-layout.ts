import { nameTokens, findWords } from '../arabic/name-tokens.ts';
import { otherLayouts } from '../arabic/keyboard-layout.ts';
import type { PartyHit } from './party.ts';

/**
 * What was meant by a text that was typed on the wrong keyboard layout, told by whom it found: their names hold what the
 * same keys give on the other layout, and not what was typed. Null when it was meant as it stands.
 */
export function recognisedLayout(typed: string, hits: readonly PartyHit[]): string | null {
  const bears = (words: readonly string[], hit: PartyHit): boolean => {
    const own = [hit.name, hit.via?.text ?? ''].flatMap((text) => [...nameTokens(text)]);
    return words.length > 0 && words.every((word) => own.some((one) => one.startsWith(word)));
  };
  const words = findWords(typed);
  if (hits.length === 0 || hits.some((hit) => bears(words, hit))) return null;
  return otherLayouts(typed.trim()).find((meant) => hits.some((hit) => bears(findWords(meant), hit))) ?? null;
}
