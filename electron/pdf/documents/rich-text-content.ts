import { assertNever } from '#shared/assert.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import type {
  Block,
  Heading,
  Inline as RichInline,
  OrderedList,
  BulletList,
  Paragraph,
  RichText,
  TextAlign,
} from '#shared/letters/rich-text.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { MARKER_GAP, rtlList } from '../arabic/content.ts';
import type {
  Alignment,
  Content,
  ContentNode,
  Inline,
  StructureRole,
  TextNode,
} from '../arabic/definition.ts';
import { textWidth } from '../measure-text.ts';
import { BODY_LEADING, BODY_SIZE, FIRST_LINE_INDENT, lineOf, mm, PARAGRAPH_GAP } from '../paper.ts';
import { typedText } from '../typed-text.ts';
import { tableContent } from './table-content.ts';
import type { TextSetting } from './text-setting.ts';

export const bodySetting = (digits: DigitSystem, width: number, keepAfter: number): TextSetting => ({
  digits,
  width,
  size: BODY_SIZE,
  leading: BODY_LEADING,
  gap: PARAGRAPH_GAP,
  indent: FIRST_LINE_INDENT,
  alignment: 'justify',
  depth: 0,
  quotes: 0,
  keepAfter,
});

/** The blocks of a text, top to bottom; empty paragraphs at both ends are left out. */
export function richTextContent(text: RichText, setting: TextSetting): Content[] {
  return blocksContent(trimmedBlocks(text.content), setting);
}

/** Without the empty paragraphs that an editor leaves at the ends. */
export function trimmedBlocks(blocks: readonly Block[]): readonly Block[] {
  const isBlank = (block: Block | undefined): boolean =>
    block?.type === 'paragraph' &&
    (block.content ?? []).every((inline) => inline.type === 'text' && inline.text.trim() === '');
  let start = 0;
  let end = blocks.length;
  while (start < end && isBlank(blocks[start])) start += 1;
  while (end > start && isBlank(blocks[end - 1])) end -= 1;
  return blocks.slice(start, end);
}

export function blocksContent(blocks: readonly Block[], setting: TextSetting): ContentNode[] {
  return blocks.map((block, index) => {
    const above = index === 0 ? 0 : setting.gap;
    const keepAfter = index === blocks.length - 1 ? setting.keepAfter : 0;
    return blockContent(block, { ...setting, keepAfter }, above);
  });
}

function blockContent(block: Block, setting: TextSetting, above: number): ContentNode {
  switch (block.type) {
    case 'paragraph':
      return paragraphContent(block, setting, above);
    case 'heading':
      return headingContent(block, setting, above);
    case 'bulletList':
    case 'orderedList':
      return listContent(block, setting, above);
    case 'blockquote': {
      const inset = quoteInset(setting);
      const inner = {
        ...setting,
        // Quotations in quotations do not grow smaller for ever.
        size: setting.quotes === 0 ? setting.size * 0.94 : setting.size,
        leading: setting.quotes === 0 ? setting.leading * 0.94 : setting.leading,
        indent: 0,
        quotes: setting.quotes + 1,
        width: setting.width - 2 * inset,
      };
      return {
        structure: 'BlockQuote',
        margin: [inset, above + mm(1.2), inset, mm(1.2)],
        stack: blocksContent(block.content, inner),
      };
    }
    case 'table':
      return {
        stack: [tableContent(block, setting, blocksContent)],
        margin: [0, above + mm(1.6), 0, mm(2.4)],
      };
    default:
      return assertNever(block);
  }
}

/** Three quotations deep the text stands in by a fifth of its width; further in, nothing is gained by less room. */
const quoteInset = ({ depth, quotes }: TextSetting): number =>
  quotes > 2 ? 0 : quotes === 0 && depth === 0 ? mm(10) : mm(4);

function paragraphContent(paragraph: Paragraph, setting: TextSetting, above: number): TextNode {
  const alignment = paragraph.attrs?.textAlign ?? setting.alignment;
  const starts = alignment === 'justify' || alignment === 'right';
  const line = lineOf(setting.size, setting.leading, { above });
  return {
    ...line,
    // In a list the text hangs from the very line of its marker.
    ...(setting.depth > 0 ? { margin: [0, above, 0, 0] as const } : {}),
    alignment,
    text: spansOf(paragraph.content),
    ...(setting.indent > 0 && starts ? { leadingIndent: setting.indent } : {}),
    ...(setting.keepAfter > 0 ? { keepAfter: setting.keepAfter } : {}),
  };
}

/** The subject of the letter is its H1. */
const HEADING_ROLES: Readonly<Record<1 | 2 | 3, StructureRole>> = { 1: 'H2', 2: 'H3', 3: 'H4' };
const HEADING_GROWTH: Readonly<Record<1 | 2 | 3, number>> = { 1: 1.16, 2: 1.07, 3: 1 };

function headingContent({ attrs, content }: Heading, setting: TextSetting, above: number): TextNode {
  const { level } = attrs;
  const size = setting.size * HEADING_GROWTH[level];
  return {
    ...lineOf(size, setting.leading, { above: above + (above > 0 ? mm(1.6) : 0) }),
    bold: true,
    alignment: headingAlignment(attrs.textAlign),
    structure: HEADING_ROLES[level],
    text: spansOf(content),
    keepTogether: true,
    keepAfter: Math.max(setting.keepAfter, setting.gap + 2 * setting.leading + 1),
  };
}

const headingAlignment = (align: TextAlign | null | undefined): Alignment =>
  align === 'justify' ? 'right' : (align ?? 'right');

function listContent(list: BulletList | OrderedList, setting: TextSetting, above: number): ContentNode {
  const ordered = list.type === 'orderedList';
  const digits = (value: number): string => digitsIn(setting.digits, value);
  const last = list.content.length - 1;
  const start = ordered ? (list.attrs?.start ?? 1) : 1;
  // «١٠.» is wider than the design's 8 mm: a marker must not run into its text.
  const longest = ordered ? textWidth(`${digits(start + last)}.`, { size: setting.size }) : 0;
  const markerWidth = Math.max(mm(8), setting.size * 1.4, longest + MARKER_GAP);
  const inner: TextSetting = {
    ...setting,
    indent: 0,
    depth: setting.depth + 1,
    gap: mm(0.8),
    width: setting.width - markerWidth,
    keepAfter: 0,
  };
  const items = list.content.map((item, index): Content => ({
    stack: blocksContent(item.content, index === last ? { ...inner, keepAfter: setting.keepAfter } : inner),
  }));
  const { fontSize, lineHeight } = lineOf(setting.size, setting.leading);
  const whole = rtlList(items, {
    ordered,
    start,
    depth: setting.depth,
    digits,
    itemGap: mm(0.8),
    markerWidth,
  });
  return { ...whole, fontSize, lineHeight, margin: [0, above, setting.depth === 0 ? mm(3) : 0, 0] };
}

/** Text with its marks; a hard break is a line feed, as the layer below expects. */
export function spansOf(inlines: readonly RichInline[] | undefined): Inline[] {
  return (inlines ?? []).map((inline): Inline => {
    if (inline.type === 'hardBreak') return '\n';
    const has = (type: 'bold' | 'italic' | 'underline'): boolean =>
      inline.marks?.some((mark) => mark.type === type) ?? false;
    return {
      text: typedText(inline.text),
      ...(has('bold') ? { bold: true } : {}),
      ...(has('italic') ? { italics: true } : {}),
      ...(has('underline') ? { decoration: 'underline' } : {}),
    };
  });
}
