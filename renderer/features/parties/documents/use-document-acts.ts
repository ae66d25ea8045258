import { useState } from 'react';
import type { PartyDocument } from '#shared/documents/document.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useDocumentName } from '#renderer/api/register/document-name.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** What is done with a document that is there: each act is undone by its toast. */
export function useDocumentActs() {
  const { t } = useText();
  const nameOf = useDocumentName();
  const match = useChannelCommand('documents.match');
  const remove = useChannelCommand('documents.remove');
  const restore = useChannelCommand('documents.restore');
  const [error, setError] = useState<ApiError | null>(null);
  const act = async (run: () => Promise<unknown>): Promise<boolean> => {
    setError(null);
    try {
      await run();
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    }
  };
  const setMatched = async (document: PartyDocument, matched: boolean): Promise<void> => {
    const done = await act(() => match.mutateAsync({ id: document.id, matched }));
    if (!done) return;
    const said = matched ? 'documents.matched' : 'documents.unmatched';
    // The undo of a match that was taken back would be a match of today, which nobody made: only a match is undone.
    showToast(
      t(said, { name: nameOf(document) }),
      matched ? () => call('documents.match', { id: document.id, matched: false }) : undefined,
    );
  };
  return {
    error,
    busy: match.isPending || remove.isPending || restore.isPending,
    setMatched,
    remove: async (document: PartyDocument, reason: string): Promise<boolean> => {
      const done = await act(() => remove.mutateAsync({ id: document.id, reason }));
      if (done)
        showToast(t('documents.removed', { name: nameOf(document) }), () =>
          call('documents.restore', { id: document.id }),
        );
      return done;
    },
    restore: async (document: PartyDocument): Promise<void> => {
      const done = await act(() => restore.mutateAsync({ id: document.id }));
      if (done) showToast(t('documents.restored', { name: nameOf(document) }));
    },
  };
}
