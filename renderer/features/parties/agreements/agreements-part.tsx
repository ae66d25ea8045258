import { IconFileText, IconPlus } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';
import { AgreementTable } from './agreement-table.tsx';

/** P.2, on a party's page: what was agreed on with them. */
export function AgreementsPart({
  partyId,
  mayWrite,
}: {
  readonly partyId: PartyId;
  readonly mayWrite: boolean;
}) {
  const { t, digits } = useText();
  const go = useGo();
  const agreements = useChannelQuery('agreements.ofParty', { partyId });
  return (
    <Card pane={t('agreements.title')} grow>
      <CardHeader
        title={t('agreements.title')}
        {...(agreements.data === undefined ? {} : { count: digits(agreements.data.length) })}
        actions={
          mayWrite ? (
            <Button
              kind="tinted"
              size="sm"
              icon={<Icon of={IconPlus} size="sm" />}
              onClick={() => go(withQuery(paths.newAgreement, { party: partyId }))}
            >
              {t('agreements.create')}
            </Button>
          ) : null
        }
      />
      <QueryView query={agreements}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconFileText} text={t('agreements.emptyParty')} />
          ) : (
            <AgreementTable rows={rows} withParty={false} />
          )
        }
      </QueryView>
    </Card>
  );
}
