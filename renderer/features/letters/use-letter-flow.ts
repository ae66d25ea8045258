import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import type { Printable } from '#renderer/api/print-store.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { LetterId } from '#shared/ids.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { letterKey, printableLetter, printableProof } from './printable-letter.ts';

export interface LetterFlow {
  readonly busy: boolean;
  /** What the main process refused last; null after the next act. */
  readonly error: ApiError | null;
  readonly clearError: () => void;
  readonly submit: (id: LetterId) => Promise<Letter | null>;
  readonly approve: (id: LetterId) => Promise<Letter | null>;
  readonly giveBack: (id: LetterId, remarks: string) => Promise<Letter | null>;
  /** Numbers, seals, and then prints; a printer that fails leaves an issued letter and says so. */
  readonly issueAndPrint: (
    id: LetterId,
    confirmClock: boolean,
    pictures: SigningPictures,
  ) => Promise<Letter | null>;
  readonly voidLetter: (id: LetterId, reason: string) => Promise<Letter | null>;
  /** F9: silently, to the remembered printer. */
  readonly print: (id: LetterId) => Promise<boolean>;
  /** Shift+F9: printer, copies, pages, paper. */
  readonly choosePrint: (id: LetterId) => void;
  /** Why the last print of this letter failed, with what can be done; stands where errors stand. */
  readonly printNotice: ReactNode;
  readonly savePdf: (id: LetterId) => Promise<void>;
}

const asApiError = (error: unknown): ApiError => {
  if (isApiError(error)) return error;
  throw error;
};

/** The acts on a letter, one at a time, each with its word of what was done. Errors stay on the page, never in a toast. */
export function useLetterFlow(shown: LetterId | null = null): LetterFlow {
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

  const printing = usePrint(shown === null ? null : letterKey(shown));
  /** As it stands in the register now. */
  const printable = async (id: LetterId): Promise<Printable> => {
    const letter = await queries.fetchQuery({
      queryKey: ['letters.get', { id }],
      queryFn: () => call('letters.get', { id }),
      staleTime: Number.POSITIVE_INFINITY,
    });
    return letter.pages === null ? printableProof(letter) : printableLetter(letter);
  };
  const print = async (id: LetterId): Promise<boolean> => {
    const job = await attempt(() => printable(id));
    return job !== null && printing.print(job);
  };
  const choosePrint = async (id: LetterId): Promise<void> => {
    const job = await attempt(async () => {
      const known = await printable(id);
      // Of a proof the pages are not on record: it is set to count them.
      return known.pages === null ? { ...known, pages: (await call('letters.pdf', { id })).pages } : known;
    });
    if (job !== null) printing.choose(job);
  };

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
    busy: busy || printing.busy,
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
    issueAndPrint: async (id, confirmClock, pictures) => {
      const letter = await attempt(() => call('letters.issue', { id, confirmClock, pictures }));
      if (letter === null) return null;
      keep(letter);
      const number = letter.referenceNumber ?? '';
      const printed = await printing.print(await printable(id), {
        said: (printer) => t('letters.done.issuedAndPrinted', { number, printer }),
      });
      if (!printed) showToast(t('letters.done.issued', { number }));
      return letter;
    },
    voidLetter: (id, reason) =>
      told(
        () => call('letters.void', { id, reason }),
        () => t('letters.done.voided'),
      ),
    print,
    choosePrint: (id) => void choosePrint(id),
    printNotice: printing.notice,
    savePdf: async (id) => {
      const saved = await attempt(() => call('letters.savePdf', { id }));
      if (saved !== null) showToast(t('letters.done.savedPdf', { path: saved.path }));
    },
  };
}
