import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { RequestId } from '#shared/ids.ts';
import type { Research } from '#shared/research/research.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea, FormDate, FormSelect } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { call } from '../client.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useActs } from '../use-acts.ts';
import { useChannelCommand } from '../use-channel.ts';
import { ANYBODY, fromStaffId, toStaffId, useResearchers } from './use-researchers.ts';

const schema = z.object({
  researcher: z.string(),
  purpose: z.string().trim().max(1000, { message: 'tooLong' }),
  dueOn: isoDaySchema.nullable(),
});

function PlanFields() {
  const { t } = useText();
  const { people } = useResearchers();
  return (
    <>
      <FormArea
        name="purpose"
        label={t('research.open.purpose')}
        help={t('research.open.purposeHelp')}
        rows={3}
        optional
        autoFocus
      />
      <FormSelect
        name="researcher"
        label={t('research.open.researcher')}
        choices={[{ value: ANYBODY, label: t('research.open.anybody') }, ...people]}
      />
      <FormDate name="dueOn" label={t('research.open.due')} optional />
    </>
  );
}

/** بحث اجتماعي for a request: whoever makes it, what it is to find out, and until when. */
export function OpenStudyDialog({
  requestId,
  onClose,
  onOpened,
}: {
  readonly requestId: RequestId;
  readonly onClose: () => void;
  readonly onOpened?: (research: Research) => void;
}) {
  const { t } = useText();
  const open = useChannelCommand('research.open');
  const acts = useActs();
  const form = useZodForm(schema, { researcher: ANYBODY, purpose: '', dueOn: null });
  return (
    <FormDialog
      form={form}
      title={t('research.open.title')}
      verb={t('research.open.verb')}
      onClose={onClose}
      save={async ({ researcher, purpose, dueOn }) => {
        const opened = await open.mutateAsync({
          requestId,
          researcherId: toStaffId(researcher),
          purpose,
          dueOn,
        });
        const { id, version } = opened;
        acts.tell(t('research.toast.opened'), () =>
          call('research.cancel', { id, version, reason: t('research.toast.undoReason') }),
        );
        onOpened?.(opened);
      }}
    >
      <p>{t('research.open.help')}</p>
      <PlanFields />
    </FormDialog>
  );
}

export function EditStudyDialog({
  research,
  onClose,
}: {
  readonly research: Research;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const edit = useChannelCommand('research.edit');
  const form = useZodForm(schema, {
    researcher: fromStaffId(research.researcher?.id),
    purpose: research.purpose,
    dueOn: research.dueOn,
  });
  return (
    <FormDialog
      form={form}
      title={t('research.edit.title')}
      verb={t('research.edit.verb')}
      onClose={onClose}
      save={async ({ researcher, purpose, dueOn }) => {
        const { id, version } = research;
        await edit.mutateAsync({ id, version, researcherId: toStaffId(researcher), purpose, dueOn });
      }}
    >
      <PlanFields />
    </FormDialog>
  );
}
