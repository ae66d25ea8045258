import type { Block, Inline, Paragraph, RichText } from '../rich-text.ts';

/** A part of a template's text: a paragraph (with `**bold**`), one in the middle, a quotation, or a table of two columns. */
export type BodyPart =
  | string
  | { readonly centre: string }
  | { readonly quote: string }
  | { readonly rows: readonly (readonly [string, string])[] };

const inlines = (text: string): Inline[] =>
  text.split('**').flatMap((part, index): Inline[] => {
    if (part === '') return [];
    return index % 2 === 1
      ? [{ type: 'text', text: part, marks: [{ type: 'bold' }] }]
      : [{ type: 'text', text: part }];
  });
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: inlines(text) });

const block = (part: BodyPart): Block => {
  if (typeof part === 'string') return paragraph(part);
  if ('centre' in part) return { ...paragraph(part.centre), attrs: { textAlign: 'center' } };
  if ('quote' in part) return { type: 'blockquote', content: [paragraph(part.quote)] };
  return {
    type: 'table',
    content: part.rows.map(([head, value]) => ({
      type: 'tableRow',
      content: [
        { type: 'tableHeader', content: [paragraph(head)] },
        { type: 'tableCell', content: [paragraph(value)] },
      ],
    })),
  };
};

/** A letter's text from its parts, as the templates of the library write it. */
export const letterBody = (...parts: readonly BodyPart[]): RichText => ({
  type: 'doc',
  content: parts.map(block),
});
