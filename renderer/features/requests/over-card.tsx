import { IconArchive, IconBook2, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { clause } from '#shared/policy/clauses.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import type { StepProps } from './steps/step-props.ts';
import css from './requests.module.css';

const SIGN = { closed: IconCircleCheck, refused: IconCircleX, withdrawn: IconArchive } as const;
const END = { closed: ['closed'], refused: ['committeeRefused'], withdrawn: ['withdrawn'] } as const;
type Over = keyof typeof SIGN;

/** What is over: how it ended, who said so and when, and what can still be done. */
export function OverCard({ request }: StepProps) {
  const { t, text } = useText();
  const phase: Over = request.phase === 'refused' || request.phase === 'withdrawn' ? request.phase : 'closed';
  const ends: readonly string[] = END[phase];
  const end = request.events.find(({ kind }) => ends.includes(kind));
  const { decision } = request;
  const rows: SummaryRow[] = [
    { term: t('requests.page.field.service'), value: request.service },
    ...(end === undefined
      ? []
      : [
          { term: t('requests.over.on'), value: <DualDateText iso={riyadhDay(end.atMs)} /> },
          { term: t('requests.over.by'), value: end.officerName },
        ]),
    ...(phase === 'withdrawn' && end !== undefined && end.text !== ''
      ? [{ term: t('requests.over.reason'), value: end.text }]
      : []),
    ...(phase === 'refused' && decision !== null ? refusalRows(decision) : []),
  ];
  function refusalRows(refusal: NonNullable<SupportRequest['decision']>): SummaryRow[] {
    return [
      { term: t('requests.over.clause'), value: refusal.clause },
      { term: t('requests.over.reason'), value: refusal.reason },
      { term: t('requests.over.wouldChange'), value: refusal.wouldChange },
      {
        term: t('requests.over.told'),
        value: (
          <Badge kind={refusal.notified ? 'success' : 'warning'}>
            {t(refusal.notified ? 'requests.over.notified' : 'requests.over.notNotified')}
          </Badge>
        ),
      },
    ];
  }
  return (
    <Card pane={t('requests.page.stepCard')}>
      <div className={css['stepBody']}>
        <h2 className={css['stepTitle']} data-over={phase}>
          <Icon of={SIGN[phase]} /> {text('requests.over.title', phase)}
        </h2>
        {phase === 'withdrawn' ? null : (
          <p className={css['clause']}>
            <Icon of={IconBook2} size="sm" />
            <q>{clause(phase === 'closed' ? 'S.7' : 'S.5').text}</q>
          </p>
        )}
        <SummaryList rows={rows} label={request.partyName} />
        <Note>{text('requests.over.help', phase)}</Note>
      </div>
    </Card>
  );
}
