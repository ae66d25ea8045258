import type { Contact } from '#shared/contacts/contact.ts';
import { useCloseFollowUp } from '#renderer/api/use-close-follow-up.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { FollowUpList } from '#renderer/ui/follow-up-list.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';

/** What is still to be done for this person. */
export function FollowUps({
  contacts,
  mayWrite,
}: {
  readonly contacts: readonly Contact[];
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const { close, error } = useCloseFollowUp();
  return (
    <Card pane={t('parties.page.followUps')}>
      <CardHeader title={t('parties.page.followUps')} count={contacts.length} />
      {error === null ? null : <ErrorBlock text={say(error)} />}
      <FollowUpList
        contacts={contacts}
        today={today}
        onClose={mayWrite ? close : undefined}
        label={t('parties.page.followUps')}
      />
    </Card>
  );
}
