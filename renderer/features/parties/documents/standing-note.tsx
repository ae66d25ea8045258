import { IconFileAlert } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import { wanting } from '#shared/documents/standing.ts';
import type { Party } from '#shared/parties/party.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** What a file lacks today, in one line that leads to its documents; nothing where all is there or was never asked for. */
export function StandingNote({
  partyId,
  sex = null,
}: {
  readonly partyId: PartyId;
  readonly sex?: Party['sex'];
}) {
  const { t } = useText();
  const { data } = useChannelQuery('documents.ofParty', { partyId });
  // A person who only asked at the door was never asked for a document.
  if (data === undefined || data.documents.length === 0) return null;
  const lacking = wanting(data.standing);
  if (lacking.length === 0) return null;
  const names = lacking.map(({ kind, state }) =>
    state === 'missing'
      ? t(`documents.kind.${kind}`)
      : `${t(`documents.kind.${kind}`)} (${t(`documents.state.${state}`)})`,
  );
  return (
    <Note kind="warning" icon={IconFileAlert}>
      {t(sex === 'female' ? 'documents.wantingHers' : 'documents.wanting', { count: lacking.length })}:{' '}
      {names.join('، ')}{' '}
      <AppLink to={paths.beneficiaryPart(partyId, 'documents')}>{t('documents.title')}</AppLink>
    </Note>
  );
}
