import { Marked, type Token, type Tokens } from 'marked';
import {
  EMPTY_RICH_TEXT,
  richTextSchema,
  type Block,
  type Inline,
  type ListItem,
  type Paragraph,
  type RichText,
  type TableCell,
  type TextAlign,
} from '#shared/letters/rich-text.ts';
import { inlinesOf, literalInlines, notAllowed } from './markdown-inlines.ts';
import { markArabicListMarkers } from './markdown-list-markers.ts';

/**
 * What is turned off stays in the text as typed: an indented line is a clerk's indent and no code, «[1]: …» is a line of
 * the letter and no definition that vanishes, «~~» is no mark of ours; HTML is looked at tag by tag among the inlines.
 */
const markdown = new Marked({
  gfm: true,
  tokenizer: {
    code: () => undefined,
    def: () => undefined,
    del: () => undefined,
    html: () => undefined,
  },
});

const TOO_DEEP = 'at most eight levels of lists';

/**
 * The Markdown of a letter's body as rich text: paragraphs, headings (4–6 become 3), ordered and bulleted lists, tables,
 * blockquotes, bold, italic, `<u>`, hard breaks. Links are written out, code and rules stay as text: no word is lost.
 * @throws AppError jsonInvalid with `path: 'body'` for images, other HTML, a table row that is longer than its head, and
 * a text too long or too deeply nested
 */
export function richTextFromMarkdown(source: string): RichText {
  const text = markArabicListMarkers(source.replace(/\r\n?/g, '\n'));
  const content = blocksOf(lex(text));
  const checked = richTextSchema.safeParse(content.length === 0 ? EMPTY_RICH_TEXT : { type: 'doc', content });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  if (issue?.message === 'tooLong') throw notAllowed('', 'at most 60000 characters');
  if (issue?.path.at(-1) === 'start') throw notAllowed('', 'a list that starts at 100000 or less');
  throw notAllowed('', TOO_DEEP);
}

function lex(text: string): Token[] {
  try {
    return markdown.lexer(text);
  } catch (cause) {
    // The parser is recursive: thousands of nested quotations end its stack, and only that does.
    if (cause instanceof RangeError) throw notAllowed('', TOO_DEEP);
    throw cause;
  }
}

const blocksOf = (tokens: readonly Token[]): Block[] => tokens.flatMap(blockOf);

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const level = depth === 1 ? 1 : depth === 2 ? 2 : 3;
      return [{ type: 'heading', attrs: { level }, ...contentOf(inlinesOf(tokens)) }];
    }
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(blocksOf((token as Tokens.Blockquote).tokens)) }];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'code': {
      const { lang = '', text } = token as Tokens.Code;
      return [paragraph(literalInlines(lang === '' ? text : `${lang}\n${text}`))];
    }
    case 'hr':
      return [
        { type: 'paragraph', attrs: { textAlign: 'center' }, content: [{ type: 'text', text: '* * *' }] },
      ];
    default: {
      const inner = 'tokens' in token && token.tokens ? token.tokens : [token];
      const inlines = inlinesOf(inner);
      return inlines.length === 0 ? [] : [paragraph(inlines)];
    }
  }
}

function listOf(list: Tokens.List): Block {
  const content = list.items.map((item): ListItem => ({
    type: 'listItem',
    content: filled(itemBlocks(item)),
  }));
  return list.ordered
    ? { type: 'orderedList', attrs: { start: list.start === '' ? 1 : list.start }, content }
    : { type: 'bulletList', content };
}

/** The sign of a task, «[x]», is a token beside its text: both belong to the item's first paragraph. */
function itemBlocks(item: Tokens.ListItem): Block[] {
  const [first, second, ...rest] = item.tokens;
  if (first?.type !== 'checkbox') return blocksOf(item.tokens);
  const inner = second && 'tokens' in second && second.tokens ? second.tokens : [];
  return [paragraph(inlinesOf([first, ...inner])), ...blocksOf(rest)];
}

function tableOf(table: Tokens.Table): Block {
  // Markdown throws surplus cells away: refused, since a figure of a letter would vanish with them.
  const lines = table.raw.trimEnd().split('\n').slice(2);
  const long = lines.find((line) => cellsIn(line) > table.header.length);
  if (long !== undefined)
    throw notAllowed(long, `at most ${table.header.length} cells in each row of this table`);
  const row = (cells: readonly Tokens.TableCell[]) => ({
    type: 'tableRow' as const,
    content: cells.map(cellOf),
  });
  return { type: 'table', content: [row(table.header), ...table.rows.map(row)] };
}

const cellsIn = (line: string): number =>
  line.trim().replace(/\\\|/g, '').replace(/^\|/, '').replace(/\|$/, '').split('|').length;

function cellOf(cell: Tokens.TableCell): TableCell {
  return {
    type: cell.header ? 'tableHeader' : 'tableCell',
    content: [paragraph(inlinesOf(cell.tokens), cell.align)],
  };
}

const paragraph = (inlines: readonly Inline[], align: TextAlign | null = null): Paragraph => ({
  type: 'paragraph',
  ...(align === null ? {} : { attrs: { textAlign: align } }),
  ...contentOf(inlines),
});

const contentOf = (inlines: readonly Inline[]): { content?: readonly Inline[] } =>
  inlines.length === 0 ? {} : { content: inlines };

const filled = (blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [{ type: 'paragraph' }] : blocks;
