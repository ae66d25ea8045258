import { Menu } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { PARTY_ROLES, type Party, type PartyRole } from '#shared/parties/party.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useRoleWord } from '#renderer/i18n/use-role-word.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/**
 * P.1: what somebody is to the association, one record for all of it. A role is added or taken away by itself, and each
 * is taken back by one key; the last one stays.
 */
export function PartyRoles({
  party,
  mayWrite,
}: {
  readonly party: Pick<Party, 'id' | 'sex' | 'roles'>;
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const roleWord = useRoleWord(party.sex);
  const say = useErrorText();
  const add = useChannelCommand('parties.addRole');
  const remove = useChannelCommand('parties.removeRole');
  const toggle = async (role: PartyRole): Promise<void> => {
    const has = party.roles.includes(role);
    const [act, back] = has ? ([remove, 'parties.addRole'] as const) : ([add, 'parties.removeRole'] as const);
    const input = { id: party.id, role };
    await act.mutateAsync(input);
    showToast(
      t(has ? 'partyRecord.role.removed' : 'partyRecord.role.added', {
        role: roleWord(role),
      }),
      () => call(back, input),
    );
  };
  const error = add.error ?? remove.error;
  return (
    <>
      {party.roles.map((role) => (
        <Badge key={role}>{roleWord(role)}</Badge>
      ))}
      {mayWrite ? (
        <Menu position="bottom-start" width="13rem" closeOnItemClick>
          <Menu.Target>
            <Button kind="quiet" size="sm" icon={<Icon of={IconPlus} size="sm" />}>
              {t('partyRecord.role.change')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {PARTY_ROLES.map((role) => {
              const has = party.roles.includes(role);
              const last = has && party.roles.length === 1;
              return (
                <Menu.Item
                  key={role}
                  disabled={last}
                  leftSection={
                    has ? <Icon of={IconCheck} size="sm" /> : <span style={{ inlineSize: '1rem' }} />
                  }
                  {...(last ? { title: t('partyRecord.role.last') } : {})}
                  onClick={() => void toggle(role).catch(() => undefined)}
                >
                  {t(has ? 'partyRecord.role.remove' : 'partyRecord.role.add', {
                    role: roleWord(role),
                  })}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </>
  );
}
