import type { Editor } from '@tiptap/core';

/**
 * Selects the first place where a character stands in the text, so that a person sees what the font lacks.
 * @returns false when the text does not hold it (it is then in another field)
 */
export function selectCharacter(editor: Editor, character: string): boolean {
  let at: number | null = null;
  editor.state.doc.descendants((node, position) => {
    if (at !== null) return false;
    const index = node.isText ? (node.text ?? '').indexOf(character) : -1;
    if (index >= 0) at = position + index;
    return at === null;
  });
  if (at === null) return false;
  // The view itself: the editor's own `focus` waits for a frame, and a key pressed at once would be lost.
  editor.view.focus();
  editor
    .chain()
    .setTextSelection({ from: at, to: at + character.length })
    .scrollIntoView()
    .run();
  return true;
}
