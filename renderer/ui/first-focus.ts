const FIRST = 'data-autofocus';

/**
 * The ref of a dialog's content. Mantine puts the focus on `[data-autofocus]` a moment after the dialog is there, and
 * whatever has it by then loses it: what was typed in that moment would go into another field. So the mark goes with the
 * focus inside, and what is marked from the start has it at once.
 */
export function holdFirstFocus(content: HTMLElement | null): void {
  if (content === null) return;
  content.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target === content || target.hasAttribute(FIRST)) return;
    for (const one of content.querySelectorAll(`[${FIRST}]`)) one.removeAttribute(FIRST);
    target.setAttribute(FIRST, 'true');
  });
  if (!content.contains(document.activeElement))
    content.querySelector<HTMLElement>(`[${FIRST}]`)?.focus({ preventScroll: true });
}
