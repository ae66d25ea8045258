import { Checkbox, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertCircle, IconSelector } from '@tabler/icons-react';
import type { CSSProperties, ReactNode, Ref } from 'react';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { useDigits } from '#renderer/i18n/digits.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './fields.module.css';
import { Icon } from './icon.tsx';

export interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** The whole sentence, from `useValidationText`. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Says «اختياري» beside the label; neither means the screen explains once. */
  readonly optional?: boolean;
  readonly id?: string;
  readonly name?: string;
  readonly onBlur?: () => void;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Width tells the length: `10rem`. Whole width when missing. */
  readonly width?: string;
}

/** The parts that every Mantine input shares: label with its mark, help beneath, error with its sign. */
export function useWrapperProps({ label, help, error, required, optional, width, ...rest }: FieldProps) {
  const { t } = useText();
  return {
    ...rest,
    // In a dialog the focus trap looks for this, and would otherwise take the first button.
    'data-autofocus': rest.autoFocus === true || undefined,
    label:
      optional === true ? (
        <>
          {label} <span className={css['optional']}>{t('common.optional')}</span>
        </>
      ) : (
        label
      ),
    withAsterisk: required === true,
    'aria-required': required === true,
    ...(help === undefined ? {} : { description: help }),
    error:
      error === undefined ? undefined : (
        <span className={css['error']}>
          <Icon of={IconAlertCircle} size="sm" />
          <span>{error}</span>
        </span>
      ),
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as (
      | 'label'
      | 'description'
      | 'input'
      | 'error'
    )[],
    ...(width === undefined ? {} : { style: { '--field-width': width } as CSSProperties }),
  };
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** For e-mail, links and IBAN: the text itself runs left to right. */
  readonly ltr?: boolean;
  readonly maxLength?: number;
  readonly end?: ReactNode;
}

export function TextField({ value, onChange, ref, ltr = false, maxLength, end, ...field }: TextProps) {
  return (
    <TextInput
      {...useWrapperProps(field)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(ref === undefined ? {} : { ref })}
      {...(ltr ? { classNames: { input: css['ltr'] ?? '' } } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      rightSection={end}
      autoComplete="off"
    />
  );
}

/**
 * Numbers as a person types them: ٠-٩ and ۰-۹ are taken and become ASCII in the value; what is shown follows the
 * display setting. Starts at the right, runs left to right. `allow` names what may stand beside digits: `+` and spaces
 * in a phone. Anything else is kept too, so that what was typed is never lost: the schema says what is wrong.
 */
export function DigitsInput({ value, onChange, ref, maxLength, end, ...field }: Omit<TextProps, 'ltr'>) {
  const digits = useDigits();
  return (
    <TextInput
      {...useWrapperProps(field)}
      value={digits(value)}
      onChange={(event) => onChange(toAsciiDigits(event.currentTarget.value))}
      // A number that stands there is replaced by the next one typed, however the focus came.
      {...(field.autoFocus === true ? { onFocus: (event) => event.currentTarget.select() } : {})}
      {...(ref === undefined ? {} : { ref })}
      {...(maxLength === undefined ? {} : { maxLength })}
      classNames={{ input: css['ltr'] ?? '' }}
      rightSection={end}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}

export function PasswordField({
  value,
  onChange,
  ref,
  autoComplete = 'off',
  ...field
}: Omit<TextProps, 'ltr' | 'maxLength' | 'end'> & { readonly autoComplete?: string }) {
  const { t } = useText();
  return (
    <PasswordInput
      {...useWrapperProps(field)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(ref === undefined ? {} : { ref })}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': t('form.showPassword'), tabIndex: 0 }}
    />
  );
}

export function TextArea({
  value,
  onChange,
  ref,
  rows = 3,
  autosize = true,
  maxRows = 12,
  ltr = false,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly rows?: number;
  readonly autosize?: boolean;
  readonly maxRows?: number;
  readonly ltr?: boolean;
}) {
  return (
    <Textarea
      {...useWrapperProps(field)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(ref === undefined ? {} : { ref })}
      {...(ltr ? { classNames: { input: css['ltr'] ?? '' } } : {})}
      autosize={autosize}
      minRows={rows}
      maxRows={maxRows}
    />
  );
}

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export function SelectField<V extends string>({
  value,
  onChange,
  choices,
  searchable = false,
  clearable = false,
  ref,
  ...field
}: FieldProps & {
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly choices: readonly Choice<V>[];
  readonly searchable?: boolean;
  readonly clearable?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  const { t } = useText();
  return (
    <Select
      {...useWrapperProps({ placeholder: t('form.choose'), ...field })}
      value={value}
      onChange={(next) => onChange(next)}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      searchable={searchable}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage={t('common.noResults')}
      rightSection={<Icon of={IconSelector} size="sm" />}
      rightSectionPointerEvents="none"
      {...(ref === undefined ? {} : { ref })}
    />
  );
}

export function CheckField({
  label,
  help,
  checked,
  onChange,
  name,
  id,
  disabled = false,
}: {
  readonly label: string;
  readonly help?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
  readonly id?: string;
  readonly disabled?: boolean;
}) {
  return (
    <Checkbox
      label={label}
      {...(help === undefined ? {} : { description: help })}
      {...(name === undefined ? {} : { name })}
      {...(id === undefined ? {} : { id })}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        root: css['check'] ?? '',
        input: css['checkInput'] ?? '',
        label: css['checkLabel'] ?? '',
        description: css['checkHelp'] ?? '',
      }}
    />
  );
}
