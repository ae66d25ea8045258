import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { RequestPhase } from '#shared/requests/request-machine.ts';

const DIALOG = '[role="dialog"][aria-modal="true"]';

/**
 * Where the work goes on: once a phase has ended, or was taken back, the focus goes into the card that follows, and stays
 * there while that card still loads. The first key or press of a person ends it: nobody is pulled away from elsewhere.
 */
export function useStepFocus(phase: RequestPhase): {
  /** Around the card of the step. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** The act that ends a phase was done. */
  readonly onDone: () => void;
} {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(phase);
  const end = useRef<() => void>(() => undefined);
  const follow = useCallback((): void => {
    end.current();
    const home = place.current;
    if (home === null) return;
    const look = (): void => {
      if (home.contains(document.activeElement) || document.querySelector(DIALOG) !== null) return;
      home.querySelector<HTMLElement>('[data-pane]')?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(look);
    const stop = (): void => {
      watch.disconnect();
      document.removeEventListener('keydown', stop, true);
      document.removeEventListener('pointerdown', stop, true);
    };
    end.current = stop;
    document.addEventListener('keydown', stop, true);
    document.addEventListener('pointerdown', stop, true);
    // The dialog that ended the phase closes outside of the card, the next card loads inside of it.
    watch.observe(document.body, { childList: true, subtree: true });
    look();
  }, []);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    follow();
  }, [phase, follow]);
  useEffect(() => () => end.current(), []);
  return { place, onDone: follow };
}
