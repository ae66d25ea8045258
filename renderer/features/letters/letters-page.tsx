import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useStaff } from '#renderer/api/session.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { LetterTabs } from '#renderer/ui/section-tabs.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { letterRights } from './letter-acts.ts';
import { LetterFilters, NOTHING_NARROWED, readDays } from './letter-filters.tsx';
import { LettersRegister } from './letters-register.tsx';
import css from './letters.module.css';

/** How much of the register is fetched at a time, as one scrolls. */
const PAGE = 200;
type Page = ChannelOutput<'letters.list'>;

/** الخطابات: the register of outgoing letters and the drafts on their way to it. */
export function LettersPage(): ReactElement {
  const { t, text: words, digits } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const rights = letterRights(useStaff());
  const [narrowed, setNarrowed] = useState(NOTHING_NARROWED);
  const settled = useDeferredValue(narrowed);
  const days = readDays(settled);
  const asked = {
    text: settled.text.trim(),
    states: [...settled.states],
    unsigned: settled.unsigned,
    undelivered: settled.undelivered,
    origin: settled.paper ? ('paper' as const) : null,
    from: days.from,
    to: days.to,
  };
  const list = useInfiniteQuery<Page, ApiError, InfiniteData<Page>, readonly unknown[], number>({
    queryKey: ['letters.list', asked],
    queryFn: ({ pageParam }) => call('letters.list', { ...asked, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return (seen < last.total || last.more) && last.rows.length > 0 ? seen : null;
    },
    placeholderData: keepPreviousData,
  });
  const create = (): void => go(paths.newLetter);
  useKey('Ctrl+Enter', t('letters.create'), create, { enabled: rights.write });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const last = list.data?.pages.at(-1);
  const filtered = JSON.stringify({ ...settled, text: asked.text }) !== JSON.stringify(NOTHING_NARROWED);

  return (
    <Screen
      title={t('letters.title')}
      aside={
        <>
          <LetterTabs />
          <span className={css['quiet']} role="status">
            {last === undefined
              ? ''
              : last.more
                ? t('letterList.more', { total: digits(last.total) })
                : words('letters.register', 'count', { count: last.total })}
          </span>
        </>
      }
      actions={
        <>
          {rights.write ? (
            <>
              <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={create}>
                {t('letters.create')}
              </Button>
              <Button onClick={() => go(paths.newBatch)}>{t('batches.create')}</Button>
            </>
          ) : null}
          <ExportButton list="outgoing" filter={asked} />
        </>
      }
    >
      <Card pane={t('letters.register.label')} grow>
        <LetterFilters value={narrowed} onChange={setNarrowed} meant={last?.meant ?? null} />
        {list.error !== null ? (
          <ErrorBlock text={errorText(list.error)} />
        ) : list.data === undefined ? (
          <SkeletonRows rows={10} />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconMail}
            text={t(filtered ? 'letters.register.noHits' : 'letters.register.empty')}
            {...(filtered || !rights.write ? {} : { keys: 'Ctrl+Enter' })}
          />
        ) : (
          <LettersRegister
            rows={rows}
            onNearEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        )}
      </Card>
    </Screen>
  );
}
