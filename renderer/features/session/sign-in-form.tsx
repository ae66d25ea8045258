import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
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
  ref,
}: {
  readonly names: readonly Name[];
  readonly chosen: StaffId | undefined;
  readonly onChoose: (id: StaffId) => void;
  readonly onDone: () => void;
  readonly ref: Ref<HTMLDivElement>;
}) {
  const { t } = useText();
  const at = Math.max(
    names.findIndex((one) => one.id === chosen),
    0,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = names[(at + step + names.length) % names.length];
    const place = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
    const who = place === undefined ? undefined : names[Number(place) - 1];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (step !== 0 && next !== undefined) {
      event.preventDefault();
      onChoose(next.id);
    } else if (who !== undefined) {
      event.preventDefault();
      onChoose(who.id);
      onDone();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
    } else if (event.key.length === 1) {
      // A password begun on the list: the field takes the focus, and this very character with it.
      onDone();
    }
  };
  return (
    <div
      ref={ref}
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
 * A name, then a password. On the list, which has the focus at first, a digit leads straight to that person's password
 * field: the lock key and one digit switch the user. `first` is who is offered first: on the lock screen, who locked it.
 */
export function SignInForm({ first }: { readonly first?: StaffId }) {
  const { t } = useText();
  const say = useErrorText();
  const staff = useChannelQuery('session.listStaff', undefined);
  const signIn = useChannelCommand('session.signIn');
  const [chosenId, setChosenId] = useState<StaffId | undefined>(first);
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const names = staff.data ?? [];
  const chosen = names.find((one) => one.id === chosenId) ?? names[0];

  const toPassword = useCallback((): void => field.current?.focus(), []);
  const choose = (id: StaffId): void => {
    setChosenId(id);
    setPassword('');
    signIn.reset();
  };

  // One person has nobody to choose. On the list a digit chooses, in the password it is a part of the password.
  useEffect(() => {
    if (staff.data === undefined) return;
    if (staff.data.length > 1) list.current?.focus();
    else field.current?.focus();
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
            <Names ref={list} names={names} chosen={chosen.id} onChoose={choose} onDone={toPassword} />
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
