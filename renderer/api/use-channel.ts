import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ChannelName } from '#shared/ipc/app-contract.ts';
import { call, type ApiError, type ChannelInput, type ChannelOutput, type InputArgs } from './client.ts';

export interface ChannelQueryOptions {
  /** False keeps the query from running (a search box that is still empty). */
  readonly enabled?: boolean;
  /** Shows the last answer while the next one comes: lists and searches do not flash. */
  readonly keepPrevious?: boolean;
  /** Milliseconds between refetches, for a clock on the wall of the screen. */
  readonly refetchEvery?: number;
  /** Asks again each time it is shown: what it tells (printers) changes without a command of ours. */
  readonly fresh?: boolean;
}

/** A query channel as server state. Its key is `[channel, input]`; `data.changed` refetches it by topic. */
export const useChannelQuery = <N extends ChannelName>(
  channel: N,
  input: ChannelInput<N>,
  options: ChannelQueryOptions = {},
): UseQueryResult<ChannelOutput<N>, ApiError> =>
  useQuery<ChannelOutput<N>, ApiError>({
    queryKey: [channel, input ?? null],
    queryFn: () => call(channel, ...([input] as unknown as InputArgs<N>)),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.fresh === true ? { staleTime: 0, gcTime: 0 } : {}),
    ...(options.refetchEvery === undefined ? {} : { refetchInterval: options.refetchEvery }),
  });

/** A command channel: `mutate(input)` or `await mutateAsync(input)`; its error is an ApiError. */
export const useChannelCommand = <N extends ChannelName>(
  channel: N,
): UseMutationResult<ChannelOutput<N>, ApiError, ChannelInput<N>> =>
  useMutation<ChannelOutput<N>, ApiError, ChannelInput<N>>({
    mutationKey: [channel],
    mutationFn: (input) => call(channel, ...([input] as unknown as InputArgs<N>)),
  });
