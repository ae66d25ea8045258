import { useState } from 'react';
import type { RequestId } from '#shared/ids.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { RepresentDialog } from './represent-dialog.tsx';
import { RequestEditDialog } from './request-edit-dialog.tsx';
import { AttestationStep } from './steps/attestation/attestation-step.tsx';

/** مراجعة وإقرار: S.4 on a screen of its own, for what is attested again after the step is behind. */
export function CheckPage() {
  const { t } = useText();
  const go = useGo();
  const id = useIdParam() as RequestId;
  const mayWrite = useHasRole(...DESK_ROLES);
  const [dialog, setDialog] = useState<'edit' | 'represent' | null>(null);
  const query = useChannelQuery('requests.get', { id });
  const page = useChannelQuery(
    'parties.page',
    { id: query.data?.partyId ?? 1 },
    { enabled: query.data !== undefined },
  );
  const name = query.data?.partyName ?? t('requests.title');
  return (
    <Screen
      title={t('sealed.attest.check')}
      crumbs={[
        { name: t('requests.title'), to: paths.requests },
        { name, to: paths.request(id) },
      ]}
    >
      <QueryView query={query} rows={10}>
        {(request) => (
          <>
            <AttestationStep
              request={request}
              party={page.data?.party}
              mayWrite={mayWrite}
              busy={dialog !== null}
              onEdit={() => setDialog('edit')}
              onRepresent={() => setDialog('represent')}
              onDone={() => go(paths.request(id))}
            />
            {dialog === 'edit' ? (
              <RequestEditDialog request={request} onClose={() => setDialog(null)} />
            ) : null}
            {dialog === 'represent' && page.data !== undefined ? (
              <RepresentDialog request={request} party={page.data.party} onClose={() => setDialog(null)} />
            ) : null}
          </>
        )}
      </QueryView>
    </Screen>
  );
}
