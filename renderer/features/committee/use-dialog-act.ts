import { useState } from 'react';
import { type ApiError, isApiError } from '#renderer/api/client.ts';

/** One act of a dialog: what was refused stands in it, and it closes when it was done. */
export function useDialogAct(onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await act();
      onClose();
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(null) };
}
