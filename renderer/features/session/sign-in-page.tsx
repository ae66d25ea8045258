import { useText } from '#renderer/i18n/use-text.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Nobody sits at the desk. */
export function SignInPage() {
  const { t } = useText();
  return (
    <Door title={t('session.signIn')} text={t('session.whoHelp')}>
      <SignInForm />
    </Door>
  );
}
