import { z } from 'zod';
import { PASSWORD_MIN } from '#shared/staff/staff.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { Form, FormPassword } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './password-page.module.css';

const schema = z
  .object({
    present: z.string().min(1, { message: 'required' }),
    password: z.string().min(PASSWORD_MIN, { message: 'passwordTooShort' }).max(200, { message: 'tooLong' }),
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], message: 'passwordsDiffer' });

const EMPTY = { present: '', password: '', again: '' };

/** One's own password. */
export function PasswordPage() {
  const { t } = useText();
  const say = useErrorText();
  const form = useZodForm(schema, EMPTY);
  const change = useChannelCommand('staff.changeOwnPassword');
  const save = (values: z.output<typeof schema>): void =>
    change.mutate(
      { present: values.present, password: values.password },
      {
        onSuccess: () => {
          form.reset(EMPTY);
          showToast(t('settings.passwordChanged'));
        },
      },
    );
  const submit = form.handleSubmit(save);
  useKey('Ctrl+Enter', t('common.save'), () => void submit());
  return (
    <Card pane={t('settings.password')}>
      <CardHeader title={t('header.changePassword')} />
      <CardBody scroll>
        <div className={css['form']}>
          <Form
            form={form}
            label={t('header.changePassword')}
            onSubmit={save}
            problem={change.error === null ? undefined : say(change.error)}
          >
            <FormPassword
              name="present"
              label={t('settings.presentPassword')}
              required
              autoComplete="current-password"
            />
            <FormPassword
              name="password"
              label={t('settings.newPassword')}
              help={t('person.passwordHelp')}
              required
              autoComplete="new-password"
            />
            <FormPassword
              name="again"
              label={t('person.passwordAgain')}
              required
              autoComplete="new-password"
            />
          </Form>
        </div>
      </CardBody>
      <CardFooter>
        <Button kind="filled" keys="Ctrl+Enter" loading={change.isPending} onClick={() => void submit()}>
          {t('common.save')}
        </Button>
      </CardFooter>
    </Card>
  );
}
