import { EMPTY_RICH_TEXT } from '#shared/letters/rich-text.ts';
import type { LetterContent } from '#shared/letters/letter.ts';

export const EMPTY_LETTER: LetterContent = {
  recipient: { honorific: '', name: '', title: '', organisation: '', closingHonorific: '' },
  subject: '',
  body: EMPTY_RICH_TEXT,
  attachments: { kind: 'list', items: [] },
  signatory: { title: '', name: '' },
  copies: [],
  inReplyTo: '',
};

/** One line as typed: «المدير العام، رئيس القسم» are two copies. */
export const copiesFromText = (text: string): string[] =>
  text
    .split(/[،,;؛\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 12);

export const copiesAsText = (copies: readonly string[]): string => copies.join('، ');
