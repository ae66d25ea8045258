import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { amountInWords, parseAmount } from '#shared/arabic/number-words.ts';
import { assertNever } from '#shared/assert.ts';
import { parseIban } from '#shared/identifiers/iban.ts';
import { askedProblem } from '#shared/letters/templates/field-values.ts';
import { fieldName, MERGE_FIELDS, type AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import { clause, listClauses, type ClauseId } from '#shared/policy/clauses.ts';
import css from './asked-field.module.css';
import { DualDateField } from './dual-date-field.tsx';
import { DigitsInput, SelectField, TextArea, TextField } from './fields.tsx';

export const askedFieldId = (id: AskedFieldId): string => `template-field-${id}`;

const CLAUSES = listClauses().map(({ id, text }) => ({
  value: id,
  label: `${id} · ${text.length > 70 ? `${text.slice(0, 70)}…` : text}`,
}));

/** One thing that a template asks for, by its type; what it will say on paper stands beneath as one types. */
export function AskedField({
  id,
  value,
  onChange,
  checked,
  required = false,
  autoFocus = false,
}: {
  readonly id: AskedFieldId;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** After the act was asked for: what is wrong is said. */
  readonly checked: boolean;
  /** Nobody gets a letter without it. */
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}): ReactElement {
  const { t } = useText();
  const { type } = MERGE_FIELDS[id];
  const problem = askedProblem(id, value);
  const missing = required && value.trim() === '' ? t('validation.required') : undefined;
  const common = {
    id: askedFieldId(id),
    label: fieldName(id),
    required,
    autoFocus,
    error: !checked ? undefined : problem === null ? missing : t(`templates.dialog.wrong.${problem}`),
  };
  switch (type) {
    case 'text':
      return <TextField {...common} value={value} onChange={onChange} maxLength={300} />;
    case 'reference':
      return (
        <TextField
          {...common}
          value={value}
          onChange={onChange}
          maxLength={60}
          help={t('templates.dialog.referenceHint')}
        />
      );
    case 'long':
      return (
        <TextArea
          {...common}
          value={value}
          onChange={onChange}
          rows={3}
          help={t('templates.dialog.detailsHint')}
        />
      );
    case 'lines':
      return (
        <TextArea
          {...common}
          value={value}
          onChange={onChange}
          rows={3}
          help={t('templates.dialog.linesHint')}
        />
      );
    case 'amount': {
      const halalas = parseAmount(value);
      return (
        <div>
          <TextField
            {...common}
            value={value}
            onChange={onChange}
            maxLength={24}
            help={t('templates.dialog.amountHint')}
          />
          <p role="status" lang="ar" className={css['words']}>
            {halalas === undefined || halalas === 0
              ? ''
              : t('templates.dialog.inWords', { words: amountInWords(halalas) })}
          </p>
        </div>
      );
    }
    case 'iban':
      return (
        <div>
          <TextField {...common} ltr value={value} onChange={onChange} maxLength={40} />
          <p role="status" className={css['words']}>
            {parseIban(value).ok ? t('templates.dialog.ibanOk') : ''}
          </p>
        </div>
      );
    case 'hours':
      return <DigitsInput {...common} value={value} onChange={onChange} maxLength={6} width="10rem" />;
    case 'date':
    case 'day':
      return (
        <DualDateField
          {...common}
          value={value === '' || problem !== null ? null : value}
          onChange={(iso) => onChange(iso ?? '')}
          onUnfinished={() => onChange('?')}
        />
      );
    case 'clause':
      return (
        <div className={css['clause']}>
          <SelectField<ClauseId>
            {...common}
            searchable
            value={value === '' ? null : (value as ClauseId)}
            choices={CLAUSES}
            onChange={(next) => onChange(next ?? '')}
          />
          {value === '' || problem !== null ? null : (
            <blockquote lang="ar" className={css['quote']}>
              {clause(value as ClauseId).text}
            </blockquote>
          )}
        </div>
      );
    default:
      return assertNever(type);
  }
}
