/* oxlint-disable react/preserve-manual-memoization -- there is no React Compiler here, and effects need these stable */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { isTooLong } from './client.ts';

export interface Autosave {
  /** `tooLong`: it stays where it was typed, and is saved once it is shorter. */
  readonly state: 'idle' | 'pending' | 'saving' | 'saved' | 'failed' | 'tooLong';
  /** Epoch ms of the last save that the main process acknowledged. */
  readonly savedAtMs: number | null;
  /** Saves what is pending now (Ctrl+S, leaving the screen). */
  readonly flush: () => Promise<void>;
  /** Drops what is pending and waits for a save under way: the form was sent or its draft thrown away. */
  readonly cancel: () => Promise<void>;
}

const waiting = new Set<() => Promise<void>>();

/** Saves what every form still holds back: before the desk is locked, since a locked desk may save nothing. */
export const flushAutosaves = async (): Promise<void> => {
  await Promise.all([...waiting].map((flush) => flush()));
};

/** Registers a save of another shape (the letter's). Gives back the function that forgets it. */
export function keepForLock(flush: () => Promise<void>): () => void {
  waiting.add(flush);
  return () => void waiting.delete(flush);
}

/** After a save that failed: the disk was full, the stick was pulled. */
const RETRY_MS = 10_000;

/**
 * Saves a value about two seconds after it last changed, one save at a time; what changed meanwhile is saved after.
 * @param value what to save; compared by its JSON, so a fresh but equal object saves nothing
 * @param save gives the time of the save, epoch ms; a throw is shown as `failed` and tried again at the next change, or after ten seconds
 */
export function useAutosave<T>(
  value: T,
  save: (value: T) => Promise<number>,
  { delayMs = 2000, enabled = true }: { readonly delayMs?: number; readonly enabled?: boolean } = {},
): Autosave {
  const [state, setState] = useState<Autosave['state']>('idle');
  const [savedAtMs, setSavedAtMs] = useState<number | null>(null);
  const text = JSON.stringify(value);
  const latest = useLatest({ value, text, save });
  const savedText = useRef(text);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const retry = useRef<() => void>(() => {});
  const flush = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    if (running.current !== null) await running.current;
    if (latest.current.text === savedText.current) return;
    const { value: wanted, text: wantedText, save: write } = latest.current;
    const run = (async (): Promise<void> => {
      setState('saving');
      try {
        const at = await write(wanted);
        savedText.current = wantedText;
        setSavedAtMs(at);
        setState(latest.current.text === wantedText ? 'saved' : 'pending');
      } catch (error) {
        if (isTooLong(error)) {
          setState('tooLong');
          return;
        }
        setState('failed');
        timer.current = window.setTimeout(() => retry.current(), RETRY_MS);
      }
    })();
    running.current = run;
    await run;
    running.current = null;
  }, [latest]);

  const cancel = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    savedText.current = latest.current.text;
    if (running.current !== null) await running.current;
    // A save that ended just now has set an older text: what stands in the form is still not wanted.
    savedText.current = latest.current.text;
    setState('idle');
  }, [latest]);

  useEffect(() => {
    if (!enabled) return undefined;
    if (text === savedText.current) {
      // What was typed was taken back again: there is nothing left to save, and the sign says so.
      setState((old) =>
        old === 'pending' || old === 'tooLong' ? (savedAtMs === null ? 'idle' : 'saved') : old,
      );
      return undefined;
    }
    setState('pending');
    timer.current = window.setTimeout(() => void flush(), delayMs);
    return () => window.clearTimeout(timer.current);
  }, [text, enabled, delayMs, flush, savedAtMs]);

  // Leaving the screen inside the two seconds must not lose them.
  const enabledNow = useLatest(enabled);
  useEffect(() => {
    const flushIfWanted = async (): Promise<void> => {
      if (enabledNow.current) await flush();
    };
    waiting.add(flushIfWanted);
    retry.current = () => void flushIfWanted();
    return () => {
      waiting.delete(flushIfWanted);
      window.clearTimeout(timer.current);
      void flushIfWanted();
    };
  }, [flush, enabledNow]);

  return { state, savedAtMs, flush, cancel };
}
