import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { isolated } from './isolated.tsx';
import type { KeyCombo } from './key-cap.tsx';
import { isDialogOpen, useKey } from './keys.ts';
import css from './toast.module.css';

/** One of the two answers to a question in a toast: its word, its key, and what the key does on the F1 sheet. */
export interface ToastAnswer {
  readonly word: string;
  readonly keys: KeyCombo;
  readonly label: string;
  readonly run: () => void;
}

/** Takes an act back. It rejects when it is refused: the toast says so, wherever the person is by then. */
export type Undo = () => void | Promise<unknown>;

interface Toast {
  readonly id: number;
  readonly message: string;
  readonly undo?: Undo;
  /** Why its undo was refused: what the main process threw. */
  readonly refusal?: unknown;
  readonly question?: {
    readonly text: string;
    readonly yes: ToastAnswer;
    readonly no: ToastAnswer;
  };
}

const SHOWN_MS = 8000;
// Long enough to walk to the printer and back; unanswered, it goes by itself.
const ASKED_MS = 90_000;
// Somebody who believes an act taken back has to read that it was not.
const REFUSED_MS = 30_000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

/**
 * Says what was done, for eight seconds, with a way back. Never carries an error of the act: that stands where the work is.
 * @param undo takes the act back (button and Ctrl+Z). Its screen may be gone by then, so a rejection is told here, in the
 *   words of its code: callers catch nothing
 */
export function showToast(message: string, undo?: Undo): void {
  add({ message, ...(undo === undefined ? {} : { undo }) });
}

function add(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  // Two at most: a third would cover the work.
  set([...toasts.slice(-1), { id: lastId, ...toast }]);
}

async function takeBack({ id, message, undo }: Toast): Promise<void> {
  drop(id);
  try {
    await undo?.();
  } catch (refusal) {
    add({ message, refusal });
  }
}

/**
 * Says what was done and asks about it, without standing in anybody's way: it goes by itself, unanswered. A newer question
 * takes its place, since its keys can mean one of them only.
 */
export function askInToast(message: string, question: NonNullable<Toast['question']>): void {
  lastId += 1;
  const others = toasts.filter((toast) => toast.question === undefined);
  set([...others.slice(-1), { id: lastId, message, question }]);
}

export const clearToasts = (): void => set([]);

const drop = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function ToastItem({ toast, newest }: { readonly toast: Toast; readonly newest: boolean }) {
  const { t } = useText();
  const [held, setHeld] = useState(false);
  const say = useErrorText();
  const refused = 'refusal' in toast;
  const left = useRef(refused ? REFUSED_MS : toast.question === undefined ? SHOWN_MS : ASKED_MS);
  useEffect(() => {
    if (held) return undefined;
    const from = performance.now();
    const timer = window.setTimeout(() => drop(toast.id), left.current);
    return () => {
      window.clearTimeout(timer);
      left.current -= performance.now() - from;
    };
  }, [held, toast.id]);
  return (
    <li
      className={css['toast']}
      data-asks={toast.question !== undefined || undefined}
      data-refused={refused || undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css['sign']}>
        <Icon of={refused ? IconX : IconCheck} size="sm" />
      </span>
      <span className={css['message']}>
        {isolated(
          refused ? t('toast.refused', { done: toast.message, why: say(toast.refusal) }) : toast.message,
        )}
        {toast.question === undefined ? null : <b className={css['question']}>{toast.question.text}</b>}
      </span>
      {toast.question === undefined ? null : (
        // Each is named by its word alone, as who speaks to the desk says it; what it answers is the group's name.
        <span className={css['answers']} role="group" aria-label={toast.question.text}>
          {[toast.question.yes, toast.question.no].map((answer, index) => (
            <Button
              key={answer.keys}
              kind={index === 0 ? 'tinted' : 'outline'}
              size="sm"
              keys={answer.keys}
              onClick={() => {
                drop(toast.id);
                answer.run();
              }}
            >
              {answer.word}
            </Button>
          ))}
        </span>
      )}
      {toast.undo === undefined ? null : (
        <Button
          kind="tinted"
          size="sm"
          {...(newest ? { keys: 'Ctrl+Z' } : {})}
          onClick={() => void takeBack(toast)}
        >
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

/** Bound while the question stands; behind a dialog it waits. */
function AnswerKey({ toast, answer }: { readonly toast: Toast; readonly answer: ToastAnswer }) {
  useKey(
    answer.keys,
    answer.label,
    () => {
      if (isDialogOpen()) return;
      drop(toast.id);
      answer.run();
    },
    { scope: 'global' },
  );
  return null;
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
      void takeBack(last);
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
      {shown.flatMap((toast) =>
        toast.question === undefined
          ? []
          : [toast.question.yes, toast.question.no].map((answer) => (
              <AnswerKey key={`${toast.id} ${answer.keys}`} toast={toast} answer={answer} />
            )),
      )}
    </section>
  );
}
