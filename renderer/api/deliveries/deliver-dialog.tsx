import type { ReactElement } from 'react';
import { z } from 'zod';
import type { ReceiverChoices } from '#shared/deliveries/deliveries-contract.ts';
import type { Handover, ReceiverInput } from '#shared/deliveries/delivery.ts';
import type { SealedDocumentId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ShortDate } from '#renderer/ui/dates.tsx';
import type { Choice } from '#renderer/ui/fields.tsx';
import { FormArea, FormCheck, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Iban } from '#renderer/ui/numbers.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { call } from '../client.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useAmount } from './handover-words.tsx';

const SELF = 'self';

const schemaOf = (transfer: boolean) =>
  z.object({
    receiver: z.string(),
    transferReference: transfer
      ? z.string().trim().min(1, { message: 'delivery.reference' }).max(60, { message: 'tooLong' })
      : z.string().default(''),
    note: z.string().trim().max(400, { message: 'tooLong' }).default(''),
    receipt: z.boolean(),
  });

/** `deed-4` and `member-7` are who stands behind a choice of the list. */
function receiverOf(value: string, { representatives, members }: ReceiverChoices): ReceiverInput {
  const [kind, text] = value.split('-');
  const deed = representatives.find(({ id }) => kind === 'deed' && String(id) === text);
  if (deed !== undefined) return { kind: 'representative', representationId: deed.id };
  const member = members.find(({ id }) => kind === 'member' && String(id) === text);
  return member === undefined ? { kind: 'self' } : { kind: 'household', memberId: member.id };
}

function useReceivers({ self, representatives, members }: ReceiverChoices): Choice[] {
  const { t } = useText();
  return [
    { value: SELF, label: t('deliveries.deliver.self', { name: self.name }) },
    ...representatives.map(({ id, name, deedNumber }) => ({
      value: `deed-${id}`,
      label:
        deedNumber === ''
          ? t('deliveries.deliver.guardian', { name })
          : t('deliveries.deliver.deed', { name, deed: deedNumber }),
    })),
    ...members.map(({ id, name }) => ({
      value: `member-${id}`,
      label: t('deliveries.deliver.member', { name }),
    })),
  ];
}

/** Who got it, by which transfer, and whether a receipt is frozen for it. Mounted while it is open. */
export function DeliverDialog({
  handover,
  receivers,
  iban,
  onDelivered,
  onClose,
}: {
  readonly handover: Handover;
  readonly receivers: ReceiverChoices;
  /** Masked; null: none on record, or not asked for. */
  readonly iban: string | null;
  readonly onDelivered: (receiptId: SealedDocumentId | null, receiverName: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const amount = useAmount();
  const choices = useReceivers(receivers);
  const transfer = handover.serviceKind === 'transfer';
  const form = useZodForm(schemaOf(transfer), {
    receiver: SELF,
    transferReference: '',
    note: '',
    receipt: true,
  });
  return (
    <FormDialog
      form={form}
      title={t('deliveries.deliver.title', { name: handover.serviceName })}
      verb={t('deliveries.deliver.save')}
      onClose={onClose}
      save={async ({ receiver, ...typed }) => {
        const input = receiverOf(receiver, receivers);
        const { receiptId } = await call('deliveries.deliver', {
          id: handover.id,
          receiver: input,
          ...typed,
        });
        const chosen =
          input.kind === 'representative'
            ? receivers.representatives.find(({ id }) => id === input.representationId)
            : input.kind === 'household'
              ? receivers.members.find(({ id }) => id === input.memberId)
              : receivers.self;
        onDelivered(receiptId, chosen?.name ?? receivers.self.name);
      }}
    >
      <SummaryList
        rows={[
          { term: t('deliveries.deliver.amount'), value: amount(handover) },
          { term: t('deliveries.deliver.due'), value: <ShortDate iso={handover.dueOn} /> },
          ...(handover.place === '' ? [] : [{ term: t('deliveries.deliver.place'), value: handover.place }]),
          ...(transfer && iban !== null
            ? [{ term: t('deliveries.deliver.account'), value: <Iban value={iban} /> }]
            : []),
        ]}
      />
      <FormSelect
        name="receiver"
        label={t('deliveries.deliver.receiver')}
        help={t('deliveries.deliver.noDeed')}
        required
        autoFocus={!transfer}
        choices={choices}
      />
      {transfer ? (
        <FormText
          name="transferReference"
          label={t('deliveries.deliver.reference')}
          help={t('deliveries.deliver.referenceHelp')}
          required
          autoFocus
          ltr
        />
      ) : null}
      <FormArea name="note" label={t('deliveries.deliver.note')} optional rows={2} />
      <FormCheck
        name="receipt"
        label={t('deliveries.deliver.receipt')}
        help={t('deliveries.deliver.receiptHelp')}
      />
    </FormDialog>
  );
}
