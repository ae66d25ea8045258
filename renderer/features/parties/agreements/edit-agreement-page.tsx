import { useState } from 'react';
import type { Agreement } from '#shared/agreements/agreement.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { AgreementForm, termsOf } from './agreement-form.tsx';
import { useAgreementCrumbs, useSaveAgreement } from './use-agreement-form.ts';

export function EditAgreementPage() {
  const { t } = useText();
  const id = useIdParam();
  const crumbs = useAgreementCrumbs();
  const agreement = useChannelQuery('agreements.get', { id });
  return (
    <Screen title={t('agreements.form.titleEdit')} crumbs={crumbs}>
      <QueryView query={agreement} rows={10}>
        {(found) => <EditForm key={found.id} agreement={found} />}
      </QueryView>
    </Screen>
  );
}

function EditForm({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const go = useGo();
  const { id } = agreement;
  // Of the moment when the form opened: what somebody else saves meanwhile is not overwritten unseen.
  const [{ version, start }] = useState({ version: agreement.version, start: termsOf(agreement) });
  const saving = useSaveAgreement(async (terms) => {
    const saved = await call('agreements.edit', { id, version, terms });
    go(paths.agreement(id), { replace: true });
    showToast(t('agreements.form.saved', { title: saved.title }), async () => {
      await call('agreements.edit', { id, version: saved.version, terms: start });
    });
  });
  return <AgreementForm name={agreement.partyName} draftKey={`edit:${id}`} start={start} {...saving} />;
}
