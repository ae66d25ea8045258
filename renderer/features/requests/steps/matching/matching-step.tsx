import type { StepProps } from '../step-props.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card } from '#renderer/ui/card.tsx';
import { MatchingCard } from './matching-card.tsx';

/** S.2 as the card of a request's page: the form T.4, each datum confirmed, matched or put right. */
export function MatchingStep(props: StepProps) {
  const { t } = useText();
  const query = useChannelQuery('form.ofRequest', { id: props.request.id });
  if (query.data === undefined)
    return (
      <Card pane={t('requestForm.match.title')}>
        <QueryView query={query} rows={9}>
          {() => null}
        </QueryView>
      </Card>
    );
  return <MatchingCard {...props} form={query.data} />;
}
