import { useState, type ReactNode } from 'react';
import { type FileAccept, MOST_FILE_BYTES, type StoredFile } from '#shared/files/stored-file.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { ApiError, call } from './client.ts';

const EXTENSIONS: Readonly<Record<FileAccept, string>> = {
  picture: '.png,.jpg,.jpeg',
  scan: '.pdf,.png,.jpg,.jpeg',
  any: '.pdf,.png,.jpg,.jpeg,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.txt,.csv,.zip',
};

/** Has one file kept; refused here already when it is too large to be sent across. @throws ApiError */
async function keep(file: File, accept: FileAccept): Promise<StoredFile> {
  const details = { name: file.name, maxMb: MOST_FILE_BYTES / (1024 * 1024) };
  if (file.size > MOST_FILE_BYTES) throw new ApiError('fileTooLarge', details);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return call('files.put', { name: file.name, bytes, accept });
}

/**
 * Takes files (dialog, drag, paste) and has them kept at once: what the caller gets is a reference. What was refused is
 * said at the zone, by its name; the others are kept.
 */
export function FilePicker({
  label,
  accept,
  onFile,
  multiple = false,
  help,
  error,
  required = false,
  autoFocus = false,
  hideLabel = false,
  id,
  children,
}: {
  readonly label: string;
  readonly accept: FileAccept;
  /** Called for each file, one after another. */
  readonly onFile: (file: StoredFile) => void;
  readonly multiple?: boolean;
  /** Null: none; what may be handed in, where it is missing. */
  readonly help?: string | null;
  /** What the form says of the field. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  /** Of the zone's button: where a summary's link leads. */
  readonly id?: string;
  /** `FileChip`s of what was handed in. */
  readonly children?: ReactNode;
}) {
  const { t } = useText();
  const say = useErrorText();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    for (const file of files) {
      setBusy(t('files.keeping', { name: file.name }));
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after another, in the order that they were handed in
        onFile(await keep(file, accept));
      } catch (problem) {
        setRefused((before) => [...before, say(problem)]);
      }
    }
    setBusy(null);
  };
  return (
    <FileDrop
      label={label}
      help={help === null ? undefined : (help ?? t(`files.accept.${accept}`))}
      error={refused.length > 0 ? refused.join(' — ') : error}
      extensions={EXTENSIONS[accept]}
      multiple={multiple}
      busy={busy}
      required={required}
      autoFocus={autoFocus}
      hideLabel={hideLabel}
      {...(id === undefined ? {} : { id })}
      onFiles={(files) => void take(files)}
    >
      {children}
    </FileDrop>
  );
}
