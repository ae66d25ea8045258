import { useLatest } from '#renderer/ui/use-latest.ts';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useMemo, type ReactElement, type Ref } from 'react';
import './letter-editor.css';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RichText } from '#shared/letters/rich-text.ts';
import { cleanPastedHtml, cleanPastedText } from './clean-pasted-html.ts';
import { dualDateText } from '#shared/letters/dual-date-text.ts';
import { selectCharacter } from './find-character.ts';
import { letterExtensions } from './letter-extensions.ts';
import { LetterToolbar } from './letter-toolbar.tsx';
import { fromRichText, toRichText } from './rich-text-json.ts';

export interface LetterTextHandle {
  readonly focus: () => void;
  /** Selects a character in the text; false when the text does not hold it. */
  readonly showCharacter: (character: string) => boolean;
  /** Replaces the first occurrence of a run of text, for a correction that a person accepted. */
  readonly replaceText: (from: string, to: string) => void;
}

export interface LetterTextEditorProps {
  readonly id: string;
  /** Where the text starts from; what is typed afterwards is told by `onChange`, never fed back. */
  readonly initial: RichText;
  readonly editable: boolean;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly placeholder: string;
  /** The digits of the paper, for what the desk writes into the text. */
  readonly digits: DigitSystem;
  readonly onChange: (text: RichText) => void;
  readonly ref?: Ref<LetterTextHandle>;
}

const todayIn = (digits: DigitSystem): string => dualDateText(riyadhDay(Date.now()), digits);

function replaceFirst(editor: Editor, from: string, to: string): void {
  let at: number | null = null;
  editor.state.doc.descendants((node, position) => {
    if (at !== null) return false;
    const index = node.isText ? (node.text ?? '').indexOf(from) : -1;
    if (index >= 0) at = position + index;
    return at === null;
  });
  if (at !== null)
    editor
      .chain()
      .focus()
      .insertContentAt({ from: at, to: at + from.length }, to)
      .run();
}

/** The text of a letter, right to left, as it will stand on paper; the lazily loaded heart of the letter's page. */
export function LetterTextEditor({
  id,
  initial,
  editable,
  labelledBy,
  describedBy,
  invalid,
  placeholder,
  digits,
  onChange,
  ref,
}: LetterTextEditorProps): ReactElement {
  const changed = useLatest(onChange);
  const extensions = useMemo(() => letterExtensions(placeholder), [placeholder]);
  const editor = useEditor({
    extensions,
    content: fromRichText(initial),
    editable,
    textDirection: 'rtl',
    injectNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: current }) => changed.current(toRichText(current.getJSON())),
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      transformPastedText: cleanPastedText,
      handleKeyDown: (view, event) => {
        // Physical keys: on the Arabic layout `event.key` is another letter.
        if (event.ctrlKey && !event.altKey && !event.shiftKey && event.code === 'KeyD') {
          event.preventDefault();
          view.dispatch(view.state.tr.insertText(todayIn(digits)).scrollIntoView());
          return true;
        }
        if (event.altKey && !event.ctrlKey && event.code === 'F10') {
          event.preventDefault();
          document
            .querySelector<HTMLElement>(`[role="toolbar"][aria-controls="${id}"] [data-tool][tabindex="0"]`)
            ?.focus();
          return true;
        }
        return false;
      },
    },
  });

  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false);
  }, [editor, editable]);

  // Attributes change with errors; handing them to useEditor would set the whole view up again.
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: {
          id,
          class: 'letter-text',
          lang: 'ar',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-required': 'true',
          ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
          ...(invalid ? { 'aria-invalid': 'true' } : {}),
          ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        },
      },
    });
  }, [editor, id, labelledBy, describedBy, invalid, editable]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor.view.focus(),
      showCharacter: (character) => selectCharacter(editor, character),
      replaceText: (from, to) => replaceFirst(editor, from, to),
    }),
    [editor],
  );

  return (
    <div className="letter-editor" data-invalid={invalid || undefined} data-readonly={!editable || undefined}>
      {editable ? <LetterToolbar editor={editor} controls={id} todayText={() => todayIn(digits)} /> : null}
      <EditorContent editor={editor} className="letter-text-scroll" />
    </div>
  );
}
