import type { z } from 'zod';
import type { SupportRequest } from '#shared/requests/request.ts';
import { requestsContract } from '#shared/requests/requests-contract.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Form, FormArea } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { ServiceField, useServices } from './service-field.tsx';

const editSchema = requestsContract['requests.edit'].input;
type Edit = z.output<typeof editSchema>;

/** Changes what is asked for; the undo writes the former words back. */
export function RequestEditDialog({
  request,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const edit = useChannelCommand('requests.edit');
  const { id, service, serviceId, need } = request;
  const { named } = useServices();
  const form = useZodForm(editSchema, { id, service, serviceId, need });
  const save = async (values: Edit): Promise<void> => {
    // Under another name it is another service, of the catalogue or in words alone.
    const of = values.service === service ? serviceId : (named(values.service)?.id ?? null);
    await edit.mutateAsync({ ...values, serviceId: of });
    onClose();
    showToast(t('requests.toast.edited'), () => call('requests.edit', { id, service, serviceId, need }));
  };
  const press = (): void =>
    void form
      .handleSubmit(save)()
      .catch(() => undefined);
  useKey('Ctrl+Enter', t('common.saveChanges'), press);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('requests.page.editTitle')}
      width="36rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={edit.isPending} onClick={press}>
            {t('common.saveChanges')}
          </Button>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        label={t('requests.page.edit')}
        onSubmit={(values) => save(values).catch(() => undefined)}
        problem={edit.error === null ? undefined : say(edit.error)}
      >
        <ServiceField autoFocus />
        <FormArea
          name="need"
          label={t('requests.open.need')}
          help={t('requests.open.needHelp')}
          rows={4}
          optional
        />
      </Form>
    </Dialog>
  );
}
