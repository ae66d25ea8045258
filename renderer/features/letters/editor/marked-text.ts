import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findGeneratedDates } from '#shared/letters/dual-date-text.ts';
import { findFields, type FoundField } from '#shared/letters/templates/merge-fields.ts';

/** Whose text it is: in a template every pair of braces is a field; in a letter only a field left unfilled is marked. */
export type TextKind = 'letter' | 'template';

const FIELD_CLASS: Readonly<Record<TextKind, Readonly<Record<FoundField['kind'], string | null>>>> = {
  template: { field: 'letter-merge', bySex: 'letter-merge', unknown: 'letter-merge-wrong' },
  letter: { field: 'letter-merge-open', bySex: null, unknown: null },
};

function decorate(doc: Node, kind: TextKind): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    const mark = (from: number, to: number, name: string): void => {
      marks.push(Decoration.inline(position + 1 + from, position + 1 + to, { class: name }));
    };
    for (const { from, to } of findGeneratedDates(text)) mark(from, to, 'letter-field');
    for (const found of findFields(text)) {
      const name = FIELD_CLASS[kind][found.kind];
      if (name !== null) mark(found.start, found.end, name);
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}

/**
 * Tints what the desk wrote (dates) and what it fills (merge fields), so that a person sees what was not typed; nothing of
 * it reaches the text.
 */
export const markedText = (kind: TextKind): Extension =>
  Extension.create({
    name: 'markedText',
    addProseMirrorPlugins() {
      return [
        new Plugin<DecorationSet>({
          state: {
            init: (_config, state) => decorate(state.doc, kind),
            apply: (transaction, old) => (transaction.docChanged ? decorate(transaction.doc, kind) : old),
          },
          props: {
            decorations(state) {
              return this.getState(state);
            },
          },
        }),
      ];
    },
  });
