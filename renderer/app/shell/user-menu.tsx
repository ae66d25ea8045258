import { Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconPalette,
  IconKey,
  IconUserCircle,
} from '@tabler/icons-react';
import { leaveDesk, lockDesk } from '#renderer/api/lock-desk.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { paths } from '#renderer/ui/paths.ts';
import css from './user-menu.module.css';

/** Who sits at the desk, and what concerns them alone. */
export function UserMenu({ onKeys }: { readonly onKeys: () => void }) {
  const { t, text } = useText();
  const staff = useStaff();
  const go = useGo();
  const work = staff.jobTitle === '' ? text('domain.role', staff.roles[0] ?? 'receptionist') : staff.jobTitle;
  return (
    <Menu position="bottom-end" width="15rem">
      <Menu.Target>
        <button type="button" className={css['who']}>
          <Icon of={IconUserCircle} />
          <span className="sr-only">{t('header.user')}</span>
          <span>
            {staff.name}
            <small>{work}</small>
          </span>
          <Icon of={IconChevronDown} size="sm" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon of={IconLock} size="sm" />}
          rightSection={<KeyCap keys="Ctrl+L" />}
          onClick={() => void lockDesk()}
        >
          {t('header.switchUser')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconKey} size="sm" />}
          onClick={() => go(paths.settingsOf('password'))}
        >
          {t('header.changePassword')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconPalette} size="sm" />}
          onClick={() => go(paths.settingsOf('appearance'))}
        >
          {t('header.appearance')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconKeyboard} size="sm" />}
          rightSection={<KeyCap keys="F1" />}
          onClick={onKeys}
        >
          {t('header.keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon of={IconLogout} size="sm" mirror />} onClick={() => void leaveDesk()}>
          {t('header.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
