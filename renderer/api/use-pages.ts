import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ChannelName } from '#shared/ipc/app-contract.ts';
import type { ApiError } from './client.ts';

const PAGE = 100;

interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
}

/** What was fetched so far: `first` for what a page tells beside its rows. */
export interface Paged<P extends Page> {
  readonly first: P;
  readonly rows: readonly P['rows'][number][];
  readonly total: number;
}

export interface Pages<P extends Page> {
  readonly data: Paged<P> | undefined;
  readonly error: ApiError | null;
  readonly refetch: () => Promise<unknown>;
  /** What is shown is the list of the filter before, while this one is on its way. */
  readonly ofBefore: boolean;
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** Fetches the next page; nothing where there is none, or one is on its way. */
  readonly more: () => void;
}

/** A list of an offset channel, a page at a time. `filter` tells it apart from other lists of the channel. */
export function usePages<P extends Page>(
  channel: ChannelName,
  filter: object,
  ask: (page: { readonly offset: number; readonly limit: number }) => Promise<P>,
): Pages<P> {
  const list = useInfiniteQuery<P, ApiError, Paged<P> | undefined, readonly unknown[], number>({
    queryKey: [channel, { ...filter, pages: true }],
    queryFn: ({ pageParam }) => ask({ offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return seen < last.total && last.rows.length > 0 ? seen : null;
    },
    select: ({ pages }) => {
      const [first] = pages;
      // The newest page knows best how many there are by now.
      const total = pages.at(-1)?.total ?? 0;
      return first === undefined ? undefined : { first, rows: pages.flatMap((page) => page.rows), total };
    },
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return {
    data,
    error,
    refetch,
    ofBefore: isPlaceholderData,
    hasMore: hasNextPage,
    loading: isFetchingNextPage,
    more,
  };
}
