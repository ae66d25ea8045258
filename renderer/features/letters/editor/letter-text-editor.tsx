import { useLatest } from '#renderer/ui/use-latest.ts';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useMemo, type ReactElement, type Ref } from 'react';
import './letter-editor.css';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { TextChange } from '#shared/letters/style-warning.ts';
import type { RichText } from '#shared/letters/rich-text.ts';
import { cleanPastedHtml, cleanPastedText } from './clean-pasted-html.ts';
import { dualDateText } from '#shared/letters/dual-date-text.ts';
import { applyChanges, selectText } from './find-text.ts';
import { letterExtensions } from './letter-extensions.ts';
import type { TextKind } from './marked-text.ts';
import { LetterToolbar } from './letter-toolbar.tsx';
import { fromRichText, toRichText } from './rich-text-json.ts';

export interface LetterTextHandle {
  readonly focus: () => void;
  /** Selects a run of text, by its offset in the plain text or its first place; false when the text does not hold it. */
  readonly showText: (text: string, start?: number) => boolean;
  /** Makes corrections that a person accepted. */
  readonly applyChanges: (changes: readonly TextChange[]) => void;
}

export interface LetterTextEditorProps {
  readonly id: string;
  /** A template takes merge fields. */
  readonly kind?: TextKind;
  /** Where the text starts from; what is typed afterwards is told by `onChange`, never fed back. */
  readonly initial: RichText;
  readonly editable: boolean;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly placeholder: string;
  /** The digits of the paper, for what the desk writes into the text. */
  readonly digits: DigitSystem;
  /** The text is what is to be written: the caret stands at its end at once. */
  readonly autoFocus?: boolean;
  readonly onChange: (text: RichText) => void;
  readonly ref?: Ref<LetterTextHandle>;
}

const todayIn = (digits: DigitSystem): string => dualDateText(riyadhDay(Date.now()), digits);

/** The text of a letter, right to left, as it will stand on paper; the lazily loaded heart of the letter's page. */
export function LetterTextEditor({
  id,
  kind = 'letter',
  initial,
  editable,
  labelledBy,
  describedBy,
  invalid,
  placeholder,
  digits,
  autoFocus = false,
  onChange,
  ref,
}: LetterTextEditorProps): ReactElement {
  const changed = useLatest(onChange);
  const extensions = useMemo(() => letterExtensions(placeholder, kind), [placeholder, kind]);
  const editor = useEditor({
    extensions,
    content: fromRichText(initial),
    editable,
    autofocus: autoFocus ? 'end' : false,
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

  // After every render, not only when they change: a render that hands useEditor another option (the text it began with,
  // where the caret stood) makes it set the editor's own options again, and these are not among them.
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
  });

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor.view.focus(),
      showText: (text, start) => selectText(editor, text, start),
      applyChanges: (changes) => applyChanges(editor, changes),
    }),
    [editor],
  );

  return (
    <div className="letter-editor" data-invalid={invalid || undefined} data-readonly={!editable || undefined}>
      {editable ? (
        <LetterToolbar kind={kind} editor={editor} controls={id} todayText={() => todayIn(digits)} />
      ) : null}
      <EditorContent editor={editor} className="letter-text-scroll" />
    </div>
  );
}
