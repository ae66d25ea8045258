import type { Contact } from '#shared/contacts/contact.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { type ApiError, call } from './client.ts';
import { useChannelCommand } from './use-channel.ts';

/** Ticks a follow-up off, with its way back for eight seconds. */
export function useCloseFollowUp(): {
  readonly close: (contact: Contact) => void;
  readonly error: ApiError | null;
} {
  const { t } = useText();
  const set = useChannelCommand('contacts.setClosed');
  const run = async (contact: Contact): Promise<void> => {
    await set.mutateAsync({ id: contact.id, closed: true });
    showToast(t('contacts.followUps.closed', { action: contact.nextAction }), () =>
      call('contacts.setClosed', { id: contact.id, closed: false }),
    );
  };
  return { close: (contact) => void run(contact).catch(() => undefined), error: set.error };
}
