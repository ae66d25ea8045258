import {
  type Icon as TablerIcon,
  IconBan,
  IconCheck,
  IconClock,
  IconMessage2Check,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Referral } from '#shared/referrals/referral.ts';
import type { ReferralState } from '#shared/referrals/referral-life.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { FileChip } from '../file-chip.tsx';
import css from './referral-view.module.css';

const LOOK = {
  open: { kind: 'warning', icon: IconClock },
  answered: { kind: 'info', icon: IconMessage2Check },
  returned: { kind: 'success', icon: IconCheck },
  cancelled: { kind: 'neutral', icon: IconBan },
} as const satisfies Readonly<Record<ReferralState, { kind: BadgeKind; icon: TablerIcon }>>;

export function ReferralBadge({ state }: { readonly state: ReferralState }) {
  const { t } = useText();
  return (
    <Badge kind={LOOK[state].kind} icon={LOOK[state].icon}>
      {t(`referrals.state.${state}`)}
    </Badge>
  );
}

/** «أحالها سعد، اليوم 09:12»: words of the locale around a moment that is drawn. */
function At({ text, atMs }: { readonly text: (when: string) => string; readonly atMs: number }) {
  const [before = '', after = ''] = text('\u0000').split('\u0000');
  return (
    <>
      {before}
      <When atMs={atMs} />
      {after}
    </>
  );
}

/** A question and all that became of it, to be read (to the applicant too). */
export function ReferralView({
  referral,
  badge = false,
  children,
}: {
  readonly referral: Referral;
  /** Its state beside the question. */
  readonly badge?: boolean;
  /** Between question and what came after: where an answer is written. */
  readonly children?: ReactNode;
}) {
  const { t } = useText();
  const { answeredAtMs, returnedAtMs, answeredBy, returnedBy, cancelled, enteredBy } = referral;
  return (
    <div className={css['referral']}>
      <section className={css['part']} aria-label={t('referrals.page.question')}>
        <header className={css['head']}>
          <h3>{t('referrals.page.question')}</h3>
          {badge ? <ReferralBadge state={referral.state} /> : null}
        </header>
        <p className={css['question']}>{referral.question}</p>
        <p className={css['meta']}>
          <span>
            <At
              text={(when) => t('referrals.page.askedBy', { name: referral.askedBy.name, when })}
              atMs={referral.askedAtMs}
            />
          </span>
          <span>
            {referral.assignedTo === null
              ? t('referrals.list.anybody')
              : t('referrals.page.for', { name: referral.assignedTo.name })}
          </span>
        </p>
      </section>
      {children}
      {answeredAtMs === null ? null : (
        <section className={css['part']} aria-label={t('referrals.page.answer')}>
          <h3>{t('referrals.page.answer')}</h3>
          <p className={css['answer']}>{referral.answer}</p>
          {referral.explanation === '' ? null : (
            <>
              <h3>{t('referrals.page.explanation')}</h3>
              <p className={css['answer']}>{referral.explanation}</p>
            </>
          )}
          <p className={css['meta']}>
            <span>
              <At
                text={(when) => t('referrals.page.answeredBy', { name: answeredBy?.name ?? '', when })}
                atMs={answeredAtMs}
              />
            </span>
            {enteredBy === null ? null : (
              <span>{t('referrals.page.enteredBy', { name: enteredBy.name })}</span>
            )}
          </p>
          {referral.paper === null ? null : <FileChip file={referral.paper} />}
        </section>
      )}
      {returnedAtMs === null && cancelled === null ? null : (
        <p className={css['meta']}>
          {returnedAtMs === null ? null : (
            <span>
              <At
                text={(when) => t('referrals.page.returnedBy', { name: returnedBy?.name ?? '', when })}
                atMs={returnedAtMs}
              />
            </span>
          )}
          {cancelled === null ? null : (
            <span>
              <At
                text={(when) =>
                  t('referrals.page.cancelledBy', { name: cancelled.byName, reason: cancelled.reason, when })
                }
                atMs={cancelled.atMs}
              />
            </span>
          )}
        </p>
      )}
    </div>
  );
}
