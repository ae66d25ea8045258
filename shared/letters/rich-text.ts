import { z } from 'zod';
import { assertNever } from '../assert.ts';

/**
 * The text of a letter: the subset of Tiptap's (ProseMirror's) JSON that the paper can set. The editor, Markdown and
 * the database all meet here, so nothing that the paper would lose gets into a letter.
 */
export type Mark = { readonly type: 'bold' | 'italic' | 'underline' };
export type TextNode = {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[] | undefined;
};
export type HardBreak = {
  readonly type: 'hardBreak';
  readonly attrs?: Direction | undefined;
  readonly marks?: readonly Mark[] | undefined;
};
export type Inline = TextNode | HardBreak;

/** Tiptap writes `dir` on every node when its text direction is set; the paper reads right to left whatever it says. */
type Direction = { readonly dir?: 'rtl' | 'ltr' | 'auto' | null | undefined };
export type TextAlign = 'left' | 'right' | 'center' | 'justify';
type Aligned = Direction & { readonly textAlign?: TextAlign | null | undefined };
type CellAttrs = Direction & {
  readonly colspan?: number | null | undefined;
  readonly rowspan?: number | null | undefined;
  readonly colwidth?: readonly number[] | null | undefined;
  readonly align?: TextAlign | null | undefined;
  readonly textAlign?: TextAlign | null | undefined;
};

export type Paragraph = {
  readonly type: 'paragraph';
  readonly attrs?: Aligned | undefined;
  readonly content?: readonly Inline[] | undefined;
};
export type Heading = {
  readonly type: 'heading';
  readonly attrs: Aligned & { readonly level: 1 | 2 | 3 };
  readonly content?: readonly Inline[] | undefined;
};
export type ListItem = {
  readonly type: 'listItem';
  readonly attrs?: Direction | undefined;
  readonly content: readonly Block[];
};
export type BulletList = {
  readonly type: 'bulletList';
  readonly attrs?: (Direction & { readonly tight?: boolean | null | undefined }) | undefined;
  readonly content: readonly ListItem[];
};
export type OrderedList = {
  readonly type: 'orderedList';
  readonly attrs?:
    | (Direction & {
        readonly start?: number | null | undefined;
        readonly type?: string | null | undefined;
        readonly tight?: boolean | null | undefined;
      })
    | undefined;
  readonly content: readonly ListItem[];
};
export type Blockquote = {
  readonly type: 'blockquote';
  readonly attrs?: Direction | undefined;
  readonly content: readonly Block[];
};
export type TableCell = {
  readonly type: 'tableCell' | 'tableHeader';
  readonly attrs?: CellAttrs | undefined;
  readonly content: readonly Block[];
};
export type TableRow = {
  readonly type: 'tableRow';
  readonly attrs?: Direction | undefined;
  readonly content?: readonly TableCell[] | undefined;
};
export type Table = {
  readonly type: 'table';
  readonly attrs?: Direction | undefined;
  readonly content: readonly TableRow[];
};
export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote | Table;
export type RichText = { readonly type: 'doc'; readonly content: readonly Block[] };

/** A letter of forty pages; more is a mistake of the clipboard. */
export const RICH_TEXT_MAX_CHARACTERS = 60_000;
/** Nodes inside nodes: eight lists deep. Deeper text is refused here, before a parser or the paper runs out of stack. */
export const RICH_TEXT_MAX_DEPTH = 20;

const dir = z.enum(['rtl', 'ltr', 'auto']).nullish();
const align = z.enum(['left', 'right', 'center', 'justify']).nullish();
const direction = z.strictObject({ dir }).optional();
/** Every node says at least one sign or ends a line, so no letter of the allowed length has more. */
const MOST_NODES = RICH_TEXT_MAX_CHARACTERS + 1;
const nodes = <N extends z.ZodType>(node: N) => z.array(node).max(MOST_NODES, { message: 'tooLong' });
const marks = z
  .array(z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) }))
  .max(12)
  .optional();
const inline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(RICH_TEXT_MAX_CHARACTERS, { message: 'tooLong' }),
    marks,
  }),
  z.strictObject({ type: z.literal('hardBreak'), attrs: direction, marks }),
]);
const inlines = nodes(inline).optional();
const tight = z.boolean().nullish();

const block: z.ZodType<Block, Block> = z.lazy(() => blockUnion);
const blocks = nodes(block).min(1);
const listItems = nodes(
  z.strictObject({ type: z.literal('listItem'), attrs: direction, content: blocks }),
).min(1);
const span = z.int().min(1).max(100).nullish();
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({
      dir,
      colspan: span,
      rowspan: span,
      colwidth: z.array(z.number().min(0)).max(100).nullish(),
      align,
      textAlign: align,
    })
    .optional(),
  content: blocks,
});
const row = z.strictObject({
  type: z.literal('tableRow'),
  attrs: direction,
  content: z.array(cell).max(100).optional(),
});
const blockUnion = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('paragraph'),
    attrs: z.strictObject({ dir, textAlign: align }).optional(),
    content: inlines,
  }),
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({
      dir,
      textAlign: align,
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    }),
    content: inlines,
  }),
  z.strictObject({
    type: z.literal('bulletList'),
    attrs: z.strictObject({ dir, tight }).optional(),
    content: listItems,
  }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z
      .strictObject({
        dir,
        tight,
        start: z.int().min(0).max(100_000).nullish(),
        type: z.string().max(200).nullish(),
      })
      .optional(),
    content: listItems,
  }),
  z.strictObject({ type: z.literal('blockquote'), attrs: direction, content: blocks }),
  z.strictObject({ type: z.literal('table'), attrs: direction, content: nodes(row).min(1) }),
]);

/** The depth is looked at first, without recursion: a text of ten thousand nested quotations must not end in a crash. */
function tooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > RICH_TEXT_MAX_DEPTH) return true;
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
        ? (node.content as unknown[])
        : [],
    );
  }
  return false;
}

const docSchema = z
  .strictObject({ type: z.literal('doc'), content: blocks })
  .refine((doc) => plainText(doc).length <= RICH_TEXT_MAX_CHARACTERS, { message: 'tooLong', path: [] });

/** The zod schema of `RichText`. Codes: `tooDeep`, `tooLong`; anything unknown (an image, a link) is refused by name. */
export const richTextSchema: z.ZodType<RichText, RichText> = z
  .custom<RichText>((value) => !tooDeep(value), { message: 'tooDeep', abort: true })
  .pipe(docSchema);

export const EMPTY_RICH_TEXT: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** No letter, digit or sign anywhere: white space and empty cells count as nothing. */
export const richTextIsEmpty = (doc: RichText): boolean => plainText(doc).trim() === '';

/** Each paragraph on its own line; cells of a row parted by a tab; no list markers. For search, counts and checks. */
export function plainText(doc: RichText): string {
  return doc.content.map(blockText).join('\n');
}

function blockText(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return (node.content ?? []).map((one) => (one.type === 'text' ? one.text : '\n')).join('');
    case 'table':
      return node.content
        .map((one) => (one.content ?? []).map((inner) => inner.content.map(blockText).join('\n')).join('\t'))
        .join('\n');
    case 'blockquote':
      return node.content.map(blockText).join('\n');
    case 'bulletList':
    case 'orderedList':
      return node.content.map((item) => item.content.map(blockText).join('\n')).join('\n');
    default:
      return assertNever(node);
  }
}

/** A blank line parts paragraphs, a single line end is a hard break: what a person means in a plain text field. */
export function richTextFromPlain(text: string): RichText {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((part) => part.trim() !== '');
  if (paragraphs.length === 0) return EMPTY_RICH_TEXT;
  return {
    type: 'doc',
    content: paragraphs.map((part): Paragraph => ({
      type: 'paragraph',
      content: part
        .split('\n')
        .flatMap((line, index): Inline[] => [
          ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
          ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
        ]),
    })),
  };
}
