import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';

// zod's own sentences are English and mechanical: what a schema does not name gets a code of `validation` too.
z.config({
  customError: (issue) =>
    issue.code === 'too_big'
      ? 'tooLong'
      : issue.code === 'too_small' || issue.code === 'invalid_type'
        ? 'required'
        : 'invalid',
});

/**
 * A form over a zod schema of `shared`, the same that the main process checks. Errors come at the first submit, then
 * with each change; what was typed is kept. `defaultValues` are of the schema's input, `handleSubmit` gives its output.
 */
export function useZodForm<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  defaultValues: DefaultValues<z.input<S>>,
): UseFormReturn<z.input<S>, unknown, z.output<S>> {
  return useForm<z.input<S>, unknown, z.output<S>>({
    resolver: standardSchemaResolver(schema),
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    // The form's own summary decides where the focus goes.
    shouldFocusError: false,
  });
}
