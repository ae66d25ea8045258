import type { ReactElement } from 'react';
import { z } from 'zod';
import { FormArea } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';

const schema = z.object({
  reason: z.string().trim().min(1, { message: 'delivery.why' }).max(300, { message: 'tooLong' }),
});

/** Asks why, for what can be taken back again: one field, Ctrl+Enter. Mounted while it is open. */
export function WhyDialog({
  title,
  verb,
  label,
  help,
  save,
  onClose,
}: {
  readonly title: string;
  readonly verb: string;
  readonly label: string;
  readonly help: string;
  /** What it throws is said in the dialog. */
  readonly save: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const form = useZodForm(schema, { reason: '' });
  return (
    <FormDialog form={form} title={title} verb={verb} onClose={onClose} save={({ reason }) => save(reason)}>
      <FormArea name="reason" label={label} help={help} required autoFocus rows={2} />
    </FormDialog>
  );
}
