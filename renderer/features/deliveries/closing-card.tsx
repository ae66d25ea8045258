import { IconAlertTriangle, IconFileCheck } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { DayClosing } from '#shared/deliveries/day-closing.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { SealedView } from '#renderer/api/sealed-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { ClosingSignature } from './closing-signature.tsx';
import css from './deliveries.module.css';

/** What the day handed out, counted by service, and the page that closes it. */
export function ClosingCard({
  day,
  closing,
  mayClose,
  asking,
  onAsk,
}: {
  readonly day: string;
  readonly closing: DayClosing;
  readonly mayClose: boolean;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
}): ReactElement {
  const { t, digits } = useText();
  const [viewed, setViewed] = useState(false);
  const { counts, closed } = closing;
  const totals = useTotals(closing);
  const closes = mayClose && (closed === null || closed.changedSince);
  return (
    <Card pane={t('deliveries.closing.title')} grow>
      <CardHeader title={t('deliveries.closing.title')} />
      <CardBody scroll>
        <div className={css['closing']}>
          {counts.services.length === 0 ? (
            <p className={css['small']}>{t('deliveries.closing.nothing')}</p>
          ) : (
            <table className={css['counts']}>
              <thead>
                <tr>
                  <th scope="col">{t('deliveries.closing.service')}</th>
                  <th scope="col">{t('deliveries.closing.quantity')}</th>
                  <th scope="col">{t('deliveries.closing.persons')}</th>
                </tr>
              </thead>
              <tbody>
                {counts.services.map((one) => (
                  <tr key={`${one.serviceId} ${one.unit}`}>
                    <th scope="row">
                      {one.serviceName}
                      {one.valueHalalas === 0 ? null : (
                        <span className={css['small']}>
                          {digits(t('deliveries.value', { amount: formatAmount(one.valueHalalas) }))}
                        </span>
                      )}
                    </th>
                    <td>
                      {digits(one.quantity)} <span className={css['small']}>{one.unit}</span>
                    </td>
                    <td>{digits(one.persons)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {totals.length === 0 ? null : <SummaryList rows={totals} label={t('deliveries.closing.total')} />}
          {closed === null ? (
            <p className={css['small']}>{t('deliveries.closing.help')}</p>
          ) : (
            <p className={css['closedBy']}>
              <Badge kind="success" icon={IconFileCheck}>
                {t('deliveries.closing.closedBy', { name: closed.by })}
              </Badge>
              <When atMs={closed.atMs} />
            </p>
          )}
          {closed?.changedSince === true ? (
            <p className={css['closedBy']}>
              <Badge kind="warning" icon={IconAlertTriangle}>
                {t('deliveries.closing.changed')}
              </Badge>
            </p>
          ) : null}
          {closed === null ? null : <ClosingSignature closed={closed} />}
        </div>
      </CardBody>
      {closed === null && !closes ? null : (
        <CardFooter>
          {closed === null ? null : (
            <Button icon={<Icon of={IconFileCheck} />} onClick={() => setViewed(true)}>
              {t('deliveries.closing.view')}
            </Button>
          )}
          {closes ? (
            <Button kind="filled" keys="Ctrl+Enter" onClick={() => onAsk(true)}>
              {t(closed === null ? 'deliveries.closing.verb' : 'deliveries.closing.again')}
            </Button>
          ) : null}
        </CardFooter>
      )}
      {viewed && closed !== null ? (
        <ClosedPage documentId={closed.documentId} onClose={() => setViewed(false)} />
      ) : null}
      {asking ? <CloseDialog day={day} closing={closing} onClose={() => onAsk(false)} /> : null}
    </Card>
  );
}

function useTotals({ counts }: DayClosing): SummaryRow[] {
  const { t, digits } = useText();
  const count = (number: number): string => digits(t('deliveries.closed.count', { count: number }));
  const row = (term: string, number: number): SummaryRow[] =>
    number === 0 ? [] : [{ term, value: count(number) }];
  const { atPlaceMinutes } = counts;
  const speed =
    atPlaceMinutes === null
      ? ''
      : `، ${t('deliveries.closing.speed', { minutes: digits(t('deliveries.step.minutes', { count: atPlaceMinutes })) })}`;
  return [
    ...row(t('deliveries.closing.total'), counts.delivered),
    ...(counts.atPlace === 0
      ? []
      : [{ term: t('deliveries.closing.atPlace'), value: `${count(counts.atPlace)}${speed}` }]),
    ...row(t('deliveries.closing.failed'), counts.failed),
    ...row(t('deliveries.closing.remaining'), counts.stillPlanned),
  ];
}

function ClosedPage({
  documentId,
  onClose,
}: {
  readonly documentId: NonNullable<DayClosing['closed']>['documentId'];
  readonly onClose: () => void;
}): ReactElement {
  const query = useChannelQuery('sealed.get', { id: documentId });
  return (
    <QueryView query={query} rows={1}>
      {(paper) => <SealedView paper={paper} onClose={onClose} />}
    </QueryView>
  );
}

/** Freezing cannot be taken back: what it holds, and a second key; of a day that was closed already, why. */
function CloseDialog({
  day,
  closing,
  onClose,
}: {
  readonly day: string;
  readonly closing: DayClosing;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const command = useChannelCommand('deliveries.closeDay');
  const summary = useTotals(closing);
  const problem = command.error === null ? undefined : say(command.error);
  const close = async (again: string | null): Promise<void> => {
    try {
      await command.mutateAsync({ day, again });
    } catch {
      // Said in the dialog, from the command's own error.
      return;
    }
    showToast(t('deliveries.closing.done'));
    onClose();
  };
  const shared = {
    opened: true,
    title: t('deliveries.closing.confirm'),
    summary,
    consequence: t('deliveries.closing.consequence'),
    verb: t(closing.closed === null ? 'deliveries.closing.verb' : 'deliveries.closing.again'),
    busy: command.isPending,
    onClose,
  };
  if (closing.closed === null)
    return (
      <ConfirmWithSecondKey {...shared} onConfirm={() => void close(null)}>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
      </ConfirmWithSecondKey>
    );
  return (
    <ReasonDialog
      {...shared}
      field={{
        label: t('deliveries.closing.why'),
        help: t('deliveries.closing.whyHelp'),
        missing: t('deliveries.closing.missing'),
      }}
      problem={problem}
      onConfirm={(reason) => void close(reason)}
    />
  );
}
