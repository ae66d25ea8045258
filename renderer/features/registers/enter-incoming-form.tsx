import type { ReactElement } from 'react';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FieldRow, Form, FormArea, FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { useOnce } from '#renderer/ui/use-once.ts';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { RECEIVED_BY } from '#shared/incoming/incoming.ts';
import type { ReservedNumber } from '#shared/registers/register.ts';
import { enteredIncomingSchema } from '#shared/registers/registers-contract.ts';
import { PaperFrame } from './paper-frame.tsx';

/** An incoming letter as it was registered by hand. */
export function EnterIncomingForm({
  reserved,
  onEntered,
}: {
  readonly reserved: ReservedNumber;
  readonly onEntered: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const enter = useChannelCommand('registers.enterIncoming');
  const form = useZodForm(enteredIncomingSchema, {
    hijriYear: reserved.hijriYear,
    number: reserved.number,
    content: {
      sender: { organisation: '', name: '', title: '' },
      theirNumber: '',
      theirDay: null,
      subject: '',
      attachments: { kind: 'list', items: [] },
      scans: [],
      receivedBy: 'byHand',
      note: '',
    },
    day: reserved.day,
    partyId: null,
    reason: reserved.reason,
  });
  const [scan] = form.watch('content.scans');
  const enterOnce = useOnce();
  const press = (): void =>
    void enterOnce(async () => {
      let entered = false;
      await form.handleSubmit(async (letter) => {
        entered = await enter.mutateAsync(letter).then(
          () => true,
          () => false,
        );
      })();
      if (entered) onEntered();
      return entered;
    });
  useKey('Ctrl+Enter', t('registers.enter.save'), press);
  return (
    <PaperFrame
      scan={scan ?? null}
      onScan={(next) => form.setValue('content.scans', next === null ? [] : [next], { shouldDirty: true })}
      scanRequired={false}
      busy={enter.isPending}
      onEnter={press}
    >
      <Form
        form={form}
        label={t('registers.enter.label')}
        onSubmit={press}
        problem={enter.error === null ? undefined : say(enter.error)}
      >
        <FormDate name="day" label={t('registers.enter.day')} required />
        <FieldRow>
          <FormText
            name="content.sender.organisation"
            label={t('registers.enter.sender')}
            required
            maxLength={200}
          />
          <FormText
            name="content.sender.name"
            label={t('registers.enter.senderName')}
            optional
            maxLength={200}
          />
        </FieldRow>
        <FormText name="content.subject" label={t('registers.enter.subject')} required maxLength={200} />
        <FieldRow>
          <FormText
            name="content.theirNumber"
            label={t('registers.enter.theirNumber')}
            optional
            maxLength={60}
          />
          <FormDate name="content.theirDay" label={t('registers.enter.theirDay')} optional />
        </FieldRow>
        <FormSelect
          name="content.receivedBy"
          label={t('registers.enter.receivedBy')}
          choices={RECEIVED_BY.map((value) => ({ value, label: t(`incoming.receivedBy.${value}`) }))}
        />
        <FormArea name="reason" label={t('registers.enter.reason')} rows={2} required />
      </Form>
    </PaperFrame>
  );
}
