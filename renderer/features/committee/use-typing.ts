import { useEffect, useState } from 'react';

const takesText = (node: Element | null): boolean =>
  node instanceof HTMLTextAreaElement ||
  (node instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(node.type));

/** Whether text is being typed: a digit is a digit then, and no decision. */
export function useTyping(): boolean {
  const [typing, setTyping] = useState(() => takesText(document.activeElement));
  useEffect(() => {
    const look = (): void => setTyping(takesText(document.activeElement));
    // The focus has left before it arrives: asked after both.
    const left = (): void => queueMicrotask(look);
    // The field of the case before is gone by now, and said nothing of it.
    look();
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', left);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', left);
    };
  }, []);
  return typing;
}
