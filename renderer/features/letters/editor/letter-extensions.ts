import { Extension, Mark, wrappingInputRule, type Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { TEXT_ALIGNMENTS, type TextAlign } from './alignment.ts';
import { emptyHint } from './empty-hint.ts';
import { markedText, type TextKind } from './marked-text.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    letterAlignment: {
      /** Null is the paper's own setting (justified, from the right). */
      setLetterAlignment: (align: TextAlign | null) => ReturnType;
    };
  }
}

const ALIGNED = ['paragraph', 'heading'] as const;

const LetterAlignment = Extension.create({
  name: 'letterAlignment',
  addGlobalAttributes() {
    return [
      {
        types: [...ALIGNED],
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element) =>
              TEXT_ALIGNMENTS.find((align) => align === element.style.textAlign) ?? null,
            // A class, not a style attribute: the content security policy refuses inline styles in pasted markup.
            renderHTML: (attributes) =>
              typeof attributes['textAlign'] === 'string'
                ? { class: `letter-align-${attributes['textAlign']}` }
                : {},
          },
        },
      },
    ];
  },
  addCommands() {
    return {
      setLetterAlignment:
        (align) =>
        ({ commands }) =>
          ALIGNED.map((type) => commands.updateAttributes(type, { textAlign: align })).some(Boolean),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-e': () => this.editor.commands.setLetterAlignment('center'),
      'Mod-j': () => this.editor.commands.setLetterAlignment(null),
    };
  },
});

/** Kept so that a letter that came from Markdown loses nothing; there is no button for it, Arabic has no italic. */
const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }],
  renderHTML: () => ['em', 0],
});

/** «١. » and «١- » open a numbered list as «1. » does. */
const ArabicNumberedList = Extension.create({
  name: 'arabicNumberedList',
  addInputRules() {
    const type = this.editor.schema.nodes['orderedList'];
    if (type === undefined) return [];
    return [
      wrappingInputRule({
        find: /^([٠-٩]{1,3})[.-]\s$/,
        type,
        getAttributes: (match) => ({ start: Number(toAsciiDigits(match[1] ?? '1')) }),
      }),
    ];
  },
});

/** What may stand in a letter: exactly the nodes and marks of `shared/letters/rich-text.ts`, no more. */
export const letterExtensions = (placeholder: string, kind: TextKind = 'letter'): Extensions => [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    horizontalRule: false,
    italic: false,
    link: false,
    strike: false,
    heading: { levels: [1, 2, 3] },
  }),
  Italic,
  TableKit.configure({ table: { resizable: false } }),
  LetterAlignment,
  ArabicNumberedList,
  markedText(kind),
  emptyHint(placeholder),
];
