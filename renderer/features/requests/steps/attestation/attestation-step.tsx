import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card } from '#renderer/ui/card.tsx';
import type { StepProps } from '../step-props.ts';
import { AttestationCard } from './attestation-card.tsx';

/** S.4 as the card of a request's page: what is attested, and both signatures. */
export function AttestationStep(props: StepProps) {
  const { t } = useText();
  const query = useChannelQuery('attestations.get', { requestId: props.request.id });
  if (query.data === undefined)
    return (
      <Card pane={t('sealed.attest.title')}>
        <QueryView query={query} rows={8}>
          {() => null}
        </QueryView>
      </Card>
    );
  return <AttestationCard {...props} attestation={query.data} />;
}
