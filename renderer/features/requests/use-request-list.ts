import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RequestCursor, RequestListFilter } from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';

interface RequestList {
  readonly total: number;
  readonly rows: readonly RequestSummary[];
}

const PAGE = 100;

/** Requests a page at a time; `more` fetches the next as the list nears its end. */
export function useRequestList(
  filter: RequestListFilter,
): UseInfiniteQueryResult<RequestList, ApiError> & { readonly more: () => void } {
  const list = useInfiniteQuery<
    ChannelOutput<'requests.list'>,
    ApiError,
    RequestList,
    readonly unknown[],
    RequestCursor | null
  >({
    queryKey: ['requests.list', filter],
    queryFn: ({ pageParam }) => call('requests.list', { ...filter, after: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => ({ total: data.pages[0]?.total ?? 0, rows: data.pages.flatMap((page) => page.rows) }),
    placeholderData: keepPreviousData,
  });
  const more = (): void => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  return { ...list, more };
}
