import type { Token, Tokens } from 'marked';
import type { Inline, Mark } from '#shared/letters/rich-text.ts';
import { AppError } from '#shared/app-error.ts';
import { restoreListMarkers } from './markdown-list-markers.ts';

const TAG = /^<(\/?)([a-z][a-z0-9-]*)\s*\/?>$/i;

/** Markdown's inline tokens, flattened into text with marks and hard breaks. @throws AppError jsonInvalid */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const writer = new InlineWriter();
  writer.write(tokens, { bold: false, italic: false });
  return writer.finish();
}

/** A text that is no Markdown (code) with its line ends kept as hard breaks. */
export function literalInlines(text: string): Inline[] {
  const writer = new InlineWriter();
  writer.literal(text);
  return writer.finish();
}

type Emphasis = { readonly bold: boolean; readonly italic: boolean };

class InlineWriter {
  readonly #out: Inline[] = [];
  /** `<u>` may close in another emphasis than it opened in: it runs along the text, not along the tree. */
  #underline = false;

  write(tokens: readonly Token[], emphasis: Emphasis): void {
    for (const token of tokens) this.#one(token, emphasis);
  }

  literal(text: string): void {
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.#out.push({ type: 'hardBreak' });
      this.#text(line, { bold: false, italic: false });
    });
  }

  finish(): Inline[] {
    if (this.#underline) throw notAllowed('<u>', 'a closing </u> in the same paragraph');
    const nodes = trimmed(
      this.#out.map((node) =>
        node.type === 'text' ? { ...node, text: restoreListMarkers(node.text) } : node,
      ),
    );
    return nodes.filter((node) => node.type !== 'text' || node.text !== '');
  }

  #one(token: Token, emphasis: Emphasis): void {
    switch (token.type) {
      case 'strong':
        return this.write(childrenOf(token), { ...emphasis, bold: true });
      case 'em':
        return this.write(childrenOf(token), { ...emphasis, italic: true });
      case 'br':
        this.#out.push({ type: 'hardBreak' });
        return;
      case 'html':
        return this.#tag(token.raw);
      case 'image':
        throw notAllowed(token.raw, 'text without images');
      case 'link':
        return this.#link(token as Tokens.Link, emphasis);
      case 'escape':
      case 'codespan':
        return this.#text((token as Tokens.Escape).text, emphasis);
      case 'checkbox':
        return this.#text(token.raw, emphasis);
      case 'text': {
        const children = (token as Tokens.Text).tokens;
        if (children) return this.write(children, emphasis);
        return this.#text(decodeEntities(token.raw.replace(/[ \t]*\n[ \t]*/g, ' ')), emphasis);
      }
      default:
        return this.#text(token.raw, emphasis);
    }
  }

  #tag(raw: string): void {
    const [, slash, name = ''] = TAG.exec(raw) ?? [];
    if (/^br$/i.test(name)) {
      this.#out.push({ type: 'hardBreak' });
      return;
    }
    if (!/^u$/i.test(name))
      throw notAllowed(raw, 'Markdown; of HTML only <u> and <br> (write \\< for the sign itself)');
    if ((slash === '/') !== this.#underline) throw notAllowed(raw, 'one <u> closed by one </u>');
    this.#underline = slash !== '/';
  }

  /** Paper cannot be clicked: the address is written out behind the words. */
  #link(link: Tokens.Link, emphasis: Emphasis): void {
    this.write(link.tokens, emphasis);
    if (link.href === link.text || link.href === `mailto:${link.text}` || link.href === `http://${link.text}`)
      return;
    const title = link.title ? ` "${link.title}"` : '';
    this.#text(` (${decodeEntities(link.href)}${title})`, emphasis);
  }

  #text(text: string, { bold, italic }: Emphasis): void {
    if (text === '') return;
    const marks: Mark[] = [
      ...(bold ? [{ type: 'bold' } as const] : []),
      ...(italic ? [{ type: 'italic' } as const] : []),
      ...(this.#underline ? [{ type: 'underline' } as const] : []),
    ];
    const last = this.#out.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      this.#out[this.#out.length - 1] = { ...last, text: last.text + text };
    } else {
      this.#out.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks });
    }
  }
}

const childrenOf = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

const sameMarks = (left: readonly Mark[], right: readonly Mark[]): boolean =>
  left.length === right.length && left.every((mark, index) => mark.type === right[index]?.type);

/** White space at both ends of a paragraph and around its breaks belongs to the source's lines, not to the text. */
function trimmed(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const afterBreak = index === 0 || nodes[index - 1]?.type === 'hardBreak';
    const beforeBreak = index === nodes.length - 1 || nodes[index + 1]?.type === 'hardBreak';
    let { text } = node;
    if (afterBreak) text = text.replace(/^[ \t]+/, '');
    if (beforeBreak) text = text.replace(/[ \t]+$/, '');
    return { ...node, text };
  });
}

/** The named entities that people type by hand; any other name stays as it is written. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

export const notAllowed = (found: string, expected: string): AppError =>
  new AppError('jsonInvalid', { path: 'body', found: found.trim().slice(0, 60), expected });
