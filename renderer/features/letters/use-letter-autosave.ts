import { useCallback, useEffect, useRef, useState } from 'react';
import { keepForLock } from '#renderer/api/use-autosave.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { LetterId } from '#shared/ids.ts';
import type { Letter, LetterContent, LetterState } from '#shared/letters/letter.ts';

import type { LetterLinks } from './letter-start.ts';

const EVERY_MS = 2000;

export interface LetterAutosave {
  /** `idle` until something was typed. */
  readonly status: 'idle' | 'pending' | 'saving' | 'saved' | 'failed' | 'conflict';
  readonly savedAtMs: number | null;
  readonly error: ApiError | null;
  readonly id: LetterId | null;
  readonly state: LetterState;
  /** Saves at once what is not saved. The letter's id when everything typed is in the database, else null. */
  readonly flush: () => Promise<LetterId | null>;
  /** Puts what stands here into a letter of its own, after a conflict. */
  readonly saveAsNew: () => Promise<LetterId | null>;
}

/** What a save writes: the letter, and whom and which request it is about. */
const textOf = (content: LetterContent, { partyId, requestId }: LetterLinks): string =>
  JSON.stringify({ content, partyId, requestId });

/**
 * Writes the letter to its row about two seconds after the first change that is not saved, however long the typing
 * goes on, one save at a time. A new letter gets its row at its first change. A save over a newer version is refused
 * by the main process: nothing is then written until a person chooses.
 */
export function useLetterAutosave(
  letter: Letter | null,
  content: LetterContent,
  links: LetterLinks,
  onCreated: (letter: Letter) => void,
): LetterAutosave {
  const row = useRef({ id: letter?.id ?? null, version: letter?.version ?? 0 });
  const text = textOf(content, links);
  const savedText = useRef(text);
  // As the row has them. What nobody changed here is not sent: the row may know more, of a letter that follows another.
  const savedLinks = useRef(links);
  const latest = useLatest({ content, text, links, onCreated });
  const running = useRef<Promise<LetterId | null>>(Promise.resolve(null));
  const timer = useRef<number | null>(null);
  const stopped = useRef(false);
  const present = useRef(true);
  const [shown, setShown] = useState<Pick<LetterAutosave, 'status' | 'savedAtMs' | 'error' | 'id' | 'state'>>(
    {
      status: 'idle',
      savedAtMs: null,
      error: null,
      id: letter?.id ?? null,
      state: letter?.state ?? 'draft',
    },
  );

  const write = useCallback(async (): Promise<LetterId | null> => {
    while (latest.current.text !== savedText.current && !stopped.current) {
      const { content: wanted, text: wantedText, links: linked } = latest.current;
      setShown((old) => ({ ...old, status: 'saving' }));
      try {
        let savedAtMs: number;
        let state: LetterState;
        if (row.current.id === null) {
          const created = await call('letters.create', { ...linked, content: wanted });
          row.current = { id: created.id, version: created.version };
          ({ updatedAtMs: savedAtMs, state } = created);
          // Who has left the page meanwhile is not called back to it.
          if (present.current) latest.current.onCreated(created);
        } else {
          const { partyId, requestId } = linked;
          const { current: before } = savedLinks;
          const relinked = partyId !== before.partyId || requestId !== before.requestId;
          const saved = await call('letters.save', {
            ...row.current,
            id: row.current.id,
            content: wanted,
            ...(relinked ? { partyId, requestId } : {}),
          });
          row.current = { id: row.current.id, version: saved.version };
          ({ savedAtMs, state } = saved);
        }
        savedText.current = wantedText;
        savedLinks.current = linked;
        const status = latest.current.text === wantedText ? 'saved' : 'pending';
        setShown({ status, savedAtMs, error: null, id: row.current.id, state });
      } catch (error) {
        const known = isApiError(error) ? error : null;
        const conflict = known?.code === 'conflict';
        stopped.current = conflict;
        setShown((old) => ({ ...old, status: conflict ? 'conflict' : 'failed', error: known }));
        return null;
      }
    }
    return stopped.current ? null : row.current.id;
  }, [latest]);

  const flush = useCallback((): Promise<LetterId | null> => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    // A queue of one after another: two saves at once would bear the same version, and the second be refused.
    running.current = running.current.then(write);
    return running.current;
  }, [write]);

  useEffect(() => {
    if (stopped.current) return;
    if (text === savedText.current) {
      // What was typed was taken back again: there is nothing left to save, and the sign says so.
      setShown((old) =>
        old.status === 'pending' ? { ...old, status: old.savedAtMs === null ? 'idle' : 'saved' } : old,
      );
      return;
    }
    setShown((old) => (old.status === 'saving' ? old : { ...old, status: 'pending' }));
    // Not restarted by further typing: who types for ten minutes is saved every two seconds, not at the end.
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      void flush();
    }, EVERY_MS);
  }, [text, flush]);

  // A save that failed (a full disk, a busy database) is tried again without being asked.
  useEffect(() => {
    if (shown.status !== 'failed') return undefined;
    const again = window.setTimeout(() => void flush(), 2 * EVERY_MS);
    return () => window.clearTimeout(again);
  }, [shown.status, flush]);

  // Leaving the page, locking the desk, or closing the window inside the two seconds.
  useEffect(() => {
    const leave = (): void => void flush();
    present.current = true;
    window.addEventListener('pagehide', leave);
    const forget = keepForLock(async () => void (await flush()));
    return () => {
      forget();
      present.current = false;
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  const saveAsNew = useCallback((): Promise<LetterId | null> => {
    row.current = { id: null, version: 0 };
    stopped.current = false;
    savedText.current = '';
    return flush();
  }, [flush]);

  return { ...shown, flush, saveAsNew };
}
