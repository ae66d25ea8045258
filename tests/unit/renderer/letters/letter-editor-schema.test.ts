import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterExtensions } from '#renderer/features/letters/editor/letter-extensions.ts';
import { fromRichText, toRichText } from '#renderer/features/letters/editor/rich-text-json.ts';
import { EMPTY_RICH_TEXT, richTextSchema, type RichText } from '#shared/letters/rich-text.ts';

const schema = getSchema(letterExtensions(''));
/** What comes out of the editor for a document that went in: as loading and saving do. */
const throughEditor = (text: RichText): RichText => {
  const node = Node.fromJSON(schema, fromRichText(text));
  node.check();
  return toRichText(node.toJSON());
};

const marks = fc
  .subarray(['bold', 'italic', 'underline'] as const)
  .map((types) => types.map((type) => ({ type })));
const inline = fc.oneof(
  fc
    .record({ text: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), marks })
    .map(({ text, marks: on }) => ({ type: 'text', text, ...(on.length > 0 ? { marks: on } : {}) })),
  fc.constant({ type: 'hardBreak' }),
);
const align = fc.constantFrom({}, { attrs: { textAlign: 'center' } }, { attrs: { textAlign: 'left' } });
const paragraph = fc
  .tuple(fc.array(inline, { minLength: 1, maxLength: 4 }), align)
  .map(([content, attrs]) => ({ type: 'paragraph', content, ...attrs }));
const heading = fc
  .tuple(fc.array(inline, { minLength: 1, maxLength: 3 }), fc.constantFrom(1, 2, 3))
  .map(([content, level]) => ({ type: 'heading', attrs: { level }, content }));
const item = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content) => ({ type: 'listItem', content }));
const list = fc
  .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([type, content]) => ({ type, content }));
const quote = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content) => ({ type: 'blockquote', content }));
const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc
    .array(
      fc.array(
        paragraph.map((one) => ({ type: 'tableCell', content: [one] })),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })),
);
const text = fc
  .array(fc.oneof(paragraph, heading, list, quote, table), { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }));

/** Neighbouring pieces with the same marks are one text to an editor; which mark is named first means nothing. */
const joined = (value: unknown): string =>
  JSON.stringify(
    (function walk(node: unknown): unknown {
      if (typeof node !== 'object' || node === null) return node;
      const {
        content,
        marks: on,
        ...rest
      } = node as {
        content?: { type: string; text?: string; marks?: { type: string }[] }[];
        marks?: { type: string }[];
      };
      const pieces: unknown[] = [];
      for (const child of content ?? []) {
        const last = pieces.at(-1) as { text?: string; marks?: unknown } | undefined;
        const next = walk(child) as { text?: string; marks?: unknown };
        if (
          last?.text !== undefined &&
          next.text !== undefined &&
          JSON.stringify(last.marks) === JSON.stringify(next.marks)
        ) {
          last.text += next.text;
        } else pieces.push(next);
      }
      return {
        ...rest,
        ...(on === undefined ? {} : { marks: on.map((mark) => mark.type).toSorted() }),
        ...(content === undefined ? {} : { content: pieces }),
      };
    })(value),
  );

describe('the editor and the text of a letter', () => {
  it('know the same nodes and marks', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(
      [
        'blockquote',
        'bulletList',
        'doc',
        'hardBreak',
        'heading',
        'listItem',
        'orderedList',
        'paragraph',
        'table',
        'tableCell',
        'tableHeader',
        'tableRow',
        'text',
      ].toSorted(),
    );
    expect(Object.keys(schema.marks).toSorted()).toEqual(['bold', 'italic', 'underline']);
  });

  it('give back every text that the paper can set, unchanged', () => {
    fc.assert(
      fc.property(text, (json) => {
        const given = richTextSchema.parse(json);
        expect(joined(throughEditor(given))).toBe(joined(given));
      }),
      { numRuns: 200 },
    );
  });

  it('keep spans of cells, and drop what says nothing', () => {
    const spanned = richTextSchema.parse({
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [{ type: 'paragraph' }] }],
            },
          ],
        },
      ],
    });
    expect(throughEditor(spanned)).toEqual(spanned);
    expect(
      toRichText({ type: 'doc', content: [{ type: 'paragraph', attrs: { dir: 'rtl', textAlign: null } }] }),
    ).toEqual(EMPTY_RICH_TEXT);
  });

  it('leave out the empty paragraphs that an editor keeps at the end', () => {
    const written = { type: 'paragraph', content: [{ type: 'text', text: 'نص' }] };
    expect(
      toRichText({ type: 'doc', content: [written, { type: 'paragraph' }, { type: 'paragraph' }] }),
    ).toEqual({
      type: 'doc',
      content: [written],
    });
  });
});
