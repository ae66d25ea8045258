import { useState } from 'react';
import { IconPlus } from '@tabler/icons-react';
import type { FieldVisit, Research } from '#shared/research/research.ts';
import { call } from '#renderer/api/client.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { RecordVisitDialog, VisitPlanDialog } from './visit-dialogs.tsx';
import css from './research.module.css';

const KIND = { planned: 'info', done: 'success', failed: 'warning', cancelled: 'neutral' } as const;

/** زيارات ميدانية of a study: planned, made, or not. */
export function FieldVisits({
  research,
  serves,
  village,
  onBusy,
}: {
  readonly research: Research;
  /** Whether they may be planned and recorded now. */
  readonly serves: boolean;
  /** Where the applicant lives: the place of a visit to begin with. */
  readonly village: string;
  /** A dialog has the keys, or gives them back. */
  readonly onBusy: (busy: boolean) => void;
}) {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const acts = useActs();
  const [open, setOpen] = useState<{
    readonly what: 'plan' | 'record';
    readonly visit: FieldVisit | null;
  } | null>(null);
  const show = (what: 'plan' | 'record', visit: FieldVisit | null): void => {
    setOpen({ what, visit });
    onBusy(true);
  };
  const close = (): void => {
    setOpen(null);
    onBusy(false);
  };
  const sheet = (visit: FieldVisit): void => go(paths.paper({ kind: 'fieldVisitSheet', visitId: visit.id }));
  const next =
    research.request.ended === null ? research.visits.find(({ state }) => state === 'planned') : undefined;
  useKey('F9', t('research.visit.print'), () => next !== undefined && sheet(next), {
    enabled: open === null && next !== undefined,
  });
  const undo = (visit: FieldVisit): void => {
    const { state, visitedOn, present, findings } = visit;
    if (state === 'planned') return;
    void acts.run(
      () => call('research.reopenVisit', { id: visit.id }),
      t('research.toast.visitReopened'),
      () => call('research.recordVisit', { id: visit.id, record: { state, visitedOn, present, findings } }),
    );
  };
  return (
    <Card pane={t('research.page.visitsPane')}>
      <CardHeader
        title={t('research.page.visitsPane')}
        {...(research.visits.length === 0 ? {} : { count: digits(research.visits.length) })}
        actions={
          serves ? (
            <Button
              kind="quiet"
              size="sm"
              icon={<Icon of={IconPlus} size="sm" />}
              label={t('research.visit.plan')}
              onClick={() => show('plan', null)}
            >
              {t('research.visit.plan')}
            </Button>
          ) : undefined
        }
      />
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      {research.visits.length === 0 ? (
        <p className={css['pad']}>
          <span className={css['dim']}>{t('research.visit.none')}</span>
        </p>
      ) : (
        <ul aria-label={t('research.page.visitsPane')}>
          {research.visits.map((visit) => (
            <li key={visit.id} className={css['visit']}>
              <span className={css['visitHead']}>
                <b>
                  <DualDateText iso={visit.visitedOn ?? visit.plannedOn} />
                </b>
                <Badge kind={KIND[visit.state]}>{t(`research.visit.state.${visit.state}`)}</Badge>
              </span>
              <p>
                {visit.place}
                {visit.plannedTime === '' ? null : (
                  <>، {t('research.visit.at', { time: digits(visit.plannedTime) })}</>
                )}
              </p>
              {visit.directions === '' ? null : <p className={css['dim']}>{visit.directions}</p>}
              {visit.present === '' ? null : (
                <p className={css['dim']}>
                  {t('research.visit.present')}: {visit.present}
                </p>
              )}
              {visit.findings === '' ? null : <p className={css['text']}>{visit.findings}</p>}
              {serves ? (
                <span className={css['acts']}>
                  {visit.state === 'planned' ? (
                    <>
                      <Button kind="tinted" size="sm" onClick={() => show('record', visit)}>
                        {t('research.visit.record')}
                      </Button>
                      <Button
                        kind="quiet"
                        size="sm"
                        {...(visit === next ? { keys: 'F9' as const } : {})}
                        label={t('research.visit.print')}
                        onClick={() => sheet(visit)}
                      >
                        {t('common.print')}
                      </Button>
                      <Button kind="quiet" size="sm" onClick={() => show('plan', visit)}>
                        {t('research.visit.edit')}
                      </Button>
                    </>
                  ) : (
                    <Button kind="quiet" size="sm" disabled={acts.busy} onClick={() => undo(visit)}>
                      {t('research.visit.undo')}
                    </Button>
                  )}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {open?.what === 'plan' ? (
        <VisitPlanDialog research={research} visit={open.visit} village={village} onClose={close} />
      ) : null}
      {open?.what === 'record' && open.visit !== null ? (
        <RecordVisitDialog visit={open.visit} onClose={close} />
      ) : null}
    </Card>
  );
}
