import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { StaffId } from '#shared/ids.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PasswordField } from '#renderer/ui/fields.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import css from './sign-in-form.module.css';

interface Name {
  readonly id: StaffId;
  readonly name: string;
  readonly jobTitle: string;
}

function Names({
  names,
  chosen,
  onChoose,
  onDone,
}: {
  readonly names: readonly Name[];
  readonly chosen: StaffId | undefined;
  readonly onChoose: (id: StaffId) => void;
  readonly onDone: () => void;
}) {
  const { t } = useText();
  const at = Math.max(
    names.findIndex((one) => one.id === chosen),
    0,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = names[(at + step + names.length) % names.length];
    if (step !== 0 && next !== undefined) {
      event.preventDefault();
      onChoose(next.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
    }
  };
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={t('session.who')}
      aria-activedescendant={`staff-${names[at]?.id ?? ''}`}
      className={css['names']}
      onKeyDown={onKeyDown}
    >
      {names.map((one, index) => (
        <div
          key={one.id}
          id={`staff-${one.id}`}
          role="option"
          aria-selected={index === at}
          className={css['name']}
          onClick={() => {
            onChoose(one.id);
            onDone();
          }}
        >
          <span>{one.name}</span>
          <small>{one.jobTitle}</small>
          {index < 9 ? <KeyCap keys={`${index + 1}`} /> : null}
        </div>
      ))}
    </div>
  );
}

/**
 * A name, then a password. A digit key outside the password leads straight to that person's password field, so that
 * the lock key and one digit switch the user. `first` is who is offered first: on the lock screen, who locked it.
 */
export function SignInForm({ first }: { readonly first?: StaffId }) {
  const { t } = useText();
  const say = useErrorText();
  const staff = useChannelQuery('session.listStaff', undefined);
  const signIn = useChannelCommand('session.signIn');
  const [chosenId, setChosenId] = useState<StaffId | undefined>(first);
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const names = staff.data ?? [];
  const chosen = names.find((one) => one.id === chosenId) ?? names[0];

  const toPassword = useCallback((): void => field.current?.focus(), []);
  const choose = (id: StaffId): void => {
    setChosenId(id);
    setPassword('');
    signIn.reset();
  };

  useEffect(() => {
    if (staff.data !== undefined) field.current?.focus();
  }, [staff.data]);

  useEffect(() => {
    const onDigit = (event: globalThis.KeyboardEvent): void => {
      const place = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
      const who = place === undefined ? undefined : staff.data?.[Number(place) - 1];
      // Digits are part of a password once one is begun.
      const typing = event.target === field.current && field.current?.value !== '';
      if (who === undefined || typing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
        return;
      event.preventDefault();
      event.stopPropagation();
      setChosenId(who.id);
      setPassword('');
      field.current?.focus();
    };
    window.addEventListener('keydown', onDigit, true);
    return () => window.removeEventListener('keydown', onDigit, true);
  }, [staff.data]);

  const enter = (): void => {
    if (chosen === undefined) return;
    signIn.mutate(
      { staffId: chosen.id, password },
      {
        onError: () => {
          field.current?.focus();
          field.current?.select();
        },
      },
    );
  };

  return (
    <QueryView query={staff} rows={3}>
      {() =>
        names.length === 0 || chosen === undefined ? (
          <p>{t('session.noStaff')}</p>
        ) : (
          <form
            className={css['form']}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              enter();
            }}
          >
            <Names names={names} chosen={chosen.id} onChoose={choose} onDone={toPassword} />
            <PasswordField
              ref={field}
              label={t('session.password', { name: chosen.name })}
              name="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              error={signIn.error === null ? undefined : say(signIn.error)}
            />
            <Button kind="filled" type="submit" keys="Enter" loading={signIn.isPending} fullWidth>
              {t('session.enter')}
            </Button>
          </form>
        )
      }
    </QueryView>
  );
}
