import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { isolated } from './isolated.tsx';
import css from './line-list.module.css';

export interface Line {
  readonly key: string | number;
  readonly icon?: TablerIcon;
  readonly mirror?: boolean;
  readonly text: ReactNode;
  /** Dimmed, beneath. */
  readonly detail?: ReactNode;
  /** Badge, hour or icon button at the end. */
  readonly end?: ReactNode;
  readonly onOpen?: () => void;
}

/** Two-line rows of a side card: due today, drafts, last prints. */
export function LineList({ lines, label }: { readonly lines: readonly Line[]; readonly label: string }) {
  return (
    <ul className={css['list']} aria-label={label}>
      {lines.map((line) => {
        const words = (
          <span className={css['words']}>
            <span className={css['text']} dir="auto">
              {typeof line.text === 'string' ? isolated(line.text) : line.text}
            </span>
            {line.detail === undefined ? null : (
              <span className={css['detail']} dir="auto">
                {typeof line.detail === 'string' ? isolated(line.detail) : line.detail}
              </span>
            )}
          </span>
        );
        return (
          <li key={line.key} className={css['line']}>
            {line.icon === undefined ? null : <Icon of={line.icon} mirror={line.mirror ?? false} />}
            {line.onOpen === undefined ? (
              words
            ) : (
              <button type="button" className={css['open']} onClick={line.onOpen}>
                {words}
              </button>
            )}
            {line.end}
          </li>
        );
      })}
    </ul>
  );
}
