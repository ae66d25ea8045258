import { useMemo, useState } from 'react';
import { PARTY_ROLES, type Party } from '#shared/parties/party.ts';
import { takeCarriedParty } from '#renderer/api/carried-party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import {
  carriedForm,
  EMPTY_RECORD,
  type RecordForm as Typed,
} from '#renderer/api/register/record-form-model.ts';
import { RecordForm } from './record-form.tsx';

/**
 * A new party, person or organisation. `?kind=organisation&role=donor` begins as one; `?draft=1` takes up what was typed;
 * `?visit=inquiry` goes back to the visit that was being registered at the door, with what was typed there.
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
  const [carried] = useState(takeCarriedParty);
  const purpose = useQueryParam('visit');
  const onSaved = (party: Party): void => {
    showToast(t('partyRecord.added', { name: party.name }));
    // Who waits at the door is not left there: the visit goes on where it was.
    const next =
      purpose === undefined
        ? paths.beneficiary(party.id)
        : withQuery(paths.newVisit, { party: party.id, purpose });
    go(next, { replace: true });
  };
  return (
    <Screen
      title={t(organisation ? 'partyRecord.newOrganisation' : 'partyRecord.newTitle')}
      crumbs={[{ name: t('parties.title'), to: paths.beneficiaries }]}
    >
      <RecordForm
        start={start}
        {...(carried === null ? {} : { typed: carriedForm(start, carried.party) })}
        seen={null}
        restoreAtOnce={fromDrafts}
        onSaved={onSaved}
      />
    </Screen>
  );
}
