import type { IdKind } from '#shared/parties/party.ts';
import { parseNationalId } from '#shared/identifiers/national-id.ts';

/**
 * The numbers that one slip of the hand makes of another: a digit changed, two neighbours changed over. Of a national id
 * only those with a right check digit can be stored, so a whole number has next to none and a mistyped one a dozen.
 */
export function idVariants({ kind, number }: { readonly kind: IdKind; readonly number: string }): string[] {
  const variants = new Set<string>();
  const add = (variant: string): void => {
    if (kind !== 'nationalId' || parseNationalId(variant).ok) variants.add(variant);
  };
  for (let at = 0; at < number.length; at += 1) {
    const [before, own, next] = [number.slice(0, at), number[at] ?? '', number[at + 1] ?? ''];
    // Letters of a passport number are read, not counted: they are hardly ever mistyped.
    if (/\d/u.test(own))
      for (const digit of '0123456789') if (digit !== own) add(before + digit + number.slice(at + 1));
    if (next !== '' && next !== own) add(before + next + own + number.slice(at + 2));
  }
  variants.delete(number);
  return [...variants];
}
