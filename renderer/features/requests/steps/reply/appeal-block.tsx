import { IconArrowBackUp, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { Appeal } from '#shared/reply/appeal.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DualDateText, When } from '#renderer/ui/dates.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './reply.module.css';

const LOOK = {
  upheld: { kind: 'danger', icon: IconX },
  changed: { kind: 'success', icon: IconCheck },
  withdrawn: { kind: 'neutral', icon: IconArrowBackUp },
} as const;

/** An appeal with its answer, or what it waits for. */
export function AppealBlock({
  appeal,
  onVoid,
}: {
  readonly appeal: Appeal;
  /** Its answer was recorded by mistake; absent where it cannot be voided. */
  readonly onVoid?: (() => void) | undefined;
}) {
  const { t } = useText();
  const { receivedOn, text, level, paper, answer, voided } = appeal;
  const said = (words: string) => <span className={css['said']}>{words}</span>;
  const files = [paper, answer?.paper ?? null].filter((file) => file !== null);
  const rows: SummaryRow[] = [
    { term: t('reply.appeal.receivedOn'), value: <DualDateText iso={receivedOn} /> },
    { term: t('reply.appeal.level'), value: level },
    { term: t('reply.appeal.text'), value: said(text) },
    ...(answer === null
      ? []
      : [
          {
            term: t(answer.outcome === 'withdrawn' ? 'reply.appeal.withdrawText' : 'reply.appeal.answerText'),
            value: said(answer.text),
          },
          ...(answer.byName === '' ? [] : [{ term: t('reply.appeal.byName'), value: answer.byName }]),
          ...(answer.answeredOn === null
            ? []
            : [{ term: t('reply.appeal.answeredOn'), value: <DualDateText iso={answer.answeredOn} /> }]),
        ]),
    ...(voided === null
      ? []
      : [
          {
            term: t('reply.appeal.voidReason'),
            value: (
              <>
                {said(voided.reason)}{' '}
                <span className={css['dim']}>
                  {voided.byName}، <When atMs={voided.atMs} />
                </span>
              </>
            ),
          },
        ]),
  ];
  return (
    <section className={css['block']}>
      <div className={css['heading']}>
        <h3 className={css['title']}>{t('reply.appeal.title')}</h3>
        {answer === null ? (
          <Badge kind="warning" icon={IconClock}>
            {t('reply.appeal.waiting', { level })}
          </Badge>
        ) : voided !== null ? (
          <Badge kind="neutral" icon={IconArrowBackUp}>
            {t('reply.appeal.voidedAnswer')}: {t(`reply.appeal.outcomes.${answer.outcome}`)}
          </Badge>
        ) : (
          <Badge kind={LOOK[answer.outcome].kind} icon={LOOK[answer.outcome].icon}>
            {t(`reply.appeal.outcomes.${answer.outcome}`)}
          </Badge>
        )}
      </div>
      <SummaryList rows={rows} />
      <FileChips files={files} />
      {onVoid === undefined ? null : (
        <div>
          <Button kind="quiet" size="sm" onClick={onVoid}>
            {t('reply.appeal.void')}
          </Button>
        </div>
      )}
    </section>
  );
}
