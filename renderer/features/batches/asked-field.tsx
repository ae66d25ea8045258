import type { ReactElement } from 'react';
import { assertNever } from '#shared/assert.ts';
import { type AskedFieldId, MERGE_FIELDS } from '#shared/letters/templates/merge-fields.ts';
import { askedProblem } from '#shared/letters/templates/field-values.ts';
import { CLAUSE_IDS, clause } from '#shared/policy/clauses.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { DigitsInput, SelectField, TextArea, TextField } from '#renderer/ui/fields.tsx';

/** One field that a template asks for, in the shape of its kind. The value is kept as typed. */
export function AskedField({
  field,
  value,
  onChange,
}: {
  readonly field: AskedFieldId;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { t, text } = useText();
  const { name, type } = MERGE_FIELDS[field];
  const problem = askedProblem(field, value);
  const error = problem === null ? undefined : text('templates.dialog.wrong', problem);
  const shared = { label: name, required: true };
  switch (type) {
    case 'date':
    case 'day':
      return (
        <DualDateField
          {...shared}
          value={value === '' ? null : value}
          onChange={(iso) => onChange(iso ?? '')}
          {...(error === undefined ? {} : { error })}
        />
      );
    case 'amount':
    case 'hours':
      return <DigitsInput {...shared} value={value} onChange={onChange} error={error} width="10rem" />;
    case 'iban':
      return (
        <TextField
          {...shared}
          value={value}
          onChange={onChange}
          error={error}
          ltr
          help={t('batches.template.ibanHint')}
        />
      );
    case 'clause':
      return (
        <SelectField
          {...shared}
          value={value === '' ? null : value}
          onChange={(id) => onChange(id ?? '')}
          choices={CLAUSE_IDS.map((id) => ({ value: id as string, label: `${id}: ${clause(id).text}` }))}
          searchable
        />
      );
    case 'long':
    case 'lines':
      return (
        <TextArea
          {...shared}
          value={value}
          onChange={onChange}
          rows={2}
          {...(type === 'lines' ? { help: t('batches.template.linesHint') } : {})}
        />
      );
    case 'text':
    case 'reference':
      return <TextField {...shared} value={value} onChange={onChange} maxLength={200} />;
    default:
      return assertNever(type);
  }
}
