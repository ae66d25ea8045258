import { useEffect, useRef, useState } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { LetterContent } from '#shared/letters/letter.ts';

export interface LivePreview {
  /** The last page that could be set; it stays while a newer one is made or refused. */
  readonly pdf: Uint8Array | null;
  /** Why the newest text could not be set. */
  readonly error: ApiError | null;
  readonly busy: boolean;
}

const QUIET_MS = 350;

/**
 * The letter as PDF, set anew when typing rests. One job at a time in the main process: what was typed meanwhile is
 * set next, and an answer that a newer text has overtaken is dropped.
 */
export function useLivePreview(content: LetterContent, enabled: boolean): LivePreview {
  const [state, setState] = useState<LivePreview>({ pdf: null, error: null, busy: true });
  const wanted = useRef<{ content: LetterContent; text: string } | null>(null);
  const running = useRef(false);
  const shown = useRef('');
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const text = JSON.stringify(content);
  const latest = useLatest(content);
  useEffect(() => {
    if (!enabled || text === shown.current) return undefined;
    const run = async (): Promise<void> => {
      wanted.current = { content: latest.current, text };
      if (running.current) return;
      running.current = true;
      while (wanted.current !== null && alive.current) {
        const job: { content: LetterContent; text: string } = wanted.current;
        wanted.current = null;
        setState((old) => ({ ...old, busy: true }));
        const result = await call('letters.preview', { content: job.content }).catch(
          (error: unknown) => error,
        );
        if (!alive.current || wanted.current !== null) continue;
        shown.current = job.text;
        if (isPreview(result)) setState({ pdf: result.pdf, error: null, busy: false });
        else setState((old) => ({ pdf: old.pdf, error: isApiError(result) ? result : null, busy: false }));
      }
      running.current = false;
    };
    // The first page is wanted at once; afterwards a rest in typing is waited for.
    const timer = window.setTimeout(() => void run(), shown.current === '' ? 0 : QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [text, enabled, latest]);

  return state;
}

const isPreview = (result: unknown): result is { pdf: Uint8Array } =>
  typeof result === 'object' && result !== null && 'pdf' in result;
