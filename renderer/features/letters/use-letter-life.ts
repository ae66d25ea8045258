import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { DeliveryId } from '#shared/ids.ts';
import type { DeliveryMethod } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';

export interface DeliveryDraft {
  readonly method: DeliveryMethod;
  readonly receiver: string;
  readonly day: string;
  readonly note: string;
  readonly signature: FileRef | null;
}

export interface LetterLifeActs {
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly clearError: () => void;
  /** True when it was done. */
  readonly fileScan: (file: FileRef) => Promise<boolean>;
  readonly withdrawSigning: () => Promise<boolean>;
  readonly deliver: (delivery: DeliveryDraft) => Promise<boolean>;
  readonly withdrawDelivery: (id: DeliveryId) => Promise<boolean>;
}

/** Signing and delivery of an issued letter; each can be taken back from its toast. */
export function useLetterLife(letter: Letter): LetterLifeActs {
  const { t } = useText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { id } = letter;

  const attempt = useCallback(
    async (act: () => Promise<Letter>): Promise<Letter | null> => {
      setBusy(true);
      setError(null);
      try {
        const after = await act();
        queries.setQueryData(['letters.get', { id }], after);
        return after;
      } catch (caught) {
        if (!isApiError(caught)) throw caught;
        setError(caught);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [queries, id],
  );
  /** An act taken back: the letter as it stands then is shown at once. */
  const taking = (back: () => Promise<Letter>) => async (): Promise<void> => {
    queries.setQueryData(['letters.get', { id }], await back());
  };

  const withdrawSigning = async (): Promise<boolean> => {
    const file = letter.signings.findLast((one) => one.withdrawn === null && one.kind === 'scan')?.file;
    const after = await attempt(() => call('letters.withdrawSigning', { id }));
    if (after === null) return false;
    showToast(
      t('letterLife.done.signingWithdrawn'),
      file === null || file === undefined
        ? undefined
        : taking(() => call('letters.fileSignedScan', { id, file })),
    );
    return true;
  };
  const withdrawDelivery = async (deliveryId: DeliveryId): Promise<boolean> => {
    const was = letter.deliveries.find((one) => one.id === deliveryId);
    const after = await attempt(() => call('letters.withdrawDelivery', { deliveryId }));
    if (after === null) return false;
    showToast(
      t('letterLife.done.deliveryWithdrawn'),
      was === undefined
        ? undefined
        : taking(() => {
            const { method, receiver, day, note, signature } = was;
            return call('letters.deliver', { id, method, receiver, day, note, signature });
          }),
    );
    return true;
  };

  return {
    busy,
    error,
    clearError: useCallback(() => setError(null), []),
    fileScan: async (file) => {
      const after = await attempt(() =>
        call('letters.fileSignedScan', { id, file: { sha256: file.sha256, name: file.name } }),
      );
      if (after === null) return false;
      showToast(
        t('letterLife.done.scanFiled'),
        taking(() => call('letters.withdrawSigning', { id })),
      );
      return true;
    },
    withdrawSigning,
    deliver: async (delivery) => {
      const after = await attempt(() => call('letters.deliver', { id, ...delivery }));
      if (after === null) return false;
      const made = after.deliveries.at(-1);
      showToast(
        t('letterLife.done.delivered'),
        made === undefined
          ? undefined
          : taking(() => call('letters.withdrawDelivery', { deliveryId: made.id })),
      );
      return true;
    },
    withdrawDelivery,
  };
}
