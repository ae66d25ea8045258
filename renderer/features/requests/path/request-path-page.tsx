import { IconPrinter } from '@tabler/icons-react';
import type { RequestId } from '#shared/ids.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { GapBadge, PathClauses } from '#renderer/ui/path-clauses.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';

/** مسار الطلب: the whole path of one request, for who answers for it and who examines it. */
export function RequestPathPage() {
  const { t, digits } = useText();
  const go = useGo();
  const id = useIdParam() as RequestId;
  const answer = useChannelQuery('requestPath.get', { id });
  const print = (): void => go(paths.paper({ kind: 'requestPath', requestId: id }));
  const ready = { enabled: answer.data !== undefined };
  useKey('Ctrl+Enter', t('requestPath.print'), print, ready);
  useKey('F9', t('requestPath.print'), print, ready);
  const number = answer.data?.number ?? null;
  return (
    <Screen
      title={t('requestPath.title')}
      crumbs={[
        { name: t('requests.title'), to: paths.requests },
        {
          name: number === null ? (answer.data?.partyName ?? t('requests.notRaised')) : digits(number),
          to: paths.request(id),
        },
      ]}
      aside={
        answer.data === undefined ? null : (
          <>
            <span>{`${answer.data.partyName}، ${answer.data.service}`}</span>
            <GapBadge gaps={answer.data.gaps} />
          </>
        )
      }
      actions={
        <Button kind="filled" keys="F9" icon={<Icon of={IconPrinter} />} onClick={print}>
          {t('requestPath.print')}
        </Button>
      }
    >
      <Card pane={t('requestPath.title')} grow>
        <CardHeader title={t('requestPath.all')} />
        <CardBody scroll flush>
          <QueryView query={answer} rows={12}>
            {(data) => <PathClauses path={data.path} label={t('requestPath.all')} />}
          </QueryView>
        </CardBody>
      </Card>
    </Screen>
  );
}
