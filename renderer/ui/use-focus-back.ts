import { useLayoutEffect, useState } from 'react';

const DIALOG = '[role="dialog"][aria-modal="true"]';

/** What dialogs that have just closed were opened from, and where the work was before the first of them. */
let owed: readonly (HTMLElement | null)[] = [];
let outside: HTMLElement | null = null;

/** What has the focus now. The entry of a menu goes with its menu: the button of the menu stands for it. */
function opener(): HTMLElement | null {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === document.body) return null;
  const menu = held.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? '';
  const from = document.getElementById(menu) ?? held;
  if (from.closest(DIALOG) === null) outside = from;
  return from;
}

/**
 * Pays what closed dialogs owe: the focus back to where they were opened from, unless something has it already. False
 * when nothing takes it: what opened the dialog went with the act.
 */
export function giveFocusBack(): boolean {
  const places = owed;
  owed = [];
  if (places.length === 0 || document.activeElement !== document.body) return false;
  const over = [...document.querySelectorAll(DIALOG)].at(-1);
  const home = [...places, outside].find(
    (place) =>
      place?.isConnected === true &&
      !place.matches(':disabled') &&
      (over === undefined || over.contains(place)),
  );
  home?.focus({ preventScroll: true });
  return home !== undefined && document.activeElement === home;
}

/**
 * A dialog that is mounted open and taken away by whoever shows it never closes in the eyes of Mantine, which gives the
 * focus back only then: a person who looked something up by a key would go on from the top of the screen.
 */
export function useFocusBack(opened: boolean): void {
  const [from] = useState(() => (opened ? opener() : null));
  useLayoutEffect(
    () => () => {
      if (from === null) return;
      owed = [...owed, from];
      queueMicrotask(giveFocusBack);
    },
    [from],
  );
}
