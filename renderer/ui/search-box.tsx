import { TextInput } from '@mantine/core';
import { IconSearch, type Icon as TablerIcon } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWrapperProps } from './fields.tsx';
import { Icon } from './icon.tsx';
import css from './search-box.module.css';

export interface FoundOption {
  readonly key: string;
  readonly icon: TablerIcon;
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  /** Set apart from the hits above by a line: «مراجع جديد باسم …». */
  readonly apart?: boolean;
}

/**
 * One field over a list that follows what is typed: the arrows move, Enter takes, Esc empties. The focus never leaves
 * the field (`aria-activedescendant`).
 * @param settled whether the options belong to the text as it stands: an Enter pressed earlier waits for them, so that
 *   fast fingers and barcode scanners never take a hit of half a number
 */
export function SearchBox({
  label,
  help,
  placeholder,
  value,
  onChange,
  options,
  settled,
  listLabel,
  onPick,
  note,
  autoFocus = false,
}: {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly FoundOption[];
  readonly settled: boolean;
  readonly listLabel: string;
  readonly onPick: (key: string) => void;
  /** Between the field and the list: a layout that was meant, or that there is nothing. */
  readonly note?: ReactNode;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  const [at, setAt] = useState(0);
  const waiting = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = value.trim() !== '' && options.length > 0;
  const active = Math.max(0, Math.min(at, options.length - 1));
  const pick = (index: number): void => {
    const option = options[index];
    if (option !== undefined) onPick(option.key);
  };
  useEffect(() => {
    if (!settled || !waiting.current) return;
    waiting.current = false;
    pick(active);
  });
  const move = (to: number): void => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length > 0) move((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (value.trim() === '') return;
      if (settled) pick(active);
      else waiting.current = true;
    } else if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      onChange('');
    }
  };
  return (
    <div className={css['box']}>
      <TextInput
        {...useWrapperProps({
          label,
          help,
          ...(placeholder === undefined ? {} : { placeholder }),
          autoFocus,
        })}
        value={value}
        onChange={(event) => {
          waiting.current = false;
          setAt(0);
          onChange(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        leftSection={<Icon of={IconSearch} />}
        role="combobox"
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      {note}
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={listLabel}
        className={css['list']}
        hidden={!shown}
      >
        {options.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-apart={option.apart || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(index)}
          >
            <Icon of={option.icon} />
            <span className={css['words']}>
              <span className={css['text']}>{option.text}</span>
              {option.detail === undefined ? null : <span className={css['detail']}>{option.detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
