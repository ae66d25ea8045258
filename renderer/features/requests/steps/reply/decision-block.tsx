import { IconAlertTriangle, IconCheck, IconClock, IconMail, IconPhoneOff, IconX } from '@tabler/icons-react';
import type { ReplyDecision } from '#shared/reply/reply-contract.ts';
import type { Notice } from '#shared/reply/notice.ts';
import { channel } from '#shared/policy/channels.ts';
import { CLAUSE_IDS, clause, type ClauseId } from '#shared/policy/clauses.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { dayWith } from './day-lines.tsx';
import css from './reply.module.css';

const LOOK = {
  accepted: { kind: 'success', icon: IconCheck },
  refused: { kind: 'danger', icon: IconX },
  moreInformation: { kind: 'warning', icon: IconAlertTriangle },
} as const;

const isClause = (text: string): text is ClauseId => CLAUSE_IDS.some((id) => id === text);

/** A decision as it was taken: on what, why, what would change it, and how it stood against the clock. */
export function DecisionBlock({
  decision,
  label,
}: {
  readonly decision: ReplyDecision;
  readonly label?: string;
}) {
  const { t } = useText();
  const { kind, appealId, decidedOn, standing, letter } = decision;
  const rows: SummaryRow[] = [
    {
      term: t('reply.decision.day'),
      value: dayWith(
        decidedOn,
        // To ask for more is no reply, and an appeal has no waiting time.
        standing === null || appealId !== null || kind === 'moreInformation' ? null : (
          <span className={css['dim']}>{t(`reply.decision.standing.${standing.kind}`)}</span>
        ),
      ),
    },
    ...textRows(decision, t),
    ...(letter === null
      ? []
      : [
          {
            term: t('reply.decision.letter'),
            value: (
              <AppLink to={paths.letter(letter.id)}>
                {letter.referenceNumber === null ? (
                  t('reply.decision.letterDraft')
                ) : (
                  <Ref value={letter.referenceNumber} />
                )}
              </AppLink>
            ),
          },
        ]),
  ];
  return (
    <section className={css['block']}>
      <div className={css['heading']}>
        <h3 className={css['title']}>
          {label ?? t(appealId === null ? 'reply.decision.title' : 'reply.decision.ofLevel')}
        </h3>
        <Badge kind={LOOK[kind].kind} icon={LOOK[kind].icon}>
          {t(`reply.decision.${kind}`)}
        </Badge>
      </div>
      <SummaryList rows={rows} />
    </section>
  );
}

function textRows(
  { kind, clause: rule, reason, wouldChange }: ReplyDecision,
  t: ReturnType<typeof useText>['t'],
): SummaryRow[] {
  const said = (text: string) => <span className={css['said']}>{text}</span>;
  return [
    ...(rule === ''
      ? []
      : [
          { term: t('reply.decision.clause'), value: said(isClause(rule) ? `«${clause(rule).text}»` : rule) },
        ]),
    ...(reason === ''
      ? []
      : [
          {
            term: t(kind === 'moreInformation' ? 'reply.decision.wanted' : 'reply.decision.reason'),
            value: said(reason),
          },
        ]),
    ...(wouldChange === '' ? [] : [{ term: t('reply.decision.wouldChange'), value: said(wouldChange) }]),
  ];
}

/** Each try to tell it, the last one first; one that was taken back stays, struck through. */
export function NoticeTries({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useText();
  if (notices.length === 0) return null;
  return (
    <ul className={css['tries']} aria-label={t('reply.notice.tries')}>
      {notices.map((notice) => (
        <li key={notice.id} data-withdrawn={notice.withdrawn || undefined}>
          <Badge
            kind={notice.withdrawn ? 'neutral' : notice.outcome === 'reached' ? 'success' : 'warning'}
            icon={notice.outcome === 'reached' ? IconCheck : IconPhoneOff}
          >
            {notice.withdrawn
              ? t('reply.notice.withdrawn')
              : notice.outcome === 'reached'
                ? t('reply.notice.toldTo', { name: notice.receiver })
                : t('reply.notice.noAnswer')}
          </Badge>
          <span>{channel(notice.channel).name}</span>
          <span className={css['dim']}>
            {notice.officerName}، <When atMs={notice.atMs} />
          </span>
          {notice.note === '' ? null : <span className={css['said']}>{notice.note}</span>}
          {notice.proof === null ? null : <FileChips files={[notice.proof]} />}
        </li>
      ))}
    </ul>
  );
}

/** Whether the applicant knows of it. */
export function ToldBadge({ decision }: { readonly decision: ReplyDecision }) {
  const { t } = useText();
  const told = isTold(decision);
  return (
    <Badge kind={told ? 'success' : 'warning'} icon={told ? IconMail : IconClock}>
      {t(told ? 'reply.notice.told' : 'reply.notice.pending')}
    </Badge>
  );
}

export const isTold = ({ notices }: Pick<ReplyDecision, 'notices'>): boolean =>
  notices.some(({ outcome, withdrawn }) => outcome === 'reached' && !withdrawn);
