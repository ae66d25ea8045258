import { useEffect, type RefObject } from 'react';
import { giveFocusBack } from './use-focus-back.ts';

const DIALOG_FIELD = 'form :is(input:not([type="hidden"], [hidden]), textarea, select):not(:disabled)';

/**
 * When what held the focus is taken off the screen (a form that was saved, a button that is no longer offered, a text
 * that may no longer be typed in), and no dialog gives it back to what it was opened from, the focus goes to the screen's
 * title, or to the first field of the open dialog, instead of nowhere: the next Tab and the screen reader stay where the
 * work is.
 */
export function useKeptFocus(home: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = home.current?.closest('main');
    if (main === null || main === undefined) return undefined;
    let held: Element | null = document.activeElement;
    const onFocus = (event: FocusEvent): void => {
      held = event.target instanceof Element ? event.target : null;
    };
    // A press on the empty canvas lets go of the focus on purpose.
    const onPress = (): void => {
      held = null;
    };
    const watch = new MutationObserver(() => {
      if (held === null || document.activeElement !== document.body) return;
      const lost = !held.isConnected || held.matches(':disabled, [contenteditable="false"]');
      if (!lost) return;
      held = null;
      if (giveFocusBack()) return;
      const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1);
      const field = dialog?.querySelector<HTMLElement>(DIALOG_FIELD);
      (field ?? dialog ?? home.current)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocus);
    main.addEventListener('pointerdown', onPress);
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'contenteditable'],
    });
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', onFocus);
      main.removeEventListener('pointerdown', onPress);
    };
  }, [home]);
}
