import { useState } from 'react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Handover } from '#shared/deliveries/delivery.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { MenuAct } from '#renderer/ui/more-menu.tsx';
import { call } from '../client.ts';
import { type Acts, useActs } from '../use-acts.ts';
import type { ReceiptWish } from './receipt-dialogs.tsx';

/** A delivery, and whose it is where a list holds several people’s. */
export type NamedHandover = Handover & { readonly partyName?: string };

/** What is being asked about a delivery, in a dialog of its own. */
export type HandoverTask =
  | { readonly is: 'deliver' | 'fail' | 'move' | 'again' | 'void'; readonly handover: NamedHandover }
  | ({ readonly is: 'receipt' } & { readonly wish: ReceiptWish });

export interface HandoverActs extends Acts {
  readonly task: HandoverTask | null;
  readonly ask: (task: HandoverTask) => void;
  readonly close: () => void;
  /** «المزيد» of one delivery: what its state allows. */
  readonly menu: (handover: NamedHandover) => MenuAct[];
  /** Ticked off, without a receipt: to themselves. True when it was done. */
  readonly tick: (handover: NamedHandover) => Promise<boolean>;
}

export const nameOf = (handover: NamedHandover): string => handover.partyName ?? handover.serviceName;

/** The acts on deliveries, each with its undo where it has one, and the dialog that stands. */
export function useHandoverActs(): HandoverActs {
  const { t } = useText();
  const acts = useActs();
  const [task, setTask] = useState<HandoverTask | null>(null);

  const depart = (handover: NamedHandover, gone: boolean): void => {
    const set = (value: boolean) => call('deliveries.depart', { ids: [handover.id], gone: value });
    const done = t(gone ? 'deliveries.done.departed' : 'deliveries.done.stayed', { name: nameOf(handover) });
    void acts.run(
      () => set(gone),
      done,
      () => set(!gone),
    );
  };
  const undo = (handover: NamedHandover): void => {
    const again = {
      id: handover.id,
      receiver: { kind: 'self' as const },
      transferReference: handover.transferReference,
      note: handover.note,
      receipt: false,
    };
    void acts.run(
      () => call('deliveries.undoDeliver', { id: handover.id }),
      t('deliveries.done.undone', { name: nameOf(handover) }),
      () => call('deliveries.deliver', again),
    );
  };
  const ofReceipt = (handover: NamedHandover): MenuAct[] => {
    const { receiptId, receiver } = handover;
    if (receiptId === null || receiver === null) return [];
    const wish = (is: ReceiptWish['is'], word: string): MenuAct => ({
      key: is,
      word,
      run: () => setTask({ is: 'receipt', wish: { is, receiptId, receiverName: receiver.name } }),
    });
    return [
      ...(handover.receiptSignatures > 0
        ? []
        : [
            wish('screen', t('deliveries.acts.sign')),
            wish('paper', t('deliveries.acts.paper')),
            wish('thumb', t('deliveries.acts.thumb')),
          ]),
      wish('view', t('deliveries.acts.view')),
    ];
  };
  const act = (
    is: 'deliver' | 'fail' | 'move' | 'again' | 'void',
    handover: NamedHandover,
    word: string,
  ): MenuAct => ({ key: is, word, run: () => setTask({ is, handover }) });

  const menu = (handover: NamedHandover): MenuAct[] => {
    switch (handover.state) {
      case 'planned':
        return [
          act('deliver', handover, t('deliveries.acts.deliver')),
          ...(handover.atPlace
            ? [
                {
                  key: 'depart',
                  word: t(handover.departedAtMs === null ? 'deliveries.acts.depart' : 'deliveries.acts.stay'),
                  run: () => depart(handover, handover.departedAtMs === null),
                },
              ]
            : []),
          act('fail', handover, t('deliveries.acts.fail')),
          act('move', handover, t('deliveries.acts.move')),
        ];
      case 'delivered':
        return [
          ...ofReceipt(handover),
          ...(handover.receiptId === null
            ? [
                {
                  key: 'receipt',
                  word: t('deliveries.acts.receipt'),
                  run: () =>
                    void call('deliveries.makeReceipt', { id: handover.id }).then(({ receiptId }) =>
                      setTask({
                        is: 'receipt',
                        wish: { is: 'view', receiptId, receiverName: handover.receiver?.name ?? '' },
                      }),
                    ),
                },
                ...(riyadhDay(handover.doneAtMs ?? 0) === riyadhDay(Date.now())
                  ? [{ key: 'undo', word: t('deliveries.acts.undo'), run: () => undo(handover) }]
                  : []),
              ]
            : []),
          act('void', handover, t('deliveries.acts.void')),
        ];
      case 'failed':
        return [act('again', handover, t('deliveries.acts.again'))];
      case 'voided':
        return [
          act('again', handover, t('deliveries.acts.again')),
          ...ofReceipt({ ...handover, receiptSignatures: 1 }),
        ];
      case 'cancelled':
        return [];
      default:
        return handover.state satisfies never;
    }
  };

  return {
    ...acts,
    task,
    ask: setTask,
    close: () => setTask(null),
    menu,
    tick: (handover) =>
      acts.run(
        () => call('deliveries.deliver', { id: handover.id, receiver: { kind: 'self' }, receipt: false }),
        t('deliveries.deliver.done', { service: handover.serviceName, name: nameOf(handover) }),
        () => call('deliveries.undoDeliver', { id: handover.id }),
      ),
  };
}
