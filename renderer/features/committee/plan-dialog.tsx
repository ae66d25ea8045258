import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { CommitteeSession } from '#shared/committee/committee.ts';
import type { RequestId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormArea, FormDate, FormText } from '#renderer/ui/form.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' });
const whenSchema = z.object({
  day: isoDaySchema,
  time: z
    .string()
    .trim()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'time' })
    .or(z.literal('')),
  place: text(120),
  note: text(1000),
});

function WhenFields() {
  const { t } = useText();
  return (
    <>
      <FormDate name="day" label={t('committee.field.day')} required autoFocus />
      <FieldRow>
        <FormText name="place" label={t('committee.field.place')} maxLength={120} />
        <FormText name="time" label={t('committee.field.time')} placeholder="10:30" ltr maxLength={5} />
      </FieldRow>
      <FormArea name="note" label={t('committee.field.note')} optional rows={2} />
    </>
  );
}

/** A new session for the chosen cases; it takes the next number of its Hijri year. */
export function PlanDialog(props: {
  readonly requestIds: readonly RequestId[];
  readonly onClose: () => void;
  readonly onPlanned: (session: CommitteeSession) => void;
}) {
  const setting = useChannelQuery('committee.setting', undefined);
  if (setting.data === undefined) return null;
  return <PlanForm {...props} place={setting.data.place} time={setting.data.time} />;
}

function PlanForm({
  requestIds,
  onClose,
  onPlanned,
  place,
  time,
}: Parameters<typeof PlanDialog>[0] & { readonly place: string; readonly time: string }) {
  const { t, digits } = useText();
  const today = useToday();
  const form = useZodForm(whenSchema, { day: today, place, time, note: '' });
  return (
    <FormDialog
      form={form}
      title={t('committee.plan.title')}
      verb={t('committee.plan.verb')}
      onClose={onClose}
      save={async (when) => {
        const session = await call('committee.plan', { ...when, requestIds: [...requestIds] });
        showToast(digits(t('committee.plan.done', { number: session.number })));
        onPlanned(session);
      }}
    >
      <WhenFields />
      <p>
        {requestIds.length === 0
          ? t('committee.plan.noCases')
          : `${t('committee.plan.cases')}: ${t('committee.page.cases', { count: requestIds.length })}`}
      </p>
    </FormDialog>
  );
}

/** Day, hour and place of a session that still takes them; undone by saving what stood before. */
export function EditSessionDialog({
  session,
  onClose,
}: {
  readonly session: CommitteeSession;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id, day, time, place, note } = session;
  const form = useZodForm(whenSchema, { day, time, place, note });
  return (
    <FormDialog
      form={form}
      title={t('committee.plan.edit')}
      verb={t('committee.plan.save')}
      onClose={onClose}
      save={async (when) => {
        const { version } = await call('committee.editSession', { id, version: session.version, ...when });
        showToast(t('committee.plan.saved'), async () => {
          await call('committee.editSession', { id, version, day, time, place, note });
        });
      }}
    >
      <WhenFields />
    </FormDialog>
  );
}
