import { useRef, useState, type ReactElement } from 'react';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FieldRow, Form, FormArea, FormDate, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { useOnce } from '#renderer/ui/use-once.ts';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { ReservedNumber } from '#shared/registers/register.ts';
import { enteredOutgoingSchema } from '#shared/registers/registers-contract.ts';
import { PaperFrame } from './paper-frame.tsx';

const fieldsSchema = enteredOutgoingSchema.omit({ scan: true });

/** An outgoing letter as it was written by hand. */
export function EnterOutgoingForm({
  reserved,
  onEntered,
}: {
  readonly reserved: ReservedNumber;
  readonly onEntered: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const enter = useChannelCommand('registers.enterOutgoing');
  const signatories = useChannelQuery('staff.listSignatories', undefined);
  const [scan, setScan] = useState<FileRef | null>(null);
  // A key that is pressed the moment the scan has come must find it.
  const latestScan = useRef<FileRef | null>(null);
  const takeScan = (next: FileRef | null): void => {
    latestScan.current = next;
    setScan(next);
  };
  const [tried, setTried] = useState(false);
  const [signatory] = signatories.data ?? [];
  const form = useZodForm(fieldsSchema, {
    hijriYear: reserved.hijriYear,
    number: reserved.number,
    recipient: { honorific: '', name: '', title: '', organisation: '', closingHonorific: '' },
    subject: '',
    day: reserved.day,
    signatory: { title: '', name: '' },
    attachments: { kind: 'list', items: [] },
    partyId: null,
    reason: reserved.reason,
  });
  const enterOnce = useOnce();
  const press = (): void => {
    setTried(true);
    void enterOnce(async () => {
      let entered = false;
      await form.handleSubmit(async (fields) => {
        const { current } = latestScan;
        if (current === null) return;
        entered = await enter.mutateAsync({ ...fields, scan: current }).then(
          () => true,
          () => false,
        );
      })();
      if (entered) onEntered();
      return entered;
    });
  };
  useKey('Ctrl+Enter', t('registers.enter.save'), press);
  return (
    <PaperFrame
      scan={scan}
      onScan={takeScan}
      scanRequired
      scanError={tried && scan === null ? t('registers.enter.scanMissing') : undefined}
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
          <FormText name="recipient.name" label={t('registers.enter.recipient')} required maxLength={200} />
          <FormText
            name="recipient.honorific"
            label={t('registers.enter.honorific')}
            optional
            maxLength={200}
          />
        </FieldRow>
        <FieldRow>
          <FormText
            name="recipient.title"
            label={t('registers.enter.recipientTitle')}
            optional
            maxLength={200}
          />
          <FormText
            name="recipient.organisation"
            label={t('registers.enter.organisation')}
            optional
            maxLength={200}
          />
        </FieldRow>
        <FormText name="subject" label={t('registers.enter.subject')} required maxLength={200} />
        <FieldRow>
          <FormText
            name="signatory.name"
            label={t('registers.enter.signatory')}
            {...(signatory === undefined ? {} : { placeholder: signatory.name })}
            required
            maxLength={200}
          />
          <FormText
            name="signatory.title"
            label={t('registers.enter.signatoryTitle')}
            {...(signatory === undefined ? {} : { placeholder: signatory.jobTitle })}
            required
            maxLength={200}
          />
        </FieldRow>
        <FormArea name="reason" label={t('registers.enter.reason')} rows={2} required />
      </Form>
    </PaperFrame>
  );
}
