import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import css from './list-filters.module.css';

/** Above a list, within its card: `ListSearch`, then `Chips`. */
export function FilterBar({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={css['bar']}>{children}</div>;
}

/** The arrow down leads from a field above a list into the list of the same card. */
export function goToList(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role="grid"]')?.focus();
}

/** The search of a list; `className` where its width is not the usual one. */
export function ListSearch({
  label,
  value,
  onChange,
  className = css['search'] ?? '',
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
}): ReactElement {
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon of={IconSearch} size="sm" />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={goToList}
      autoComplete="off"
      maxLength={200}
    />
  );
}

/** `Chip`s of one kind, by what they narrow. */
export function Chips({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div role="group" aria-label={label} className={css['chips']}>
      {children}
    </div>
  );
}

/** One way to narrow a list, pressed or not; what follows its words is how many there are (`Count`). */
export function Chip({
  pressed,
  onClick,
  children,
}: {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <button type="button" className={css['chip']} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}
