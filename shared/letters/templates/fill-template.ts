import { assertNever } from '../../assert.ts';
import type { LetterContent, Recipient } from '../letter.ts';
import type { Block, Inline, ListItem, Mark, Paragraph, RichText, TextNode } from '../rich-text.ts';
import { fieldName, findFields, MERGE_FIELDS, type FieldId, type FoundField } from './merge-fields.ts';
import { fieldValue, type MergeData } from './field-values.ts';
import type { LetterTemplate } from './template.ts';

/**
 * A template with its fields filled: `fillTemplate(template, data)` → the letter's content (without signatory and
 * attachments, which the caller chooses) and the names of the fields that had no value, or one too long for their line. Pure: the same for one letter and
 * for many. What had no value stays as `{…}`, and keeps the letter from being shown or issued (`letterProblems`).
 *
 * A field takes the marks of its first character (inside bold it is bold). A `lines` field alone in its paragraph
 * becomes a numbered list; alone in a list's item, items of that list; elsewhere its things are joined by «، ».
 * Unknown fields stay as they are: `templateProblems` refuses them when a template is saved.
 */
export function fillTemplate(
  template: LetterTemplate,
  data: MergeData,
): { readonly content: LetterContent; readonly unfilled: readonly string[] } {
  const missing = new Set<FieldId>();
  const fill = (text: string): string => filledLine(text, data, missing);
  const recipient: Recipient = {
    honorific: fill(template.recipient.honorific),
    name: fill(template.recipient.name),
    title: fill(template.recipient.title),
    organisation: fill(template.recipient.organisation),
    closingHonorific: fill(template.recipient.closingHonorific),
  };
  const body: RichText = {
    type: 'doc',
    content: template.body.content.flatMap((block) => filledBlocks(block, data, missing)),
  };
  const content: LetterContent = {
    recipient,
    subject: fill(template.subject),
    body,
    attachments: { kind: 'list', items: [] },
    signatory: { title: '', name: '' },
    copies: template.copies.map(fill),
    inReplyTo: fill(template.inReplyTo),
  };
  return { content, unfilled: [...missing].map(fieldName) };
}

/** The value of what was found, in one run of text; null leaves it as it stands. */
function valueOf(found: FoundField, data: MergeData, missing: Set<FieldId>): string | null {
  if (found.kind === 'unknown') return null;
  if (found.kind === 'bySex') {
    const { masculine, feminine } = found;
    if (data.person?.sex === 'female') return feminine;
    const settled = data.person?.sex === 'male' || data.person?.kind === 'organisation';
    if (settled || masculine === '' || feminine === '') return masculine;
    return `${masculine}/${feminine}`;
  }
  const value = fieldValue(found.id, data);
  if (value === null) {
    missing.add(found.id);
    return null;
  }
  return typeof value === 'string' ? value : value.join('، ');
}

/** As `letterContentSchema` has it. */
const LONGEST_LINE = 200;

/**
 * A field of one line: its value's line ends become spaces. Values that make the line longer than a letter's line may be
 * are not cut: their fields stay as they stand and count as unfilled, so that a person words the line.
 */
function filledLine(text: string, data: MergeData, missing: Set<FieldId>): string {
  const filled = (valueFor: (found: FoundField) => string | null): string => {
    let out = '';
    let at = 0;
    for (const found of findFields(text)) {
      const value = valueFor(found) ?? text.slice(found.start, found.end);
      out += text.slice(at, found.start) + value.replace(/\s*\n\s*/g, ' ');
      at = found.end;
    }
    return out + text.slice(at);
  };
  const whole = filled((found) => valueOf(found, data, missing));
  if (whole.length <= LONGEST_LINE) return whole;
  return filled((found) => {
    if (found.kind === 'field') missing.add(found.id);
    return found.kind === 'bySex' ? valueOf(found, data, missing) : null;
  });
}

/** The field that stands alone in a paragraph, if it is one of `lines`. */
function loneLines(paragraph: Paragraph, data: MergeData): readonly string[] | null {
  const text = (paragraph.content ?? [])
    .map((one) => (one.type === 'text' ? one.text : '\n'))
    .join('')
    .trim();
  const [only] = findFields(text);
  if (only?.kind !== 'field' || only.start !== 0 || only.end !== text.length) return null;
  if (MERGE_FIELDS[only.id].type !== 'lines') return null;
  const value = fieldValue(only.id, data);
  return value === null || typeof value === 'string' ? null : value;
}

const item = (text: string): ListItem => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

function filledBlocks(block: Block, data: MergeData, missing: Set<FieldId>): Block[] {
  const inside = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((one) => filledBlocks(one, data, missing));
  switch (block.type) {
    case 'paragraph': {
      const lines = loneLines(block, data);
      if (lines !== null) return [{ type: 'orderedList', content: lines.map(item) }];
      return [withInlines(block, data, missing)];
    }
    case 'heading':
      return [withInlines(block, data, missing)];
    case 'bulletList':
    case 'orderedList':
      return [{ ...block, content: block.content.flatMap((one) => filledItems(one, data, missing)) }];
    case 'blockquote':
      return [{ ...block, content: inside(block.content) }];
    case 'table':
      return [
        {
          ...block,
          content: block.content.map((row) => ({
            ...row,
            ...(row.content === undefined
              ? {}
              : { content: row.content.map((cell) => ({ ...cell, content: inside(cell.content) })) }),
          })),
        },
      ];
    default:
      return assertNever(block);
  }
}

function filledItems(one: ListItem, data: MergeData, missing: Set<FieldId>): ListItem[] {
  const [only] = one.content;
  const lines = one.content.length === 1 && only?.type === 'paragraph' ? loneLines(only, data) : null;
  if (lines !== null) return lines.map(item);
  return [{ ...one, content: one.content.flatMap((block) => filledBlocks(block, data, missing)) }];
}

function withInlines<T extends Extract<Block, { type: 'paragraph' | 'heading' }>>(
  block: T,
  data: MergeData,
  missing: Set<FieldId>,
): T {
  return block.content === undefined
    ? block
    : { ...block, content: filledInlines(block.content, data, missing) };
}

const sameMarks = (one: readonly Mark[] | undefined, other: readonly Mark[] | undefined): boolean =>
  JSON.stringify(one ?? []) === JSON.stringify(other ?? []);

const textNode = (text: string, marks: readonly Mark[] | undefined): TextNode =>
  marks === undefined || marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

/**
 * The inlines of a paragraph. Fields are looked for in the text between two line ends as a whole, since an editor may
 * part `{` from the name by a change of style.
 */
function filledInlines(inlines: readonly Inline[], data: MergeData, missing: Set<FieldId>): Inline[] {
  const out: Inline[] = [];
  const push = (text: string, marks: readonly Mark[] | undefined): void => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) out.push({ type: 'hardBreak' });
      const last = out.at(-1);
      if (part === '') return;
      if (last?.type === 'text' && sameMarks(last.marks, marks))
        out[out.length - 1] = textNode(last.text + part, marks);
      else out.push(textNode(part, marks));
    });
  };
  let run: TextNode[] = [];
  const flush = (): void => {
    fillRun(run, data, missing, push);
    run = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'text') run.push(inline);
    else {
      flush();
      out.push(inline);
    }
  }
  flush();
  return out;
}

function fillRun(
  run: readonly TextNode[],
  data: MergeData,
  missing: Set<FieldId>,
  push: (text: string, marks: readonly Mark[] | undefined) => void,
): void {
  const whole = run.map((node) => node.text).join('');
  const found = findFields(whole).flatMap((one) => {
    const value = valueOf(one, data, missing);
    return value === null ? [] : [{ start: one.start, end: one.end, value }];
  });
  let at = 0;
  for (const node of run) {
    const end = at + node.text.length;
    let from = at;
    for (const one of found) {
      if (one.end <= from || one.start >= end) continue;
      if (one.start >= from) {
        push(whole.slice(from, one.start), node.marks);
        push(one.value, node.marks);
      }
      from = Math.min(one.end, end);
    }
    push(whole.slice(from, end), node.marks);
    at = end;
  }
}
