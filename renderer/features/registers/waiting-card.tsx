import { IconTicket } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { DualDateText, ShortDate } from '#renderer/ui/dates.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { ReservedNumber } from '#shared/registers/register.ts';
import css from './registers.module.css';

/** «أرقام محجوزة لم تُدخل بعد»: each is entered as it was written, or voided. */
export function WaitingCard({ mayVoid }: { readonly mayVoid: boolean }): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const waiting = useChannelQuery('registers.listReserved', undefined);
  const [voiding, setVoiding] = useState<ReservedNumber | null>(null);
  return (
    <Card pane={t('registers.waiting.title')} grow>
      <CardHeader
        title={t('registers.waiting.title')}
        {...(waiting.data === undefined || waiting.data.length === 0
          ? {}
          : { count: digits(waiting.data.length) })}
      />
      <CardBody scroll flush>
        <QueryView query={waiting} rows={3}>
          {(numbers) =>
            numbers.length === 0 ? (
              <EmptyState icon={IconTicket} text={t('registers.waiting.empty')} />
            ) : (
              <ul className={css['waiting']} aria-label={t('registers.waiting.title')}>
                {numbers.map((one) => (
                  <li key={`${one.register} ${one.hijriYear} ${one.number}`}>
                    <span className={css['waitingWords']}>
                      <b>
                        <Ref value={one.referenceNumber} />
                      </b>
                      <span className={css['dim']}>
                        {t(`registers.name.${one.register}`)}، <ShortDate iso={one.day} />، {one.reason}
                      </span>
                    </span>
                    <Button
                      size="sm"
                      kind="tinted"
                      label={t('registers.acts.enterOf', { number: one.referenceNumber })}
                      onClick={() => go(paths.enterPaper(one.register, one.hijriYear, one.number))}
                    >
                      {t('registers.acts.enter')}
                    </Button>
                    {mayVoid ? (
                      <Button
                        size="sm"
                        kind="quiet"
                        label={t('registers.acts.voidOf', { number: one.referenceNumber })}
                        onClick={() => setVoiding(one)}
                      >
                        {t('registers.acts.void')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </CardBody>
      {voiding === null ? null : <VoidDialog number={voiding} onClose={() => setVoiding(null)} />}
    </Card>
  );
}

function VoidDialog({
  number,
  onClose,
}: {
  readonly number: ReservedNumber;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const command = useChannelCommand('registers.voidReserved');
  const confirm = (reason: string): void => {
    const { register, hijriYear } = number;
    command.mutate(
      { register, hijriYear, number: number.number, reason },
      {
        onSuccess: () => {
          showToast(t('registers.void.done', { number: number.referenceNumber }));
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      opened
      danger
      busy={command.isPending}
      onClose={onClose}
      onConfirm={confirm}
      title={t('registers.void.title')}
      verb={t('registers.void.verb')}
      consequence={t('registers.void.consequence')}
      summary={[
        { term: t('registers.void.number'), value: <Ref value={number.referenceNumber} /> },
        { term: t('registers.void.reserved'), value: <DualDateText iso={number.day} /> },
      ]}
      field={{
        label: t('registers.void.reason'),
        help: t('registers.void.hint'),
        missing: t('registers.void.missing'),
      }}
      problem={command.error === null ? undefined : say(command.error)}
    />
  );
}
