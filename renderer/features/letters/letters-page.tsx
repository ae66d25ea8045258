import { TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { IconMail, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useStaff } from '#renderer/api/session.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { LETTER_STATES, type LetterState } from '#shared/letters/letter.ts';
import { letterRights } from './letter-acts.ts';
import { LettersRegister } from './letters-register.tsx';
import css from './letters.module.css';

/** How much of the register is fetched at a time, as one scrolls. */
const PAGE = 100;
type Page = ChannelOutput<'letters.list'>;

/** الخطابات: the register of outgoing letters and the drafts on their way to it. */
export function LettersPage(): ReactElement {
  const { t, text: words } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const rights = letterRights(useStaff());
  const [text, setText] = useState('');
  const [states, setStates] = useState<readonly LetterState[]>([]);
  const asked = useDeferredValue(text.trim());
  const list = useInfiniteQuery<Page, ApiError, InfiniteData<Page>, readonly unknown[], number>({
    queryKey: ['letters.list', { text: asked, states }],
    queryFn: ({ pageParam }) =>
      call('letters.list', { text: asked, states: [...states], offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return seen < last.total && last.rows.length > 0 ? seen : null;
    },
    placeholderData: keepPreviousData,
  });
  const create = (): void => go(paths.newLetter);
  useKey('Ctrl+Enter', t('letters.create'), create, { enabled: rights.write });
  const toggle = (state: LetterState): void =>
    setStates((old) => (old.includes(state) ? old.filter((one) => one !== state) : [...old, state]));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const filtered = asked !== '' || states.length > 0;

  return (
    <Screen
      title={t('letters.title')}
      aside={
        <span className={css['quiet']} role="status">
          {list.data === undefined ? '' : words('letters.register', 'count', { count: total })}
        </span>
      }
      actions={
        rights.write ? (
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={create}>
            {t('letters.create')}
          </Button>
        ) : null
      }
    >
      <Card pane={t('letters.register.label')} grow>
        <div className={css['filters']}>
          <TextInput
            className={css['search'] ?? ''}
            type="search"
            aria-label={t('letters.register.search')}
            placeholder={t('letters.register.search')}
            leftSection={<Icon of={IconSearch} size="sm" />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role="grid"]')?.focus();
            }}
            autoComplete="off"
          />
          <div role="group" aria-label={t('letters.register.filterLabel')} className={css['chips']}>
            {LETTER_STATES.map((state) => (
              <button
                key={state}
                type="button"
                className={css['chip']}
                aria-pressed={states.includes(state)}
                onClick={() => toggle(state)}
              >
                {t(`domain.letterState.${state}`)}
              </button>
            ))}
          </div>
        </div>
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
