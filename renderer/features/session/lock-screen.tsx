import type { Staff } from '#shared/staff/staff.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Over the desk of the person who locked it; another person may sit down too. */
export function LockScreen({ staff }: { readonly staff: Staff }) {
  const { t } = useText();
  return (
    <Door
      title={t('session.locked')}
      text={`${t('session.lockedBy', { name: staff.name })}. ${t('session.otherWarning')}`}
    >
      <SignInForm first={staff.id} />
    </Door>
  );
}
