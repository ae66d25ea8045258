import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconSearch } from '@tabler/icons-react';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import css from './palette.module.css';
import type { PaletteSection } from './palette-commands.ts';
import type { PaletteEntry } from './use-palette-hits.tsx';
import { usePaletteGroups } from './use-palette-groups.tsx';

function Option({
  entry,
  id,
  selected,
  onRun,
}: {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly selected: boolean;
  readonly onRun: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={selected}
      className={css['option']}
      onClick={onRun}
    >
      <Icon of={entry.icon} size="sm" mirror={entry.mirror ?? false} />
      <span className={css['text']}>{entry.text}</span>
      {entry.detail === undefined ? null : <span className={css['detail']}>{entry.detail}</span>}
      {entry.keys === undefined ? null : <KeyCap keys={entry.keys} />}
    </div>
  );
}

/** Ctrl+K: a person, an id, a mobile, a number, or a command; what was last opened when nothing is typed. */
export function Palette({
  sections,
  onClose,
}: {
  readonly sections: readonly PaletteSection[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  /** What an arrow led to, by its key: an answer that arrives later may put other entries above it. */
  const [chosen, setChosen] = useState<string | null>(null);
  /** Enter was pressed before the answer was there. */
  const entered = useRef(false);
  const { groups, layout, busy } = usePaletteGroups(text, sections);
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const found = chosen === null ? -1 : entries.findIndex((entry) => entry.key === chosen);
  const selected = Math.max(found, 0);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = entries[(selected + step + entries.length) % Math.max(entries.length, 1)];
      if (next !== undefined) setChosen(next.key);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What stands first may still answer the letters before: Enter waits for its own answer, unless an arrow chose.
      if (busy && found < 0) entered.current = true;
      else run(entries[selected]);
    }
  };
  useEffect(() => {
    if (!entered.current || busy) return;
    entered.current = false;
    run(entries[selected]);
  });
  const placeOf = new Map(entries.map((entry, index) => [entry.key, index]));
  return (
    <dialog
      ref={dialog}
      className={css['palette']}
      aria-label={t('palette.title')}
      aria-modal="true"
      role="dialog"
      onClose={onClose}
      onClick={(event) => {
        // Only the backdrop is the dialog itself; all that is seen lies in its children.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={css['box']}>
        <div className={css['find']}>
          <Icon of={IconSearch} />
          <input
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length > 0 ? `${id}-${selected}` : undefined}
            aria-label={t('palette.title')}
            aria-busy={busy}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('palette.placeholder')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              entered.current = false;
              setChosen(null);
            }}
            onKeyDown={onKeyDown}
          />
          <KeyCap keys="Esc" />
        </div>
        {layout === undefined ? null : (
          <p className={css['layout']}>{t('palette.layout', { text: layout })}</p>
        )}
        <div id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className={css['list']}>
          {groups.map((group) =>
            group.entries.length === 0 ? null : (
              <div key={group.name} role="group" aria-label={group.name}>
                <div className={css['group']} aria-hidden="true">
                  {group.name}
                </div>
                {group.entries.map((entry) => {
                  const index = placeOf.get(entry.key) ?? 0;
                  return (
                    <Option
                      key={entry.key}
                      entry={entry}
                      id={`${id}-${index}`}
                      selected={index === selected}
                      onRun={() => run(entry)}
                    />
                  );
                })}
              </div>
            ),
          )}
          {entries.length === 0 && !busy ? (
            <p className={css['nothing']}>{t('palette.nothing', { text })}</p>
          ) : null}
        </div>
        <p className={css['hint']}>{t('palette.hint')}</p>
      </div>
    </dialog>
  );
}
