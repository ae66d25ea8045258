import { useEffect } from 'react';
import { isDialogOpen } from './keys.ts';
import { afterKey, NOTHING_SCANNED } from './scanner-digits.ts';
import { useLatest } from './use-latest.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/**
 * Hears a barcode scanner wherever the focus is, but in a field (there its digits are typed text) and under a dialog. The
 * Enter that ends a code presses nothing.
 */
export function useScanner(onCode: (digits: string) => void): void {
  const latest = useLatest(onCode);
  useEffect(() => {
    let scanned = NOTHING_SCANNED;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || isDialogOpen()) return;
      const { now, done } = afterKey(scanned, { code: event.code, atMs: event.timeStamp });
      scanned = now;
      if (done === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(done);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [latest]);
}
