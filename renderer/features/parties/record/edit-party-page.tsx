import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import type { Party } from '#shared/parties/party.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useIdParam, useQueryParam } from '#renderer/ui/use-route.ts';
import { formOf } from '#renderer/api/register/record-form-model.ts';
import { RecordForm } from './record-form.tsx';

/** The whole record, to be changed; what it was before is kept, and one key writes it back. */
export function EditPartyPage() {
  const id = useIdParam() as PartyId;
  return <EditParty key={id} id={id} />;
}

function EditParty({ id }: { readonly id: PartyId }) {
  const { t } = useText();
  const go = useGo();
  const fromDrafts = useQueryParam('draft') !== undefined;
  const query = useChannelQuery('parties.record', { id }, { fresh: true });
  // What is typed is held against what was read: a change of somebody else's must not slip under it.
  const [seen, setSeen] = useState<Party | null>(null);
  if (seen === null && query.data !== undefined) setSeen(query.data);
  const onSaved = (before: Party, party: Party): void => {
    const former = recordOf(before);
    showToast(t('partyRecord.saved', { name: party.name }), () =>
      call('parties.saveRecord', { id, version: party.version, record: former }),
    );
    go(paths.beneficiary(id), { replace: true });
  };
  const reload = (): void => void call('parties.record', { id }).then(setSeen, () => undefined);
  return (
    <Screen
      title={seen?.name ?? t('partyRecord.editTitle')}
      crumbs={[
        { name: t('parties.title'), to: paths.beneficiaries },
        { name: t('desk.act.page'), to: paths.beneficiary(id) },
        { name: t('partyRecord.editTitle') },
      ]}
    >
      <QueryView query={query}>
        {() =>
          seen === null ? null : (
            <RecordForm
              key={seen.version}
              start={formOf(seen)}
              seen={seen}
              restoreAtOnce={fromDrafts}
              onSaved={(party) => onSaved(seen, party)}
              onReload={reload}
            />
          )
        }
      </QueryView>
    </Screen>
  );
}
