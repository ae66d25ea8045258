import { useState } from 'react';
import type { MatchSource } from '#shared/documents/matching.ts';
import type { RequestId } from '#shared/ids.ts';
import type { FormFieldStanding } from '#shared/requests/form-contract.ts';
import type { FormFieldKey } from '#shared/requests/form-values.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** What is done with the data of a form: confirmed, matched, put right; each with its way back. */
export function useForm(id: RequestId) {
  const { t } = useText();
  const say = useErrorText();
  const confirm = useChannelCommand('form.confirm');
  const answer = useChannelCommand('form.answer');
  const [error, setError] = useState<ApiError | null>(null);

  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    setError(null);
    try {
      await act();
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    }
  };

  /** True when they were confirmed. `against`: the original in hand; null: told. */
  const settle = async (
    fields: readonly Pick<FormFieldStanding, 'field' | 'seen'>[],
    against: MatchSource | null,
  ): Promise<boolean> => {
    const data = fields.map(({ field, seen }) => ({ field, seen }));
    if (data.length === 0) return true;
    const done = await attempt(() => confirm.mutateAsync({ id, data, against }));
    if (!done) return false;
    const count = data.length;
    showToast(
      against === null
        ? t('requestForm.match.done', { count })
        : t('requestForm.match.doneMatched', { what: t(`documents.matching.source.${against}`), count }),
      () => call('form.unconfirm', { id, fields: data.map(({ field }) => field) }),
    );
    return true;
  };

  /** Whatever the register says now of a field that was just put right. */
  const settleCorrected = async (field: FormFieldKey): Promise<void> => {
    await attempt(async () => {
      const { fields } = await call('form.ofRequest', { id });
      const now = fields.find((one) => one.field === field);
      if (now === undefined || now.wanting) return;
      await confirm.mutateAsync({ id, data: [{ field, seen: now.seen }], corrected: true });
    });
  };

  return {
    busy: confirm.isPending || answer.isPending,
    problem: error === null ? undefined : say(error),
    settle,
    settleCorrected,
    answer: (key: string, text: string): Promise<boolean> =>
      attempt(() => answer.mutateAsync({ id, key, answer: text })),
    forget: () => setError(null),
  };
}
