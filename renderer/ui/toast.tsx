import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { isDialogOpen, useKey } from './keys.ts';
import css from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly message: string;
  readonly undo?: () => void | Promise<void>;
}

const SHOWN_MS = 8000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

/**
 * Says what was done, for eight seconds, with a way back. Never carries an error: errors stand where the work is.
 * @param undo takes the act back (button and Ctrl+Z); a rejection is the caller's to show
 */
export function showToast(message: string, undo?: () => void | Promise<void>): void {
  lastId += 1;
  // Two at most: a third would cover the work.
  set([...toasts.slice(-1), { id: lastId, message, ...(undo === undefined ? {} : { undo }) }]);
}

export const clearToasts = (): void => set([]);

// In a right-to-left sentence 1448-0010 would stand as 0010-1448, and a path would lose its first slash.
const LEFT_TO_RIGHT = /(\d+(?:-\d+)+|(?<=^|\s)(?:[A-Za-z]:)?[\\/]\S+)/u;

/** Request and file numbers and paths, each isolated; what is read or copied stays the same text. */
const isolated = (message: string): ReactNode =>
  message.split(LEFT_TO_RIGHT).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={part} dir="ltr">
        {part}
      </bdi>
    ),
  );

const drop = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function ToastItem({ toast, newest }: { readonly toast: Toast; readonly newest: boolean }) {
  const { t } = useText();
  const [held, setHeld] = useState(false);
  const left = useRef(SHOWN_MS);
  useEffect(() => {
    if (held) return undefined;
    const from = performance.now();
    const timer = window.setTimeout(() => drop(toast.id), left.current);
    return () => {
      window.clearTimeout(timer);
      left.current -= performance.now() - from;
    };
  }, [held, toast.id]);
  const undo = (): void => {
    drop(toast.id);
    void toast.undo?.();
  };
  return (
    <li
      className={css['toast']}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css['sign']}>
        <Icon of={IconCheck} size="sm" />
      </span>
      <span className={css['message']}>{isolated(toast.message)}</span>
      {toast.undo === undefined ? null : (
        <Button kind="tinted" size="sm" {...(newest ? { keys: 'Ctrl+Z' } : {})} onClick={undo}>
          {t('common.undo')}
        </Button>
      )}
      <IconButton
        label={t('common.close')}
        icon={<Icon of={IconX} size="sm" />}
        onClick={() => drop(toast.id)}
      />
    </li>
  );
}

/** Where toasts stand: bottom start. Once, in the shell. */
export function ToastRegion() {
  const { t } = useText();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const last = shown.findLast((toast) => toast.undo !== undefined);
  useKey(
    'Ctrl+Z',
    t('keys.undo'),
    () => {
      // Behind a dialog the act before it is not what a person means to take back.
      if (last === undefined || isDialogOpen()) return;
      drop(last.id);
      void last.undo?.();
    },
    { enabled: last !== undefined, scope: 'global' },
  );
  return (
    <section aria-label={t('toast.region')} className={css['region']}>
      <div role="status" aria-live="polite">
        <ul>
          {shown.map((toast) => (
            <ToastItem key={toast.id} toast={toast} newest={toast === last} />
          ))}
        </ul>
      </div>
    </section>
  );
}
