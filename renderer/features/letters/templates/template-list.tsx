import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { searchKey } from '#shared/arabic/search-key.ts';
import { TEMPLATE_CATEGORIES } from '#shared/letters/templates/template.ts';
import type { TemplateRef, TemplateSummary } from '#shared/templates/templates-contract.ts';
import css from './templates.module.css';

/** Every word that was typed stands somewhere in the name, the subject or the shelf. */
const fits = (row: TemplateSummary, category: string, text: string): boolean => {
  const held = searchKey(`${row.name} ${row.subject} ${category}`);
  return searchKey(text)
    .split(' ')
    .every((word) => held.includes(word));
};

/**
 * The library by shelf under one search field: the arrows move, Enter opens. The focus never leaves the field
 * (`aria-activedescendant`), so a search and a choice are one movement of the hands.
 */
export function TemplateList({
  rows,
  chosen,
  onChoose,
  onOpen,
  autoFocus = false,
}: {
  readonly rows: readonly TemplateSummary[];
  readonly chosen: TemplateRef | null;
  readonly onChoose: (ref: TemplateRef) => void;
  /** Enter or a second press. */
  readonly onOpen: (ref: TemplateRef) => void;
  readonly autoFocus?: boolean;
}): ReactElement {
  const { t } = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const shelves = TEMPLATE_CATEGORIES.map((category) => ({
    category,
    name: t(`templates.category.${category}`),
    rows: rows.filter(
      (row) => row.category === category && fits(row, t(`templates.category.${category}`), text),
    ),
  })).filter((shelf) => shelf.rows.length > 0);
  const shown = shelves.flatMap((shelf) => shelf.rows);
  const active = shown.find((row) => row.ref === chosen) ?? shown[0];
  // What is found is what is chosen, before any other key is read: none opens what is not in sight.
  const activeRef = active?.ref ?? null;
  const choose = useLatest(onChoose);
  useLayoutEffect(() => {
    if (activeRef !== null && activeRef !== chosen) choose.current(activeRef);
  }, [activeRef, chosen, choose]);

  const move = (step: number): void => {
    const at = shown.findIndex((row) => row.ref === active?.ref);
    const next = shown[(at + step + shown.length) % shown.length];
    if (next === undefined) return;
    onChoose(next.ref);
    list.current?.querySelector(`[data-ref="${next.ref}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !event.ctrlKey && active !== undefined) {
      event.preventDefault();
      onOpen(active.ref);
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      setText('');
    }
  };
  return (
    <div className={css['library']}>
      <TextInput
        className={css['search'] ?? ''}
        role="combobox"
        aria-label={t('templates.search')}
        placeholder={t('templates.search')}
        aria-expanded
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.ref}`}
        leftSection={<Icon of={IconSearch} size="sm" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('templates.listLabel')}
        className={css['shelves']}
      >
        {shelves.length === 0 && rows.length > 0 ? (
          <p className={css['none']}>{t('templates.noHits')}</p>
        ) : null}
        {shelves.map((shelf) => (
          <div key={shelf.category} role="group" aria-label={shelf.name}>
            <h3 aria-hidden className={css['shelf']}>
              {shelf.name}
            </h3>
            {shelf.rows.map((row) => (
              <div
                key={row.ref}
                id={`${id}-${row.ref}`}
                data-ref={row.ref}
                role="option"
                aria-selected={row.ref === active?.ref}
                className={css['row']}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => (row.ref === active?.ref ? onOpen(row.ref) : onChoose(row.ref))}
              >
                <span lang="ar">{row.name}</span>
                {row.origin === 'builtIn' ? null : (
                  <Badge kind={row.origin === 'own' ? 'success' : 'info'}>
                    {t(`templates.origin.${row.origin}`)}
                  </Badge>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
