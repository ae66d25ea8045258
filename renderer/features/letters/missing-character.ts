import type { LetterContent } from '#shared/letters/letter.ts';

/**
 * The field outside the text that holds a character which the paper's font lacks, by its id; null when it is in the
 * text itself (or in the letterhead, where the letter cannot help it).
 */
export function fieldHolding(content: LetterContent, character: string): string | null {
  const { recipient, subject, inReplyTo, attachments, copies, signatory } = content;
  const fields: readonly (readonly [string, string])[] = [
    ['letter-recipient', recipient.name],
    ['letter-recipient-title', recipient.title],
    ['letter-recipient-organisation', recipient.organisation],
    ['letter-subject', subject],
    ['letter-in-reply-to', inReplyTo],
    [
      'letter-attachments',
      attachments.kind === 'text'
        ? attachments.text
        : [attachments.instead ?? '', ...attachments.items.map((item) => item.what)].join(),
    ],
    ['letter-copies', copies.join()],
    ['letter-signatory', signatory.name + signatory.title],
  ];
  return fields.find(([, text]) => text.includes(character))?.[0] ?? null;
}
