import { Button as MantineButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import css from './button.module.css';
import { ariaKeys, KeyCap, type KeyCombo } from './key-cap.tsx';

/** One `filled` a screen; `tinted` is the pane's own step; `danger` is the outline, `dangerFilled` only inside its dialog. */
export type ButtonKind = 'filled' | 'tinted' | 'outline' | 'quiet' | 'danger' | 'dangerFilled';

const CAP_TONE = {
  filled: 'filled',
  tinted: 'tinted',
  outline: 'plain',
  quiet: 'plain',
  danger: 'plain',
  dangerFilled: 'filled',
} as const;

export interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  readonly size?: 'md' | 'sm';
  /** `<Icon of={IconPrinter} />`, at the start. */
  readonly icon?: ReactNode;
  /** Printed as a cap and told to assistive technology; the key itself is bound by `useKey`. */
  readonly keys?: KeyCombo;
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  /** Shows that the act is under way and takes no second press. The primary is never disabled for missing input. */
  readonly loading?: boolean;
  readonly disabled?: boolean;
  /** When the visible word is too short alone: «فتح» → «فتح خطاب 126». */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly fullWidth?: boolean;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Handed over by `Menu.Target`: what it opens, and whether that is open. `keys.ts` asks for it too. */
  readonly id?: string;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
}

export function Button({
  children,
  kind = 'outline',
  size = 'md',
  icon,
  keys,
  onClick,
  type = 'button',
  loading = false,
  disabled = false,
  label,
  autoFocus = false,
  fullWidth = false,
  pressed,
  ref,
  id,
  'aria-haspopup': opens,
  'aria-expanded': expanded,
  'aria-controls': controls,
}: ButtonProps) {
  return (
    <MantineButton
      variant="default"
      classNames={{ root: css['button'] ?? '', label: css['label'] ?? '', section: css['section'] ?? '' }}
      data-kind={kind}
      data-small={size === 'sm' || undefined}
      leftSection={icon}
      rightSection={keys === undefined ? undefined : <KeyCap keys={keys} tone={CAP_TONE[kind]} />}
      onClick={onClick}
      type={type}
      loading={loading}
      loaderProps={{ size: 'xs', color: 'currentColor' }}
      disabled={disabled}
      aria-label={label}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      aria-pressed={pressed}
      id={id}
      aria-haspopup={opens}
      aria-expanded={expanded}
      aria-controls={controls}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      fullWidth={fullWidth}
      {...(ref === undefined ? {} : { ref })}
    >
      {children}
    </MantineButton>
  );
}

/** A square button of 28 px whose name is said, not shown. */
export function IconButton({
  label,
  icon,
  onClick,
  keys,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly keys?: KeyCombo;
}) {
  return (
    <button
      type="button"
      className={css['square']}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
