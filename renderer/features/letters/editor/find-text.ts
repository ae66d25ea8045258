import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { TextChange } from '#shared/letters/style-warning.ts';

/**
 * Where a run of text stands in the document: the first place within one paragraph, over changes of style. Line breaks
 * count as one character, as they do in the document's own positions.
 */
export function placeOf(doc: Node, text: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, position) => {
    if (found !== null) return false;
    if (!node.isTextblock) return true;
    const index = node.textBetween(0, node.content.size, undefined, '\n').indexOf(text);
    if (index >= 0) found = { from: position + 1 + index, to: position + 1 + index + text.length };
    return false;
  });
  return found;
}

/**
 * Where a run of the plain text stands, by its offset there: blocks are parted by one character, as `plainText` parts
 * them. The first place of the same words when the text has moved on since.
 */
export function placeAt(doc: Node, start: number, text: string): { from: number; to: number } | null {
  let passed = 0;
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, position) => {
    if (found !== null) return false;
    if (!node.isTextblock) return true;
    const held = node.textBetween(0, node.content.size, undefined, '\n');
    const index = start - passed;
    if (index >= 0 && held.startsWith(text, index))
      found = { from: position + 1 + index, to: position + 1 + index + text.length };
    passed += held.length + 1;
    return false;
  });
  return found ?? placeOf(doc, text);
}

/**
 * Selects a run of text, so that a person sees what is meant: a character that the font lacks, a slip.
 * @param start its offset in the plain text; without one, the first place
 * @returns false when the text does not hold it (it is then in another field)
 */
export function selectText(editor: Editor, text: string, start?: number): boolean {
  const { doc } = editor.state;
  const place = start === undefined ? placeOf(doc, text) : placeAt(doc, start, text);
  if (place === null) return false;
  // The view itself: the editor's own `focus` waits for a frame, and a key pressed at once would be lost.
  editor.view.focus();
  editor.chain().setTextSelection(place).scrollIntoView().run();
  return true;
}

/** Corrections that a person accepted, in one step of undo, each in the style that stands there. */
export function applyChanges(editor: Editor, changes: readonly TextChange[]): void {
  const { state, view } = editor;
  const places = changes
    .flatMap(({ start, text, to }) => {
      const place = placeAt(state.doc, start, text);
      return place === null ? [] : [{ ...place, by: to }];
    })
    .toSorted((one, other) => other.from - one.from);
  const { tr } = state;
  for (const { from, to, by } of places) {
    const marks = state.doc.resolve(from + 1).marks();
    if (by === '') tr.delete(from, to);
    else tr.replaceWith(from, to, state.schema.text(by, marks));
  }
  view.focus();
  view.dispatch(tr.scrollIntoView());
}
