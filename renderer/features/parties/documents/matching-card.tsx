import {
  IconCheck,
  IconListCheck,
  IconRefreshAlert,
  IconX,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { MATCH_SOURCES, type DatumStanding, type MatchState } from '#shared/documents/matching.ts';
import type { PartyId } from '#shared/ids.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './documents.module.css';

const LOOKS: Readonly<Record<MatchState, { kind: BadgeKind; icon: TablerIcon; mirror?: boolean }>> = {
  matched: { kind: 'success', icon: IconCheck },
  stale: { kind: 'danger', icon: IconRefreshAlert },
  unmatched: { kind: 'warning', icon: IconListCheck, mirror: true },
};

export function MatchBadge({ state }: { readonly state: MatchState }) {
  const { t } = useText();
  const { kind, icon, mirror = false } = LOOKS[state];
  return (
    <Badge kind={kind} icon={icon} mirror={mirror}>
      {t(`documents.matching.state.${state}`)}
    </Badge>
  );
}

/** Each datum with its mark: matched by whom and when, to be matched again, or never matched. */
export function MatchingCard({
  partyId,
  data,
  mayWrite,
  onOpen,
}: {
  readonly partyId: PartyId;
  readonly data: readonly DatumStanding[];
  readonly mayWrite: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const withdraw = useChannelCommand('matching.withdraw');
  const source = (code: string): string => {
    const known = MATCH_SOURCES.find((one) => one === code);
    return known === undefined ? code : t(`documents.matching.source.${known}`);
  };
  return (
    <Card pane={t('documents.matching.title')}>
      <CardHeader
        title={t('documents.matching.title')}
        aside={`${data.filter(({ state }) => state === 'matched').length} / ${data.length}`}
      />
      {withdraw.error === null ? null : <ErrorBlock text={say(withdraw.error)} />}
      <CardBody scroll flush>
        <ul className={css['data']} aria-label={t('documents.matching.title')}>
          {data.map(({ datum, state, against, matchedAtMs, matchedByName }) => (
            <li key={datum} className={css['datum']}>
              <span>{t(`documents.matching.datum.${datum}`)}</span>
              <span className={css['marks']}>
                <MatchBadge state={state} />
                {mayWrite && state !== 'unmatched' ? (
                  <IconButton
                    label={t('documents.matching.withdraw', {
                      datum: t(`documents.matching.datum.${datum}`),
                    })}
                    icon={<Icon of={IconX} size="sm" />}
                    onClick={() =>
                      withdraw.mutate(
                        { partyId, data: [datum] },
                        { onSuccess: () => showToast(t('documents.matching.withdrawn')) },
                      )
                    }
                  />
                ) : null}
              </span>
              {matchedAtMs === null || matchedByName === null ? null : (
                <span className={css['by']}>
                  {t('documents.matching.against', { source: source(against) })} · {matchedByName}،{' '}
                  <ShortDate iso={riyadhDay(matchedAtMs)} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
      {mayWrite ? (
        <CardFooter>
          <Button
            kind="tinted"
            keys="F7"
            icon={<Icon of={IconListCheck} size="sm" mirror />}
            onClick={onOpen}
          >
            {t('documents.matching.open')}
          </Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}
