import { IconCircleCheck, IconDice5, IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEvent } from '#shared/audit/audit-contract.ts';
import { PATH_ROLES } from '#shared/audit/sample-contract.ts';
import { call, type ApiError } from '#renderer/api/client.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table } from '#renderer/ui/table.tsx';
import css from './audit-page.module.css';
import { useAuditWords } from './audit-words.ts';

const PAGE = 200;

const whenCell = (event: AuditEvent) => <When atMs={event.atMs} />;

/** سجل العمليات: who did what when; nothing here can be changed, and the chain can be walked. */
export function AuditPage() {
  const { t, digits } = useText();
  const say = useErrorText();
  const words = useAuditWords();
  const go = useGo();
  const mayDraw = useHasRole(...PATH_ROLES);
  const log = useInfiniteQuery<
    AuditEvent[],
    ApiError,
    { pages: AuditEvent[][] },
    readonly unknown[],
    number | null
  >({
    queryKey: ['audit.list', 'pages'],
    initialPageParam: null,
    queryFn: ({ pageParam }) => call('audit.list', { beforeSeq: pageParam, limit: PAGE }),
    getNextPageParam: (last) => (last.length < PAGE ? undefined : (last.at(-1)?.seq ?? null)),
  });
  const verify = useChannelQuery('audit.verify', undefined, { enabled: false });
  const check = (): void => void verify.refetch();
  useKey('Ctrl+Enter', t('audit.verify'), check);
  const rows = log.data?.pages.flat() ?? [];
  return (
    <Screen
      title={t('audit.title')}
      actions={
        <>
          {mayDraw ? (
            <Button icon={<Icon of={IconDice5} />} onClick={() => go(paths.auditSample)}>
              {t('auditSample.open')}
            </Button>
          ) : null}
          <Button
            kind="filled"
            keys="Ctrl+Enter"
            icon={<Icon of={IconShieldCheck} size="sm" />}
            loading={verify.isFetching}
            onClick={check}
          >
            {t('audit.verify')}
          </Button>
        </>
      }
    >
      {verify.data === undefined ? null : verify.data.fault === null ? (
        <Note kind="success" icon={IconCircleCheck}>
          {t('audit.verified', { events: digits(verify.data.events) })}
        </Note>
      ) : (
        <ErrorBlock text={t('audit.fault', { fault: verify.data.fault })} />
      )}
      {verify.error === null ? null : <ErrorBlock text={say(verify.error)} />}
      <Card pane={t('audit.title')} grow>
        <div className={css['list']}>
          {log.error !== null ? (
            <ErrorBlock text={say(log.error)} />
          ) : log.data === undefined ? (
            <SkeletonRows rows={12} />
          ) : rows.length === 0 ? (
            <EmptyState icon={IconHistory} text={t('audit.empty')} />
          ) : (
            <Table
              label={t('audit.title')}
              rows={rows}
              rowKey={(event) => event.seq}
              columns={[
                {
                  key: 'seq',
                  title: t('audit.seq'),
                  width: '6rem',
                  cell: (event) => digits(event.seq),
                },
                {
                  key: 'when',
                  title: t('audit.when'),
                  width: '11rem',
                  cell: whenCell,
                },
                {
                  key: 'who',
                  title: t('audit.who'),
                  width: '22%',
                  cell: (event) => (event.actorName === '' ? t('audit.system') : event.actorName),
                },
                { key: 'what', title: t('audit.what'), cell: (event) => words.action(event.action) },
                {
                  key: 'subject',
                  title: t('audit.subject'),
                  width: '26%',
                  cell: (event) => words.subject(event),
                },
              ]}
            />
          )}
        </div>
        {log.hasNextPage ? (
          <CardFooter>
            <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('audit.older')}
            </Button>
          </CardFooter>
        ) : null}
      </Card>
    </Screen>
  );
}
