import { useRef, useState, type ReactElement } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { call } from '../client.ts';
import { useChannelQuery } from '../use-channel.ts';
import { DayDialog } from './day-dialog.tsx';
import { DeliverDialog } from './deliver-dialog.tsx';
import { useAmount } from './handover-words.tsx';
import { ReceiptDialogs } from './receipt-dialogs.tsx';
import { type HandoverActs, type NamedHandover, nameOf } from './use-handover-acts.ts';
import { WhyDialog } from './why-dialog.tsx';

/** The dialog that an act on a delivery asks in; nothing while none is asked. */
export function HandoverDialogs({
  acts,
  iban,
}: {
  readonly acts: HandoverActs;
  /** Masked, where it is known. */
  readonly iban: string | null;
}): ReactElement | null {
  const { t } = useText();
  const { task, close, ask, tell } = acts;
  if (task === null) return null;
  if (task.is === 'receipt') return <ReceiptDialogs wish={task.wish} onClose={close} />;
  const { handover } = task;
  const { id } = handover;
  const name = nameOf(handover);
  switch (task.is) {
    case 'deliver':
      return (
        <Deliver
          handover={handover}
          iban={iban}
          onClose={close}
          onDone={(receiptId, receiverName) => {
            const said = t('deliveries.deliver.done', { service: handover.serviceName, name: receiverName });
            if (receiptId === null) tell(said, () => call('deliveries.undoDeliver', { id }));
            else {
              showToast(said);
              // Who received still stands there: the pad is offered at once, and Esc leaves it to the paper.
              if (handover.serviceKind !== 'transfer')
                ask({ is: 'receipt', wish: { is: 'screen', receiptId, receiverName } });
            }
          }}
        />
      );
    case 'fail':
      return (
        <WhyDialog
          title={t('deliveries.fail.title')}
          verb={t('deliveries.fail.save')}
          label={t('deliveries.fail.why')}
          help={t('deliveries.fail.whyHelp')}
          onClose={close}
          save={async (reason) => {
            await call('deliveries.fail', { id, reason });
            tell(t('deliveries.fail.done', { name }), () => call('deliveries.undoFail', { id }));
          }}
        />
      );
    case 'move':
      return (
        <DayDialog
          title={t('deliveries.move.title')}
          verb={t('deliveries.move.save')}
          dueOn={handover.dueOn}
          place={handover.place}
          onClose={close}
          save={async (dueOn, place) => {
            await call('deliveries.move', { id, dueOn, place });
            tell(t('deliveries.move.done', { name }), () =>
              call('deliveries.move', { id, dueOn: handover.dueOn, place: handover.place }),
            );
          }}
        />
      );
    case 'again':
      return <Again handover={handover} onClose={close} name={name} />;
    case 'void':
      return <VoidDialog handover={handover} name={name} onClose={close} />;
    default:
      return task satisfies never;
  }
}

function Deliver({
  handover,
  iban,
  onDone,
  onClose,
}: {
  readonly handover: NamedHandover;
  readonly iban: string | null;
  readonly onDone: Parameters<typeof DeliverDialog>[0]['onDelivered'];
  readonly onClose: () => void;
}): ReactElement | null {
  const { data } = useChannelQuery('deliveries.receivers', { id: handover.id });
  const after = useRef<(() => void) | null>(null);
  return data === undefined ? null : (
    <DeliverDialog
      handover={handover}
      receivers={data}
      iban={iban}
      onDelivered={(receiptId, name) => {
        after.current = () => onDone(receiptId, name);
      }}
      // What follows opens once this one has closed: one dialog at a time.
      onClose={() => {
        onClose();
        after.current?.();
      }}
    />
  );
}

function Again({
  handover,
  name,
  onClose,
}: {
  readonly handover: NamedHandover;
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const today = useToday();
  return (
    <DayDialog
      title={t('deliveries.again.title')}
      verb={t('deliveries.again.save')}
      dueOn={today}
      place={null}
      onClose={onClose}
      save={async (dueOn) => {
        await call('deliveries.again', { id: handover.id, dueOn });
        showToast(t('deliveries.again.done', { name }));
      }}
    />
  );
}

function VoidDialog({
  handover,
  name,
  onClose,
}: {
  readonly handover: NamedHandover;
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const amount = useAmount();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const run = async (reason: string): Promise<void> => {
    setBusy(true);
    try {
      await call('deliveries.void', { id: handover.id, reason });
      showToast(t('deliveries.void.done', { name }));
      onClose();
    } catch (error) {
      setProblem(say(error));
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      opened
      danger
      title={t('deliveries.void.title')}
      summary={[
        { term: handover.serviceName, value: amount(handover) },
        { term: t('deliveries.deliver.receiver'), value: handover.receiver?.name ?? '' },
        { term: t('deliveries.deliver.due'), value: <ShortDate iso={handover.dueOn} /> },
      ]}
      consequence={t('deliveries.void.consequence')}
      verb={t('deliveries.void.verb')}
      field={{
        label: t('deliveries.void.why'),
        help: t('deliveries.void.whyHelp'),
        missing: t('deliveries.void.missing'),
      }}
      problem={problem}
      busy={busy}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
