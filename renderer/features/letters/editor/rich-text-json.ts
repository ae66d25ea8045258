import type { JSONContent } from '@tiptap/core';
import { EMPTY_RICH_TEXT, richTextSchema, type RichText } from '#shared/letters/rich-text.ts';

/** The attributes that carry meaning on paper; `dir` and Tiptap's defaults would only make equal texts look different. */
function meaning(attrs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(
      ([name, value]) =>
        value !== null &&
        value !== undefined &&
        name !== 'dir' &&
        !((name === 'colspan' || name === 'rowspan' || name === 'start') && value === 1),
    ),
  );
}

function prune(node: JSONContent): JSONContent {
  const { attrs: _attrs, content: _content, ...rest } = node;
  const attrs = meaning(node.attrs ?? {});
  return {
    ...rest,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(node.content === undefined ? {} : { content: node.content.map(prune) }),
  };
}

const isEmptyParagraph = (node: JSONContent): boolean =>
  node.type === 'paragraph' && (node.content === undefined || node.content.length === 0);

/**
 * The editor's document as the letter's text: only what the paper knows, and without the empty paragraphs that an
 * editor keeps at the end so that one can type after a table.
 */
export function toRichText(json: JSONContent): RichText {
  const blocks = (json.content ?? []).map(prune);
  while (blocks.length > 0 && isEmptyParagraph(blocks[blocks.length - 1] as JSONContent)) blocks.pop();
  return blocks.length === 0 ? EMPTY_RICH_TEXT : richTextSchema.parse({ type: 'doc', content: blocks });
}

/** For the editor, which wants a mutable tree of its own. */
export const fromRichText = (text: RichText): JSONContent => JSON.parse(JSON.stringify(text)) as JSONContent;
