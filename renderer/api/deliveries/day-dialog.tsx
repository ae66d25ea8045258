import type { ReactElement } from 'react';
import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormDate, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';

const schema = z.object({
  dueOn: isoDaySchema,
  place: z.string().trim().max(160, { message: 'tooLong' }).default(''),
});

/** Another day for a delivery, and with `place` another place. Mounted while it is open. */
export function DayDialog({
  title,
  verb,
  label,
  dueOn,
  place,
  save,
  onClose,
}: {
  readonly title: string;
  readonly verb: string;
  /** Where the day is not that of a delivery. */
  readonly label?: string;
  readonly dueOn: string;
  /** Null: not asked for. */
  readonly place: string | null;
  readonly save: (dueOn: string, place: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const form = useZodForm(schema, { dueOn, place: place ?? '' });
  return (
    <FormDialog
      form={form}
      title={title}
      verb={verb}
      onClose={onClose}
      save={(typed) => save(typed.dueOn, typed.place)}
    >
      <FormDate name="dueOn" label={label ?? t('deliveries.move.dueOn')} required autoFocus />
      {place === null ? null : <FormText name="place" label={t('deliveries.plan.place')} optional />}
    </FormDialog>
  );
}
