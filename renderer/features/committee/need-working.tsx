import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { NeedPart } from '#shared/need/assess-need.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { ReactNode } from 'react';
import css from './committee.module.css';
import need from './need.module.css';

/** The name of a criterion, and what it found, in words. */
export function useNeedWords() {
  const { t, text } = useText();
  const name = (part: Pick<NeedPart, 'key' | 'name'>): string =>
    part.name === '' ? text('committee.assess.criterion', part.key) : part.name;
  const found = ({ key, found: finding }: Pick<NeedPart, 'key' | 'found'>, gender: string): string => {
    if (finding === null) return t('committee.summary.unknown');
    if (finding.kind === 'amount')
      return t('committee.assess.amount', { amount: `\u2066${formatAmount(finding.halalas)}\u2069` });
    if (finding.kind === 'count') return t('committee.assess.people', { count: finding.count });
    if (finding.kind === 'judged') return text('committee.assess.level', String(finding.level));
    if (key === 'health') return text('committee.assess.health', finding.code);
    if (key === 'socialStatus') return text('circumstances', `socialStatus.${finding.code}.${gender}`);
    return text(key === 'tenure' ? 'circumstances.tenure' : 'circumstances.housingState', finding.code);
  };
  return { name, found };
}

/** درجة الحاجة with its working: each criterion, what was found, and how many of the points it gives (O.1). */
export function NeedWorking({
  of: found,
  action,
  label,
}: {
  readonly of: Pick<CommitteeCase, 'needNow' | 'needRecorded' | 'sex'>;
  /** At the end of its head. */
  readonly action?: ReactNode;
  /** Where it stands twice on one screen: which of the two this is. */
  readonly label?: string;
}) {
  const { t, digits } = useText();
  const words = useNeedWords();
  const { score, parts, knownWeight, allWeight } = found.needNow;
  const recorded = found.needRecorded?.score ?? null;
  return (
    <section className={css['section']} aria-label={label ?? t('committee.assess.title')}>
      <header className={css['sectionHead']}>
        <h3>{t('committee.assess.title')}</h3>
        <b className={need['score']}>{score === null ? '—' : digits(score)}</b>
        <span className={css['dim']}>
          {score === null
            ? t('committee.summary.noScore')
            : knownWeight === allWeight
              ? t('committee.assess.now')
              : digits(t('committee.summary.known', { known: knownWeight, all: allWeight }))}
        </span>
        {action}
      </header>
      {recorded === null || recorded === score ? null : (
        <p className={css['dim']}>{digits(t('committee.assess.changed', { score: recorded }))}</p>
      )}
      <ul className={need['parts']}>
        {parts.map((part) => (
          <li key={part.key} data-unknown={part.share === null || undefined}>
            <span>{words.name(part)}</span>
            <span className={need['found']}>{digits(words.found(part, found.sex ?? 'unknown'))}</span>
            <span className={need['partBar']} aria-hidden="true">
              <i style={{ inlineSize: `${part.share ?? 0}%` }} />
            </span>
            <span
              className={need['points']}
              title={
                part.share === null
                  ? undefined
                  : digits(t('committee.assess.why', { share: part.share, weight: part.weight }))
              }
            >
              {part.share === null ? '—' : digits(part.points)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
