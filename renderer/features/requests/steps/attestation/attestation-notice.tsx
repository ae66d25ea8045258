import type { ReactElement } from 'react';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Note } from '#renderer/ui/states.tsx';
import css from './attestation.module.css';

/** Phases in which S.4 is behind the request, and what was signed still binds what follows. */
const AFTER: readonly SupportRequest['phase'][] = ['raising', 'committee', 'registration', 'service'];

/** Above a request whose attested data changed after they were signed: which, and the way to ask again. */
export function AttestationNotice({
  request,
  mayWrite,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
}): ReactElement | null {
  const wanted = AFTER.includes(request.phase) && request.attestation?.state !== 'signed';
  return wanted ? <Asked request={request} mayWrite={mayWrite} /> : null;
}

function Asked({
  request,
  mayWrite,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
}): ReactElement {
  const { t } = useText();
  const go = useGo();
  const { data } = useChannelQuery('attestations.get', { requestId: request.id });
  const changed = data?.fields.filter(({ field }) => data.changed.includes(field)).map(({ label }) => label);
  return (
    <Note kind="warning">
      <div className={css['notice']}>
        <b>
          {request.attestation?.state === 'stale'
            ? t('sealed.attest.stale', { fields: (changed ?? []).join('، ') })
            : t(request.attestation === null ? 'sealed.attest.none' : 'sealed.attest.waitingAgain')}
        </b>
        {mayWrite ? (
          <Button size="sm" onClick={() => go(paths.requestCheck(request.id))}>
            {t(request.attestation === null ? 'sealed.attest.takeNow' : 'sealed.attest.staleOpen')}
          </Button>
        ) : null}
      </div>
    </Note>
  );
}
