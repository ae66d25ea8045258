import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { FileRef } from '#shared/files/stored-file.ts';
import { RECEIVED_BY, type IncomingLetter } from '#shared/incoming/incoming.ts';
import { registerIncomingSchema } from '#shared/incoming/incoming-contract.ts';
import { isApiError, type ApiError } from '#renderer/api/client.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, SplitPane } from '#renderer/ui/card.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { FieldRow, Form, FormArea, FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useOnce } from '#renderer/ui/use-once.ts';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { AssigneeSelect } from './assignee-select.tsx';
import { AttachmentsList } from './attachments-list.tsx';
import { fromDraft, type IncomingFormInput, isWorthKeeping } from './incoming-form-model.ts';
import css from './incoming.module.css';
import { SenderField } from './sender-field.tsx';

type Output = z.output<typeof registerIncomingSchema>;

/** The register's data, typed beside the letter's own scan; one key registers it. */
export function IncomingForm({
  start,
  voidedNumber,
  restoreAtOnce,
  onRegistered,
}: {
  readonly start: IncomingFormInput;
  /** Of the void entry whose data stand here. */
  readonly voidedNumber: string | null;
  readonly restoreAtOnce: boolean;
  readonly onRegistered: (letter: IncomingLetter) => void;
}) {
  const { t, digits } = useText();
  const say = useErrorText();
  const register = useChannelCommand('incoming.register');
  const form = useZodForm(registerIncomingSchema, start);
  const values = form.watch();
  const [clock, setClock] = useState<ApiError | null>(null);
  const draft = useRecoverableDraft(
    {
      kind: 'incoming',
      key: '',
      title: t('incoming.form.draftTitle', {
        subject: values.content.subject || values.content.sender.organisation || '…',
      }).slice(0, 200),
      data: { ...values },
    },
    isWorthKeeping(values) && voidedNumber === null && !register.isSuccess,
    (data) => form.reset(fromDraft(data)),
    restoreAtOnce,
  );
  const save = async (letter: Output, confirmClock: boolean): Promise<boolean> => {
    let registered: IncomingLetter;
    try {
      registered = await register.mutateAsync({ ...letter, confirmClock });
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (isClockError(error)) setClock(error);
      return false;
    }
    // It has its number: a draft that could not be dropped must not make it look refused.
    await draft.discard().catch((error: unknown) => console.error(error));
    showToast(t('incoming.form.saved', { number: registered.referenceNumber }));
    onRegistered(registered);
    return true;
  };
  const registerOnce = useOnce();
  const press = (confirmClock = false): void =>
    void registerOnce(async () => {
      let registered = false;
      await form.handleSubmit(async (letter) => {
        registered = await save(letter, confirmClock);
      })();
      return registered;
    });
  useKey('Ctrl+Enter', t('incoming.form.save'), () => press(), { enabled: clock === null });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush());

  return (
    <SplitPane columns="minmax(0, 1fr) min(31rem, 44%)">
      <Card pane={t('incoming.form.label')}>
        <div className={css['formBody']}>
          {draft.offer}
          {voidedNumber === null ? null : (
            <Note kind="info">{t('incoming.form.fromVoided', { number: voidedNumber })}</Note>
          )}
          <Form
            form={form}
            label={t('incoming.form.label')}
            onSubmit={() => press()}
            problem={register.error === null || clock !== null ? undefined : say(register.error)}
          >
            <SenderField />
            <FormText name="content.subject" label={t('incoming.form.subject')} required maxLength={200} />
            <div className={css['dateRow']}>
              <FormText
                name="content.theirNumber"
                label={t('incoming.form.theirNumber')}
                placeholder={t('incoming.form.theirNumberHelp')}
                optional
                maxLength={60}
              />
              <FormDate name="content.theirDay" label={t('incoming.form.theirDay')} optional />
            </div>
            <AssignRow />
            <FieldRow columns={3}>
              <FormText name="content.sender.name" label={t('incoming.form.name')} optional maxLength={200} />
              <FormText
                name="content.sender.title"
                label={t('incoming.form.personTitle')}
                placeholder={t('incoming.form.personTitleHelp')}
                optional
                maxLength={200}
              />
              <FormSelect
                name="content.receivedBy"
                label={t('incoming.form.receivedBy')}
                choices={RECEIVED_BY.map((value) => ({ value, label: t(`incoming.receivedBy.${value}`) }))}
              />
            </FieldRow>
            <AttachmentsList />
            <FormArea name="content.note" label={t('incoming.form.note')} rows={1} optional />
          </Form>
        </div>
        <CardFooter end={<DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />}>
          <Button kind="filled" keys="Ctrl+Enter" loading={register.isPending} onClick={() => press()}>
            {t('incoming.form.save')}
          </Button>
          <span className={css['quiet']}>{digits(t('incoming.form.numberOnSave'))}</span>
        </CardFooter>
      </Card>
      <ScansSide form={form} />
      <ClockDialog
        error={clock}
        busy={register.isPending}
        verb={t('incoming.clock.confirm')}
        takes={t('incoming.clock.takes')}
        onConfirm={() => {
          setClock(null);
          press(true);
        }}
        onClose={() => setClock(null)}
      />
    </SplitPane>
  );
}

/** To whom it goes and until when it is answered. */
function AssignRow() {
  const { t } = useText();
  const staff = useChannelQuery('session.listStaff', undefined);
  return (
    <div className={css['dateRow']}>
      <AssigneeSelect people={staff.data ?? []} />
      <FormDate name="dueDay" label={t('incoming.form.dueDay')} optional />
    </div>
  );
}

/** The scan beside the fields: what is typed is read from it. */
function ScansSide({ form }: { readonly form: UseFormReturn<IncomingFormInput, unknown, Output> }) {
  const { t } = useText();
  const scans = form.watch('content.scans');
  const [shown] = scans;
  const set = (next: readonly FileRef[]): void =>
    form.setValue('content.scans', next.slice(0, 10), { shouldDirty: true });
  return (
    <div className={css['side']}>
      <Card pane={t('incoming.form.scans')}>
        <div className={css['pad']}>
          <FilePicker
            label={t('incoming.form.scans')}
            accept="scan"
            multiple
            help={t('incoming.form.scansHelp')}
            onFile={({ sha256, name }) => set([...form.getValues('content.scans'), { sha256, name }])}
          >
            <FileChips files={scans} onRemove={(at) => set(scans.filter((_, index) => index !== at))} />
          </FilePicker>
        </div>
      </Card>
      {shown === undefined ? null : <ScanView key={shown.sha256} file={shown} title={t('incoming.scan')} />}
    </div>
  );
}
