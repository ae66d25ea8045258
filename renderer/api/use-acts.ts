import { useCallback, useRef, useState } from 'react';
import { isApiError, type ApiError } from './client.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** Small acts of one part of a file: one at a time, what was refused stands where the work is, each with its undo. */
export interface Acts {
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** True when it was done. `undo` may be refused too: then that is what stands there. */
  readonly run: (act: () => Promise<unknown>, done: string, undo: () => Promise<unknown>) => Promise<boolean>;
  /** Says what a dialog did, with its undo. */
  readonly tell: (done: string, undo: () => Promise<unknown>) => void;
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
  const latest = useLatest(attempt);
  const tell = (done: string, undo: () => Promise<unknown>): void =>
    showToast(done, async () => {
      await latest.current(undo);
    });
  return {
    error,
    busy,
    tell,
    run: async (act, done, undo) => {
      const was = await attempt(act);
      if (was) tell(done, undo);
      return was;
    },
  };
}
