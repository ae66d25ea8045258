import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import { useChannelQuery } from './use-channel.ts';

export interface PersonSearch {
  readonly hits: readonly PartyHit[];
  /** What the same keys give on the Arabic layout (hgsghl → السلام), when that is something else. */
  readonly meant: string | null;
  /** The hits belong to the text as it stands, not to the letters before. */
  readonly settled: boolean;
}

/** Looks for people by any fragment; what was typed on the wrong layout is looked for beside it, never instead. */
export function usePersonSearch(text: string, limit = 8): PersonSearch {
  const typed = text.trim();
  const fixed = fixLayout(typed);
  const meant = fixed === typed ? null : fixed;
  const asTyped = useChannelQuery(
    'parties.search',
    { text: typed, limit },
    { enabled: typed !== '', keepPrevious: true },
  );
  const asMeant = useChannelQuery(
    'parties.search',
    { text: meant ?? '', limit },
    { enabled: meant !== null, keepPrevious: true },
  );
  if (typed === '') return { hits: [], meant: null, settled: true };
  const first = asTyped.data ?? [];
  const second = meant === null ? [] : (asMeant.data ?? []);
  return {
    hits: [...first, ...second.filter((hit) => !first.some((one) => one.id === hit.id))],
    meant: second.length > 0 ? meant : null,
    settled: !asTyped.isFetching && (meant === null || !asMeant.isFetching),
  };
}
