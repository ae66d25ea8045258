import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import {
  PAGE_ROWS,
  TIMELINE_FILTERS,
  type TimelineCursor,
  type TimelineFilter,
  type TimelineItem,
} from '#shared/parties/profile.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import css from './party-timeline.module.css';
import { useTimelineWords } from './timeline-words.tsx';

type Answer = ChannelOutput<'parties.timeline'>;

const cursorOf = ({ atMs, source, id }: TimelineItem): TimelineCursor => ({ atMs, source, id });

function useTimeline(id: PartyId, filter: TimelineFilter) {
  return useInfiniteQuery<Answer, ApiError, TimelineItem[], readonly unknown[], TimelineCursor | null>({
    queryKey: ['parties.timeline', { id, filter }],
    queryFn: ({ pageParam }) => call('parties.timeline', { id, filter, after: pageParam, limit: PAGE_ROWS }),
    initialPageParam: null,
    getNextPageParam: (last) => {
      const oldest = last.items.at(-1);
      return last.more && oldest !== undefined ? cursorOf(oldest) : undefined;
    },
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

/** All that happened with somebody, of every kind, newest first; a page at a time. */
export function PartyTimeline({ id, sex }: { readonly id: PartyId; readonly sex: Party['sex'] }) {
  const { t } = useText();
  const say = useErrorText();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const timeline = useTimeline(id, filter);
  const itemOf = useTimelineWords(sex);
  const items = timeline.data;
  return (
    <Card pane={t('partyProfile.timeline.title')}>
      <CardHeader title={t('partyProfile.timeline.title')} />
      <div className={css['filter']}>
        <Segmented
          label={t('partyProfile.timeline.filter')}
          hideLabel
          compact
          value={filter}
          onChange={setFilter}
          choices={TIMELINE_FILTERS.map((value) => ({
            value,
            label: t(`partyProfile.timeline.filterValue.${value}`),
          }))}
        />
      </div>
      <CardBody scroll>
        {timeline.error === null ? null : <ErrorBlock text={say(timeline.error)} />}
        {items === undefined ? (
          timeline.error === null ? (
            <SkeletonRows rows={8} height="2.75rem" />
          ) : null
        ) : items.length === 0 ? (
          <EmptyState
            icon={IconHistory}
            text={t(filter === 'all' ? 'partyProfile.timeline.empty' : 'partyProfile.timeline.emptyFilter')}
          />
        ) : (
          <>
            <Timeline items={items.map(itemOf)} label={t('partyProfile.timeline.title')} />
            {timeline.hasNextPage ? (
              <Button
                size="sm"
                fullWidth
                loading={timeline.isFetchingNextPage}
                onClick={() => void timeline.fetchNextPage()}
              >
                {t('partyProfile.timeline.more')}
              </Button>
            ) : null}
          </>
        )}
      </CardBody>
    </Card>
  );
}
