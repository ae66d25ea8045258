import { useController, useFormContext } from 'react-hook-form';
import {
  PARTY_ROLES,
  partyInputSchema,
  type Party,
  type PartyInput,
  type PartyRole,
} from '#shared/parties/party.ts';
import { isApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField } from '#renderer/ui/fields.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { PartyFields } from '#renderer/ui/party-fields.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './parties.module.css';

/** What the main process needs of a stored person to write them again. */
const inputOf = ({ kind, name, idKind, idNumber, noIdReason, mobile, village, sex, roles }: Party) => ({
  kind,
  name,
  idKind,
  idNumber,
  noIdReason,
  // As it is read out and typed: E.164 would be a riddle at the desk.
  mobile: mobile.replace(/^\+966/u, '0'),
  village,
  sex,
  roles,
});

/** Changes who somebody is; the undo writes the former data back. */
export function PartyEditDialog({ party, onClose }: { readonly party: Party; readonly onClose: () => void }) {
  const { t } = useText();
  const say = useErrorText();
  const update = useChannelCommand('parties.update');
  const form = useZodForm(partyInputSchema, inputOf(party));
  const save = async (input: PartyInput): Promise<void> => {
    await update.mutateAsync({ id: party.id, party: input });
    onClose();
    showToast(t('parties.page.saved', { name: input.name }), () =>
      update.mutateAsync({ id: party.id, party: inputOf(party) }).then(
        () => undefined,
        () => undefined,
      ),
    );
  };
  const press = (): void =>
    void form
      .handleSubmit(save)()
      .catch(() => undefined);
  useKey('Ctrl+Enter', t('common.saveChanges'), press);
  const taken = isApiError(update.error, 'identifierTaken') ? Number(update.error.details['id']) : null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('parties.page.editTitle', { name: party.name })}
      width="40rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={update.isPending} onClick={press}>
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
        label={t('parties.page.edit')}
        onSubmit={(input) => save(input).catch(() => undefined)}
        problem={update.error === null ? undefined : say(update.error)}
      >
        {taken === null ? null : <AppLink to={paths.beneficiary(taken)}>{t('desk.act.page')}</AppLink>}
        <p className={css['dim']}>{t('common.requiredNote')}</p>
        <PartyFields />
        <RolesField />
      </Form>
    </Dialog>
  );
}

/** P.1: one party, several roles. */
function RolesField() {
  const { t, text } = useText();
  const { control } = useFormContext();
  const { field } = useController({ name: 'roles', control });
  const roles = field.value as readonly PartyRole[];
  const set = (role: PartyRole, on: boolean): void =>
    field.onChange(PARTY_ROLES.filter((one) => (one === role ? on : roles.includes(one))));
  return (
    <fieldset>
      <legend className={css['legend']}>{t('parties.page.roles')}</legend>
      <div className={css['roles']}>
        {PARTY_ROLES.map((role) => (
          <CheckField
            key={role}
            label={text('domain.partyRole', role)}
            checked={roles.includes(role)}
            // The last role stays: a party without one is nobody's.
            disabled={roles.length === 1 && roles.includes(role)}
            onChange={(on) => set(role, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
