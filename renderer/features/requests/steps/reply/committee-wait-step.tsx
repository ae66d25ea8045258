import { IconBook2, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { daysBetween } from '#shared/calendar/iso-day.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { RequestReply } from '#shared/reply/reply-contract.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { CourseDialog } from '../../course-dialog.tsx';
import page from '../../requests.module.css';
import { useWhereabouts } from '../../use-whereabouts.ts';
import type { StepProps } from '../step-props.ts';
import { ClockBadge } from './clock-badge.tsx';
import { dayWith, useDayRows } from './day-lines.tsx';
import { DecisionBlock, isTold, NoticeTries, ToldBadge } from './decision-block.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import css from './reply.module.css';
import { useSlip } from './slip-actions.tsx';

/** S.5, raised: what is said to whoever asks, from when a reply may be given, the stops, the slip, and what was decided. */
export function CommitteeWaitStep(props: StepProps) {
  const { t } = useText();
  const reply = useChannelQuery('requests.reply', { id: props.request.id });
  return (
    <Card pane={t('requests.page.stepCard')}>
      {reply.data === undefined ? (
        <div className={page['stepBody']}>
          <h2 className={page['stepTitle']}>{t('reply.wait.heading')}</h2>
          <QueryView query={reply} rows={6}>
            {() => null}
          </QueryView>
        </div>
      ) : (
        <Waiting {...props} reply={reply.data} />
      )}
    </Card>
  );
}

type Act = 'notify' | 'stop' | 'resume';

function Waiting({ request, mayWrite, busy, reply }: StepProps & { readonly reply: RequestReply }) {
  const { t } = useText();
  const sentence = useWhereabouts(request);
  const dayRows = useDayRows();
  const stopRows = useStopRows();
  const [dialog, setDialog] = useState<Act | null>(null);
  const slip = useSlip(reply, { mayWrite, busy: busy || dialog !== null, number: request.number ?? '' });
  const { clock } = reply;
  const asked = reply.decisions.find(({ kind }) => kind === 'moreInformation');
  const untold = asked !== undefined && !isTold(asked);
  const stopped = request.stop !== null;
  const primary: Act | null = untold ? 'notify' : stopped ? 'resume' : null;
  const verb: Readonly<Record<Act, string>> = {
    notify: t('reply.notice.verb'),
    stop: t('reply.wait.stop'),
    resume: t('reply.wait.resume'),
  };
  useKey('Ctrl+Enter', primary === null ? '' : verb[primary], () => setDialog(primary), {
    enabled: primary !== null && mayWrite && !busy && dialog === null && !slip.asking,
  });
  const raiser = request.events.find(
    ({ kind, step }) => kind === 'raised' || (kind === 'stepDone' && step === 5),
  );
  const rows: SummaryRow[] =
    clock === null
      ? []
      : [
          {
            term: t('reply.wait.raised'),
            value: dayWith(
              clock.raisedOn,
              raiser === undefined ? null : (
                <span className={css['dim']}>{t('reply.wait.by', { name: raiser.officerName })}</span>
              ),
            ),
          },
          ...dayRows(clock),
          ...stopRows(reply.stops),
        ];
  return (
    <>
      <div className={page['stepBody']}>
        <div className={css['heading']}>
          <h2 className={page['stepTitle']}>{t('reply.wait.heading')}</h2>
          {clock === null ? null : <ClockBadge clock={clock} />}
        </div>
        <p className={page['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.5').text}</q>
        </p>
        {slip.notice}
        <section className={css['read']}>
          <h3>{t('reply.wait.tell')}</h3>
          <p>{sentence}</p>
        </section>
        {asked === undefined ? null : (
          <div className={css['block']}>
            <DecisionBlock decision={asked} />
            {untold ? (
              <div className={css['heading']}>
                <ToldBadge decision={asked} />
              </div>
            ) : null}
            <NoticeTries notices={asked.notices} />
          </div>
        )}
        <SummaryList rows={rows} label={request.partyName} />
        {reply.slips.length === 0 ? <Note kind="neutral">{t('reply.slip.none')}</Note> : null}
      </div>
      <CardFooter end={slip.buttons.replace ?? undefined}>
        {primary !== null && mayWrite ? (
          <Button kind="filled" keys="Ctrl+Enter" onClick={() => setDialog(primary)}>
            {verb[primary]}
          </Button>
        ) : null}
        {slip.buttons.print}
        {!mayWrite || primary === 'resume' ? null : (
          <Button
            icon={<Icon of={stopped ? IconPlayerPlay : IconPlayerPause} />}
            onClick={() => setDialog(stopped ? 'resume' : 'stop')}
          >
            {verb[stopped ? 'resume' : 'stop']}
          </Button>
        )}
      </CardFooter>
      {slip.dialog}
      {dialog === 'notify' ? (
        <NoticeDialog request={request} reply={reply} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'stop' || dialog === 'resume' ? (
        <CourseDialog key={dialog} request={request} act={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

/** When the clock stood and why; a badge of its own while it stands. */
function useStopRows(): (stops: RequestReply['stops']) => SummaryRow[] {
  const { t } = useText();
  const today = useToday();
  return (stops) =>
    stops.map(({ kind, fromDay, untilDay, reason, officerName }, index) => {
      const days = daysBetween(fromDay, untilDay ?? today);
      return {
        term: index === 0 ? t('reply.wait.stops') : `${t('reply.wait.stops')} (${index + 1})`,
        value: (
          <span className={css['days']}>
            {untilDay === null ? (
              <Badge kind="warning" icon={IconPlayerPause}>
                {t('reply.wait.stoppedSince', { day: '' })} <ShortDate iso={fromDay} />
              </Badge>
            ) : null}
            {days === 0 ? null : <span>{t('reply.wait.stopDays', { count: days })}</span>}
            <span className={css['dim']}>{t(`reply.wait.kind.${kind}`)}</span>
            <span>{reason}</span>
            <span className={css['dim']}>{officerName}</span>
          </span>
        ),
      };
    });
}
