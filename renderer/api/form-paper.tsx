import type { FileRef } from '#shared/files/stored-file.ts';
import { useFormField } from '#renderer/ui/form.tsx';
import { FileChip } from './file-chip.tsx';
import { FilePicker } from './file-picker.tsx';

/** The paper of a form: scanned, dropped or chosen, and shown by its name. */
export function FormPaper({
  name,
  label,
  help,
  required = false,
  autoFocus = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}) {
  const { value, onChange, error, id } = useFormField(name, label);
  const file = (value as FileRef | null | undefined) ?? null;
  return (
    <FilePicker
      id={id}
      label={label}
      accept="scan"
      {...(help === undefined ? {} : { help })}
      required={required}
      autoFocus={autoFocus}
      error={error}
      onFile={({ sha256, name: called }) => onChange({ sha256, name: called })}
    >
      {file === null ? null : <FileChip file={file} onRemove={() => onChange(null)} />}
    </FilePicker>
  );
}
