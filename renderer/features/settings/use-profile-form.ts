import { useWatch } from 'react-hook-form';
import { organisationProfileSchema, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

/** The profile as a form: two pages of the settings show parts of one and save it whole. */
export function useProfileForm(profile: OrganisationProfile) {
  const { t } = useText();
  const say = useErrorText();
  const mayChange = useHasRole('manager', 'administrator');
  const form = useZodForm(organisationProfileSchema, profile);
  const typed = useWatch({ control: form.control });
  const update = useChannelCommand('organisation.update');
  const save = async (values: OrganisationProfile): Promise<void> => {
    const before = profile;
    try {
      form.reset(await update.mutateAsync(values));
    } catch {
      // Shown by `problem`; what was typed stays.
      return;
    }
    showToast(t('common.saved'), async () => form.reset(await call('organisation.update', before)));
  };
  const submit = form.handleSubmit(save);
  useKey('Ctrl+Enter', t('common.saveChanges'), () => void submit(), { enabled: mayChange });
  useKey('Ctrl+S', t('common.saveChanges'), () => void submit(), { enabled: mayChange });
  return {
    form,
    typed,
    mayChange,
    save,
    submit: () => void submit(),
    busy: update.isPending,
    problem: update.error === null ? undefined : say(update.error),
  };
}
