import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RequestSummary, StepNumber } from '#shared/requests/request.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';

interface RequestList {
  readonly total: number;
  readonly rows: readonly RequestSummary[];
}

const PAGE = 200;

/** Requests a page at a time; `more` fetches the next as the list nears its end. */
export function useRequestList(
  step: StepNumber | null,
  openOnly: boolean,
): UseInfiniteQueryResult<RequestList, ApiError> & { readonly more: () => void } {
  const list = useInfiniteQuery<
    ChannelOutput<'requests.list'>,
    ApiError,
    RequestList,
    readonly unknown[],
    number
  >({
    queryKey: ['requests.list', { step, openOnly }],
    queryFn: ({ pageParam }) => call('requests.list', { step, openOnly, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const have = all.reduce((sum, page) => sum + page.rows.length, 0);
      return have < last.total && last.rows.length > 0 ? have : undefined;
    },
    select: (data) => ({ total: data.pages[0]?.total ?? 0, rows: data.pages.flatMap((page) => page.rows) }),
    placeholderData: keepPreviousData,
  });
  const more = (): void => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  return { ...list, more };
}
