import type { FileRef } from '#shared/files/stored-file.ts';
import { useFormField } from '#renderer/ui/form.tsx';
import { FileChip } from '../file-chip.tsx';
import { FilePicker } from '../file-picker.tsx';

/** The signed paper of a form: scanned, dropped or chosen, and shown by its name. */
export function FormPaper({ name, label }: { readonly name: string; readonly label: string }) {
  const { value, onChange, error } = useFormField(name, label);
  const file = value as FileRef | null;
  return (
    <FilePicker
      label={label}
      accept="scan"
      required
      error={error}
      onFile={({ sha256, name: called }) => onChange({ sha256, name: called })}
    >
      {file === null ? null : <FileChip file={file} onRemove={() => onChange(null)} />}
    </FilePicker>
  );
}
