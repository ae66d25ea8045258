import { describe, expect, it } from 'vitest';
import {
  EMPTY_RICH_TEXT,
  plainText,
  RICH_TEXT_MAX_CHARACTERS,
  richTextFromPlain,
  richTextIsEmpty,
  richTextSchema,
} from '#shared/letters/rich-text.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

/** As Tiptap's own `getJSON()` writes them, with the nulls of attributes that nobody set. */
const FROM_THE_EDITOR = doc(
  {
    type: 'heading',
    attrs: { dir: 'rtl', textAlign: null, level: 2 },
    content: [{ type: 'text', text: 'عنوان' }],
  },
  {
    type: 'paragraph',
    attrs: { dir: 'rtl', textAlign: 'center' },
    content: [
      { type: 'text', marks: [{ type: 'bold' }, { type: 'underline' }], text: 'كلمة' },
      { type: 'hardBreak', attrs: { dir: 'rtl' } },
    ],
  },
  {
    type: 'orderedList',
    attrs: { dir: 'rtl', start: 3, type: null },
    content: [{ type: 'listItem', attrs: { dir: 'rtl' }, content: [paragraph('بند')] }],
  },
  {
    type: 'table',
    attrs: { dir: 'rtl' },
    content: [
      {
        type: 'tableRow',
        attrs: { dir: 'rtl' },
        content: [
          {
            type: 'tableHeader',
            attrs: { dir: 'rtl', colspan: 2, rowspan: 1, colwidth: null, align: null },
            content: [{ type: 'paragraph' }],
          },
        ],
      },
    ],
  },
);

describe('the text of a letter', () => {
  it('takes what the editor writes', () => {
    expect(richTextSchema.safeParse(FROM_THE_EDITOR).error).toBeUndefined();
    expect(richTextSchema.parse(EMPTY_RICH_TEXT)).toEqual(EMPTY_RICH_TEXT);
  });

  it.each([
    ['an image', doc({ type: 'image', attrs: { src: 'x' } })],
    [
      'a link mark',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'أ', marks: [{ type: 'link' }] }] }),
    ],
    ['a fourth level', doc({ type: 'heading', attrs: { level: 4 } })],
    ['an empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    ['an attribute of its own', doc({ type: 'paragraph', attrs: { style: 'color:red' } })],
    ['no document', paragraph('أ')],
    ['a document without blocks', doc()],
  ])('refuses %s', (_name, value) => {
    expect(richTextSchema.safeParse(value).success).toBe(false);
  });

  it('refuses nesting that would end the stack, by name', () => {
    let node: unknown = paragraph('أ');
    for (let depth = 0; depth < 20_000; depth += 1) node = { type: 'blockquote', content: [node] };
    expect(richTextSchema.safeParse(doc(node)).error?.issues[0]?.message).toBe('tooDeep');
  });

  it('refuses a text of more than forty pages, by name', () => {
    const issues = richTextSchema.safeParse(doc(paragraph('أ'.repeat(RICH_TEXT_MAX_CHARACTERS + 1)))).error
      ?.issues;
    expect(issues?.[0]?.message).toBe('tooLong');
  });
});

describe('plain text', () => {
  it('keeps every word, in reading order', () => {
    expect(plainText(richTextSchema.parse(FROM_THE_EDITOR))).toBe('عنوان\nكلمة\n\nبند\n');
  });

  it('counts white space and empty cells as nothing', () => {
    expect(richTextIsEmpty(EMPTY_RICH_TEXT)).toBe(true);
    expect(richTextIsEmpty(richTextSchema.parse(doc(paragraph(' \u00A0'), { type: 'paragraph' })))).toBe(
      true,
    );
    expect(richTextIsEmpty(richTextFromPlain('.'))).toBe(false);
  });

  it('becomes paragraphs at blank lines and breaks at line ends', () => {
    expect(richTextFromPlain('أول\r\nثانٍ\n\n\nثالث\n')).toEqual(
      doc(
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'أول' }, { type: 'hardBreak' }, { type: 'text', text: 'ثانٍ' }],
        },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'ثالث' }, { type: 'hardBreak' }],
        },
      ),
    );
    expect(richTextFromPlain(' \n ')).toEqual(EMPTY_RICH_TEXT);
  });
});
