import { useState } from 'react';
import type { Agreement, AgreementEvent, AgreementEventInput } from '#shared/agreements/agreement.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

export type OpenDialog =
  | { readonly kind: 'end' }
  | { readonly kind: 'event' }
  | { readonly kind: 'settle'; readonly event: AgreementEvent };

/** What is done with one agreement; each act is undone by a toast. */
export function useAgreementActs({ id, version, title }: Agreement, onRemoved: () => void) {
  const { t } = useText();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const act = async (deed: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await deed();
      setDialog(null);
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return {
    dialog,
    busy,
    error,
    show: (next: OpenDialog | null): void => {
      setError(null);
      setDialog(next);
    },
    end: (end: { readonly endedOn: string; readonly reason: string }) =>
      act(async () => {
        const ended = await call('agreements.end', { id, version, ...end });
        showToast(t('agreements.end.done', { title }), () =>
          call('agreements.reopen', { id, version: ended.version }),
        );
      }),
    reopen: () => act(() => call('agreements.reopen', { id, version })),
    remove: () =>
      act(async () => {
        await call('agreements.remove', { id, version });
        onRemoved();
        showToast(t('agreements.acts.removed', { title }), () => call('agreements.restore', { id }));
      }),
    addEvent: (event: AgreementEventInput) =>
      act(async () => {
        const { events } = await call('agreements.addEvent', { id, event });
        const added = events.reduce<AgreementEvent | undefined>(
          (latest, one) => (latest === undefined || one.id > latest.id ? one : latest),
          undefined,
        );
        showToast(
          t('agreements.event.done'),
          added === undefined ? undefined : () => call('agreements.removeEvent', { id, eventId: added.id }),
        );
      }),
    settle: (event: AgreementEvent, settled: { readonly settledOn: string; readonly settlement: string }) =>
      act(async () => {
        await call('agreements.settle', { id, eventId: event.id, ...settled });
        showToast(t('agreements.settle.done'), () => call('agreements.unsettle', { id, eventId: event.id }));
      }),
    attach: (file: FileRef) =>
      act(async () => {
        const { attachments } = await call('agreements.attach', { id, file });
        const added = attachments.at(-1);
        showToast(
          t('agreements.papers.added'),
          added === undefined ? undefined : () => call('agreements.detach', { id, attachmentId: added.id }),
        );
      }),
    detach: (attachment: Agreement['attachments'][number]) =>
      act(async () => {
        await call('agreements.detach', { id, attachmentId: attachment.id });
        showToast(t('agreements.papers.removed'), () =>
          call('agreements.attach', { id, file: attachment.file }),
        );
      }),
  };
}

export type AgreementActs = ReturnType<typeof useAgreementActs>;
