import { useCallback, useRef, useState } from 'react';
import { isApiError, type ApiError } from './client.ts';
import { showToast, type Undo } from '#renderer/ui/toast.tsx';

/** Small acts of one part of a file: one at a time, what was refused stands where the work is, each with its undo. */
export interface Acts {
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** True when it was done. A refused `undo` is told by its toast. */
  readonly run: (act: () => Promise<unknown>, done: string, undo: Undo) => Promise<boolean>;
  /** Says what a dialog did, with its undo. */
  readonly tell: (done: string, undo: Undo) => void;
}

export function useActs(): Acts {
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const attempt = useCallback(async (act: () => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await act();
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return {
    error,
    busy,
    tell: showToast,
    run: async (act, done, undo) => {
      const was = await attempt(act);
      if (was) showToast(done, undo);
      return was;
    },
  };
}
