import { useEffect, useLayoutEffect } from 'react';
import type { KeyCombo } from './key-cap.tsx';
import { useLatest } from './use-latest.ts';

/** A key as it is bound: what it does is listed on the F1 sheet. */
export interface KeyBinding {
  readonly combo: KeyCombo;
  /** In the words of the screen: «إتمام الخطوة». */
  readonly label: string;
  /** `screen` bindings are listed first; `global` ones belong to the shell. */
  readonly scope: 'screen' | 'global';
}

interface Bound extends KeyBinding {
  run: () => void;
}

// A stack: what was bound last (a dialog over a screen) answers first.
const bound: Bound[] = [];

/** The physical place of a key: on the Arabic layout `key` of Ctrl+K is «ن». */
const codeOf = (part: string): string =>
  /^[A-Z]$/u.test(part)
    ? `Key${part}`
    : /^[0-9]$/u.test(part)
      ? `Digit${part}`
      : part === 'Esc'
        ? 'Escape'
        : part;

const matches = (combo: KeyCombo, event: KeyboardEvent): boolean => {
  const parts = combo.split('+');
  const code = codeOf(parts.at(-1) ?? '');
  const pressed = event.code === code || (code === 'Enter' && event.code === 'NumpadEnter');
  return (
    pressed &&
    event.ctrlKey === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    !event.metaKey
  );
};

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** A dialog stands over the screen. */
export const isDialogOpen = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"], dialog:modal') !== null;

/** A menu, list or dialog closes itself with Esc before the screen goes back. */
const somethingIsOpen = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"][data-open]') !==
    null || document.querySelector('[aria-haspopup="listbox"][aria-expanded="true"]') !== null;

/** By its button: the menu itself stays on the screen a moment after it was closed. */
const isMenuOpen = (): boolean =>
  document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]') !== null;

/** Over an open menu the screen's keys are not meant: what they do would happen behind it. */
const isBehindMenu = ({ combo, scope }: KeyBinding): boolean =>
  scope === 'screen' && combo !== 'Esc' && isMenuOpen();

// How many screens stand over the desk that none of its keys may pass.
let silent = 0;

function onKeyDown(event: KeyboardEvent): void {
  if (silent > 0) return;
  if (event.isComposing || event.repeat) return;
  const found = bound.findLast((one) => matches(one.combo, event));
  if (found === undefined) return;
  // The text's own undo comes first where text is typed.
  if (found.combo === 'Ctrl+Z' && isEditable(event.target)) return;
  if (found.combo === 'Esc' && somethingIsOpen()) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isBehindMenu(found)) found.run();
}

/** Listens in the capture phase: components swallow Ctrl+Enter. Gives back the function that stops. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}

/** What the F1 sheet lists now, the latest binding of each key. */
export const boundKeys = (): readonly KeyBinding[] =>
  bound.filter((one, index) => bound.findLastIndex((other) => other.combo === one.combo) === index);

/**
 * Binds a key while the component is mounted. The latest binding of a combination wins.
 * @param combo `F9`, `Ctrl+Enter`, `Ctrl+K`, `Alt+1`, `Esc`
 * @param label what it does, for the F1 sheet
 * @param enabled false unbinds it (the key then falls to the binding below)
 */
export function useKey(
  combo: KeyCombo,
  label: string,
  run: () => void,
  {
    enabled = true,
    scope = 'screen',
  }: { readonly enabled?: boolean; readonly scope?: KeyBinding['scope'] } = {},
): void {
  const latest = useLatest(run);
  // Before the screen is painted: whoever sees a key named on a button may press it at once.
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const binding: Bound = { combo, label, scope, run: () => latest.current() };
    bound.push(binding);
    return () => {
      bound.splice(bound.indexOf(binding), 1);
    };
  }, [combo, label, scope, enabled, latest]);
}

/** While mounted, no bound key does anything: the lock screen stands over a desk that is still there. */
export function useSilentKeys(): void {
  useEffect(() => {
    silent += 1;
    return () => {
      silent -= 1;
    };
  }, []);
}

/** F6: the next pane (`<Card pane="…">`), right to left, top to bottom; the first thing in it that takes the focus. */
export function focusNextPane(backwards = false): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && pane.closest('[inert]') === null,
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((at + (backwards ? -1 : 1) + panes.length) % panes.length) ?? panes[0];
  const first = next?.querySelector<HTMLElement>(
    'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [contenteditable="true"], [tabindex="0"]',
  );
  (first ?? next)?.focus();
}

/** Does what the key would do now: a menu of the window asks for it. */
export const pressKey = (combo: KeyCombo): void => {
  const found = bound.findLast((one) => one.combo === combo);
  if (silent === 0 && found !== undefined && !isBehindMenu(found)) found.run();
};
