import { useMemo } from 'react';
import { PARTY_ROLES, type Party } from '#shared/parties/party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { EMPTY_RECORD, type RecordForm as Typed } from './record-form-model.ts';
import { RecordForm } from './record-form.tsx';

/**
 * A new party, person or organisation. `?kind=organisation&role=donor` begins as one; `?draft=1` takes up what was typed,
 * at the door as well.
 */
export function NewPartyPage() {
  const { t } = useText();
  const go = useGo();
  const organisation = useQueryParam('kind') === 'organisation';
  const role = useQueryParam('role');
  const fromDrafts = useQueryParam('draft') !== undefined;
  const start = useMemo((): Typed => {
    const known = PARTY_ROLES.find((one) => one === role);
    return organisation
      ? { ...EMPTY_RECORD, kind: 'organisation', idKind: 'unifiedNumber', roles: [known ?? 'partnerBody'] }
      : { ...EMPTY_RECORD, roles: [known ?? 'beneficiary'] };
  }, [organisation, role]);
  const onSaved = (party: Party): void => {
    showToast(t('partyRecord.added', { name: party.name }));
    go(paths.beneficiary(party.id), { replace: true });
  };
  return (
    <Screen
      title={t(organisation ? 'partyRecord.newOrganisation' : 'partyRecord.newTitle')}
      crumbs={[{ name: t('parties.title'), to: paths.beneficiaries }]}
    >
      <RecordForm start={start} seen={null} restoreAtOnce={fromDrafts} onSaved={onSaved} />
    </Screen>
  );
}
