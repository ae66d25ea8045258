import { useController, useFormContext } from 'react-hook-form';
import { RIGHTS, ROLES, type Staff } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField } from '#renderer/ui/fields.tsx';
import { FieldRow, Form, FormCheck, FormPassword, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './staff-dialog.module.css';
import { staffFormSchema, staffValues, type StaffForm } from './staff-model.ts';

function CheckList<V extends string>({
  name,
  label,
  help,
  values,
  words,
}: {
  readonly name: 'roles' | 'rights';
  readonly label: string;
  readonly help?: string;
  readonly values: readonly V[];
  readonly words: (value: V) => string;
}) {
  const { control } = useFormContext<StaffForm>();
  const { field, fieldState } = useController({ control, name });
  const say = useValidationText();
  const chosen = field.value as readonly string[];
  const error = say(fieldState.error?.message);
  return (
    <fieldset>
      <legend className={css['legend']}>{label}</legend>
      {help === undefined ? null : <p className={css['help']}>{help}</p>}
      <div className={css['checks']}>
        {values.map((value, index) => (
          <CheckField
            key={value}
            {...(index === 0 ? { id: `field-${name}` } : {})}
            label={words(value)}
            checked={chosen.includes(value)}
            onChange={(on) => field.onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
      {error === undefined ? null : <p className={css['error']}>{error}</p>}
    </fieldset>
  );
}

/** Adds a member of staff or changes one; a password typed for a present one replaces theirs. */
export function StaffDialog({
  staff,
  onClose,
}: {
  readonly staff: Staff | null;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const form = useZodForm(staffFormSchema(staff === null), staffValues(staff));
  const add = useChannelCommand('staff.add');
  const update = useChannelCommand('staff.update');
  const setPassword = useChannelCommand('staff.setPassword');

  const save = async ({ active, password, ...values }: StaffForm): Promise<void> => {
    try {
      if (staff === null) {
        const added = await add.mutateAsync({ ...values, password });
        showToast(t('staff.added', { name: added.name }));
      } else {
        await update.mutateAsync({ ...values, id: staff.id, active });
        if (password !== '') await setPassword.mutateAsync({ id: staff.id, password });
        const { id, name, jobTitle, roles, rights, active: was } = staff;
        showToast(t('staff.updated', { name: values.name }), async () => {
          await call('staff.update', { id, name, jobTitle, roles, rights, active: was });
        });
      }
      onClose();
    } catch {
      // Shown below; what was typed stays.
    }
  };
  const submit = form.handleSubmit(save);
  useKey('Ctrl+Enter', t('common.save'), () => void submit());
  const problem = add.error ?? update.error ?? setPassword.error;
  return (
    <Dialog
      opened
      onClose={onClose}
      width="38rem"
      title={staff === null ? t('staff.add') : t('staff.edit', { name: staff.name })}
      footer={
        <>
          <Button
            kind="filled"
            keys="Ctrl+Enter"
            loading={add.isPending || update.isPending || setPassword.isPending}
            onClick={() => void submit()}
          >
            {t('common.save')}
          </Button>
          <Button kind="outline" keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        label={t('staff.title')}
        onSubmit={save}
        problem={problem === null ? undefined : say(problem)}
      >
        <FieldRow>
          <FormText name="name" label={t('person.name')} required autoFocus />
          <FormText name="jobTitle" label={t('person.jobTitle')} optional />
        </FieldRow>
        <CheckList
          name="roles"
          label={t('staff.roles')}
          values={ROLES}
          words={(role) => text('domain.role', role)}
        />
        <CheckList
          name="rights"
          label={t('staff.rights')}
          help={t('staff.rightsHelp')}
          values={RIGHTS}
          words={(right) => text('domain.right', right)}
        />
        <FormPassword
          name="password"
          label={staff === null ? t('person.password') : t('staff.resetPassword')}
          help={t('person.passwordHelp')}
          required={staff === null}
          optional={staff !== null}
          autoComplete="new-password"
          width="18rem"
        />
        {staff === null ? null : (
          <FormCheck name="active" label={t('staff.active')} help={t('staff.activeHelp')} />
        )}
      </Form>
    </Dialog>
  );
}
