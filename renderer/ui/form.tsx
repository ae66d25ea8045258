import { useEffect, useRef, type ReactNode } from 'react';
import {
  FormProvider,
  useController,
  useFormContext,
  type FieldErrors,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateField } from './dual-date-field.tsx';
import {
  CheckField,
  DigitsInput,
  PasswordField,
  SelectField,
  TextArea,
  TextField,
  type Choice,
  type FieldProps,
} from './fields.tsx';
import css from './form.module.css';
import { Segmented } from './segmented.tsx';
import { ErrorBlock } from './states.tsx';
import { useLatest } from './use-latest.ts';

/** Field names and what their label says, for the summary's links. */
const labels = new WeakMap<object, Map<string, string>>();

interface FlatError {
  readonly name: string;
  readonly code: string;
}

function flatten(errors: FieldErrors, prefix = ''): FlatError[] {
  return Object.entries(errors).flatMap(([name, error]): FlatError[] => {
    if (error === undefined || error === null || name === 'root') return [];
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof error['message'] === 'string') return [{ name: path, code: error['message'] }];
    return typeof error === 'object' ? flatten(error as FieldErrors, path) : [];
  });
}

const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/**
 * A form of `useZodForm`: after a refused submit, a summary on top with a link to each field, and the focus in the
 * first of them.
 * The schema's messages are codes of `validation`. Fields: `FormText`, `FormDigits`, … by name.
 * Ctrl+Enter is bound by the screen (`useKey('Ctrl+Enter', …, form.handleSubmit(save))`).
 */
export function Form<In extends FieldValues, Out>({
  form,
  onSubmit,
  children,
  label,
  problem,
  readOnly = false,
}: {
  readonly form: UseFormReturn<In, unknown, Out>;
  readonly onSubmit: (values: Out) => void | Promise<void>;
  readonly children: ReactNode;
  readonly label: string;
  /** What the main process refused, in words (`useErrorText`). */
  readonly problem?: string | undefined;
  /** Who may not change what stands here reads it, and cannot type what would never be saved. */
  readonly readOnly?: boolean;
}) {
  const { t } = useText();
  const say = useValidationText();
  const { errors, submitCount } = form.formState;
  const flat = submitCount === 0 ? [] : flatten(errors);
  const firstWrong = useLatest(flat[0]?.name);
  const focused = useRef(0);
  useEffect(() => {
    if (focused.current === submitCount) return;
    focused.current = submitCount;
    if (firstWrong.current !== undefined) document.getElementById(fieldId(firstWrong.current))?.focus();
  }, [submitCount, firstWrong]);
  const names = labels.get(form.control) ?? new Map<string, string>();
  labels.set(form.control, names);
  return (
    <FormProvider {...(form as unknown as UseFormReturn)}>
      <form
        className={css['form']}
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.handleSubmit(onSubmit)(event);
        }}
      >
        {flat.length > 0 ? (
          <ErrorBlock
            title={t('form.summaryTitle')}
            actions={
              <ul className={css['problems']}>
                {flat.map((error) => (
                  <li key={error.name}>
                    <a
                      href={`#${fieldId(error.name)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(fieldId(error.name))?.focus();
                      }}
                    >
                      {names.get(error.name) === undefined ? '' : `${names.get(error.name)}: `}
                      {say(error.code)}
                    </a>
                  </li>
                ))}
              </ul>
            }
          />
        ) : null}
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        {readOnly ? (
          <fieldset disabled className={css['readOnly']}>
            {children}
          </fieldset>
        ) : (
          children
        )}
      </form>
    </FormProvider>
  );
}

/** Fields side by side: two columns at most (three for one line of parts). */
export function FieldRow({
  children,
  columns = 2,
}: {
  readonly children: ReactNode;
  readonly columns?: 2 | 3;
}) {
  return (
    <div className={css['row']} data-columns={columns}>
      {children}
    </div>
  );
}

/** A named group of fields. */
export function FormSection({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className={css['section']}>
      <legend className={css['legend']}>{title}</legend>
      {help === undefined ? null : <p className={css['help']}>{help}</p>}
      <div className={css['fields']}>{children}</div>
    </fieldset>
  );
}

type Named = Omit<FieldProps, 'error' | 'id' | 'onBlur'> & { readonly name: string };

/** Binds a field by its name to the form around it. */
export function useFormField(name: string, label: string) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control });
  const say = useValidationText();
  labels.get(control)?.set(name, label);
  return {
    id: fieldId(name),
    name,
    value: field.value as unknown,
    onChange: field.onChange as (value: unknown) => void,
    onBlur: field.onBlur,
    ref: field.ref as (element: HTMLElement | null) => void,
    error: say(fieldState.error?.message),
  };
}

/** What stands in a text field: a number from a restored draft too, never an object's name. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

type FormTextProps = Named & {
  readonly ltr?: boolean;
  readonly maxLength?: number;
  readonly end?: ReactNode;
};

export function FormText(props: FormTextProps) {
  const field = useFormField(props.name, props.label);
  return <TextField {...props} {...field} value={asText(field.value)} />;
}

export function FormDigits(props: Named & { readonly maxLength?: number; readonly end?: ReactNode }) {
  const field = useFormField(props.name, props.label);
  return <DigitsInput {...props} {...field} value={asText(field.value)} />;
}

export function FormPassword(props: Named & { readonly autoComplete?: string }) {
  const field = useFormField(props.name, props.label);
  return <PasswordField {...props} {...field} value={asText(field.value)} />;
}

export function FormArea(props: Named & { readonly rows?: number; readonly maxRows?: number }) {
  const field = useFormField(props.name, props.label);
  return <TextArea {...props} {...field} value={asText(field.value)} />;
}

export function FormSelect(
  props: Named & {
    readonly choices: readonly Choice[];
    readonly searchable?: boolean;
    readonly clearable?: boolean;
  },
) {
  const field = useFormField(props.name, props.label);
  return <SelectField {...props} {...field} value={(field.value as string | null) ?? null} />;
}

export function FormChoice(
  props: Named & {
    readonly choices: readonly Choice[];
    readonly help?: string;
    readonly hideLabel?: boolean;
  },
) {
  const { value, onChange, id, error } = useFormField(props.name, props.label);
  return (
    <Segmented
      {...props}
      id={id}
      error={error}
      value={(value as string | null) ?? null}
      onChange={onChange}
    />
  );
}

export function FormCheck(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly disabled?: boolean;
}) {
  const { value, onChange, id } = useFormField(props.name, props.label);
  return <CheckField {...props} id={id} checked={value === true} onChange={onChange} />;
}

/** What stands in the form for a date that is not whole: no day, so that the schema refuses it and nothing is lost unseen. */
const UNFINISHED = '?';

/** A day as ISO text in the form, typed in either calendar; null when empty. */
export function FormDate(props: Named) {
  const field = useFormField(props.name, props.label);
  const iso = field.value === UNFINISHED ? null : ((field.value as string | null) ?? null);
  return <DualDateField {...props} {...field} value={iso} onUnfinished={() => field.onChange(UNFINISHED)} />;
}
