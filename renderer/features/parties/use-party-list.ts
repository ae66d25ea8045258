import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { partyFilterSchema, type PartyCursor, type PartyFilter } from '#shared/parties/party-list.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { useStaff } from '#renderer/api/session.ts';
import { readPreference, writePreference } from '#renderer/i18n/preferences.ts';

const PAGE = 100;
/** While somebody types each key asks anew: what is seen, and what is scrolled to next. */
const TYPED_PAGE = 60;
type Answer = ChannelOutput<'parties.list'>;

export interface PartyRows {
  readonly count: number;
  readonly more: boolean;
  readonly rows: readonly PartyHit[];
}

/** The whole register a page at a time: the next rows are fetched as the list nears its end. */
export const usePartyList = (filter: PartyFilter) =>
  useInfiniteQuery<Answer, ApiError, PartyRows, readonly unknown[], PartyCursor | null>({
    queryKey: ['parties.list', filter],
    queryFn: ({ pageParam }) =>
      call('parties.list', {
        ...filter,
        after: pageParam,
        limit: filter.text === '' ? PAGE : TYPED_PAGE,
      }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => ({
      count: data.pages[0]?.count ?? 0,
      more: data.pages[0]?.more ?? false,
      rows: data.pages.flatMap((page) => page.rows),
    }),
    placeholderData: keepPreviousData,
  });

/** How somebody narrows and sorts the list is kept for them; what they searched for is not. */
export function usePartyFilter(): readonly [PartyFilter, (change: Partial<PartyFilter>) => void] {
  const place = `parties.${useStaff().id}` as const;
  const [filter, setFilter] = useState((): PartyFilter => {
    try {
      return partyFilterSchema.parse({ ...JSON.parse(readPreference(place) ?? '{}'), text: '' });
    } catch {
      // Written by another version, or by hand.
      return partyFilterSchema.parse({});
    }
  });
  return [
    filter,
    (change) => {
      const next = { ...filter, ...change };
      setFilter(next);
      writePreference(place, JSON.stringify({ ...next, text: '' }));
    },
  ];
}
