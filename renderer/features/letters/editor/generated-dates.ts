import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findGeneratedDates } from '#shared/letters/dual-date-text.ts';

function decorate(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    for (const { from, to } of findGeneratedDates(node.isText ? (node.text ?? '') : '')) {
      marks.push(Decoration.inline(position + from, position + to, { class: 'letter-field' }));
    }
  });
  return DecorationSet.create(doc, marks);
}

/** Tints the dates that the desk wrote, so that a person sees what was not typed; nothing of it reaches the text. */
export const GeneratedDates = Extension.create({
  name: 'generatedDates',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_config, state) => decorate(state.doc),
          apply: (transaction, old) => (transaction.docChanged ? decorate(transaction.doc) : old),
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
