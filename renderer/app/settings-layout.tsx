import {
  IconArchive,
  IconBuilding,
  IconFileCheck,
  IconGavel,
  IconHourglass,
  IconScale,
  IconNumbers,
  IconPackage,
  IconPalette,
  IconPrinter,
  IconRubberStamp,
  IconKey,
  IconTags,
  IconUsersGroup,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import type { Role } from '#shared/staff/staff.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import css from './settings-layout.module.css';

interface SettingsSection {
  readonly key:
    | 'profile'
    | 'numbering'
    | 'categories'
    | 'services'
    | 'documents'
    | 'reply'
    | 'committee'
    | 'need'
    | 'pictures'
    | 'printing'
    | 'staff'
    | 'backup'
    | 'appearance'
    | 'password';
  readonly icon: TablerIcon;
  readonly roles?: readonly Role[];
}

const OFFICE = ['manager', 'administrator'] as const;

const SECTIONS: readonly SettingsSection[] = [
  { key: 'profile', icon: IconBuilding },
  { key: 'numbering', icon: IconNumbers },
  { key: 'categories', icon: IconTags },
  { key: 'services', icon: IconPackage },
  { key: 'documents', icon: IconFileCheck },
  { key: 'reply', icon: IconHourglass },
  { key: 'committee', icon: IconGavel },
  { key: 'need', icon: IconScale },
  { key: 'pictures', icon: IconRubberStamp },
  { key: 'printing', icon: IconPrinter },
  { key: 'staff', icon: IconUsersGroup, roles: ['manager', 'administrator', 'auditor'] },
  { key: 'backup', icon: IconArchive, roles: OFFICE },
  { key: 'appearance', icon: IconPalette },
  { key: 'password', icon: IconKey },
];

/** الإعدادات: its parts at the start, the open one beside them. */
export function SettingsLayout() {
  const { t } = useText();
  const staff = useStaff();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const shown = SECTIONS.filter(
    ({ roles }) => roles === undefined || roles.some((role) => staff.roles.includes(role)),
  );
  return (
    <Screen title={t('settings.title')}>
      <div className={css['grid']}>
        <nav
          className={css['menu']}
          aria-label={t('settings.sections')}
          data-pane={t('settings.sections')}
          tabIndex={-1}
        >
          {shown.map(({ key, icon }) => (
            <div key={key} className={css['item']} data-current={here === paths.settingsOf(key) || undefined}>
              <Icon of={icon} size="sm" />
              <AppLink to={paths.settingsOf(key)} quiet current={here === paths.settingsOf(key)}>
                {t(`settings.${key}`)}
              </AppLink>
            </div>
          ))}
        </nav>
        <div className={css['page']}>
          <Outlet />
        </div>
      </div>
    </Screen>
  );
}
