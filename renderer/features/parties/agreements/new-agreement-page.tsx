import { useState } from 'react';
import { nextTerm } from '#shared/agreements/agreement-rules.ts';
import type { Agreement } from '#shared/agreements/agreement.ts';
import type { AgreementId, PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { AgreementForm, EMPTY_TERMS, termsOf, type TermsInput } from './agreement-form.tsx';
import css from './agreements.module.css';
import { useAgreementCrumbs, useSaveAgreement } from './use-agreement-form.ts';

/** تسجيل اتفاقية: with `?party=…`, as a renewal `?renews=…`, or with somebody who is looked up here. */
export function NewAgreementPage() {
  const { t } = useText();
  const crumbs = useAgreementCrumbs();
  const [picked, setPicked] = useState<PartyId | null>(null);
  const renews = Number(useQueryParam('renews') ?? 0);
  const asked = Number(useQueryParam('party') ?? 0);
  const partyId = picked ?? (asked > 0 ? (asked as PartyId) : null);
  const renewed = useChannelQuery('agreements.get', { id: renews }, { enabled: renews > 0 });
  return (
    <Screen title={t(renews > 0 ? 'agreements.form.titleRenew' : 'agreements.form.titleNew')} crumbs={crumbs}>
      {renews > 0 ? (
        <QueryView query={renewed}>{(agreement) => <Renewal of={agreement} />}</QueryView>
      ) : partyId === null ? (
        <Card pane={t('agreements.form.party')} grow>
          <div className={css['picker']}>
            <PersonPicker
              label={t('agreements.form.party')}
              nobody={t('agreements.form.nobody')}
              onPick={({ id }) => setPicked(id)}
            />
          </div>
        </Card>
      ) : (
        <NewWith partyId={partyId} />
      )}
    </Screen>
  );
}

function NewWith({ partyId }: { readonly partyId: PartyId }) {
  const page = useChannelQuery('parties.page', { id: partyId });
  return (
    <QueryView query={page}>
      {({ party }) => (
        <FilledForm
          partyId={party.id}
          name={party.name}
          start={EMPTY_TERMS}
          renewsId={null}
          draftKey={`party:${party.id}`}
        />
      )}
    </QueryView>
  );
}

/** The same terms for the time that follows; it is signed anew. */
function Renewal({ of }: { readonly of: Agreement }) {
  return (
    <FilledForm
      partyId={of.partyId}
      name={of.partyName}
      start={{ ...termsOf(of), number: '', signedOn: null, ...(nextTerm(of) ?? { endsOn: null }) }}
      renewsId={of.id}
      draftKey={`renews:${of.id}`}
    />
  );
}

function FilledForm({
  partyId,
  name,
  start,
  renewsId,
  draftKey,
}: {
  readonly partyId: PartyId;
  readonly name: string;
  readonly start: TermsInput;
  readonly renewsId: AgreementId | null;
  readonly draftKey: string;
}) {
  const { t } = useText();
  const go = useGo();
  const saving = useSaveAgreement(async (terms) => {
    const { id, version, title } = await call('agreements.add', { partyId, terms, renewsId });
    go(paths.agreement(id), { replace: true });
    showToast(
      t(renewsId === null ? 'agreements.form.saved' : 'agreements.form.renewed', { title }),
      async () => {
        await call('agreements.remove', { id, version });
        go(paths.agreements);
      },
    );
  });
  return <AgreementForm name={name} draftKey={draftKey} start={start} {...saving} />;
}
