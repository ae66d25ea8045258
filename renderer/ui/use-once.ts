import { useState } from 'react';

/**
 * An act that is done once: what is pressed while it runs, or after it has succeeded while its screen is still being
 * left, does nothing. A refusal (false, or a throw) lets the next press through. Held here and not in React's state,
 * which a second press in a hurry outruns.
 */
export function once(): (act: () => Promise<boolean>) => Promise<void> {
  let shut = false;
  return async (act) => {
    if (shut) return;
    shut = true;
    let done = false;
    try {
      done = await act();
    } finally {
      shut = done;
    }
  };
}

/** `once` for as long as the component stands. */
export const useOnce = (): ReturnType<typeof once> => useState(once)[0];
