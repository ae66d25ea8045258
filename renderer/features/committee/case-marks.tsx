import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFlag,
  IconPlayerPause,
  IconSearch,
  IconX,
  type Icon as TablerIcon,
  IconFileAlert,
  IconMailForward,
} from '@tabler/icons-react';
import type { CaseLine } from '#shared/committee/committee.ts';
import { type ReplyStanding, replyStanding } from '#shared/requests/reply-clock.ts';
import type { DecisionKind } from '#shared/requests/request-machine.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import css from './committee.module.css';
import need from './need.module.css';

/** How a reply given on a day stands (S.5); null of a request that was not raised. */
export function standingOn(
  { replyMode, level, notBefore, targetOn }: Pick<CaseLine, 'replyMode' | 'level' | 'notBefore' | 'targetOn'>,
  day: string,
): ReplyStanding | null {
  if (replyMode === null || notBefore === null) return null;
  return replyStanding(replyMode, level, { notBefore, targetOn: targetOn ?? notBefore }, day);
}

/** «حان الرد», «الرد من 6/26», «متأخر»: how far the waiting time has come by a day. */
export function StandingMark({ line, day }: { readonly line: CaseLine; readonly day: string }) {
  const { t } = useText();
  if (line.stopped)
    return (
      <Badge kind="neutral" icon={IconPlayerPause}>
        {t('committee.clock.stopped')}
      </Badge>
    );
  const standing = standingOn(line, day);
  if (standing === null) return null;
  if (standing.kind === 'exempt')
    return (
      <Badge kind="danger" icon={IconFlag}>
        {t('committee.clock.exempt')}
      </Badge>
    );
  if (standing.kind === 'overdue' || standing.targetPassed)
    return (
      <Badge kind="danger" icon={IconAlertTriangle}>
        {t(standing.kind === 'overdue' ? 'committee.clock.overdue' : 'committee.clock.target')}
      </Badge>
    );
  if (standing.kind === 'open')
    return (
      <Badge kind="success" icon={IconCheck}>
        {t('committee.clock.open')}
      </Badge>
    );
  return (
    <Badge kind="warning" icon={IconClock}>
      {t('committee.clock.from')} <ShortDate iso={line.notBefore ?? day} />
    </Badge>
  );
}

const RECOMMENDED: Readonly<
  Record<NonNullable<CaseLine['recommendation']>, readonly [BadgeKind, TablerIcon]>
> = {
  accept: ['success', IconCheck],
  refuse: ['danger', IconX],
  moreInformation: ['warning', IconFileAlert],
};

export function RecommendationMark({ of }: { readonly of: CaseLine['recommendation'] }) {
  const { t, text } = useText();
  if (of === null) return <span className={css['dim']}>{t('committee.recommendation.none')}</span>;
  const [kind, icon] = RECOMMENDED[of];
  return (
    <Badge kind={kind} icon={icon}>
      {text('committee.recommendation', of)}
    </Badge>
  );
}

const DECIDED: Readonly<Record<DecisionKind, readonly [BadgeKind, TablerIcon]>> = {
  accepted: ['success', IconCheck],
  refused: ['danger', IconX],
  moreInformation: ['warning', IconFileAlert],
};

/** Where a case of an agenda stands: decided, put off, or not seen yet. */
export function OutcomeMark({
  kind,
  deferred,
}: {
  readonly kind: DecisionKind | null;
  readonly deferred: boolean;
}) {
  const { t, text } = useText();
  if (kind !== null) {
    const [colour, icon] = DECIDED[kind];
    return (
      <Badge kind={colour} icon={icon}>
        {text('committee.outcome', kind)}
      </Badge>
    );
  }
  return deferred ? (
    <Badge icon={IconMailForward} mirror>
      {t('committee.deferred')}
    </Badge>
  ) : (
    <Badge icon={IconSearch}>{t('committee.session.undecided')}</Badge>
  );
}

/** A score of 100 as a short bar with its figure; null: need was not recorded. */
export function NeedMark({ score }: { readonly score: number | null }) {
  const { digits } = useText();
  if (score === null) return <span className={css['dim']}>—</span>;
  return (
    <span className={need['need']}>
      <span className={need['needBar']} aria-hidden="true">
        <i style={{ inlineSize: `${score}%` }} />
      </span>
      <b>{digits(score)}</b>
    </span>
  );
}
