import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { LetterId } from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';

export interface LetterFlow {
  readonly busy: boolean;
  /** What the main process refused last; null after the next act. */
  readonly error: ApiError | null;
  readonly clearError: () => void;
  readonly submit: (id: LetterId) => Promise<Letter | null>;
  readonly approve: (id: LetterId) => Promise<Letter | null>;
  readonly giveBack: (id: LetterId, remarks: string) => Promise<Letter | null>;
  /** Numbers, seals, and then prints; a printer that fails leaves an issued letter and says so. */
  readonly issueAndPrint: (id: LetterId, confirmClock: boolean) => Promise<Letter | null>;
  readonly voidLetter: (id: LetterId, reason: string) => Promise<Letter | null>;
  readonly print: (id: LetterId, copies: number) => Promise<boolean>;
  readonly savePdf: (id: LetterId) => Promise<void>;
}

const asApiError = (error: unknown): ApiError => {
  if (isApiError(error)) return error;
  throw error;
};

/** The acts on a letter, one at a time, each with its word of what was done. Errors stay on the page, never in a toast. */
export function useLetterFlow(): LetterFlow {
  const { t } = useText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const attempt = useCallback(async <T>(act: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setError(null);
    try {
      return await act();
    } catch (caught) {
      setError(asApiError(caught));
      return null;
    } finally {
      setBusy(false);
    }
  }, []);

  const keep = useCallback(
    (letter: Letter): Letter => {
      queries.setQueryData(['letters.get', { id: letter.id }], letter);
      return letter;
    },
    [queries],
  );

  const print = useCallback(
    async (id: LetterId, copies: number): Promise<boolean> => {
      const done = await attempt(() => call('letters.print', { id, copies }));
      if (done !== null) showToast(t('letters.done.printed', { printer: done.printer }));
      return done !== null;
    },
    [attempt, t],
  );

  const told = useCallback(
    async (act: () => Promise<Letter>, words: (letter: Letter) => string): Promise<Letter | null> => {
      const letter = await attempt(act);
      if (letter === null) return null;
      showToast(words(letter));
      return keep(letter);
    },
    [attempt, keep],
  );

  return {
    busy,
    error,
    clearError: useCallback(() => setError(null), []),
    submit: (id) =>
      told(
        () => call('letters.submit', { id }),
        () => t('letters.done.submitted'),
      ),
    approve: (id) =>
      told(
        () => call('letters.approve', { id }),
        () => t('letters.done.approved'),
      ),
    giveBack: (id, remarks) =>
      told(
        () => call('letters.return', { id, remarks }),
        () => t('letters.done.returned'),
      ),
    issueAndPrint: async (id, confirmClock) => {
      const letter = await attempt(() => call('letters.issue', { id, confirmClock }));
      if (letter === null) return null;
      keep(letter);
      const number = letter.referenceNumber ?? '';
      const printed = await attempt(() => call('letters.print', { id }));
      showToast(
        printed === null
          ? t('letters.done.issued', { number })
          : t('letters.done.issuedAndPrinted', { number, printer: printed.printer }),
      );
      return letter;
    },
    voidLetter: (id, reason) =>
      told(
        () => call('letters.void', { id, reason }),
        () => t('letters.done.voided'),
      ),
    print,
    savePdf: async (id) => {
      const saved = await attempt(() => call('letters.savePdf', { id }));
      if (saved !== null) showToast(t('letters.done.savedPdf', { path: saved.path }));
    },
  };
}
