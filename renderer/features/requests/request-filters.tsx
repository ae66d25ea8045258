import { OPEN_PHASES, type RequestListFilter, type RequestView } from '#shared/requests/request-list.ts';
import type { ChannelOutput } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Count } from '#renderer/ui/badge.tsx';
import { Chip, Chips, FilterBar } from '#renderer/ui/list-filters.tsx';

/** What is looked after within the open ones, whatever their step. */
const CARE = [
  'mine',
  'urgent',
  'stopped',
  'replyDue',
  'replyAhead',
  'targetPassed',
  'untold',
  'returning',
] as const satisfies readonly RequestView[];
const OVER = ['closed', 'refused', 'withdrawn'] as const satisfies readonly RequestView[];

/** By where they stand, by what must be minded, and those that are over: one of all is pressed. */
export function RequestFilters({
  filter,
  counts,
  onChange,
}: {
  readonly filter: RequestListFilter;
  readonly counts: ChannelOutput<'requests.counts'> | undefined;
  readonly onChange: (filter: RequestListFilter) => void;
}) {
  const { t, text, digits } = useText();
  const count = (n: number | undefined) => (n === undefined || n === 0 ? null : <Count value={digits(n)} />);
  const chip = (view: RequestView, n: number | undefined) => (
    <Chip
      key={view}
      pressed={filter.view === view}
      onClick={() => onChange({ view: filter.view === view ? 'open' : view, phase: null })}
    >
      {text('requests.list.views', view)}
      {count(n)}
    </Chip>
  );
  return (
    <FilterBar>
      <Chips label={t('requests.list.filter')}>
        <Chip
          pressed={filter.view === 'open' && filter.phase === null}
          onClick={() => onChange({ view: 'open', phase: null })}
        >
          {t('requests.list.views.open')}
          {count(counts?.views.open)}
        </Chip>
        {OPEN_PHASES.map((phase) => (
          <Chip
            key={phase}
            pressed={filter.view === 'open' && filter.phase === phase}
            onClick={() => onChange({ view: 'open', phase })}
          >
            {text('requests.list.phases', phase)}
            {count(counts?.phases[phase])}
          </Chip>
        ))}
      </Chips>
      <Chips label={t('requests.list.care')}>{CARE.map((view) => chip(view, counts?.views[view]))}</Chips>
      <Chips label={t('requests.list.over')}>{OVER.map((view) => chip(view, undefined))}</Chips>
    </FilterBar>
  );
}
