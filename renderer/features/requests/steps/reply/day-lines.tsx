import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import type { SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './reply.module.css';

/** A day with what is to be minded beside it. */
export const dayWith = (iso: string, note: ReactNode): ReactNode => (
  <span className={css['days']}>
    <DualDateText iso={iso} />
    {note}
  </span>
);

/** The days of S.5 as rows: from when a reply may be given, the next working day, and the office's own target. */
export function useDayRows(): (days: {
  readonly mode: string;
  readonly level: string;
  readonly notBefore: string;
  readonly officeDay: string;
  readonly targetOn: string;
}) => SummaryRow[] {
  const { t } = useText();
  return ({ mode, level, notBefore, officeDay, targetOn }) => [
    level === 'urgent'
      ? {
          term: t('reply.raising.from'),
          value: <Badge kind="danger">{t('reply.raising.urgent')}</Badge>,
        }
      : {
          term: t(mode === 'ceiling' ? 'reply.raising.last' : 'reply.raising.from'),
          value: dayWith(
            notBefore,
            officeDay === notBefore ? null : <span className={css['dim']}>{t('reply.raising.closed')}</span>,
          ),
        },
    ...(level === 'urgent' || officeDay === notBefore
      ? []
      : [{ term: t('reply.raising.office'), value: <DualDateText iso={officeDay} /> }]),
    {
      term: t('reply.raising.target'),
      value: dayWith(targetOn, <span className={css['dim']}>{t('reply.raising.targetNote')}</span>),
    },
  ];
}
