import { QueryClient, type Query } from '@tanstack/react-query';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ChannelName } from '#shared/ipc/app-contract.ts';
import type { Topic } from '#shared/ipc/contract.ts';
import { type ChannelInput, onEvent } from './client.ts';

/** By the part of a channel's name before the dot: what its answer is made of. A change to one of these refetches it. */
const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  session: ['session', 'staff'],
  staff: ['staff'],
  organisation: ['profile'],
  desk: ['parties', 'visits', 'contacts', 'requests', 'letters', 'incoming', 'drafts', 'backup'],
  parties: ['parties', 'visits', 'contacts', 'requests', 'letters', 'incoming'],
  households: ['households', 'parties'],
  representatives: ['households', 'parties'],
  circumstances: ['circumstances', 'households', 'categories', 'parties'],
  categories: ['categories'],
  documents: ['documents', 'parties'],
  matching: ['documents', 'parties'],
  outreach: ['outreach', 'documents', 'contacts', 'visits', 'parties'],
  duplicates: ['duplicates', 'parties'],
  imports: ['imports', 'categories'],
  agreements: ['agreements', 'parties'],
  visits: ['visits', 'parties', 'requests'],
  contacts: ['contacts', 'parties'],
  requests: ['requests', 'parties', 'letters'],
  form: ['requests', 'parties', 'households', 'circumstances', 'documents', 'categories', 'services'],
  attestations: ['requests', 'parties', 'households', 'circumstances', 'documents', 'services'],
  sealed: ['requests', 'deliveries', 'committee'],
  services: ['services', 'requests'],
  committee: ['committee', 'requests', 'parties', 'households', 'circumstances', 'categories'],
  need: ['committee', 'requests', 'households', 'circumstances'],
  referrals: ['referrals', 'requests', 'visits', 'parties', 'staff'],
  research: ['research', 'requests', 'parties'],
  deliveries: ['deliveries', 'requests', 'parties', 'circumstances', 'households'],
  letters: ['letters', 'parties', 'incoming'],
  incoming: ['incoming', 'letters'],
  officeImages: ['officeImages'],
  registers: ['registers', 'letters', 'incoming'],
  templates: ['templates'],
  phrases: ['templates'],
  batches: ['batches', 'letters', 'parties'],
  drafts: ['drafts'],
  printing: ['printing'],
  backup: ['backup'],
};

/**
 * Answers of many bytes that are asked for of what can no longer change: the sealed page of a letter. The screens ask for
 * no draft's page by it. A sealed paper of a request is none: each signature may change the page behind it.
 */
const FIXED: ReadonlySet<string> = new Set(['letters.pdf']);

const touches = (query: Query, changed: readonly Topic[]): boolean => {
  const channel = query.queryKey[0];
  if (typeof channel !== 'string' || FIXED.has(channel)) return false;
  const feature = channel.slice(0, channel.indexOf('.'));
  // The log grows with every act, whatever it touched.
  if (feature === 'audit') return channel === 'audit.list';
  return (TOPICS[feature] ?? []).some((topic) => changed.includes(topic));
};

/**
 * Server state of the desk. There is no network, so a query never waits for one, and the window's focus tells nothing
 * new: `data.changed` from the main process does.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Refetches what the main process says has changed. The library asks anew for what is shown, but of a first answer that is
 * still on its way it waits for that one, which may have been made before the change: it is asked for once more when it came.
 */
const refetch = (predicate: (query: Query) => boolean): void => {
  for (const query of queryClient.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' }))
    if (query.state.data === undefined)
      void query.promise
        ?.catch(() => undefined)
        .then(() => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }));
  void queryClient.invalidateQueries({ predicate });
};

/** Follows what the main process says has changed. Gives back the function that stops. */
export const followDataChanges = (): (() => void) =>
  onEvent('data.changed', ({ topics }) => refetch((query) => touches(query, topics)));

/**
 * Until the screen shows what a command has just changed. For acts whose next key is judged by what is shown: the answer of
 * a command and the refetch that `data.changed` asks for come one after the other. Joins a refetch that is under way; one
 * that fails throws nothing here, the screen says it.
 */
export const shownAnew = <N extends ChannelName>(channel: N, input: ChannelInput<N>): Promise<void> =>
  queryClient.refetchQueries({ queryKey: [channel, input ?? null], exact: true }, { cancelRefetch: false });

/** How often a desk that stays open looks whether it is tomorrow, in ms. */
const DAY_CHECK_MS = 30_000;

/**
 * At midnight what is due, what has expired and how long a clock has stood are other answers, though nothing was written: all
 * but what is fixed is asked for anew. Looked at on the window's focus too, since a computer that slept counts no seconds.
 */
export function followDays(): () => void {
  let day = riyadhDay(Date.now());
  const look = (): void => {
    const today = riyadhDay(Date.now());
    if (today === day) return;
    day = today;
    refetch(({ queryKey }) => !FIXED.has(String(queryKey[0])));
  };
  const timer = window.setInterval(look, DAY_CHECK_MS);
  window.addEventListener('focus', look);
  return () => {
    window.clearInterval(timer);
    window.removeEventListener('focus', look);
  };
}
