import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import { LEAVE_REASONS, leaveReasonSchema, type Member } from '#shared/households/household.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FormChoice, FormDate, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { call } from '../client.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Acts } from '../use-acts.ts';

interface OfMember {
  readonly member: Member;
  readonly acts: Acts;
  readonly onClose: () => void;
}

const leaveSchema = z.object({
  reason: leaveReasonSchema,
  on: isoDaySchema,
  note: z.string().trim().max(200, { message: 'tooLong' }).default(''),
});

/** Death, marriage, a move, divorce: with its day. */
export function LeaveDialog({ member, acts, onClose }: OfMember) {
  const { t } = useText();
  const { id, name } = member;
  const form = useZodForm(leaveSchema, { reason: 'death', on: useToday(), note: '' });
  return (
    <FormDialog
      form={form}
      title={t('household.leaveForm.title', { name })}
      verb={t('household.leaveForm.save')}
      onClose={onClose}
      save={async (left) => {
        await call('households.leave', { id, ...left });
        acts.tell(t('household.done.left', { name }), () => call('households.stay', { id }));
      }}
    >
      <FormChoice
        name="reason"
        label={t('household.leaveForm.reason')}
        required
        choices={LEAVE_REASONS.map((value) => ({ value, label: t(`household.leaveReason.${value}`) }))}
      />
      <FormDate name="on" label={t('household.leaveForm.on')} required autoFocus />
      <FormText name="note" label={t('household.leaveForm.note')} optional />
    </FormDialog>
  );
}
