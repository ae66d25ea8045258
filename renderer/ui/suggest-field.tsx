import { Autocomplete } from '@mantine/core';
import { type FieldProps, useWrapperProps } from './fields.tsx';
import { asText, useFormField } from './form.tsx';

/** A text that may be anything, with what is usual offered below it while it is typed. */
export function FormSuggest({
  suggestions,
  ...props
}: Omit<FieldProps, 'error' | 'onBlur' | 'id'> & {
  readonly name: string;
  readonly suggestions: readonly string[];
}) {
  const field = useFormField(props.name, props.label);
  const wrapper = useWrapperProps({ ...props, error: field.error, id: field.id });
  return (
    <Autocomplete
      {...wrapper}
      data-suggests
      data={[...suggestions]}
      value={asText(field.value)}
      onChange={(value) => field.onChange(value)}
      onBlur={field.onBlur}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 120 } }}
    />
  );
}
