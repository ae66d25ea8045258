import { useState, type ReactElement } from 'react';
import type { Handover } from '#shared/deliveries/delivery.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/** The close of a request whose service was delivered: what it holds, and a second key. Mounted while it is open. */
export function CloseDialog({
  request,
  handovers,
  onClosed,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly handovers: readonly Handover[];
  readonly onClosed: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t, digits } = useText();
  const say = useErrorText();
  const command = useChannelCommand('requests.close');
  const [note, setNote] = useState('');
  const done = handovers.filter(({ state }) => state === 'delivered').length;
  const close = async (): Promise<void> => {
    try {
      await command.mutateAsync({ id: request.id, note });
    } catch {
      // Said in the dialog, from the command's own error.
      return;
    }
    showToast(t('deliveries.close.done'));
    onClose();
    onClosed();
  };
  return (
    <ConfirmWithSecondKey
      opened
      asks
      title={t('deliveries.close.title')}
      summary={[
        { term: t('requests.raise.number'), value: <Identifier value={request.number ?? ''} /> },
        { term: t('requests.list.service'), value: request.service },
        {
          term: t('deliveries.close.delivered'),
          value: digits(t('deliveries.closed.count', { count: done })),
        },
      ]}
      consequence={t('deliveries.close.consequence')}
      hint={t('deliveries.close.confirm')}
      verb={t('deliveries.close.verb')}
      busy={command.isPending}
      onConfirm={() => void close()}
      onClose={onClose}
    >
      <TextArea label={t('requests.page.note')} optional autoFocus value={note} onChange={setNote} rows={2} />
      {command.error === null ? null : <ErrorBlock text={say(command.error)} />}
    </ConfirmWithSecondKey>
  );
}
