import type { Recipient } from '#shared/letters/letter.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import { typedLine } from '../typed-text.ts';

/**
 * The lines of an address on an envelope or a label: who, then their office, then the body. «سعادة» and a title alone
 * stand together, as in the letter.
 */
export function addressLinesOf(recipient: Recipient): string[] {
  const { honorific, name, title, organisation, closingHonorific } = recipient;
  const first = name === '' ? [honorific, title, closingHonorific] : [honorific, name, closingHonorific];
  const lines = [first, name === '' ? [] : [title], [organisation]]
    .map((parts) => typedLine(parts.filter((part) => part !== '').join(' ')))
    .filter((line) => line !== '');
  return lines.length === 0 ? [recipientLine(recipient)] : lines;
}
