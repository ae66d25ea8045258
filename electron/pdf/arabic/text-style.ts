import { FALLBACK_FAMILY, BODY_FONT, type PdfFontFamily } from '../fonts.ts';
import type { Direction } from './definition.ts';
import type { EmbeddedFont, PdfDocument, StyleStack } from './pdfmake-inside.ts';

/** A stretch of text with the style properties that the definition gives it directly. */
export interface Span {
  readonly text: string;
  readonly own: Readonly<Record<string, unknown>>;
}

const OTHER_SPACES = /[\t\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]/g;
const OTHER_FIXED_SPACES = /[\u2007\u202F]/g;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Letters without marks, digits and signs: nothing of it can be written another way. */
const ONE_WAY = /^[\n\x20-\x7E\u00A0\u060C\u061B\u061F\u0621-\u063A\u0640-\u064A\u0660-\u066C]*$/;

/** One way to write each character: composed letters, two kinds of space, one kind of line end. */
export const normalized = (text: string): string =>
  ONE_WAY.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(LINE_ENDS, '\n')
        .replace(OTHER_SPACES, ' ')
        .replace(OTHER_FIXED_SPACES, '\u00A0');

/** Flattens nested text; what an inner text does not say itself, it has from the outer ones. */
export function flattenSpans(text: unknown, outer: Readonly<Record<string, unknown>> = {}): Span[] {
  if (Array.isArray(text)) return text.flatMap((part: unknown) => flattenSpans(part, outer));
  if (typeof text !== 'object' || text === null) {
    const plain = typeof text === 'string' || typeof text === 'number' ? String(text) : '';
    return [{ text: normalized(plain), own: outer }];
  }
  const { text: inner, style, ...own } = text as Record<string, unknown>;
  const styles = [outer['style'], style].flat().filter((name) => name !== undefined);
  return flattenSpans(inner, { ...outer, ...own, ...(styles.length > 0 ? { style: styles } : {}) });
}

/** What pdfmake's renderer reads from every inline, resolved once a span instead of once a word. */
export interface TextLook {
  readonly font: EmbeddedFont;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly characterSpacing: number;
  readonly alignment: string | undefined;
  readonly color: unknown;
  readonly decoration: unknown;
  readonly decorationColor: unknown;
  readonly decorationStyle: unknown;
  readonly decorationThickness: unknown;
  readonly background: unknown;
  readonly link: unknown;
  readonly linkToPage: unknown;
  readonly linkToDestination: unknown;
  readonly noWrap: boolean;
  readonly opacity: number;
  readonly sup: boolean;
  readonly sub: boolean;
}
export interface ResolvedStyle {
  readonly look: TextLook;
  readonly direction: Direction;
  readonly leadingIndent: number;
  readonly askedFeatures: readonly string[] | Readonly<Record<string, boolean>> | null;
  /** The same cut of the family that covers this one's gaps. */
  readonly fallback: () => EmbeddedFont;
}

/** Same reduction as pdfmake's own super- and subscript. */
const SMALL_SCRIPT = 0.58;

export function resolveStyle(
  own: Readonly<Record<string, unknown>>,
  styles: StyleStack,
  document: PdfDocument,
): ResolvedStyle {
  return styles.auto(own, () => {
    const get = <T>(name: string, otherwise: T): T =>
      (styles.getProperty(name) as T | null | undefined) ?? otherwise;
    const family = get<string>('font', BODY_FONT);
    const bold = get('bold', false);
    const italics = get('italics', false);
    const sup = get('sup', false);
    const sub = get('sub', false);
    const fontSize = get('fontSize', 12) * (sup || sub ? SMALL_SCRIPT : 1);
    return {
      look: {
        font: document.provideFont(family, bold, italics),
        fontSize,
        lineHeight: get('lineHeight', 1),
        characterSpacing: get('characterSpacing', 0),
        alignment: get<string | undefined>('alignment', undefined),
        color: get<unknown>('color', 'black'),
        decoration: get<unknown>('decoration', null),
        decorationColor: get<unknown>('decorationColor', null),
        decorationStyle: get<unknown>('decorationStyle', null),
        decorationThickness: get<unknown>('decorationThickness', null),
        background: get<unknown>('background', null),
        link: get<unknown>('link', null),
        linkToPage: get<unknown>('linkToPage', null),
        linkToDestination: get<unknown>('linkToDestination', null),
        noWrap: get('noWrap', false),
        opacity: get('opacity', 1),
        sup,
        sub,
      },
      direction: get<Direction>('direction', 'rtl'),
      leadingIndent: get('leadingIndent', 0),
      askedFeatures: get<ResolvedStyle['askedFeatures']>('fontFeatures', null),
      fallback: () =>
        document.provideFont(FALLBACK_FAMILY[family as PdfFontFamily] ?? BODY_FONT, bold, italics),
    };
  });
}
