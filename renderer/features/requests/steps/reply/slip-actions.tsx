import { IconPrinter, IconTicket } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RequestReply } from '#shared/reply/reply-contract.ts';
import { isApiError, type ApiError } from '#renderer/api/client.ts';
import { printableSealed, sealedKey } from '#renderer/api/sealed-view.tsx';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

export interface SlipActions {
  /** F9 and «بدل فاقد», for the foot of a card. */
  readonly buttons: { readonly print: ReactNode; readonly replace: ReactNode };
  /** What failed at the printer. */
  readonly notice: ReactNode;
  readonly dialog: ReactNode;
  /** A dialog of it has the keys. */
  readonly asking: boolean;
}

/** The slip of a request that was raised: printed again (F9), or replaced where it was lost. */
export function useSlip(
  { requestId, slips }: Pick<RequestReply, 'requestId' | 'slips'>,
  { mayWrite, busy, number }: { readonly mayWrite: boolean; readonly busy: boolean; readonly number: string },
): SlipActions {
  const { t } = useText();
  const say = useErrorText();
  const replace = useChannelCommand('requests.replaceSlip');
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const slip = slips.find(({ voided }) => voided === null);
  const printing = usePrint(slip === undefined ? null : sealedKey(slip.id));
  const print = (): void => {
    if (slip !== undefined) void printing.print(printableSealed(slip));
  };
  useKey('F9', t('reply.slip.print'), print, { enabled: slip !== undefined && !busy && !asking });
  useKey(
    'Shift+F9',
    t('reply.slip.print'),
    () => {
      if (slip !== undefined) printing.choose(printableSealed(slip));
    },
    { enabled: slip !== undefined && !busy && !asking },
  );
  const confirm = async (): Promise<void> => {
    setError(null);
    try {
      const made = await replace.mutateAsync({ id: requestId });
      setAsking(false);
      showToast(t('reply.slip.replaced', { number }));
      void printing.print(printableSealed(made));
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
    }
  };
  return {
    asking,
    notice: printing.notice,
    buttons: {
      print:
        slip === undefined ? null : (
          <Button keys="F9" icon={<Icon of={IconPrinter} />} loading={printing.busy} onClick={print}>
            {t('reply.slip.print')}
          </Button>
        ),
      replace: mayWrite ? (
        <Button kind="quiet" icon={<Icon of={IconTicket} />} onClick={() => setAsking(true)}>
          {t('reply.slip.replace')}
        </Button>
      ) : null,
    },
    dialog: (
      <ConfirmWithSecondKey
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
        title={t('reply.slip.replaceTitle')}
        summary={[{ term: t('requests.raise.number'), value: number }]}
        consequence={t('reply.slip.replaceText')}
        verb={t('reply.slip.replaceVerb')}
        busy={replace.isPending}
      >
        {error === null ? null : <ErrorBlock text={say(error)} />}
      </ConfirmWithSecondKey>
    ),
  };
}
