import { useLayoutEffect, useRef } from 'react';
import type { Staff } from '#shared/staff/staff.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useSilentKeys } from '#renderer/ui/keys.ts';
import { Door } from './door.tsx';
import css from './lock-screen.module.css';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Over the desk of the person who locked it; another person may sit down too. In the browser's top layer: a dialog
 * that was open lies in a layer of its own, and would otherwise stand above the lock for everybody to read.
 */
export function LockScreen({ staff }: { readonly staff: Staff }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useSilentKeys();
  // Before the form's own effect gives the focus to the list or the field: opening a dialog takes it.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css['lock']}
      aria-label={t('session.locked')}
      onCancel={(event) => event.preventDefault()}
    >
      <Door
        title={t('session.locked')}
        text={`${t('session.lockedBy', { name: staff.name })}. ${t('session.otherWarning')}`}
      >
        <SignInForm first={staff.id} />
      </Door>
    </dialog>
  );
}
