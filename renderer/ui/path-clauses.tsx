import { IconAlertTriangle, IconFileCheck, IconPointFilled } from '@tabler/icons-react';
import { dualDate, formatHijri } from '#shared/calendar/dual-date.ts';
import { clause } from '#shared/policy/clauses.ts';
import { STEPS } from '#shared/policy/steps.ts';
import { actLine, evidenceLine, gapLine, type PathSpeech } from '#shared/requests/path-lines.ts';
import type { PathClause } from '#shared/requests/request-path.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from './badge.tsx';
import { When } from './dates.tsx';
import { Icon } from './icon.tsx';
import css from './path-clauses.module.css';

const KIND_OF_STATE: Readonly<Record<PathClause['state'], BadgeKind>> = {
  done: 'success',
  skipped: 'neutral',
  waiting: 'info',
  ahead: 'neutral',
  stopped: 'warning',
  none: 'neutral',
};

/** Records leave the app's language behind: a day, a number and a name stand isolated in their line. */
function usePathSpeech(): PathSpeech {
  const { digits, text } = useText();
  return {
    say: (section, code, holes) => text(section, code, { ...holes }),
    day: (iso) => digits(formatHijri(dualDate(iso).hijri)),
    number: (ascii) => `\u2066${digits(ascii)}\u2069`,
  };
}

/** A path clause by clause: the policy's text, what was done, on what evidence, and what has no trace. */
export function PathClauses({
  path,
  label,
}: {
  readonly path: readonly PathClause[];
  readonly label: string;
}) {
  return (
    <ol className={css['path']} aria-label={label}>
      {path.map((one) => (
        <ClauseBlock key={one.clause} one={one} />
      ))}
    </ol>
  );
}

function ClauseBlock({ one }: { readonly one: PathClause }) {
  const { t, text } = useText();
  const speech = usePathSpeech();
  const name = STEPS.find(({ number }) => number === one.step)?.name;
  const empty = one.acts.length + one.evidence.length + one.gaps.length === 0;
  return (
    <li className={css['clause']} data-empty={empty || undefined}>
      <header>
        <bdi dir="ltr" className={css['id']}>
          {one.clause}
        </bdi>
        {name === undefined ? null : <h3>{name}</h3>}
        {one.state === 'none' ? null : (
          <Badge kind={KIND_OF_STATE[one.state]}>{text('requestPath.state', one.state)}</Badge>
        )}
      </header>
      <p className={css['quote']}>{clause(one.clause).text}</p>
      {one.gaps.length === 0 ? null : (
        <ul className={css['gaps']} aria-label={t('requestPath.gapsTitle')}>
          {one.gaps.map((gap, index) => (
            <li key={`${gap.code}-${index}`}>
              <Icon of={IconAlertTriangle} size="sm" />
              {gapLine(speech, gap)}
            </li>
          ))}
        </ul>
      )}
      {one.acts.length === 0 ? null : (
        <ul className={css['rows']} aria-label={t('requestPath.acts')}>
          {one.acts.map((act, index) => (
            <li key={`${act.atMs}-${index}`}>
              <Icon of={IconPointFilled} size="sm" />
              <span>{actLine(speech, act)}</span>
              <span className={css['by']}>{act.by}</span>
              <span className={css['when']}>
                <When atMs={act.atMs} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {one.evidence.length === 0 ? null : (
        <ul className={css['rows']} data-kind="evidence" aria-label={t('requestPath.evidenceTitle')}>
          {one.evidence.map((piece, index) => (
            <li key={`${piece.kind}-${piece.ref}-${index}`} data-void={!piece.holds || undefined}>
              <Icon of={IconFileCheck} size="sm" />
              <span>
                {evidenceLine(speech, piece)}
                {piece.holds ? null : <em>{t('requestPath.cancelled')}</em>}
              </span>
              <span className={css['by']}>{piece.by}</span>
              <span className={css['when']}>{piece.atMs === null ? null : <When atMs={piece.atMs} />}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** How many gaps a path has, with their word; green where there is none. */
export function GapBadge({ gaps }: { readonly gaps: number }) {
  const { t } = useText();
  return (
    <Badge kind={gaps === 0 ? 'success' : 'warning'} icon={gaps === 0 ? IconFileCheck : IconAlertTriangle}>
      {gaps === 0 ? t('requestPath.noGaps') : t('requestPath.gaps', { count: gaps })}
    </Badge>
  );
}
