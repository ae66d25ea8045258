import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextFromMarkdown } from '#electron/letters/markdown-rich-text.ts';
import { AppError } from '#shared/app-error.ts';
import { plainText, richTextSchema, type Block, type RichText } from '#shared/letters/rich-text.ts';

const text = (value: string, ...marks: ('bold' | 'italic' | 'underline')[]) =>
  marks.length === 0
    ? { type: 'text', text: value }
    : { type: 'text', text: value, marks: marks.map((type) => ({ type })) };
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const blocks = (markdown: string): readonly Block[] => richTextFromMarkdown(markdown).content;
const plain = (markdown: string): string => plainText(richTextFromMarkdown(markdown));

function refusal(markdown: string): AppError {
  try {
    richTextFromMarkdown(markdown);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`Nothing was refused: ${markdown}`);
}

describe('Markdown as the text of a letter', () => {
  it('reads bold, italic, <u>, mixed and across each other', () => {
    expect(blocks('نص **عريض** و*مائل* و<u>تحته **خط** ممتد</u>.')).toEqual([
      paragraph(
        text('نص '),
        text('عريض', 'bold'),
        text(' و'),
        text('مائل', 'italic'),
        text(' و'),
        text('تحته ', 'underline'),
        text('خط', 'bold', 'underline'),
        text(' ممتد', 'underline'),
        text('.'),
      ),
    ]);
    expect(blocks('**أ <u>ب** ج</u>')).toEqual([
      paragraph(text('أ ', 'bold'), text('ب', 'bold', 'underline'), text(' ج', 'underline')),
    ]);
  });

  it('reads headings; the fourth level and deeper become the third', () => {
    expect(blocks('# أ\n\n## ب\n\n##### ج')).toEqual(
      [1, 2, 3].map((level, index) => ({
        type: 'heading',
        attrs: { level },
        content: [text('أبج'[index] ?? '')],
      })),
    );
  });

  it('reads lists nested three deep, ordered in bulleted and back', () => {
    expect(blocks('- أ\n  3. ب\n     - ج\n- د')).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph(text('أ')),
              {
                type: 'orderedList',
                attrs: { start: 3 },
                content: [
                  {
                    type: 'listItem',
                    content: [
                      paragraph(text('ب')),
                      {
                        type: 'bulletList',
                        content: [{ type: 'listItem', content: [paragraph(text('ج'))] }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { type: 'listItem', content: [paragraph(text('د'))] },
        ],
      },
    ]);
  });

  it.each(['١. أ\n٢. ب', '۱. أ\n۲. ب', '١) أ\n٢) ب', '١- أ\n٢- ب', '1- أ\n2- ب'])(
    'takes %j for an ordered list, as whoever typed it',
    (markdown) => {
      expect(blocks(markdown)).toEqual([
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: ['أ', 'ب'].map((letter) => ({ type: 'listItem', content: [paragraph(text(letter))] })),
        },
      ]);
    },
  );

  it('leaves a number that begins a line of a paragraph as it was typed', () => {
    expect(plain('انتهى ذلك في عام\n٢٠. وبعد')).toBe('انتهى ذلك في عام ٢٠. وبعد');
    expect(plain('انتهى ذلك في عام\n۲۰- وبعد')).toBe('انتهى ذلك في عام ۲۰- وبعد');
    expect(plain('```\n٢- بند\n```')).toBe('٢- بند');
  });

  it('reads tables with their header, alignment, escaped bars and <br>', () => {
    expect(blocks('| أ | ب |\n|---|:-:|\n| ١ | س\\|ص<br>ع |\n| ٢ |')).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph(text('أ'))] },
              {
                type: 'tableHeader',
                content: [{ ...paragraph(text('ب')), attrs: { textAlign: 'center' } }],
              },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [paragraph(text('١'))] },
              {
                type: 'tableCell',
                content: [
                  {
                    ...paragraph(text('س|ص'), { type: 'hardBreak' }, text('ع')),
                    attrs: { textAlign: 'center' },
                  },
                ],
              },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [paragraph(text('٢'))] },
              {
                type: 'tableCell',
                content: [{ type: 'paragraph', attrs: { textAlign: 'center' } }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps hard breaks and joins the lines of a paragraph', () => {
    expect(blocks('أول  \nثانٍ\\\nثالث\nرابع')).toEqual([
      paragraph(text('أول'), { type: 'hardBreak' }, text('ثانٍ'), { type: 'hardBreak' }, text('ثالث رابع')),
    ]);
  });

  it('leaves addresses alone, underscores and stars too, and writes links out', () => {
    expect(plain('انظر https://example.org/a_b_c?d=*e* والبريد first_last_x@example.org.')).toBe(
      'انظر https://example.org/a_b_c?d=*e* والبريد first_last_x@example.org.',
    );
    expect(plain('[الموقع](https://example.org/a "عنوان") و<https://example.org>')).toBe(
      'الموقع (https://example.org/a "عنوان") وhttps://example.org',
    );
  });

  it('takes escapes and entities for what they mean', () => {
    expect(plain('\\*ليس مائلًا\\* و\\<u\\> و&laquo;نص&raquo; و&#1571;&amp;&غير;')).toBe(
      '*ليس مائلًا* و<u> و«نص» وأ&&غير;',
    );
  });

  it('keeps as text what a letter has no form for', () => {
    expect(plain('    إزاحة\n\n[1]: مرجع\n\n~~شطب~~ `رمز`\n\n---\n\n- [x] تم')).toBe(
      'إزاحة\n[1]: مرجع\n~~شطب~~ رمز\n* * *\n[x] تم',
    );
    expect(plain('```نوع\nسطر\nآخر\n```')).toBe('نوع\nسطر\nآخر');
    expect(plain('أ < ب و<اسم المستفيد> و5<6')).toBe('أ < ب و<اسم المستفيد> و5<6');
  });

  it.each([
    ['نص\n\n![شعار](logo.png)', '![شعار](logo.png)'],
    ['نص <b>عريض</b>', '<b>'],
    ['<div>\nنص\n</div>', '<div>'],
    ['نص <!-- مخفي -->', '<!-- مخفي -->'],
    ['<script>alert(1)</script>', '<script>'],
    ['نص <u>بلا نهاية', '<u>'],
    ['نص </u> زائدة', '</u>'],
    ['| أ | ب |\n|---|---|\n| ١ | ٢ | ٣ |', '| ١ | ٢ | ٣ |'],
  ])('refuses %j and says what it found', (markdown, found) => {
    const error = refusal(markdown);
    expect(error.code).toBe('jsonInvalid');
    expect(error.details).toMatchObject({ path: 'body', found });
    expect(error.details['expected']).not.toBe('');
  });

  it('refuses nesting and length beyond reason without a crash', () => {
    expect(refusal(`${'>'.repeat(50_000)} نص`).code).toBe('jsonInvalid');
    expect(refusal(`${'> '.repeat(40)} نص`).code).toBe('jsonInvalid');
    expect(refusal('نص '.repeat(30_000)).details['expected']).toContain('60000');
    expect(refusal('999999999. بند').details['expected']).toContain('starts at');
  });

  it('is an empty paragraph for an empty body', () => {
    expect(blocks(' \n\n ')).toEqual([{ type: 'paragraph' }]);
  });
});

const ARABIC_LETTER = /[\u0621-\u064A]/g;
const letters = (value: string): string[] => (value.match(ARABIC_LETTER) ?? []).toSorted();

describe('no word is lost', () => {
  const word = fc.stringMatching(/^[\u0621-\u063A\u0641-\u064A]{1,8}$/);
  const dressed = fc
    .tuple(word, fc.constantFrom('', '**', '*', '`', '<u>', '(', '«', '_'))
    .map(([inner, dress]) => {
      const ends: Readonly<Record<string, string>> = { '<u>': '</u>', '(': ')', '«': '»' };
      const end = ends[dress] ?? dress;
      return `${dress}${inner}${end}`;
    });
  const line = fc.array(dressed, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  const prefix = fc.constantFrom(
    '',
    '',
    '# ',
    '- ',
    '  - ',
    '1. ',
    '١. ',
    '٢- ',
    '> ',
    '> - ',
    '      ',
    '| ',
  );
  const source = fc
    .array(fc.tuple(prefix, line, fc.constantFrom('\n', '\n\n', '  \n', '\\\n')), {
      minLength: 1,
      maxLength: 12,
    })
    .map((lines) => lines.map((parts) => parts.join('')).join(''));

  it('of letters built from all that Markdown has', () => {
    fc.assert(
      fc.property(source, (markdown) => {
        expect(letters(plain(markdown))).toEqual(letters(markdown));
      }),
      { numRuns: 300 },
    );
  });

  it('of any heap of signs and letters: it is kept or refused, and what is kept is a valid text', () => {
    const heap = fc
      .array(fc.constantFrom(...'ابت١2# *_`>-|[]()<>!\\\t.:&;~/"u\n\n'.split(''), '\n\n', '</u>', '<u>'), {
        maxLength: 60,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(heap, (markdown) => {
        let read: RichText;
        try {
          read = richTextFromMarkdown(markdown);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        expect(letters(plainText(read)), JSON.stringify(markdown)).toEqual(letters(markdown));
        expect(richTextSchema.safeParse(read).success).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
