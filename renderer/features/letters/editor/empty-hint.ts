import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A grey hint in a text that holds nothing yet; drawn by CSS from the attribute, never part of the text. */
export const emptyHint = (text: string): Extension =>
  Extension.create({
    name: 'emptyHint',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const only = doc.childCount === 1 ? doc.firstChild : null;
            return only !== null && only.isTextblock && only.content.size === 0
              ? DecorationSet.create(doc, [
                  Decoration.node(0, only.nodeSize, { class: 'letter-empty', 'data-hint': text }),
                ])
              : null;
          },
        },
      }),
    ],
  });
