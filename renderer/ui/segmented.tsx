import { IconCheck } from '@tabler/icons-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import type { Choice } from './fields.tsx';
import { Icon } from './icon.tsx';
import css from './segmented.module.css';

/** Two to five short choices side by side: a radio group, arrows move and choose. */
export function Segmented<V extends string>({
  label,
  value,
  onChange,
  choices,
  hideLabel = false,
  compact = false,
  required = false,
  optional = false,
  help,
  disabled = false,
  id: firstId,
  autoFocus = false,
  error,
}: {
  readonly label: string;
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly choices: readonly Choice<V>[];
  readonly hideLabel?: boolean;
  /** A filter over a list, not a field of a form: 28 px. */
  readonly compact?: boolean;
  readonly required?: boolean;
  /** Says «اختياري» beside the label. */
  readonly optional?: boolean;
  readonly help?: string;
  readonly disabled?: boolean;
  /** Of the choice that Tab reaches: where a summary's link leads. */
  readonly id?: string;
  readonly autoFocus?: boolean;
  readonly error?: string | undefined;
}) {
  const { t } = useText();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const forwards = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const step =
      event.key === forwards || event.key === 'ArrowDown'
        ? 1
        : event.key === backwards || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (index + step + choices.length) % choices.length;
    const next = choices[at];
    if (next === undefined) return;
    onChange(next.value);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus();
  };
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <div className={css['field']}>
      <span id={id} className={hideLabel ? 'sr-only' : css['label']}>
        {label}
        {required ? <span className={css['required']}> *</span> : null}
        {optional ? <span className={css['optional']}> {t('common.optional')}</span> : null}
      </span>
      {help === undefined ? null : <span className={css['help']}>{help}</span>}
      <div
        ref={group}
        role="radiogroup"
        aria-labelledby={id}
        aria-required={required}
        className={css['group']}
        data-compact={compact || undefined}
      >
        {choices.map((choice, index) => (
          <button
            key={choice.value}
            type="button"
            role="radio"
            disabled={disabled}
            aria-checked={choice.value === value}
            tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
            id={index === Math.max(chosen, 0) ? firstId : undefined}
            data-autofocus={(autoFocus && index === Math.max(chosen, 0)) || undefined}
            onClick={() => onChange(choice.value)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {choice.value === value ? <Icon of={IconCheck} size="xs" /> : null}
            {choice.label}
          </button>
        ))}
      </div>
      {error === undefined ? null : <span className={css['error']}>{error}</span>}
    </div>
  );
}
