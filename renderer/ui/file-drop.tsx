import { IconAlertCircle, IconPaperclip, IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import css from './file-drop.module.css';
import { Icon } from './icon.tsx';

export interface FileDropProps {
  /** «مسح الخطاب» */
  readonly label: string;
  readonly help?: string | undefined;
  /** The whole sentence, at its place. */
  readonly error?: string | undefined;
  /** As the system's dialog filters: `.pdf,.png`. The bytes are judged later, whatever the name says. */
  readonly extensions: string;
  readonly multiple?: boolean;
  /** What is being kept now, in words; null when nothing is. */
  readonly busy?: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** What was handed in already, under the zone. */
  readonly children?: ReactNode;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  /** Where a heading beside it says the same. */
  readonly hideLabel?: boolean;
  /** Of the button: where a summary's link leads. */
  readonly id?: string;
}

/**
 * Takes files by the system's dialog, by dragging, or by pasting while the button has the focus. The button is the
 * zone's one stop for the Tab key. To have them kept at once, use `FilePicker` of `renderer/api/file-picker.tsx`.
 */
export function FileDrop({
  label,
  help,
  error,
  extensions,
  multiple = false,
  busy = null,
  onFiles,
  children,
  autoFocus = false,
  required = false,
  hideLabel = false,
  id: buttonId,
}: FileDropProps) {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null): boolean => {
    const files = [...(list ?? [])];
    if (files.length === 0) return false;
    onFiles(multiple ? files : files.slice(0, 1));
    return true;
  };
  return (
    <div className={css['field']} role="group" aria-labelledby={`${id}-label`}>
      <span className={hideLabel ? 'sr-only' : css['label']} id={`${id}-label`}>
        {label}
        {required ? (
          <span className={css['required']} aria-hidden="true">
            {' *'}
          </span>
        ) : null}
      </span>
      <div
        className={css['zone']}
        data-over={over || undefined}
        data-wrong={error !== undefined || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        onPaste={(event) => {
          if (take(event.clipboardData.files)) event.preventDefault();
        }}
      >
        <Button
          size="sm"
          icon={<Icon of={over ? IconUpload : IconPaperclip} size="sm" />}
          autoFocus={autoFocus}
          {...(buttonId === undefined ? {} : { id: buttonId })}
          label={`${multiple ? t('files.chooseMany') : t('files.choose')}: ${label}`}
          // Never disabled meanwhile: the focus would be lost, and Tab would begin anew.
          onClick={() => {
            if (busy === null) input.current?.click();
          }}
        >
          {multiple ? t('files.chooseMany') : t('files.choose')}
        </Button>
        <span className={css['hint']} role="status">
          {busy ?? (over ? t('files.dropHere') : t('files.drop'))}
        </span>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-hidden="true"
          accept={extensions}
          multiple={multiple}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {error === undefined ? (
        help === undefined ? null : (
          <span className={css['help']}>{help}</span>
        )
      ) : (
        <span className={css['error']} role="alert">
          <Icon of={IconAlertCircle} size="sm" />
          <span>{error}</span>
        </span>
      )}
      {children}
    </div>
  );
}
