import { IconBook2 } from '@tabler/icons-react';
import { useState } from 'react';
import { clause } from '#shared/policy/clauses.ts';
import type { Raising } from '#shared/reply/reply-contract.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { isApiError, type ApiError } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { printableSealed } from '#renderer/api/sealed-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { clearToasts, showToast } from '#renderer/ui/toast.tsx';
import page from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';
import { dayWith, useDayRows } from './day-lines.tsx';
import css from './reply.module.css';

/** S.5: what is read to the applicant, the days, and the act that raises the request and prints its slip. */
export function RaisingStep(props: StepProps) {
  const { t, text } = useText();
  // Its days are today's: what was read out yesterday, or before the clock was set, is asked for anew.
  const raising = useChannelQuery('requests.raising', { id: props.request.id }, { fresh: true });
  return (
    <Card pane={t('requests.page.stepCard')}>
      {raising.data === undefined ? (
        <div className={page['stepBody']}>
          <h2 className={page['stepTitle']}>{text('requests.page.heading', '5')}</h2>
          <QueryView query={raising} rows={6}>
            {() => null}
          </QueryView>
        </div>
      ) : (
        <ReadyToRaise {...props} raising={raising.data} onDayTurned={() => void raising.refetch()} />
      )}
    </Card>
  );
}

function ReadyToRaise({
  request,
  party,
  mayWrite,
  busy,
  onDone,
  raising,
  onDayTurned,
}: StepProps & { readonly raising: Raising; readonly onDayTurned: () => void }) {
  const { t, text } = useText();
  const dayRows = useDayRows();
  const act = useRaise(request.id, raising.day, { onDone, onDayTurned });
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  useKey('Ctrl+Enter', t('reply.raising.verb'), () => setAsking(true), {
    enabled: mayWrite && !busy && !asking && act.clock === null,
  });
  const confirm = async (confirmClock: boolean): Promise<void> => {
    if (await act.raise(note, confirmClock)) setAsking(false);
  };
  const read = <ReadOut told={raising.told} sex={party?.sex ?? null} />;
  const rows: SummaryRow[] = [
    { term: t('requests.page.field.service'), value: request.service },
    {
      term: t('reply.raising.day'),
      value: dayWith(raising.day, <span className={css['dim']}>{t('reply.raising.dayZero')}</span>),
    },
    ...dayRows(raising),
    ...(request.level === 'urgent' && request.levelReason !== ''
      ? [{ term: t('reply.raising.urgentReason'), value: request.levelReason }]
      : []),
  ];
  return (
    <>
      <div className={page['stepBody']}>
        <h2 className={page['stepTitle']}>{text('requests.page.heading', '5')}</h2>
        <p className={page['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.5').text}</q>
        </p>
        {read}
        <SummaryList rows={rows} label={request.partyName} />
        {mayWrite ? (
          <TextArea
            label={t('reply.raising.note')}
            placeholder={t('reply.raising.noteHelp')}
            optional
            value={note}
            onChange={setNote}
            rows={2}
          />
        ) : null}
      </div>
      {mayWrite ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={act.busy} onClick={() => setAsking(true)}>
            {t('reply.raising.verb')}
          </Button>
        </CardFooter>
      ) : null}
      <ConfirmWithSecondKey
        opened={asking && act.clock === null}
        onClose={() => {
          setAsking(false);
          act.forget();
        }}
        onConfirm={() => void confirm(false)}
        title={t('requests.raise.title')}
        summary={[
          { term: text('sealed.attest.whose', party?.sex ?? 'unknown'), value: request.partyName },
          { term: t('requests.list.service'), value: request.service },
          { term: t('requests.raise.number'), value: <Identifier value={raising.nextNumber} /> },
          { term: t('date.today'), value: <DualDateText iso={raising.day} /> },
        ]}
        consequence={t('reply.raising.consequence')}
        verb={t('reply.raising.verb')}
        busy={act.busy}
      >
        {read}
        {act.problem === undefined ? null : <ErrorBlock text={act.problem} />}
      </ConfirmWithSecondKey>
      <ClockDialog
        error={act.clock}
        busy={act.busy}
        verb={t('requests.clock.confirm')}
        takes={t('requests.clock.takes')}
        onClose={act.forget}
        onConfirm={() => void confirm(true)}
      />
    </>
  );
}

/** The words that are read out, as they stand on the slip. */
export function ReadOut({ told, sex }: { readonly told: string; readonly sex: 'male' | 'female' | null }) {
  const { t, digits } = useText();
  return (
    <section className={css['read']} lang="ar" dir="rtl">
      <h3>{t(`reply.raising.read.${sex ?? 'unknown'}`)}</h3>
      <p>{digits(told)}</p>
    </section>
  );
}

/** The act, and the slip at the printer: what failed there is told on the card that follows. */
function useRaise(
  id: StepProps['request']['id'],
  day: string,
  { onDone, onDayTurned }: { readonly onDone: () => void; readonly onDayTurned: () => void },
) {
  const { t } = useText();
  const say = useErrorText();
  const command = useChannelCommand('requests.raise');
  const printing = usePrint(null);
  const [error, setError] = useState<ApiError | null>(null);
  const raise = async (note: string, confirmClock: boolean): Promise<boolean> => {
    if (command.isPending) return false;
    setError(null);
    try {
      const { request, slip } = await command.mutateAsync({ id, note, day, confirmClock });
      // It is raised, and there is no way back: no toast of an earlier step offers one.
      clearToasts();
      showToast(t('reply.raising.done', { number: request.number ?? '' }));
      onDone();
      void printing.print(printableSealed(slip));
      return true;
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
      // Another day than was read out: the new one is shown, to be read before it is raised.
      if (isApiError(caught, 'conflict')) onDayTurned();
      return false;
    }
  };
  const clock = isClockError(error) ? error : null;
  return {
    raise,
    busy: command.isPending,
    problem:
      error === null || clock !== null
        ? undefined
        : isApiError(error, 'conflict')
          ? t('reply.raising.dayTurned')
          : say(error),
    clock,
    forget: () => setError(null),
  };
}
