import type { StaffId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SelectField } from '#renderer/ui/fields.tsx';
import { useFormField } from '#renderer/ui/form.tsx';

interface Person {
  readonly id: StaffId;
  readonly name: string;
}

/** A member of staff by name, or nobody. */
export function AssigneeField({
  label,
  people,
  value,
  onChange,
  autoFocus = false,
}: {
  readonly label: string;
  readonly people: readonly Person[];
  readonly value: StaffId | null;
  readonly onChange: (value: StaffId | null) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useText();
  return (
    <SelectField
      label={label}
      optional
      searchable
      clearable
      autoFocus={autoFocus}
      placeholder={t('incoming.assignDialog.nobody')}
      value={value === null ? null : String(value)}
      choices={people.map((person) => ({ value: String(person.id), label: person.name }))}
      onChange={(next) => onChange(next === null ? null : (Number(next) as StaffId))}
    />
  );
}

/** The same as a field of the form. */
export function AssigneeSelect({ people }: { readonly people: readonly Person[] }) {
  const { t } = useText();
  const field = useFormField('assignedTo', t('incoming.form.assignedTo'));
  return (
    <AssigneeField
      label={t('incoming.form.assignedTo')}
      people={people}
      value={(field.value as StaffId | null) ?? null}
      onChange={field.onChange}
    />
  );
}
